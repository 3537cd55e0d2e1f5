//! What documents say, as fields with values that can be laid beside each other. Knows no words for them.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::pair::{Pair, pairs};
use super::{Side, Sides};
use crate::model::{
    BodyReport, CityReport, Colophon, Correction, Decision, DecisionPoint, Fulfilment, Level, LevelNumber, Measure,
    MeasureId, Model, Progress, Remarks, Replies, Review, Risk, Sample, Scale, Status, Survey, TitledProse, Year,
};
use crate::prose::{self, Prose};
use crate::source::{FileId, Origin};

/// What a value is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field<'m> {
    /// The name of something that is no document.
    Name,
    /// The title.
    Title,
    /// The risk in a few words.
    Risk,
    /// Why the risk might come true.
    Cause,
    /// What would follow.
    Consequence,
    /// How far it has come.
    Progress,
    /// The deadline.
    Due,
    /// When it was done.
    Finished,
    /// The effect that is wished for.
    WishedEffect,
    /// The effect that was reached.
    ReachedEffect,
    /// What is to be found out.
    Purpose,
    /// What is looked at.
    Areas,
    /// How much of it.
    Scope,
    /// How.
    Method,
    /// How good it turned out.
    Verdict,
    /// How many answered a survey, of those asked; the survey is named by whom it went to.
    Survey(&'m str),
    /// How many were drawn in a sample of that name.
    Drawn(&'m str),
    /// How many of a sample fell in a part.
    Part(&'m str, &'m str),
    /// The text before the first heading.
    Lead,
    /// A section of the text.
    Section(&'m str),
    /// Why a rating is as it is.
    Reason,
    /// What is to be done about a rating.
    Action,
    /// When the answers were handed in, or are due.
    Submitted,
    /// How far the document has come.
    Status,
    /// A decision, counted from 1.
    Decision(usize),
    /// A correction, counted from 1.
    Correction(usize),
    /// The role that answers for it.
    Responsible,
    /// A footnote.
    Note,
    /// Where it comes from.
    Source,
    /// A property that only the city office writes, named by the key under which it is written.
    Key(&'static str),
    /// The same for one of several.
    Keyed(&'static str, &'m str),
    /// The same for a year.
    Yearly(&'static str, Year),
    /// The wording of a statement from a year on.
    Wording(&'m str, Year),
}

/// What stands in a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'m> {
    /// A line of text.
    Text(&'m str),
    /// Text made from what is written, such as a list of names.
    Written(String),
    /// Text in blocks.
    Prose(&'m Prose),
    /// A day.
    Day(Date),
    /// How far something has come.
    Progress(Progress),
    /// How far a document has come.
    Status(Status),
    /// A level of a scale.
    Level(&'m Level),
    /// A count.
    Count(u32),
    /// A part of a whole.
    PartOf(u32, u32),
    /// A figure.
    Figure(Decimal),
    /// Per cent from the lowest to the highest.
    Range(Decimal, Decimal),
    /// Per cent by level; `None` for a level that is not mentioned.
    Shares(&'m [Option<Decimal>]),
    /// A decision.
    Decision(&'m Decision),
    /// Decisions of several bodies.
    Decisions(&'m [Decision]),
    /// What was decided about a point, if anything.
    Point(&'m DecisionPoint),
    /// How a commitment stands.
    Standing(&'m Fulfilment),
    /// A correction.
    Correction(&'m Correction),
}

/// A field whose value is not the same before and after.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldChange<'m> {
    /// What it is about.
    pub field: Field<'m>,
    /// What stood there and stands there now.
    pub values: Pair<Value<'m>>,
}

/// The fields of something, in the order in which they are shown; a field that nobody has written is not there.
pub type Fields<'m> = Vec<(Field<'m>, Value<'m>)>;

/// Something with fields, written at a place.
pub trait Document {
    /// Where it stands.
    fn origin(&self) -> Origin;
    /// How far it has come, who decided.
    fn colophon(&self) -> &Colophon;
    /// What it says.
    fn fields<'m>(&'m self, model: &'m Model) -> Fields<'m>;
}

/// The fields that differ, in the order in which they stand after, then those that are gone.
pub fn changes<'m>(
    sides: Sides<'m>,
    old: &[(Field<'m>, Value<'m>)],
    new: &[(Field<'m>, Value<'m>)],
) -> Vec<FieldChange<'m>> {
    let differs = |pair: &Pair<&(Field<'m>, Value<'m>)>| match pair {
        Pair::Both((_, old), (_, new)) => !is_same(sides, old, new),
        Pair::Gone(_) | Pair::New(_) => true,
    };
    let change = |pair: Pair<&(Field<'m>, Value<'m>)>| FieldChange {
        field: pair.latest().0,
        values: match pair {
            Pair::Both((_, old), (_, new)) => Pair::Both(old.clone(), new.clone()),
            Pair::Gone((_, old)) => Pair::Gone(old.clone()),
            Pair::New((_, new)) => Pair::New(new.clone()),
        },
    };
    pairs(old, new, |field| field.0).into_iter().filter(differs).map(change).collect()
}

/// Whether two values say the same, however their lines are folded, wherever their links lie among the files, and whatever the folder
/// of a body that they lead into is called.
fn is_same(sides: Sides<'_>, old: &Value<'_>, new: &Value<'_>) -> bool {
    match (old, new) {
        (Value::Text(old), Value::Text(new)) => old.split_whitespace().eq(new.split_whitespace()),
        (Value::Prose(old), Value::Prose(new)) => {
            let path = |side: Side<'_>, file: FileId| side.report.model.path(Origin { file, line: 1 }).to_owned();
            let was = |file| sides.renamed_path(&path(sides.before, file));
            let is = |file| path(sides.after, file);
            let has_links = || prose::links_to_files(old) && prose::links_to_files(new);
            old == new || has_links() && prose::html(old, 2, "", &was) == prose::html(new, 2, "", &is)
        }
        // What a level is called is told once, where the scale is.
        (Value::Level(old), Value::Level(new)) => is_same_level(sides, old, new),
        (Value::Point(old), Value::Point(new)) => old.taken == new.taken,
        (old, new) => old == new,
    }
}

/// Whether a level is the same, with the same words or as the counterpart on the later form of its scale.
fn is_same_level(sides: Sides<'_>, old: &Level, new: &Level) -> bool {
    let [before, after] = [sides.before, sides.after].map(|side| &side.report.model.scales);
    let is_counterpart = |(was, is): (&Scale, &Scale)| {
        let number = was.levels().iter().position(|level| level == old).map(LevelNumber);
        let found = number.and_then(|number| was.counterpart(number, is));
        found.is_some_and(|number| is.level(number) == new)
    };
    let mut forms = before.iter().filter_map(|(id, was)| Some((was, after.get(id)?)));
    old.id == new.id || forms.any(is_counterpart)
}

/// Puts a text into its field, where there is one.
pub fn text<'m>(fields: &mut Fields<'m>, field: Field<'m>, text: Option<&'m String>) {
    fields.extend(text.map(|text| (field, Value::Text(text))));
}

/// Note and source, and whether the source is uncertain.
pub fn remarks<'m>(fields: &mut Fields<'m>, remarks: &'m Remarks) {
    text(fields, Field::Note, remarks.note.as_ref());
    text(fields, Field::Source, remarks.source.as_ref());
    fields.extend(remarks.uncertain.then_some((Field::Key("osäker"), Value::Text("ja"))));
}

/// The same for one of several.
pub fn remarks_of<'m>(fields: &mut Fields<'m>, id: &'m str, remarks: &'m Remarks) {
    text(fields, Field::Keyed("not", id), remarks.note.as_ref());
    text(fields, Field::Keyed("källa", id), remarks.source.as_ref());
    fields.extend(remarks.uncertain.then_some((Field::Keyed("osäker", id), Value::Text("ja"))));
}

/// The fields of a colophon.
pub fn colophon(colophon: &Colophon) -> Fields<'_> {
    let mut fields = Fields::new();
    fields.extend(colophon.status.map(|status| (Field::Status, Value::Status(status))));
    let decisions = colophon.decisions.iter().enumerate();
    fields.extend(decisions.map(|(at, decision)| (Field::Decision(at + 1), Value::Decision(decision))));
    let corrections = colophon.corrections.iter().enumerate();
    fields.extend(corrections.map(|(at, correction)| (Field::Correction(at + 1), Value::Correction(correction))));
    text(&mut fields, Field::Responsible, colophon.responsible.as_ref());
    text(&mut fields, Field::Note, colophon.note.as_ref());
    text(&mut fields, Field::Source, colophon.source.as_ref());
    fields
}

impl Document for Measure {
    fn origin(&self) -> Origin {
        self.origin
    }

    fn colophon(&self) -> &Colophon {
        &self.colophon
    }

    fn fields<'m>(&'m self, _: &'m Model) -> Fields<'m> {
        let mut fields = vec![(Field::Title, Value::Text(&self.title))];
        risk(&mut fields, self.risk.as_ref());
        fields.push((Field::Progress, Value::Progress(self.progress)));
        text(&mut fields, Field::Key("om läget"), self.progress_note.as_ref());
        fields.extend(self.due.map(|due| (Field::Due, Value::Day(due))));
        fields.extend(self.finished.map(|day| (Field::Finished, Value::Day(day))));
        text(&mut fields, Field::WishedEffect, self.wished_effect.as_ref());
        text(&mut fields, Field::ReachedEffect, self.reached_effect.as_ref());
        let follows_up = self.follows_up.as_ref();
        fields.extend(follows_up.map(|id| (Field::Key("följer upp"), Value::Text(id.as_str()))));
        counts(&mut fields, &self.surveys, &self.samples);
        prose(&mut fields, &self.text);
        fields
    }
}

impl Document for Review {
    fn origin(&self) -> Origin {
        self.origin
    }

    fn colophon(&self) -> &Colophon {
        &self.colophon
    }

    fn fields<'m>(&'m self, model: &'m Model) -> Fields<'m> {
        let mut fields = vec![(Field::Title, Value::Text(&self.title))];
        risk(&mut fields, self.risk.as_ref());
        fields.push((Field::Progress, Value::Progress(self.progress)));
        text(&mut fields, Field::Key("om läget"), self.progress_note.as_ref());
        let verdict = self.verdict.as_ref();
        let level = verdict.map(|verdict| model.scales[&verdict.scale].level(verdict.level));
        fields.extend(level.map(|level| (Field::Verdict, Value::Level(level))));
        fields.extend(self.due.map(|due| (Field::Due, Value::Day(due))));
        text(&mut fields, Field::Purpose, self.purpose.as_ref());
        text(&mut fields, Field::Areas, self.areas.as_ref());
        text(&mut fields, Field::Scope, self.scope.as_ref());
        text(&mut fields, Field::Method, self.method.as_ref());
        counts(&mut fields, &self.surveys, &self.samples);
        let led_to = self.led_to.iter().map(MeasureId::as_str).collect::<Vec<_>>().join(", ");
        fields.extend((!led_to.is_empty()).then_some((Field::Key("ledde till"), Value::Written(led_to))));
        if let Some(previous) = &self.previous {
            let comparable = match previous.comparable {
                Some(true) => ", jämförbar",
                Some(false) => ", inte jämförbar",
                None => "",
            };
            let note = previous.note.as_ref().map(|note| format!(", {note}")).unwrap_or_default();
            let written = format!("{}{comparable}{note}", previous.year);
            fields.push((Field::Key("föregående"), Value::Written(written)));
        }
        prose(&mut fields, &self.text);
        fields
    }
}

impl Document for BodyReport {
    fn origin(&self) -> Origin {
        self.origin
    }

    fn colophon(&self) -> &Colophon {
        &self.colophon
    }

    fn fields<'m>(&'m self, _: &'m Model) -> Fields<'m> {
        let mut fields = Fields::new();
        text(&mut fields, Field::Title, self.title.as_ref());
        prose(&mut fields, &self.text);
        fields
    }
}

impl Document for CityReport {
    fn origin(&self) -> Origin {
        self.origin
    }

    fn colophon(&self) -> &Colophon {
        &self.colophon
    }

    fn fields<'m>(&'m self, model: &'m Model) -> Fields<'m> {
        let mut fields = vec![(Field::Title, Value::Text(&self.title))];
        fields.extend(self.answers_due.map(|due| (Field::Submitted, Value::Day(due))));
        super::audit::decided(&mut fields, self, model);
        prose(&mut fields, &self.text);
        fields
    }
}

/// Puts a risk into its fields, where there is one.
pub fn risk<'m>(fields: &mut Fields<'m>, risk: Option<&'m Risk>) {
    let Some(risk) = risk else { return };
    fields.push((Field::Risk, Value::Text(&risk.name)));
    text(fields, Field::Cause, risk.cause.as_ref());
    text(fields, Field::Consequence, risk.consequence.as_ref());
}

/// The counts of surveys and samples.
pub fn counts<'m>(fields: &mut Fields<'m>, surveys: &'m [Survey], samples: &'m [Sample]) {
    let survey = |survey: &'m Survey| {
        let replies = match survey.replies {
            Replies::Counted { sent, answered } => Value::PartOf(answered, sent),
            Replies::Rate(rate) => Value::Range(rate, rate),
        };
        (Field::Survey(&survey.to), replies)
    };
    fields.extend(surveys.iter().map(survey));
    for sample in samples {
        fields.push((Field::Drawn(&sample.name), Value::Count(sample.drawn)));
        let part = |part: &'m crate::model::SamplePart| {
            (Field::Part(&sample.name, &part.name), Value::PartOf(part.count, sample.drawn))
        };
        fields.extend(sample.parts.iter().map(part));
    }
}

/// The parts of a titled text that somebody has written.
pub fn prose<'m>(fields: &mut Fields<'m>, text: &'m TitledProse) {
    if !text.lead.blocks.is_empty() {
        fields.push((Field::Lead, Value::Prose(&text.lead)));
    }
    for (title, section) in &text.sections {
        fields.extend(section.as_ref().map(|section| (Field::Section(title), Value::Prose(section))));
    }
}
