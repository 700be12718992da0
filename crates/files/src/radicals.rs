//! Radicals that look like characters. A PDF names a glyph by the first code its font has for it, and that is often a radical:
//! `⾏政` for `行政`. Nobody sees it, and nothing that is looked for is found.

/// The characters of the radicals from U+2F00 on, in order.
const KANGXI: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";
/// Of the others those that are characters by themselves, each before its character.
const OTHERS: &str = "⺒巳⺓幺⺟母⺠民⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟";

/// The text with characters in place of radicals. Each takes as many bytes as before.
pub fn as_characters(text: String) -> String {
    if !text.chars().any(is_radical) {
        return text;
    }
    text.chars().map(character).collect()
}

fn is_radical(c: char) -> bool {
    ('\u{2e80}'..='\u{2fd5}').contains(&c)
}

fn character(c: char) -> char {
    if !is_radical(c) {
        return c;
    }
    let known = match (c as usize).checked_sub(0x2f00) {
        Some(place) => KANGXI.chars().nth(place),
        None => OTHERS.chars().skip_while(|other| *other != c).nth(1),
    };
    known.unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_become_the_characters_they_look_like() {
        assert_eq!(as_characters("⼈⺠政府⾏政⼀⻔⿕⺅".to_string()), "人民政府行政一门龠⺅");
        assert_eq!(as_characters("人民".to_string()), "人民");
        assert_eq!(KANGXI.chars().count(), 0x2fd6 - 0x2f00);
        assert!(OTHERS.chars().step_by(2).all(is_radical));
    }
}
