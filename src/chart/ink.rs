//! What a chart draws with: classes that the theme colours, carried through plotters as colours that nobody sees.

use plotters::style::RGBColor;
use plotters_backend::BackendColor;

use crate::chart::outcome::Tone;

/// A class of mark or text; the theme decides how it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    ToneGood,
    ToneImprove,
    ToneSerious,
    ToneNeutral,
    PatternGood,
    PatternImprove,
    PatternSerious,
    PatternNeutral,
    Published,
    Rest,
    Bar,
    Uncertain,
    TargetGround,
    Target,
    Grid,
    Axis,
    AxisText,
    Text,
    Value,
    Quiet,
    Chip,
    Gap,
    GapText,
    Break,
    Line,
    Dot,
    PublishedDot,
    EarlierDot,
}

impl Ink {
    const ALL: [Ink; 28] = [
        Ink::ToneGood,
        Ink::ToneImprove,
        Ink::ToneSerious,
        Ink::ToneNeutral,
        Ink::PatternGood,
        Ink::PatternImprove,
        Ink::PatternSerious,
        Ink::PatternNeutral,
        Ink::Published,
        Ink::Rest,
        Ink::Bar,
        Ink::Uncertain,
        Ink::TargetGround,
        Ink::Target,
        Ink::Grid,
        Ink::Axis,
        Ink::AxisText,
        Ink::Text,
        Ink::Value,
        Ink::Quiet,
        Ink::Chip,
        Ink::Gap,
        Ink::GapText,
        Ink::Break,
        Ink::Line,
        Ink::Dot,
        Ink::PublishedDot,
        Ink::EarlierDot,
    ];

    /// The ink of a level.
    pub fn tone(tone: Tone) -> Ink {
        match tone {
            Tone::Good => Ink::ToneGood,
            Tone::Improve => Ink::ToneImprove,
            Tone::Serious => Ink::ToneSerious,
            Tone::Neutral => Ink::ToneNeutral,
        }
    }

    /// The ink that lies over that of a level where there is no colour.
    pub fn tone_pattern(tone: Tone) -> Ink {
        match tone {
            Tone::Good => Ink::PatternGood,
            Tone::Improve => Ink::PatternImprove,
            Tone::Serious => Ink::PatternSerious,
            Tone::Neutral => Ink::PatternNeutral,
        }
    }

    /// The class that the theme knows.
    pub fn class(self) -> &'static str {
        match self {
            Ink::ToneGood => "tone-god",
            Ink::ToneImprove => "tone-forbattra",
            Ink::ToneSerious => "tone-allvarlig",
            Ink::ToneNeutral => "tone-neutral",
            Ink::PatternGood => "pattern-god",
            Ink::PatternImprove => "pattern-forbattra",
            Ink::PatternSerious => "pattern-allvarlig",
            Ink::PatternNeutral => "pattern-neutral",
            Ink::Published => "published",
            Ink::Rest => "c-rest",
            Ink::Bar => "c-bar",
            Ink::Uncertain => "uncertain",
            Ink::TargetGround => "c-target-ground",
            Ink::Target => "c-target",
            Ink::Grid => "c-grid",
            Ink::Axis => "c-axis",
            Ink::AxisText => "c-axis-text",
            Ink::Text => "c-text",
            Ink::Value => "c-value",
            Ink::Quiet => "c-quiet",
            Ink::Chip => "c-chip",
            Ink::Gap => "c-gap",
            Ink::GapText => "c-gap-text",
            Ink::Break => "c-break",
            Ink::Line => "c-line",
            Ink::Dot => "c-dot",
            Ink::PublishedDot => "c-dot-published",
            Ink::EarlierDot => "c-dot-earlier",
        }
    }

    /// The body of the pattern that fills this ink, 8 × 8 px; `None` for inks that the theme fills.
    pub fn pattern(self) -> Option<&'static str> {
        match self {
            Ink::PatternGood => Some(r#"<path d="M0 7.5H8"/>"#),
            Ink::PatternImprove => Some(r#"<path d="M2 0V8M6 0V8"/>"#),
            Ink::PatternSerious => Some(r#"<circle cx="2" cy="2" r="1.2"/><circle cx="6" cy="6" r="1.2"/>"#),
            Ink::PatternNeutral => Some(r#"<path d="M0 8L8 0"/>"#),
            Ink::Published | Ink::Uncertain => Some(r#"<path d="M-2 2L2 -2M-2 10L10 -2M6 10L10 6"/>"#),
            Ink::ToneGood
            | Ink::ToneImprove
            | Ink::ToneSerious
            | Ink::ToneNeutral
            | Ink::Rest
            | Ink::Bar
            | Ink::TargetGround
            | Ink::Target
            | Ink::Grid
            | Ink::Axis
            | Ink::AxisText
            | Ink::Text
            | Ink::Value
            | Ink::Quiet
            | Ink::Chip
            | Ink::Gap
            | Ink::GapText
            | Ink::Break
            | Ink::Line
            | Ink::Dot
            | Ink::PublishedDot
            | Ink::EarlierDot => None,
        }
    }

    /// All inks that a pattern fills.
    pub fn patterned() -> impl Iterator<Item = (Ink, &'static str)> {
        Ink::ALL.into_iter().filter_map(|ink| ink.pattern().map(|pattern| (ink, pattern)))
    }

    /// The colour that carries the ink through plotters.
    pub fn color(self) -> RGBColor {
        let place = Ink::ALL.iter().position(|&ink| ink == self).and_then(|place| u8::try_from(place).ok());
        RGBColor(0, 0, place.expect("every ink is listed, and they are fewer than 256"))
    }

    /// The ink that a colour carries.
    pub fn of(color: BackendColor) -> Ink {
        let (_, _, place) = color.rgb;
        *Ink::ALL.get(usize::from(place)).expect("charts draw with inks only")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ink_comes_through_plotters_as_itself() {
        for ink in Ink::ALL {
            let RGBColor(red, green, blue) = ink.color();
            assert_eq!(Ink::of(BackendColor { alpha: 1.0, rgb: (red, green, blue) }), ink);
        }
    }
}
