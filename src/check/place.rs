//! What a file is, told by where it lies.

use std::collections::BTreeSet;

use super::context::Context;
use super::misplaced::{self, Misplaced};
use super::misplaced_words;
use super::{Placed, values};
use crate::diagnostic::Diagnostic;
use crate::model::{AuditId, BodyId, IndicatorId, JointReviewId, MeasureId, PageId, Period, ReviewId, SetId, Year};
use crate::source::{FileFault, Span, Unread};
use crate::syntax::{Documents, Form};

/// What a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// `kommun.yaml`
    Municipality,
    /// `skalor.yaml`
    Scales,
    /// `riskmatris.yaml`
    RiskMatrix,
    /// `pastaenden/<set>.yaml`
    StatementSet(SetId),
    /// `matetal/<indicator>.yaml`
    Indicator(IndicatorId),
    /// `ar/<year>.md`
    CityReport(Year),
    /// `gemensamma/<review>/<year>.md`
    Round(JointReviewId, Year),
    /// `revision/<audit>.md`
    Audit(AuditId),
    /// `sidor/<page>.md`
    Page(PageId),
    /// `organ/<body>/organ.yaml`
    Body(BodyId),
    /// `organ/<body>/matetal/<indicator>.yaml`
    Readings(BodyId, IndicatorId),
    /// `organ/<body>/yttranden/<audit>.md`
    Response(BodyId, AuditId),
    /// `organ/<body>/<year>/plan.yaml`
    Plan(BodyId, Year),
    /// `organ/<body>/<year>/sjalvskattning.yaml`
    SelfAssessment(BodyId, Year),
    /// `organ/<body>/<year>/atgarder/<measure>.md`
    Measure(BodyId, Year, MeasureId),
    /// `organ/<body>/<year>/granskningar/<review>.md`
    Review(BodyId, Year, ReviewId),
    /// `organ/<body>/<year>/gemensamma/<review>.md`
    JointAnswer(BodyId, Year, JointReviewId),
    /// `organ/<body>/<year>/rapport.md`, `rapport-t2.md`
    BodyReport(BodyId, Period),
}

impl Place {
    /// The body whose folder it lies in.
    pub fn body(&self) -> Option<&BodyId> {
        match self {
            Self::Body(id)
            | Self::Readings(id, _)
            | Self::Response(id, _)
            | Self::Plan(id, _)
            | Self::SelfAssessment(id, _)
            | Self::Measure(id, ..)
            | Self::Review(id, ..)
            | Self::JointAnswer(id, ..)
            | Self::BodyReport(id, _) => Some(id),
            Self::Municipality
            | Self::Scales
            | Self::RiskMatrix
            | Self::StatementSet(_)
            | Self::Indicator(_)
            | Self::CityReport(_)
            | Self::Round(..)
            | Self::Audit(_)
            | Self::Page(_) => None,
        }
    }

    /// The year whose folder inside a body's it lies in.
    pub fn year(&self) -> Option<Year> {
        match self {
            Self::Plan(_, year)
            | Self::SelfAssessment(_, year)
            | Self::Measure(_, year, _)
            | Self::Review(_, year, _)
            | Self::JointAnswer(_, year, _) => Some(*year),
            Self::BodyReport(_, period) => Some(period.year),
            Self::Municipality
            | Self::Scales
            | Self::RiskMatrix
            | Self::StatementSet(_)
            | Self::Indicator(_)
            | Self::CityReport(_)
            | Self::Round(..)
            | Self::Page(_)
            | Self::Body(_)
            | Self::Audit(_)
            | Self::Response(..)
            | Self::Readings(..) => None,
        }
    }
}

/// Every document with its place. A file whose place means nothing is told, or its folder once; where it is clear what was
/// meant, it is read as that, so that its own faults are told in the same run.
pub fn all<'d>(documents: &'d Documents, context: &mut Context<'_>) -> Vec<Placed<'d>> {
    let sources = context.sources;
    let taken: BTreeSet<&str> = sources.iter().map(|(_, file)| file.path.as_str()).collect();
    let same_name = sources.iter().filter(|(_, file)| file.fault == Some(FileFault::Unread(Unread::SameName)));
    // Whoever renames one of two that look the same, gives it a right name at once.
    let mut told: BTreeSet<String> = same_name.map(|(_, file)| file.path.clone()).collect();
    let mut placed = Vec::new();
    for document in &documents.all {
        let file = sources.file(document.file);
        if is_for_people(&file.path) {
            continue;
        }
        if let Some(place) = of(&file.path) {
            placed.push(Placed { place, document });
            continue;
        }
        if let Some(FileFault::Unread(_)) = file.fault {
            continue;
        }
        let Misplaced { code, message, hint, part, right } = misplaced::judge(&file.path);
        // The right name for the part may be that of another file or folder.
        let parts = part.split('/').count();
        let name = right.as_ref().map(|right| right.split('/').take(parts).collect::<Vec<_>>().join("/"));
        let hint = name.filter(|name| is_there(name, &taken)).map_or(hint, |name| misplaced_words::already(&name));
        if told.insert(part) {
            let place = Span { file: document.file, start: 0, end: 0 };
            context.diagnostics.error(Diagnostic::new(code, place, message).hint(hint));
        }
        let meant = right.filter(|right| !taken.contains(right.as_str())).and_then(|right| of(&right));
        placed.extend(meant.map(|place| Placed { place, document }));
    }
    placed
}

/// The form that its place gives a file: that of the place it was meant for, where it is clear which that is.
#[must_use]
pub fn form(path: &str) -> Form {
    let by_ending = form_by_ending(path);
    // Of files with other endings nothing was read.
    if is_for_people(path) || by_ending == Form::Other {
        return Form::Other;
    }
    if of(path).is_some() {
        return by_ending;
    }
    misplaced::judge(path).right.map_or(by_ending, |right| form_by_ending(&right))
}

fn form_by_ending(path: &str) -> Form {
    match path.rsplit_once('.') {
        Some((_, "yaml")) => Form::Yaml,
        Some((_, "md")) => Form::Markdown,
        Some(_) | None => Form::Other,
    }
}

/// Whether a file or folder has the path.
fn is_there(path: &str, taken: &BTreeSet<&str>) -> bool {
    let folder = format!("{path}/");
    taken.contains(path) || taken.range(folder.as_str()..).next().is_some_and(|next| next.starts_with(&folder))
}

/// Files that explain the folder to those who work in it.
pub fn is_for_people(path: &str) -> bool {
    matches!(path.rsplit('/').next(), Some("README.md" | "CODEOWNERS"))
}

/// The place that a path is, if it is one.
pub fn of(path: &str) -> Option<Place> {
    let parts: Vec<_> = path.split('/').collect();
    match parts.as_slice() {
        ["kommun.yaml"] => Some(Place::Municipality),
        ["riskmatris.yaml"] => Some(Place::RiskMatrix),
        ["skalor.yaml"] => Some(Place::Scales),
        ["pastaenden", file] => Some(Place::StatementSet(SetId(id(file, ".yaml")?))),
        ["matetal", file] => Some(Place::Indicator(IndicatorId(id(file, ".yaml")?))),
        ["ar", file] => Some(Place::CityReport(values::parse_year(file.strip_suffix(".md")?)?)),
        ["gemensamma", review, file] => {
            Some(Place::Round(JointReviewId(id(review, "")?), values::parse_year(file.strip_suffix(".md")?)?))
        }
        ["revision", file] => Some(Place::Audit(AuditId(id(file, ".md")?))),
        ["sidor", file] => Some(Place::Page(PageId(id(file, ".md")?))),
        ["organ", body, rest @ ..] => in_body(BodyId(id(body, "")?), rest),
        _ => None,
    }
}

fn in_body(body: BodyId, parts: &[&str]) -> Option<Place> {
    match parts {
        ["organ.yaml"] => Some(Place::Body(body)),
        ["matetal", file] => Some(Place::Readings(body, IndicatorId(id(file, ".yaml")?))),
        ["yttranden", file] => Some(Place::Response(body, AuditId(id(file, ".md")?))),
        [year, "plan.yaml"] => Some(Place::Plan(body, values::parse_year(year)?)),
        [year, "sjalvskattning.yaml"] => Some(Place::SelfAssessment(body, values::parse_year(year)?)),
        [year, "atgarder", file] => Some(Place::Measure(body, values::parse_year(year)?, MeasureId(id(file, ".md")?))),
        [year, "granskningar", file] => {
            Some(Place::Review(body, values::parse_year(year)?, ReviewId(id(file, ".md")?)))
        }
        [year, "gemensamma", file] => {
            Some(Place::JointAnswer(body, values::parse_year(year)?, JointReviewId(id(file, ".md")?)))
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
