//! Measures, reviews and texts as changes.

use super::fields::fields;
use super::trace::Traces;
use super::{Entry, EntryKind, Exact, Stand, amount, name, wording};
use crate::diagnostic::Words;
use crate::model::{BodyReport, CityReport, ControlPlan, JointAnswer, Measure, Model, PlannedRisk, Review, Round};
use crate::report::comparison::field::Document;
use crate::report::comparison::{Basis, DocumentChange, Fate, Field, FieldChange, Pair, Sides};
use crate::words;

/// What documents of a kind are called.
pub trait Named: Document {
    /// What kind it is.
    const KIND: EntryKind;
    /// Its id, where it has one.
    fn id(&self) -> Option<String>;
    /// What it is called.
    fn name(&self) -> Words;
    /// How far it has come, where that is said.
    fn progress(&self) -> Option<Words>;
    /// What it came to, where it has a verdict.
    fn verdict(&self, _: &Model) -> Option<Words> {
        None
    }
}

impl Named for ControlPlan {
    const KIND: EntryKind = EntryKind::Plan;

    fn id(&self) -> Option<String> {
        None
    }

    fn name(&self) -> Words {
        words!("Internkontrollplanen", "The control plan")
    }

    fn progress(&self) -> Option<Words> {
        None
    }
}

impl Named for PlannedRisk {
    const KIND: EntryKind = EntryKind::Risk;

    fn id(&self) -> Option<String> {
        Some(self.id.to_string())
    }

    fn name(&self) -> Words {
        let name = &self.risk.name;
        words!("Risken ”{name}”", "The risk “{name}”")
    }

    fn progress(&self) -> Option<Words> {
        None
    }
}

impl Named for Measure {
    const KIND: EntryKind = EntryKind::Measure;

    fn id(&self) -> Option<String> {
        Some(self.id.to_string())
    }

    fn name(&self) -> Words {
        let title = &self.title;
        words!("Åtgärden ”{title}”", "The measure “{title}”")
    }

    fn progress(&self) -> Option<Words> {
        Some(wording::content_word(self.progress.words()))
    }
}

impl Named for Review {
    const KIND: EntryKind = EntryKind::Review;

    fn id(&self) -> Option<String> {
        Some(self.id.to_string())
    }

    fn name(&self) -> Words {
        let title = &self.title;
        words!("Granskningen ”{title}”", "The review “{title}”")
    }

    fn progress(&self) -> Option<Words> {
        Some(wording::content_word(self.progress.words()))
    }

    fn verdict(&self, model: &Model) -> Option<Words> {
        let verdict = self.verdict.as_ref()?;
        Some(wording::content_word(&model.scales.get(&verdict.scale)?.level(verdict.level).name))
    }
}

impl Named for JointAnswer {
    const KIND: EntryKind = EntryKind::JointAnswer;

    fn id(&self) -> Option<String> {
        Some(self.review.to_string())
    }

    fn name(&self) -> Words {
        let title = &self.title;
        words!("Redovisningen i den gemensamma granskningen ”{title}”", "The answer to the joint review “{title}”")
    }

    fn progress(&self) -> Option<Words> {
        None
    }
}

impl Named for BodyReport {
    const KIND: EntryKind = EntryKind::Report;

    fn id(&self) -> Option<String> {
        None
    }

    fn name(&self) -> Words {
        match self.period.tertial {
            Some(tertial) => words!("Rapporten för tertial {tertial}", "The report of tertial {tertial}"),
            None => words!("Rapporten för hela året", "The report of the whole year"),
        }
    }

    fn progress(&self) -> Option<Words> {
        None
    }
}

impl Named for CityReport {
    const KIND: EntryKind = EntryKind::FollowUp;

    fn id(&self) -> Option<String> {
        None
    }

    fn name(&self) -> Words {
        words!("Den kommungemensamma uppföljningen", "The city-wide follow-up")
    }

    fn progress(&self) -> Option<Words> {
        None
    }
}

impl Named for Round {
    const KIND: EntryKind = EntryKind::Round;

    fn id(&self) -> Option<String> {
        None
    }

    fn name(&self) -> Words {
        let title = &self.title;
        words!("Den kommungemensamma granskningen ”{title}”", "The joint review “{title}”")
    }

    fn progress(&self) -> Option<Words> {
        None
    }
}

/// What has changed in documents of a kind.
pub fn entries<T: Named>(changes: &[DocumentChange<'_, T>], traces: Traces<'_>) -> Vec<Entry> {
    changes.iter().filter_map(|change| entry(change, traces)).collect()
}

/// A document that has changed; of two years, the texts are not laid beside each other, since a new year has new ones.
pub fn entry<T: Named>(change: &DocumentChange<'_, T>, traces: Traces<'_>) -> Option<Entry> {
    let is_told = |one: &&FieldChange<'_>| traces.sides.basis == Basis::Written || !is_of_year::<T>(one.field);
    let told: Vec<_> = change.fields.iter().filter(is_told).cloned().collect();
    if change.fate == Fate::CarriedOn && told.is_empty() {
        return None;
    }
    let stand = |trace| Stand { words: None, exact: Exact::Nothing, trace: Some(trace) };
    let latest = *change.documents.latest();
    let has_new_text = told.len() < change.fields.len();
    Some(Entry {
        kind: T::KIND,
        id: latest.id(),
        name: latest.name(),
        what: match change.fate {
            Fate::CarriedOn if has_new_text => words!("ändrad, med ny text", "changed, with a new text"),
            Fate::CarriedOn => words!("ändrad", "changed"),
            fate => found(latest, fate, change.documents, traces.sides),
        },
        change: name::fate(change.fate),
        before: change.documents.before().map(|document| stand(traces.before(document.origin()))),
        after: change.documents.after().map(|document| stand(traces.after(document.origin()))),
        fields: fields(&told, traces.sides),
    })
}

/// What became of a document that is there at one side only: with how far it had come where it is new, and its verdict.
fn found<T: Named>(document: &T, fate: Fate, documents: Pair<&T>, sides: Sides<'_>) -> Words {
    let side = if documents.after().is_some() { sides.after } else { sides.before };
    let mut what = wording::fate(fate, sides, 1);
    if let Some(progress) = document.progress().filter(|_| fate == Fate::New) {
        what = words!("{what}, läge: {progress}", "{what}, progress: {progress}", what, progress);
    }
    match document.verdict(side.report.model) {
        Some(verdict) => words!("{what}, omdöme: {verdict}", "{what}, verdict: {verdict}", what, verdict),
        None => what,
    }
}

/// How many documents only have a new text, which is not told one by one for two years.
pub fn with_new_text_only<T: Named>(changes: &[DocumentChange<'_, T>]) -> usize {
    let is_new_text = |change: &&DocumentChange<'_, T>| {
        let fields = &change.fields;
        change.fate == Fate::CarriedOn && !fields.is_empty() && fields.iter().all(|one| is_of_year::<T>(one.field))
    };
    changes.iter().filter(is_new_text).count()
}

/// The note for them.
pub fn new_texts(count: usize, doers: wording::Doers) -> Option<Words> {
    let what = amount::counted(count, doers.sv, doers.en);
    (count > 0).then(|| {
        words!(
            "Texten till {what} är ny; den visas inte här.",
            "The text of {what} is new; it is not shown here.",
            what
        )
    })
}

/// Whether a field is another one each year: the text, and all of a document that is written for one year only.
fn is_of_year<T: Named>(field: Field<'_>) -> bool {
    match T::KIND {
        EntryKind::Report | EntryKind::FollowUp => true,
        // Two rounds are told by their figures; whatever else they say is on their page.
        EntryKind::Round => !matches!(field, Field::Keyed("andelar", _)),
        _ => matches!(field, Field::Lead | Field::Section(_)),
    }
}
