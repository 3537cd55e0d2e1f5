//! Rating scales: ordered levels as data. Levels are counted, never averaged.

use super::{LevelId, Missing};

/// How good a level is, which gives it colour and pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// Good.
    Good,
    /// To be improved.
    Improve,
    /// Serious.
    Serious,
    /// Outside good and bad.
    Neutral,
}

/// The number of a level in its scale, from the best; those outside the order come last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LevelNumber(pub usize);

/// A level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// The words that committees write.
    pub id: LevelId,
    /// The words that readers see; those that committees write where the name is not known.
    pub name: String,
    /// Why the name is not known; `None` when it is.
    pub unnamed: Option<Missing>,
    /// The same with soft hyphens where it may be parted, for narrow columns.
    pub hyphenated: String,
    /// How good it is.
    pub tone: Tone,
    /// A sign that goes with the word.
    pub symbol: String,
}

/// What the levels of a scale are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScaleKind {
    /// Answers.
    Levels,
    /// The steps of a maturity ladder.
    Ladder,
}

/// A scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    /// Its name.
    pub name: String,
    /// What its levels are.
    pub kind: ScaleKind,
    /// The levels, best first, then those outside the order.
    levels: Vec<Level>,
    /// How many of them are ordered.
    ordered: usize,
}

impl Scale {
    /// A scale of ordered levels, best first, and of those that stand outside the order.
    #[must_use]
    pub fn new(name: String, kind: ScaleKind, ordered: Vec<Level>, outside: Vec<Level>) -> Self {
        let count = ordered.len();
        Self { name, kind, levels: ordered.into_iter().chain(outside).collect(), ordered: count }
    }

    /// All levels, the ordered ones first.
    #[must_use]
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// The ordered levels, best first.
    #[must_use]
    pub fn ordered(&self) -> &[Level] {
        &self.levels[..self.ordered]
    }

    /// The name of the best level inside a sentence: `tillfredsställande`.
    #[must_use]
    pub fn best_name(&self) -> String {
        let mut letters = self.levels[0].name.chars();
        letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
    }

    /// Whether the level has a place in the order.
    #[must_use]
    pub fn is_ordered(&self, number: LevelNumber) -> bool {
        number.0 < self.ordered
    }

    /// The level of a number that this scale gave.
    #[must_use]
    pub fn level(&self, number: LevelNumber) -> &Level {
        &self.levels[number.0]
    }

    /// The number of the level with these words; `None` if no level has them.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<LevelNumber> {
        self.levels.iter().position(|level| level.id.as_str() == id).map(LevelNumber)
    }

    /// The number of the same level in another form of this scale: of the same name in the same place, or else with the same words.
    #[must_use]
    pub fn counterpart(&self, number: LevelNumber, other: &Self) -> Option<LevelNumber> {
        let level = self.level(number);
        let is_there = self.is_ordered(number) == other.is_ordered(number)
            && other.levels.get(number.0).is_some_and(|there| there.name == level.name);
        if is_there { Some(number) } else { other.find(level.id.as_str()) }
    }

    /// The level that says the same as a reason, such as *ej tillämpligt* outside the order.
    #[must_use]
    pub fn find_missing(&self, missing: Missing) -> Option<LevelNumber> {
        self.find(missing.words())
    }
}
