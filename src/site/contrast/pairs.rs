//! Which colours meet on a page, and what contrast each meeting needs. A test holds the table to the standard theme's sheets.

/// Colours that stand on grounds.
pub(super) struct Pairing {
    /// The tokens of what is read or seen.
    pub fronts: &'static [&'static str],
    /// The tokens of what it stands on or beside.
    pub grounds: &'static [&'static str],
    pub need: Need,
    /// What it is, in Swedish, as the beginning of a sentence.
    pub what: &'static str,
}

/// How much contrast is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// Text (WCAG 2.2, 1.4.3).
    Text,
    /// Marks, edges and focus that carry meaning (WCAG 2.2, 1.4.11).
    Mark,
}

impl Need {
    /// The least contrast.
    pub fn least(self) -> f64 {
        match self {
            Self::Text => 4.5,
            Self::Mark => 3.0,
        }
    }

    /// The same, with the criterion that asks for it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Text => "4,5 till 1 (WCAG 1.4.3)",
            Self::Mark => "3 till 1 (WCAG 1.4.11)",
        }
    }
}

/// Everything that text and links lie on.
const GROUNDS: &[&str] = &["--page", "--surface", "--mark", "--tint-god", "--tint-forbattra", "--tint-allvarlig"];

/// Every meeting of two colours.
pub(super) const PAIRINGS: &[Pairing] = &[
    Pairing { fronts: &["--text"], grounds: GROUNDS, need: Need::Text, what: "Text" },
    Pairing { fronts: &["--text-quiet"], grounds: GROUNDS, need: Need::Text, what: "Text som väger mindre" },
    Pairing { fronts: &["--link"], grounds: GROUNDS, need: Need::Text, what: "Länkar" },
    Pairing { fronts: &["--text"], grounds: &["--added"], need: Need::Text, what: "Tillagd text" },
    Pairing { fronts: &["--text-quiet"], grounds: &["--removed"], need: Need::Text, what: "Borttagen text" },
    Pairing {
        fronts: &["--tone-god", "--tone-allvarlig"],
        grounds: &["--page"],
        need: Need::Text,
        what: "Tecken som visar läge och riktning",
    },
    Pairing { fronts: &["--focus"], grounds: GROUNDS, need: Need::Mark, what: "Ramen kring det som har fokus" },
    Pairing {
        fronts: &["--line"],
        grounds: &["--page", "--surface"],
        need: Need::Mark,
        what: "Linjer som bär betydelse",
    },
    Pairing {
        fronts: &["--accent"],
        grounds: &["--page"],
        need: Need::Mark,
        what: "Strecket under den sida som är vald, och kanten vid citat",
    },
    // Fills beside each other have a strip of the page between them.
    Pairing {
        fronts: &["--tone-god", "--tone-forbattra", "--tone-allvarlig", "--tone-neutral"],
        grounds: &["--page"],
        need: Need::Mark,
        what: "Nivåernas färger i diagram och kanter",
    },
    Pairing { fronts: &["--tone-forbattra"], grounds: &["--surface"], need: Need::Mark, what: "Kanten vid ett utkast" },
    Pairing { fronts: &["--tone-god"], grounds: &["--tint-god"], need: Need::Mark, what: EDGE },
    Pairing { fronts: &["--tone-forbattra"], grounds: &["--tint-forbattra"], need: Need::Mark, what: EDGE },
    Pairing { fronts: &["--tone-allvarlig"], grounds: &["--tint-allvarlig"], need: Need::Mark, what: EDGE },
];

const EDGE: &str = "Kanten på en cell med en nivå";

/// Lines that only part what is parted by room and words as well; they need no contrast.
pub(super) const FREE: &[&str] = &["--hairline"];

/// Every token that a theme must give a colour, once, in order of name.
pub(super) fn tokens() -> std::collections::BTreeSet<&'static str> {
    let paired = PAIRINGS.iter().flat_map(|pairing| pairing.fronts.iter().chain(pairing.grounds));
    paired.chain(FREE).copied().collect()
}
