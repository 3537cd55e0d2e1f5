//! Stable names for programs that read what a comparison says: kinds, changes, fields.

use super::{EntryKind, SectionKind};
use crate::report::comparison::{Fate, Field, Movement, Pair};

/// What became of a rating.
pub fn movement(movement: Movement) -> &'static str {
    match movement {
        Movement::Up => "up",
        Movement::Down => "down",
        Movement::Same => "same",
        Movement::Rated => "rated",
        Movement::Unrated => "unrated",
        Movement::StillUnrated => "still_unrated",
        Movement::OtherReason => "other_reason",
        Movement::New => "new",
        Movement::Gone => "gone",
        Movement::Incomparable => "incomparable",
    }
}

/// What became of a document.
pub fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::CarriedOn => "changed",
        Fate::New => "new",
        Fate::Returned(_) => "returned",
        Fate::FirstReported => "first_reported",
        Fate::DraftBefore => "draft_before",
        Fate::WithheldBefore => "withheld_before",
        Fate::Draft => "draft",
        Fate::Gone => "gone",
        Fate::Finished(_) => "finished",
        Fate::Closed(_) => "closed",
        Fate::Unmentioned(_) => "unmentioned",
        Fate::Dropped(_) => "dropped",
        Fate::Silent(_) => "silent",
        Fate::NotReported => "not_reported",
        Fate::Withheld => "withheld",
        Fate::BodyEnded => "body_ended",
    }
}

/// Whether something is there before and after.
pub fn pair<T>(pair: &Pair<T>) -> &'static str {
    match pair {
        Pair::Both(..) => "changed",
        Pair::Gone(_) => "gone",
        Pair::New(_) => "new",
    }
}

/// What a section is about.
pub fn section(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Largest => "largest",
        SectionKind::Body => "body",
        SectionKind::City => "city",
        SectionKind::Recommendations => "recommendations",
        SectionKind::Definitions => "definitions",
        SectionKind::Figures => "figures",
        SectionKind::Faults => "faults",
        SectionKind::Files => "files",
    }
}

/// What an entry is about.
pub fn entry(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Rating => "rating",
        EntryKind::Assessment => "assessment",
        EntryKind::Plan => "plan",
        EntryKind::Risk => "risk",
        EntryKind::Measure => "measure",
        EntryKind::Review => "review",
        EntryKind::JointAnswer => "joint_answer",
        EntryKind::Report => "report",
        EntryKind::FollowUp => "follow_up",
        EntryKind::Round => "round",
        EntryKind::Recommendation => "recommendation",
        EntryKind::Reading => "reading",
        EntryKind::BodyShare => "body_share",
        EntryKind::StatementShare => "statement_share",
        EntryKind::SameBodies => "same_bodies",
        EntryKind::Body => "body",
        EntryKind::Definition => "definition",
        EntryKind::Figure => "figure",
        EntryKind::Fault => "fault",
        EntryKind::File => "file",
    }
}

/// What a field holds; where there are several alike, with what tells them apart.
pub fn field(field: Field<'_>) -> String {
    let plain = match field {
        Field::Name => "name",
        Field::Title => "title",
        Field::Risk => "risk",
        Field::Cause => "cause",
        Field::Consequence => "consequence",
        Field::Progress => "progress",
        Field::Due => "due",
        Field::Finished => "finished",
        Field::WishedEffect => "wished_effect",
        Field::ReachedEffect => "reached_effect",
        Field::Purpose => "purpose",
        Field::Areas => "areas",
        Field::Scope => "scope",
        Field::Method => "method",
        Field::Verdict => "verdict",
        Field::Lead => "lead",
        Field::Reason => "reason",
        Field::Action => "action",
        Field::Submitted => "submitted",
        Field::Status => "status",
        Field::Responsible => "responsible",
        Field::Note => "note",
        Field::Source => "source",
        Field::Survey(to) => return format!("survey:{to}"),
        Field::Drawn(sample) => return format!("drawn:{sample}"),
        Field::Part(sample, part) => return format!("part:{sample}:{part}"),
        Field::Section(title) => return format!("section:{title}"),
        Field::Decision(number) => return format!("decision:{number}"),
        Field::Correction(number) => return format!("correction:{number}"),
        Field::Key(key) => return format!("key:{key}"),
        Field::Keyed(key, id) => return format!("key:{key}:{id}"),
        Field::Yearly(key, year) => return format!("key:{key}:{year}"),
        Field::Wording(id, year) => return format!("wording:{id}:{year}"),
    };
    plain.to_owned()
}
