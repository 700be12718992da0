//! Which neighbouring characters a text has, to pass over at once the many words that do not stand in it.

/// A power of two: with the some five thousand pairs of a report, one in ten strangers is taken for one of them.
const PLACES: usize = 1 << 16;

/// The pairs of neighbouring characters of a text. A word of which a pair is missing does not stand in it.
pub struct Pairs(Vec<u64>);

impl Pairs {
    pub fn of(text: &str) -> Pairs {
        let mut bits = vec![0; PLACES / 64];
        for place in places(text) {
            bits[place / 64] |= 1 << (place % 64);
        }
        Pairs(bits)
    }

    /// Returns false only when the word does not stand in the text. A word of one character always may.
    pub fn may_hold(&self, word: &str) -> bool {
        places(word).all(|place| self.0[place / 64] >> (place % 64) & 1 == 1)
    }
}

/// Where the pairs of a text are noted.
fn places(text: &str) -> impl Iterator<Item = usize> + '_ {
    let place =
        |first: char, second: char| (first as usize).wrapping_mul(0x9e37).wrapping_add(second as usize * 3) % PLACES;
    text.chars().zip(text.chars().skip(1)).map(move |(first, second)| place(first, second))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_word_that_stands_in_the_text_is_never_passed_over(text in "[一二三四ab]{0,40}", word in "[一二三四ab]{0,4}") {
            prop_assert!(Pairs::of(&text).may_hold(&word) || !text.contains(&word));
        }
    }

    #[test]
    fn most_words_that_do_not_stand_in_the_text_are_passed_over() {
        let pairs = Pairs::of("本机关全年收到政府信息公开申请三件，均已办结。");
        let strangers = ["规范性文件", "行政复议", "统计期限", "网站", "新媒体", "收费", "上年结转"];
        assert!(strangers.iter().filter(|word| pairs.may_hold(word)).count() <= 1);
    }
}
