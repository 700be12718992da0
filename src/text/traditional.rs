//! Traditional characters and their simplified forms, for the words that occur in the form and in the reports' own vocabulary.
//! Only for comparing; the text itself is never converted.

use std::sync::LazyLock;

/// Pairs of a traditional character and its simplified form, in the order of the former.
const PAIRS: &str = "\
    並并乾干佈布佔占併并來来侷局係系俬私倉仓個个們们備备傢家傳传價价億亿儘尽優优內内兩两別别刪删則则\
    剋克劃划動动務务勢势勵励匯汇區区協协卻却厤历參参員员問问單单噹当嚮向嚴严國国圍围園园圖图埰采執执\
    堅坚報报場场壓压夠够學学寀采實实寧宁審审寫写寬宽寶宝將将專专對对導导屆届層层屬属帳帐幫帮幹干幾几\
    廢废廣广廳厅張张強强彆别彔录彙汇後后徑径從从復复徹彻態态應应懷怀戶户捲卷掃扫採采換换揮挥摺折擁拥\
    擊击據据擬拟擴扩敎教數数斷断於于昇升時时暫暂曆历曉晓曏向書书會会東东査查條条棄弃楊杨業业極极榦干\
    榮荣構构樑梁標标樣样機机檔档檢检檯台欄栏權权歡欢歷历歸归殘残氾泛汎泛決决沒没況况洩泄淩凌減减準准\
    溝沟滙汇滿满漢汉澤泽濟济濱滨瀏浏灣湾為为無无熱热營营爭争爲为獨独獲获現现瑤瑶環环甌瓯產产産产甯宁\
    當当發发盡尽監监眞真眾众睏困確确碼码礄硚礎础礙碍祕秘種种稱称積积穩稳穫获箇个節节範范簡简簽签籠笼\
    籤签粵粤糾纠約约納纳級级紮扎細细終终組组結结絕绝絡络統统絶绝經经綜综綫线維维網网綿绵緊紧線线編编\
    緻致縣县縱纵總总績绩織织繞绕繫系繳缴繼继續续纍累罰罚羣群義义習习聞闻聯联職职脩修脫脱臺台與与舉举\
    舊旧舘馆莊庄華华萬万蓋盖蔘参蘆芦處处號号衆众衕同衛卫裏里補补裡里製制複复覈核見见規规視视親亲覺觉\
    覽览觀观訂订計计討讨訓训託托記记訟讼訪访設设許许訴诉註注証证評评詢询試试話话該该誌志認认誤误說说\
    説说誰谁調调談谈請请論论諮咨講讲證证識识議议護护讀读讓让豐丰負负財财貧贫貫贯責责費费貼贴資资質质\
    賬账購购踰逾軌轨軍军較较載载輯辑輸输輿舆轉转辦办農农迴回這这連连週周進进運运過过達达適适遷迁選选\
    遺遗還还郵邮鄉乡釋释針针釦扣鈡钟銀银銜衔錄录錯错録录錶表鍵键鍼针鍾钟鎭镇鎮镇鏈链鐘钟鑑鉴鑒鉴長长\
    門门開开間间閤合閱阅閲阅闆板關关陞升陽阳隊队際际隨随隱隐隻只雖虽雙双難难雲云電电鞏巩韆千韓韩響响\
    頁页項项順顺須须預预領领頭头題题額额類类顯显風风颱台餘余館馆餬糊饋馈駁驳驗验體体髮发鬚须麪面麫面\
    麵面黃黄點点黨党齊齐齣出\
";

/// The characters the table can hold.
const HAN: std::ops::RangeInclusive<char> = '\u{4e00}'..='\u{9fff}';

/// The simplified form of every character of `HAN`, in order; characters are looked up far more often than this is built.
static SIMPLIFIED: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut table: Vec<char> = HAN.collect();
    let mut pairs = PAIRS.chars();
    while let (Some(traditional), Some(simple)) = (pairs.next(), pairs.next()) {
        if let Some(entry) = place(traditional).and_then(|place| table.get_mut(place)) {
            *entry = simple;
        }
    }
    table
});

fn place(c: char) -> Option<usize> {
    (c as usize).checked_sub(*HAN.start() as usize)
}

/// The simplified form of a character, or the character itself.
pub fn simplified(c: char) -> char {
    place(c).and_then(|place| SIMPLIFIED.get(place)).copied().unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_made_of_pairs() {
        let characters: Vec<char> = PAIRS.chars().collect();
        assert!(characters.len().is_multiple_of(2) && characters.iter().all(|c| c.len_utf8() == 3));
        assert!(characters.chunks(2).zip(characters.chunks(2).skip(1)).all(|(a, b)| a[0] < b[0]));
    }

    #[test]
    fn traditional_labels_become_simplified() {
        let simple: String =
            "上年結轉政府信息公開申請數量，總計，行政複議、行政強制、規範性文件".chars().map(simplified).collect();
        assert_eq!(simple, "上年结转政府信息公开申请数量，总计，行政复议、行政强制、规范性文件");
        assert_eq!(simplified('a'), 'a');
    }
}
