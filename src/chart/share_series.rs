//! What can be said of a share over the years: level, change, extremes. The same words for every chart of shares.

use rust_decimal::Decimal;

use crate::chart::outcome::Portion;
use crate::chart::wording::{capitalized, percent_sign, percent_word, plain, years};
use crate::language::number;

/// A share that is known for a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShareOfYear {
    /// The year.
    pub year: i16,
    /// Exact per cent.
    pub percent: Decimal,
    /// Per cent as written.
    pub shown: Decimal,
}

/// How a share moved between two years, by what is written of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Movement {
    /// It rose.
    Up,
    /// It fell.
    Down,
    /// It is written the same, and is.
    Same,
    /// It is written the same, and is not quite.
    AlmostSame,
}

/// How a share moved from one year to another.
pub fn movement(from: &ShareOfYear, to: &ShareOfYear) -> Movement {
    moved((from.shown, from.percent), (to.shown, to.percent))
}

/// How a share moved from one portion to another.
pub fn movement_of_portions(from: &Portion, to: &Portion) -> Movement {
    moved((from.shown, from.percent), (to.shown, to.percent))
}

/// How a share moved, by what is written first and by what is exact then.
fn moved(from: (Decimal, Decimal), to: (Decimal, Decimal)) -> Movement {
    if to.0 > from.0 {
        Movement::Up
    } else if to.0 < from.0 {
        Movement::Down
    } else if to.1 == from.1 {
        Movement::Same
    } else {
        Movement::AlmostSame
    }
}

/// The change as tables write it: `+24 procentenheter`, `oförändrad`.
pub fn change_cell(from: &ShareOfYear, to: &ShareOfYear) -> String {
    change_words(movement(from, to), to.shown - from.shown)
}

/// The change from one portion to another as tables write it.
pub fn change_of_portions(from: &Portion, to: &Portion) -> String {
    change_words(movement_of_portions(from, to), to.shown - from.shown)
}

fn change_words(movement: Movement, difference: Decimal) -> String {
    match movement {
        Movement::Up | Movement::Down => written_points(difference),
        Movement::Same => "oförändrad".to_owned(),
        Movement::AlmostSame => "i stort sett oförändrad".to_owned(),
    }
}

/// A difference of written shares, with no more decimals than they have.
fn written_points(difference: Decimal) -> String {
    let difference = difference.normalize();
    number::signed_decimal_points(&difference, difference.scale())
}

/// The finding: `Andelen tillfredsställande ökade från 65 till 89 procent`.
pub fn headline(what: &str, shares: &[ShareOfYear]) -> String {
    let what_first = capitalized(what);
    match shares {
        [] => format!("Det saknas uppgifter om {what}"),
        [only] => format!("{what_first} var {} {}", percent_word(&only.shown), only.year),
        [from, .., to] => match movement(from, to) {
            Movement::Up => format!("{what_first} ökade från {} till {}", plain(&from.shown), percent_word(&to.shown)),
            Movement::Down => {
                format!("{what_first} minskade från {} till {}", plain(&from.shown), percent_word(&to.shown))
            }
            Movement::Same => format!("{what_first} var oförändrad, {}", percent_word(&to.shown)),
            Movement::AlmostSame => format!("{what_first} var i stort sett oförändrad, {}", percent_word(&to.shown)),
        },
    }
}

/// The change since the first year; `None` with fewer than two years, of which nothing can be said.
pub fn change_sentence(what: &str, shares: &[ShareOfYear]) -> Option<String> {
    let [from, .., to] = shares else { return None };
    let (since, what) = (from.year, what);
    let points = written_points((to.shown - from.shown).abs());
    let points = points.trim_start_matches('+');
    let (start, end) = (plain(&from.shown), percent_word(&to.shown));
    Some(match movement(from, to) {
        Movement::Up => format!("Sedan {since} har {what} ökat med {points}, från {start} till {end}."),
        Movement::Down => format!("Sedan {since} har {what} minskat med {points}, från {start} till {end}."),
        Movement::Same => format!("{} är oförändrad sedan {since}, {end}.", capitalized(what)),
        Movement::AlmostSame => format!("{} är i stort sett oförändrad sedan {since}, {end}.", capitalized(what)),
    })
}

/// The years with the highest and the lowest share; `None` with fewer than three years or when all are the same.
pub fn extremes_sentence(shares: &[ShareOfYear]) -> Option<String> {
    let highest = shares.iter().map(|share| share.shown).max()?;
    let lowest = shares.iter().map(|share| share.shown).min()?;
    if shares.len() < 3 || highest == lowest {
        return None;
    }
    let when = |value: Decimal| {
        let found: Vec<i16> = shares.iter().filter(|share| share.shown == value).map(|share| share.year).collect();
        years(&found)
    };
    Some(format!(
        "Högst var andelen {} ({}) och lägst {} ({}).",
        when(highest),
        percent_sign(&highest),
        when(lowest),
        percent_sign(&lowest)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(year: i16, percent: i64) -> ShareOfYear {
        ShareOfYear { year, percent: Decimal::from(percent), shown: Decimal::from(percent) }
    }

    #[test]
    fn one_year_claims_no_change() {
        assert_eq!(headline("andelen god", &[share(2024, 89)]), "Andelen god var 89 procent 2024");
        assert_eq!(change_sentence("andelen god", &[share(2024, 89)]), None);
        assert_eq!(headline("andelen god", &[]), "Det saknas uppgifter om andelen god");
    }

    #[test]
    fn no_change_is_called_unchanged() {
        let same = [share(2023, 70), share(2024, 70)];
        assert_eq!(headline("andelen god", &same), "Andelen god var oförändrad, 70 procent");
        assert_eq!(change_cell(&same[0], &same[1]), "oförändrad");
        let one_point = [share(2023, 70), share(2024, 69)];
        let sentence = "Sedan 2023 har andelen god minskat med 1 procentenhet, från 70 till 69 procent.";
        assert_eq!(change_sentence("andelen god", &one_point).as_deref(), Some(sentence));
    }

    #[test]
    fn extremes_name_every_year_that_shares_them() {
        let shares = [share(2019, 60), share(2020, 70), share(2021, 60)];
        let sentence = "Högst var andelen 2020 (70\u{a0}%) och lägst 2019 och 2021 (60\u{a0}%).";
        assert_eq!(extremes_sentence(&shares).as_deref(), Some(sentence));
    }
}
