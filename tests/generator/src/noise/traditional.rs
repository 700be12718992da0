//! Text in traditional characters, by a converter that swaps words too, or adds the sound in brackets.

use crate::dice::Dice;
use crate::ink::{Kind, Piece};

const PAIRS: [(&str, &str); 12] = [
    ("条项规种类总计", "條項規種類總計"),
    ("业组织机构务审", "業組織機構務審"),
    ("处罚许强制费购", "處罰許強制費購"),
    ("开请数量结转办", "開請數量結轉辦"),
    ("间书来满实说对", "間書來滿實說對"),
    ("属国机关为与无", "屬國機關為與無"),
    ("护举报诉类复议", "護舉報訴類復議"),
    ("纠维终执农经济", "糾維終執農經濟"),
    ("现发单额纳缴项", "現發單額納繳項"),
    ("县乡镇区环财产", "縣鄉鎮區環財產"),
    ("体镜级统问题进", "體鏡級統問題進"),
    ("个们从众优张并", "個們從眾優張並"),
];

/// Words a converter for other regions swaps.
const WORDS: [(&str, &str); 2] = [("规范性文件", "规范性檔案"), ("门户网站", "入口網站")];

/// Characters whose sound a converter adds.
const SOUNDS: [(char, &str); 10] = [
    ('規', "guī"),
    ('數', "shù"),
    ('據', "jù"),
    ('復', "fù"),
    ('發', "fā"),
    ('現', "xiàn"),
    ('處', "chǔ"),
    ('費', "fèi"),
    ('業', "yè"),
    ('計', "jì"),
];

fn converted(c: char) -> char {
    PAIRS
        .iter()
        .flat_map(|(simple, traditional)| simple.chars().zip(traditional.chars()))
        .find(|(simple, _)| *simple == c)
        .map_or(c, |(_, traditional)| traditional)
}

pub fn write(pieces: &mut [Piece], dice: &mut Dice) {
    let swaps_words = dice.percent(40);
    let adds_sounds = dice.percent(40);
    for piece in pieces.iter_mut().filter(|piece| matches!(piece.kind, Kind::Prose | Kind::Label)) {
        if swaps_words {
            for (word, other) in WORDS {
                piece.text = piece.text.replace(word, other);
            }
        }
        let mut text = String::new();
        for c in piece.text.chars().map(converted) {
            text.push(c);
            if let Some((_, sound)) = SOUNDS.iter().find(|(character, _)| adds_sounds && *character == c) {
                text.push_str(&format!("({sound})"));
            }
        }
        piece.text = text;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_character_has_one_partner() {
        assert!(PAIRS.iter().all(|(simple, traditional)| simple.chars().count() == traditional.chars().count()));
        assert_eq!("规章总计".chars().map(converted).collect::<String>(), "規章總計");
    }
}
