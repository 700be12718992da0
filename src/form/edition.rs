//! The editions of the form, and what sets them apart.

/// An edition of the official form.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Edition {
    /// 国办公开办函〔2019〕60号, for report years 2019 and 2020.
    Of2019,
    /// 国办公开办函〔2021〕30号, for report years from 2021 on.
    Of2021,
    /// A form that nobody issued: the tests add an edition as data and ask every rule to speak on it.
    #[cfg(test)]
    Of2026,
}

/// The first report year for which there was a form.
pub const FIRST_YEAR: u16 = 2019;

/// What a rule may ask of an edition. A later edition has what it does not take back, so that no rule falls silent with it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Feature {
    /// Table two counts documents issued, repealed and in force.
    DocumentsInForce,
    /// Table two calls them 行政规范性文件, not 规范性文件.
    AdministrativeDocuments,
    /// Table two has fees in 万元.
    FeesInTenThousandYuan,
    /// （六）其他处理 is divided by reasons.
    OtherHandlingByReason,
    /// Section six reports the fee for processing information.
    FeeReport,
    /// Section one covers five aspects, in at most a thousand characters.
    FiveAspects,
}

struct EditionData {
    edition: Edition,
    id: &'static str,
    notice: &'static str,
    first_year: u16,
    features: &'static [Feature],
}

const FEATURES_OF_2021: &[Feature] = &[
    Feature::DocumentsInForce,
    Feature::AdministrativeDocuments,
    Feature::FeesInTenThousandYuan,
    Feature::OtherHandlingByReason,
    Feature::FeeReport,
    Feature::FiveAspects,
];

/// The latest first.
const EDITIONS: &[EditionData] = &[
    #[cfg(test)]
    EditionData {
        edition: Edition::Of2026,
        id: "2026",
        notice: "国办公开办函〔2026〕99号",
        first_year: 2026,
        features: FEATURES_OF_2021,
    },
    EditionData {
        edition: Edition::Of2021,
        id: "2021",
        notice: "国办公开办函〔2021〕30号",
        first_year: 2021,
        features: FEATURES_OF_2021,
    },
    EditionData {
        edition: Edition::Of2019,
        id: "2019",
        notice: "国办公开办函〔2019〕60号",
        first_year: FIRST_YEAR,
        features: &[],
    },
];

impl Edition {
    /// Returns every edition, the latest first.
    pub fn all() -> impl Iterator<Item = Edition> {
        EDITIONS.iter().map(|data| data.edition)
    }

    fn data(self) -> &'static EditionData {
        EDITIONS.iter().find(|data| data.edition == self).unwrap_or(&EDITIONS[EDITIONS.len() - 1])
    }

    /// Returns its name in the contract.
    pub fn id(self) -> &'static str {
        self.data().id
    }

    /// Returns the number of the notice it is annexed to.
    pub fn notice(self) -> &'static str {
        self.data().notice
    }

    /// Whether this edition has that feature.
    pub fn has(self, feature: Feature) -> bool {
        self.data().features.contains(&feature)
    }

    /// Returns the edition a report of that year has to use; None for the years before the first.
    pub fn for_year(year: u16) -> Option<Edition> {
        EDITIONS.iter().find(|data| data.first_year <= year).map(|data| data.edition)
    }

    /// Returns the edition in force now.
    pub fn latest() -> Edition {
        EDITIONS[0].edition
    }
}

/// Whether the form that a report of that year has to use has that feature.
pub fn year_has(year: Option<u16>, feature: Feature) -> bool {
    year.and_then(Edition::for_year).is_some_and(|edition| edition.has(feature))
}
