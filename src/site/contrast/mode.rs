//! The ways in which a reader meets a page, and which conditions of a style sheet hold in each.

/// One combination of medium and wishes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mode {
    /// On paper rather than on a screen.
    pub is_print: bool,
    /// The reader's system asks for dark. Some browsers go on asking while they print.
    pub is_dark: bool,
    /// The reader's system asks for more contrast.
    pub is_stronger: bool,
}

impl Mode {
    /// Every mode, screens first. Forced colours are the reader's own, and their contrast is theirs.
    pub fn all() -> impl Iterator<Item = Self> {
        [false, true].into_iter().flat_map(|is_print| {
            [false, true].into_iter().flat_map(move |is_stronger| {
                [false, true].into_iter().map(move |is_dark| Self { is_print, is_dark, is_stronger })
            })
        })
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match (self.is_print, self.is_stronger, self.is_dark) {
            (false, false, false) => "ljust läge",
            (false, false, true) => "mörkt läge",
            (false, true, false) => "ljust läge med ökad kontrast",
            (false, true, true) => "mörkt läge med ökad kontrast",
            (true, false, false) => "utskrift",
            (true, false, true) => "utskrift från mörkt läge",
            (true, true, false) => "utskrift med ökad kontrast",
            (true, true, true) => "utskrift från mörkt läge med ökad kontrast",
        }
    }

    /// Whether an opening such as `@media print` holds; `None` when it asks for something that no mode knows, such as a width.
    pub fn meets(self, opening: &str) -> Option<bool> {
        let queries = opening.strip_prefix("@media")?;
        let answers: Vec<_> = queries.split(',').map(|query| self.meets_query(&query.to_ascii_lowercase())).collect();
        if answers.contains(&Some(true)) {
            return Some(true);
        }
        answers.into_iter().find(Option::is_none).unwrap_or(Some(false))
    }

    fn meets_query(self, query: &str) -> Option<bool> {
        let query = query.trim();
        let (is_negated, query) = match query.strip_prefix("not ") {
            Some(query) => (true, query),
            None => (false, query.strip_prefix("only ").unwrap_or(query)),
        };
        let answers: Vec<_> = query.split(" and ").map(|part| self.meets_part(part.trim())).collect();
        let answer = if answers.contains(&Some(false)) {
            Some(false)
        } else {
            answers.into_iter().collect::<Option<Vec<_>>>().map(|_| true)
        };
        answer.map(|answer| answer != is_negated)
    }

    fn meets_part(self, part: &str) -> Option<bool> {
        let compact: String = part.chars().filter(|letter| !letter.is_whitespace()).collect();
        Some(match compact.as_str() {
            "all" | "(forced-colors:none)" => true,
            "screen" => !self.is_print,
            "print" => self.is_print,
            "(prefers-color-scheme:dark)" => self.is_dark,
            "(prefers-color-scheme:light)" => !self.is_dark,
            "(prefers-contrast:more)" => self.is_stronger,
            "(prefers-contrast:no-preference)" => !self.is_stronger,
            "(prefers-contrast:less)" | "(forced-colors:active)" | "(forced-colors)" => false,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_hold_in_the_modes_that_they_name() {
        let light = Mode { is_print: false, is_dark: false, is_stronger: false };
        let dark = Mode { is_dark: true, ..light };
        let paper = Mode { is_print: true, ..dark };
        for (opening, expected) in [
            ("@media print", [Some(false), Some(false), Some(true)]),
            ("@media screen and (prefers-color-scheme: dark)", [Some(false), Some(true), Some(false)]),
            ("@media (prefers-color-scheme:dark), print", [Some(false), Some(true), Some(true)]),
            ("@media not print", [Some(true), Some(true), Some(false)]),
            ("@media screen and (max-width: 48rem)", [None, None, Some(false)]),
            ("@media (forced-colors: active)", [Some(false); 3]),
            ("@supports (color: red)", [None; 3]),
        ] {
            assert_eq!([light, dark, paper].map(|mode| mode.meets(opening)), expected, "{opening}");
        }
    }
}
