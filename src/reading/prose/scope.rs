//! Whether a sentence speaks of the reporting body itself, or of a wider or narrower circle.

use std::ops::Range;

use super::tokens::{Class, Token};
use crate::report::Scope;
use crate::text::{Normalized, folded};

/// What 全 may stand before: the whole of an area.
const AREAS: &str = "国省市县区州盟旗乡镇街社村";
/// What the name of a body that acts may end with.
const BODIES: &[&str] = &[
    "人民政府",
    "政府",
    "政府办",
    "办公室",
    "办公厅",
    "委员会",
    "部门",
    "单位",
    "机关",
    "街道",
    "中心",
    "局",
    "委",
    "办",
    "处",
    "乡",
    "镇",
];
/// Words between the name of a body and what it did.
const ADVERBS: &[&str] = &[
    "累计",
    "总共",
    "一共",
    "合计",
    "共计",
    "全年",
    "年内",
    "本年度",
    "本年",
    "今年",
    "当年",
    "年度",
    "依法",
    "已",
    "均",
    "共",
    "也",
    "还",
];
/// Endings that the name of a body may have or lack.
const SEATS: &[&str] = &[
    "人民政府办公室",
    "人民政府办公厅",
    "政府办公室",
    "政府办公厅",
    "政府办",
    "人民政府",
    "政府",
    "党政办公室",
    "办事处",
    "机关",
    "办公室",
];
const OFFICES: &[&str] = &["政府办公室", "政府办公厅", "政府办"];

/// The circle that a saying beginning at `start` speaks of; `clause` is where its clause begins.
pub fn scope(flat: &Normalized, tokens: &[Token], clause: usize, start: usize, organization: Option<&str>) -> Scope {
    let own: Vec<char> = organization.unwrap_or_default().chars().map(folded).collect();
    let own: String = own.into_iter().collect();
    if tokens.iter().any(|token| token.class == Class::OtherBody && token.end <= start)
        || speaks_of_another_area(flat, start, &own)
    {
        return Scope::Other;
    }
    match actor(flat, clause..start) {
        Some(name) if !is_own(&name, &own) => Scope::Other,
        _ => Scope::Own,
    }
}

/// 全县 in the report of a county is the body itself, in the report of an office it is not.
fn speaks_of_another_area(flat: &Normalized, before: usize, own: &str) -> bool {
    let level = stem(own).chars().last();
    (0..before.saturating_sub(1)).any(|index| {
        let area = flat.at(index + 1).filter(|&area| AREAS.contains(area));
        flat.at(index) == Some('全') && area.is_some() && area != level
    })
}

/// Whether nothing but adverbs stands there.
pub fn names_nobody(flat: &Normalized, range: Range<usize>) -> bool {
    without_adverbs(flat, range).is_empty()
}

fn without_adverbs(flat: &Normalized, range: Range<usize>) -> String {
    let mut words = flat.string(range);
    while let Some(shorter) = ADVERBS.iter().find_map(|adverb| words.strip_suffix(adverb)) {
        words.truncate(shorter.len());
    }
    words
}

/// The name that stands directly before a saying.
fn actor(flat: &Normalized, range: Range<usize>) -> Option<String> {
    let words = without_adverbs(flat, range);
    let name =
        words.rsplit(|c: char| c.is_ascii_digit() || "年度:,内月日底向由对被到".contains(c)).next().unwrap_or_default();
    // 全镇 is an area, judged above.
    let acts = !name.starts_with('全') && BODIES.iter().any(|body| name.ends_with(body));
    acts.then(|| name.to_string())
}

fn is_own(name: &str, own: &str) -> bool {
    if name.contains(['我', '本']) {
        return true;
    }
    // The office of a government counts for itself; that of a township, which has no departments, for the township.
    let of_township = ["乡", "镇", "街道", "苏木"].iter().any(|level| stem(own).ends_with(level));
    if !of_township
        && OFFICES.iter().any(|office| name.ends_with(office)) != OFFICES.iter().any(|office| own.ends_with(office))
    {
        return false;
    }
    let (name, own) = (stem(name), stem(own));
    !name.is_empty() && (own.ends_with(name) || name.ends_with(own) && !own.is_empty())
}

fn stem(name: &str) -> &str {
    SEATS.iter().find_map(|seat| name.strip_suffix(seat)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;
    use crate::text::TextRange;

    fn of(before: &str, organization: &str) -> Scope {
        let flat = Normalized::of(before, TextRange::new(0, before.len()));
        scope(&flat, &tokens(&flat), 0, flat.len(), Some(organization))
    }

    #[test]
    fn the_body_itself_and_its_own_area_are_own() {
        for (before, organization) in [
            ("2023年", "禾川县民政局"),
            ("2023年我局共", "禾川县民政局"),
            ("2023年全镇", "柳溪镇"),
            ("全县共", "禾川县人民政府"),
            ("2023年柳溪镇人民政府累计", "柳溪镇"),
            ("乡政府全年", "石桥乡"),
            ("本机关", "禾川县民政局"),
        ] {
            assert_eq!(of(before, organization), Scope::Own, "{before}");
        }
        assert_eq!(of("2023年县政府办公室共", "禾川县人民政府办公室"), Scope::Own);
    }

    #[test]
    fn wider_and_narrower_circles_are_other() {
        for (before, organization) in [
            ("全县共", "禾川县民政局"),
            ("全市各级行政机关", "云山市人民政府"),
            ("各乡镇共", "禾川县人民政府"),
            ("其中县政府办代表县政府", "禾川县人民政府"),
            ("县教育局", "禾川县人民政府"),
            ("2023年县政府办公室共", "禾川县人民政府"),
            ("县直部门", "禾川县人民政府"),
        ] {
            assert_eq!(of(before, organization), Scope::Other, "{before}");
        }
    }
}
