//! Owns whether a theme's colours can be told apart: every token in every mode against what it meets. Does not see pages.

mod colour;
mod mode;
mod pairs;
mod sheet;
#[cfg(test)]
mod tests;
mod token;

pub(super) use sheet::without_comments;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use colour::Colour;
use mode::Mode;
use pairs::{Need, PAIRINGS};
use token::{Found, Tokens};

/// A colour of a theme that nobody can be sure to see.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ColourFault {
    /// The file of the theme; empty where no file has the colour.
    pub file: String,
    /// The line in it, from 1; 0 without a file.
    pub line: usize,
    /// What is wrong and what to do, in Swedish sentences without the last full stop.
    pub message: String,
}

impl fmt::Display for ColourFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.file.is_empty() {
            write!(formatter, "{}:{}: ", self.file, self.line)?;
        }
        write!(formatter, "{}", self.message)
    }
}

/// Checks the style sheets of a theme, by path, in the order in which pages load them. The faults come in order of place.
pub(super) fn check(sheets: &[(&str, &str)]) -> Vec<ColourFault> {
    let tokens = Tokens::read(sheets);
    let mut faults: BTreeSet<ColourFault> = tokens.misplaced().collect();
    let mut unreadable: BTreeMap<ColourFault, Vec<Mode>> = BTreeMap::new();
    let mut weak: Vec<(Meeting<'_>, Vec<Mode>)> = Vec::new();
    for mode in Mode::all() {
        let mut colours = BTreeMap::new();
        for name in pairs::tokens() {
            match tokens.colour(name, mode) {
                Ok(found) => drop(colours.insert(name, found)),
                Err(fault) => unreadable.entry(fault).or_default().push(mode),
            }
        }
        for meeting in PAIRINGS.iter().flat_map(|pairing| meetings(pairing, &colours)) {
            // The same two lines meet in several modes, which is one fault to mend.
            match weak.iter_mut().find(|(other, _)| *other == meeting) {
                Some((_, modes)) => modes.push(mode),
                None => weak.push((meeting, vec![mode])),
            }
        }
    }
    faults.extend(
        unreadable.into_iter().map(|(fault, modes)| ColourFault {
            message: fault.message.replace(token::MODES, &names(&modes)),
            ..fault
        }),
    );
    faults.extend(weak.iter().map(|(meeting, modes)| meeting.fault(modes)));
    faults.into_iter().collect()
}

/// Two colours with too little contrast.
#[derive(Debug, Clone, PartialEq)]
struct Meeting<'sheets> {
    front: (&'static str, Found<'sheets>),
    ground: (&'static str, Found<'sheets>),
    need: Need,
    what: &'static str,
}

fn meetings<'sheets>(
    pairing: &'static pairs::Pairing,
    colours: &BTreeMap<&'static str, Found<'sheets>>,
) -> Vec<Meeting<'sheets>> {
    let both = pairing.fronts.iter().flat_map(|front| pairing.grounds.iter().map(move |ground| (*front, *ground)));
    let found =
        both.filter_map(|(front, ground)| Some(((front, *colours.get(front)?), (ground, *colours.get(ground)?))));
    found
        .filter(|((_, front), (_, ground))| front.colour.contrast(ground.colour) < pairing.need.least())
        .map(|(front, ground)| Meeting { front, ground, need: pairing.need, what: pairing.what })
        .collect()
}

impl Meeting<'_> {
    fn fault(&self, modes: &[Mode]) -> ColourFault {
        let Self { front: (front_name, front), ground: (ground_name, ground), need, what } = self;
        let is_darker = front.colour.is_darker_than(ground.colour);
        let (end, change, other) =
            if is_darker { (Colour::BLACK, "mörkare", "ljusare") } else { (Colour::WHITE, "ljusare", "mörkare") };
        let way_out = match front.colour.towards(end, ground.colour, need.least()) {
            Some(colour) => format!("Gör {front_name} {change}, till exempel {colour}, eller {ground_name} {other}"),
            None => format!("Gör {ground_name} {other}"),
        };
        let message = format!(
            "{front_name} ({}) har kontrasten {} till 1 mot {ground_name} ({}, {}:{}) i {}. {what} ska ha minst {}. {way_out}",
            front.colour,
            rounded_down(front.colour.contrast(ground.colour)),
            ground.colour,
            ground.file,
            ground.line,
            names(modes),
            need.words(),
        );
        ColourFault { file: front.file.to_owned(), line: front.line, message }
    }
}

/// Two decimals; what does not suffice never looks as if it did.
fn rounded_down(contrast: f64) -> String {
    format!("{:.2}", (contrast * 100.0).floor() / 100.0).replace('.', ",")
}

fn names(modes: &[Mode]) -> String {
    match modes {
        [] => String::new(),
        [only] => only.name().to_owned(),
        [first @ .., last] => {
            let first: Vec<_> = first.iter().map(|mode| mode.name()).collect();
            format!("{} och {}", first.join(", "), last.name())
        }
    }
}
