//! What a file is, told by where it lies.

use super::context::Context;
use super::{Placed, nearest, values};
use crate::diagnostic::{Code, Reported};
use crate::model::{BodyId, IndicatorId, MeasureId, PageId, Period, ReviewId, SetId, Year};
use crate::source::Span;
use crate::syntax::Documents;

/// What a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// `kommun.yaml`
    Municipality,
    /// `skalor.yaml`
    Scales,
    /// `pastaenden/<set>.yaml`
    StatementSet(SetId),
    /// `matetal/<indicator>.yaml`
    Indicator(IndicatorId),
    /// `ar/<year>.md`
    CityReport(Year),
    /// `sidor/<page>.md`
    Page(PageId),
    /// `organ/<body>/organ.yaml`
    Body(BodyId),
    /// `organ/<body>/matetal/<indicator>.yaml`
    Readings(BodyId, IndicatorId),
    /// `organ/<body>/<year>/sjalvskattning.yaml`
    SelfAssessment(BodyId, Year),
    /// `organ/<body>/<year>/atgarder/<measure>.md`
    Measure(BodyId, Year, MeasureId),
    /// `organ/<body>/<year>/granskningar/<review>.md`
    Review(BodyId, Year, ReviewId),
    /// `organ/<body>/<year>/rapport.md`, `rapport-t2.md`
    BodyReport(BodyId, Period),
}

impl Place {
    /// The body whose folder it lies in.
    pub fn body(&self) -> Option<&BodyId> {
        match self {
            Self::Body(id)
            | Self::Readings(id, _)
            | Self::SelfAssessment(id, _)
            | Self::Measure(id, ..)
            | Self::Review(id, ..)
            | Self::BodyReport(id, _) => Some(id),
            Self::Municipality
            | Self::Scales
            | Self::StatementSet(_)
            | Self::Indicator(_)
            | Self::CityReport(_)
            | Self::Page(_) => None,
        }
    }

    /// The year whose folder inside a body's it lies in.
    pub fn year(&self) -> Option<Year> {
        match self {
            Self::SelfAssessment(_, year) | Self::Measure(_, year, _) | Self::Review(_, year, _) => Some(*year),
            Self::BodyReport(_, period) => Some(period.year),
            Self::Municipality
            | Self::Scales
            | Self::StatementSet(_)
            | Self::Indicator(_)
            | Self::CityReport(_)
            | Self::Page(_)
            | Self::Body(_)
            | Self::Readings(..) => None,
        }
    }
}

/// Every document with its place; a file whose place means nothing is told.
pub fn all<'d>(documents: &'d Documents, context: &mut Context<'_>) -> Vec<Placed<'d>> {
    let mut placed = Vec::new();
    for document in &documents.all {
        let path = &context.sources.file(document.file).path;
        if is_for_people(path) {
            continue;
        }
        match of(path) {
            Some(place) => placed.push(Placed { place, document }),
            None => drop(unknown(&path.clone(), Span { file: document.file, start: 0, end: 0 }, context)),
        }
    }
    placed
}

/// Files that explain the folder to those who work in it.
fn is_for_people(path: &str) -> bool {
    matches!(path.rsplit('/').next(), Some("README.md" | "CODEOWNERS"))
}

/// The place that a path is, if it is one.
fn of(path: &str) -> Option<Place> {
    let parts: Vec<_> = path.split('/').collect();
    match parts.as_slice() {
        ["kommun.yaml"] => Some(Place::Municipality),
        ["skalor.yaml"] => Some(Place::Scales),
        ["pastaenden", file] => Some(Place::StatementSet(SetId(id(file, ".yaml")?))),
        ["matetal", file] => Some(Place::Indicator(IndicatorId(id(file, ".yaml")?))),
        ["ar", file] => Some(Place::CityReport(values::parse_year(file.strip_suffix(".md")?)?)),
        ["sidor", file] => Some(Place::Page(PageId(id(file, ".md")?))),
        ["organ", body, rest @ ..] => in_body(BodyId(id(body, "")?), rest),
        _ => None,
    }
}

fn in_body(body: BodyId, parts: &[&str]) -> Option<Place> {
    match parts {
        ["organ.yaml"] => Some(Place::Body(body)),
        ["matetal", file] => Some(Place::Readings(body, IndicatorId(id(file, ".yaml")?))),
        [year, "sjalvskattning.yaml"] => Some(Place::SelfAssessment(body, values::parse_year(year)?)),
        [year, "atgarder", file] => Some(Place::Measure(body, values::parse_year(year)?, MeasureId(id(file, ".md")?))),
        [year, "granskningar", file] => {
            Some(Place::Review(body, values::parse_year(year)?, ReviewId(id(file, ".md")?)))
        }
        [year, file] => {
            let tertial = match *file {
                "rapport.md" => None,
                "rapport-t1.md" => Some(1),
                "rapport-t2.md" => Some(2),
                "rapport-t3.md" => Some(3),
                _ => return None,
            };
            Some(Place::BodyReport(body, Period { year: values::parse_year(year)?, tertial }))
        }
        _ => None,
    }
}

/// The id that a file or folder name gives: ASCII letters in lower case, digits and hyphens, since addresses are made of it.
fn id(name: &str, ending: &str) -> Option<String> {
    let name = name.strip_suffix(ending)?;
    let plain = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    (plain && !name.is_empty() && name != "index").then(|| name.to_owned())
}

fn unknown(path: &str, place: Span, context: &mut Context<'_>) -> Reported {
    let hint = hint(path);
    context.error(Code::UnknownPlace, place, format!("filen ”{path}” ligger på en plats som inte betyder något"), hint)
}

fn hint(path: &str) -> String {
    if let Some(start) = path.strip_suffix(".yml") {
        return format!("Döp om filen till ”{start}.yaml”");
    }
    if !matches!(path.rsplit_once('.'), Some((_, "yaml" | "md"))) {
        return "Filer av det slaget kan inte läsas. Skriv siffror i en .yaml-fil och text i en .md-fil, eller ta bort filen".to_owned();
    }
    let folders = ["pastaenden", "matetal", "ar", "sidor", "organ", "atgarder", "granskningar"];
    let files = [
        "kommun.yaml",
        "skalor.yaml",
        "organ.yaml",
        "sjalvskattning.yaml",
        "rapport.md",
        "rapport-t1.md",
        "rapport-t2.md",
        "rapport-t3.md",
    ];
    for part in path.split('/') {
        let strange = part
            .bytes()
            .any(|byte| !(byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'.')));
        if strange {
            return format!("Döp om ”{part}”: bara små bokstäver a–z, siffror och bindestreck kan vara med");
        }
        if let Some(near) = nearest::nearest(part, folders.into_iter().chain(files)).filter(|near| *near != part) {
            return format!("Menade du ”{near}” i stället för ”{part}”?");
        }
    }
    "Jämför med mappträdet i handboken: allt som ett organ skriver ligger under organ/<organ>/<år>/".to_owned()
}
