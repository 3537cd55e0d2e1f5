//! Languages that a part of a text may be in. All else is in Swedish, as the page says.

/// A language beside Swedish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OtherLanguage {
    /// Its Swedish name, as writers mark a text with it.
    pub name: &'static str,
    /// Its tag by BCP 47, which pages carry.
    pub tag: &'static str,
    /// Which way it is written.
    pub direction: Direction,
}

/// Which way a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// As Swedish is.
    FromLeft,
    /// As Arabic is.
    FromRight,
}

/// The languages by name.
pub const OTHER_LANGUAGES: [OtherLanguage; 27] = [
    from_left("albanska", "sq"),
    from_right("arabiska", "ar"),
    from_left("bosniska", "bs"),
    from_left("danska", "da"),
    from_right("dari", "prs"),
    from_left("engelska", "en"),
    from_left("finska", "fi"),
    from_left("franska", "fr"),
    from_left("isländska", "is"),
    from_left("italienska", "it"),
    from_right("jiddisch", "yi"),
    from_left("kurdiska", "ku"),
    from_left("meänkieli", "fit"),
    from_left("nederländska", "nl"),
    from_left("nordsamiska", "se"),
    from_left("norska", "no"),
    from_right("persiska", "fa"),
    from_left("polska", "pl"),
    from_left("romani", "rom"),
    from_left("rumänska", "ro"),
    from_left("ryska", "ru"),
    from_left("serbiska", "sr"),
    from_left("somaliska", "so"),
    from_left("spanska", "es"),
    from_left("turkiska", "tr"),
    from_left("tyska", "de"),
    from_left("ukrainska", "uk"),
];

const fn from_left(name: &'static str, tag: &'static str) -> OtherLanguage {
    OtherLanguage { name, tag, direction: Direction::FromLeft }
}

const fn from_right(name: &'static str, tag: &'static str) -> OtherLanguage {
    OtherLanguage { name, tag, direction: Direction::FromRight }
}

impl OtherLanguage {
    /// The language of a name, in large or small letters.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        OTHER_LANGUAGES.into_iter().find(|language| language.name == name)
    }

    /// What an element in the language says of itself, with a space before it.
    #[must_use]
    pub fn attributes(self) -> String {
        match self.direction {
            Direction::FromLeft => format!(" lang=\"{}\"", self.tag),
            Direction::FromRight => format!(" lang=\"{}\" dir=\"rtl\"", self.tag),
        }
    }
}
