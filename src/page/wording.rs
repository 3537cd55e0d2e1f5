//! Sentences and phrases that several pages use: changes, counts, standings.

use rust_decimal::Decimal;

use crate::language::{date, list, number, plural};
use crate::model::{Body, Indicator, Missing, Remarks, StatementId, StatementSet, Year};
use crate::report::comparison::{self, Change, Difference};
use crate::report::coverage::{Coverage, Standing};
use crate::report::series::{Point, PointValue, Series};
use crate::report::share::Share;

/// A per cent as it is shown, with no more decimals than it has.
pub fn plain(per_cent: Decimal) -> String {
    let per_cent = per_cent.normalize();
    number::decimal(&per_cent, per_cent.scale())
}

/// A difference of shares: `+5 procentenheter`.
pub fn points(difference: Decimal) -> String {
    let difference = difference.normalize();
    number::signed_decimal_points(&difference, difference.scale())
}

/// A share in a table: `89 %`.
pub fn share(share: Share) -> String {
    number::percent_sign(u64::from(share.part), u64::from(share.whole))
}

/// A point of a series in a table; its reason where there is no value.
pub fn point(point: &Point) -> Result<String, Missing> {
    match point.value {
        PointValue::Computed { share, .. } => Ok(self::share(share)),
        PointValue::Published(per_cent) => Ok(format!("{}\u{a0}%", plain(per_cent))),
        PointValue::Missing(missing) => Err(missing),
    }
}

/// What became of a share: `+5 procentenheter`, `oförändrat`, or why it cannot be said.
pub fn change(change: &Change) -> String {
    match change {
        Change::Points { from, to } if from == to => "oförändrat".to_owned(),
        Change::Points { from, to } => points(to - from),
        Change::Broken(_) => "kan inte jämföras".to_owned(),
        Change::Missing(year, missing) => format!("{} {year}", missing.words()),
    }
}

/// What became of a figure, in number and in per cent; a figure that is itself in per cent changes in percentage points.
pub fn difference(difference: &Difference, indicator: &Indicator) -> (String, String) {
    match difference {
        Difference::Between { from, to } if indicator.unit == "procent" => {
            let points = number::signed_decimal_points(&(to - from), indicator.decimals);
            (points, "anges i procentenheter".to_owned())
        }
        Difference::Between { from, to } if from == to => ("oförändrat".to_owned(), "oförändrat".to_owned()),
        Difference::Between { from, to } => {
            let per_cent = number::signed_percent_change(from, to).unwrap_or_else(|| "från noll".to_owned());
            (number::signed_decimal(&(to - from), indicator.decimals), per_cent)
        }
        Difference::Broken(_) => ("kan inte jämföras".to_owned(), "kan inte jämföras".to_owned()),
        Difference::Missing(year, missing) => {
            let words = format!("{} {year}", missing.words());
            (words.clone(), words)
        }
    }
}

/// Where a body stands with its answers.
pub fn standing(standing: Standing) -> String {
    match standing {
        Standing::Submitted { on, late, corrected } => {
            let mut words = if late { "inlämnat sent".to_owned() } else { "inlämnat".to_owned() };
            if let Some(day) = on {
                words = format!("{words} {}", date::long(day));
            }
            if corrected { format!("{words}, rättat") } else { words }
        }
        Standing::Missing(Missing::Draft) => "utkast, inte beslutat".to_owned(),
        Standing::Missing(missing) => missing.words().to_owned(),
    }
}

/// The years in which a body has existed, where they are known: `från 1 januari 2019`.
pub fn lifetime(body: &Body) -> Option<String> {
    match (body.from, body.until) {
        (Some(from), Some(until)) => Some(format!("{} till {}", date::long(from), date::long(until))),
        (Some(from), None) => Some(format!("sedan {}", date::long(from))),
        (None, Some(until)) => Some(format!("till och med {}", date::long(until))),
        (None, None) => None,
    }
}

/// Numbers of bodies: `24 nämnder och bolag`.
pub fn bodies(count: u32) -> String {
    plural::counted(u64::from(count), "nämnd eller bolag", "nämnder och bolag")
}

/// How many have answered: `21 av 24 nämnder och bolag har svarat`.
pub fn answered(share: Share) -> String {
    format!("{} av {} har svarat", number::integer(i64::from(share.part)), bodies(share.whole))
}

/// What a reason says of answers, after a verb's place: `svaren 2023 {är inte publicerade}`.
pub fn answers_are(missing: Missing) -> &'static str {
    match missing {
        Missing::NotAnswered => "är inte lämnade",
        Missing::NotApplicable => "gäller inte",
        Missing::Unknown => "saknas i underlaget",
        Missing::Confidential => "omfattas av sekretess",
        Missing::BodyAbsent => "finns inte, eftersom organet inte fanns",
        Missing::BodyEnded => "finns inte, eftersom organet upphörde under året",
        Missing::NotPublished => "är inte publicerade",
        Missing::NotSubmitted => "är inte inlämnade",
        Missing::Draft => "är ett utkast som inte räknas",
        Missing::Withheld => "publiceras inte",
        Missing::TooFew => "är för få för att läggas ihop",
        Missing::Several => "saknas av flera skäl",
        Missing::NotAsked => "ingick inte i uppföljningen",
    }
}

/// What a reason says of one body's answer: `svaret från Miljönämnden {är inte inlämnat}`.
pub fn answer_is(missing: Missing) -> &'static str {
    match missing {
        Missing::NotSubmitted | Missing::NotAnswered => "är inte inlämnat",
        Missing::NotPublished => "är inte publicerat",
        Missing::Withheld => "publiceras inte",
        Missing::Draft => "är ett utkast",
        Missing::Confidential => "omfattas av sekretess",
        Missing::NotApplicable
        | Missing::Unknown
        | Missing::BodyAbsent
        | Missing::BodyEnded
        | Missing::TooFew
        | Missing::Several
        | Missing::NotAsked => "finns inte",
    }
}

/// Who has answered for a year, or why nobody's answers are at hand.
pub fn coverage(coverage: &Coverage, year: Year) -> String {
    match coverage.share() {
        share if share.part == 0 => format!("Organens egna svar {year} {}", answers_are(coverage.reason)),
        share => answered(share),
    }
}

/// What keeps the years of a series up to a year from being wholly the same; `None` when nothing does.
pub fn changed(set: &StatementSet, series: &Series, until: Year) -> Option<String> {
    let points = series.points.iter().filter(|point| point.year <= until).cloned().collect();
    let series = Series { points };
    let (first, last) = (series.first_comparable()?.year, series.last()?.year);
    let changed = comparison::changed(set, first, last);
    let phrase = |ids: &[StatementId], what: &str| {
        // An id alone says nothing to those who hear it.
        let short = |id: &StatementId| set.statements().find(|(_, one)| one.id == *id).map(|(_, one)| &one.short);
        let named = |id| short(id).map_or_else(|| id.to_string(), |short| format!("{id} ({})", uncapitalized(short)));
        let named: Vec<_> = ids.iter().map(named).collect();
        (!named.is_empty()).then(|| format!("{} {what}", list::joined(&named)))
    };
    let phrases = [
        phrase(&changed.reworded, "har fått en lydelse som inte kan jämföras"),
        phrase(&changed.added, "har tillkommit"),
        phrase(&changed.dropped, "har utgått"),
    ];
    let phrases: Vec<_> = phrases.into_iter().flatten().collect();
    (!phrases.is_empty())
        .then(|| format!("Påståendena är inte helt desamma {first} och {last}: {}.", phrases.join(", ")))
}

/// Why two years cannot be compared, as a sentence.
pub fn incomparable(from: Year, to: Year, change: &Change) -> Option<String> {
    match change {
        Change::Points { .. } => None,
        Change::Broken(reason) => Some(format!("Det går inte att jämföra {to} med {from}. {reason}")),
        Change::Missing(year, missing) => {
            Some(format!("Det går inte att jämföra med {from}: siffrorna {year} {}.", answers_are(*missing)))
        }
    }
}

/// What a value carries beside what it says, for a note below it.
pub fn remarks(remarks: &Remarks) -> Option<String> {
    let source = remarks.source.as_ref().map(|source| format!("Källa: {source}"));
    let parts = [remarks.uncertain.then(|| "Uppgiften är osäker".to_owned()), remarks.note.clone(), source];
    let parts: Vec<_> = parts.into_iter().flatten().map(|part| format!("{}.", part.trim_end_matches('.'))).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// A first letter in lower case, unless the word is an abbreviation.
pub fn uncapitalized(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => words.to_owned(),
    }
}

/// A first letter in upper case.
pub fn capitalized(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Counts of statements without a rating, by reason: `2 påståenden (ej besvarat)`.
pub fn reasons<'r>(reasons: impl IntoIterator<Item = (&'r Missing, &'r u32)>) -> Option<String> {
    let phrase = |(missing, count): (&Missing, &u32)| {
        format!("{} ({})", plural::counted(u64::from(*count), "påstående", "påståenden"), missing.words())
    };
    let phrases: Vec<_> = reasons.into_iter().map(phrase).collect();
    (!phrases.is_empty()).then(|| list::joined(&phrases))
}

/// Numbers of late measures: `1 åtgärd är försenad`, `3 åtgärder är försenade`.
pub fn late(count: usize) -> String {
    plural::counted(count as u64, "åtgärd är försenad", "åtgärder är försenade")
}

/// A body's share in a year and what became of it since the year before, as sentences.
pub fn share_since(series: &Series, year: Year, best: &str) -> String {
    let Some(point) = series.at(year) else { return String::new() };
    let share = match point.value {
        PointValue::Computed { share, .. } => {
            let (part, whole) = (u64::from(share.part), u64::from(share.whole));
            format!("{} av svaren {best} ({part} av {whole})", number::percent(part, whole))
        }
        PointValue::Published(per_cent) => format!("{} procent av svaren {best}", plain(per_cent)),
        PointValue::Missing(missing) => return format!("Svaren {year} {}.", answers_are(missing)),
    };
    let before = year.before();
    match comparison::change(series, before, year) {
        Change::Points { from, to } if from == to => format!("År {year} var {share}, lika mycket som {before}."),
        Change::Points { from, to } => {
            let way = if to > from { "mer" } else { "mindre" };
            let points = points((to - from).abs());
            format!("År {year} var {share}, {} {way} än {before}.", points.trim_start_matches('+'))
        }
        Change::Missing(..) if series.at(before).is_none() => format!("År {year} var {share}."),
        change @ (Change::Broken(_) | Change::Missing(..)) => {
            format!("År {year} var {share}. {}", incomparable(before, year, &change).unwrap_or_default())
        }
    }
}
