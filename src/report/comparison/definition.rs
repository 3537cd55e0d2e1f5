//! What the city office writes about no year or about many: the city, its scales, statements, indicators, bodies and free pages.

use std::collections::BTreeMap;

use super::field::{Field, FieldChange, Fields, Value, changes, prose, remarks, text};
use super::pair::pairs;
use super::{NOT_RENAMED, Pair, Sides, accessibility, audit, body};
use crate::model::{
    AuditId, Body, BodyId, Direction, Indicator, IndicatorId, Model, Municipality, Page, PageId, PublishedOutcome,
    Readings, RiskMatrix, Scale, ScaleId, ScaleKind, SetId, StatementSet, Statements, Tone, Version,
};
use crate::source::Origin;

/// Something that is defined at one revision or both.
#[derive(Debug, Clone, PartialEq)]
pub struct DefinitionChange<'m> {
    /// What it is.
    pub definition: Definition<'m>,
    /// Where it is written.
    pub origins: Pair<Option<Origin>>,
    /// What it says otherwise; nothing when it is there at one revision only.
    pub fields: Vec<FieldChange<'m>>,
}

/// What is defined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Definition<'m> {
    /// The city.
    Municipality,
    /// A scale.
    Scale(&'m ScaleId),
    /// The matrix of risks.
    RiskMatrix,
    /// A statement set.
    Set(&'m SetId),
    /// An indicator.
    Indicator(&'m IndicatorId),
    /// A body.
    Body(&'m BodyId),
    /// A body's figures of an indicator.
    Readings(&'m BodyId, &'m IndicatorId),
    /// An audit.
    Audit(&'m AuditId),
    /// What a body answers an audit.
    Response(&'m BodyId, &'m AuditId),
    /// A free page.
    Page(&'m PageId),
}

type Defined<'m> = (Definition<'m>, Option<Origin>, Fields<'m>);

/// Every definition that is new, gone, or says something else; the year of the sides does not matter.
pub fn definitions<'m>(sides: Sides<'m>) -> Vec<DefinitionChange<'m>> {
    let before = all(sides.before.report.model, sides.renamed);
    let after = all(sides.after.report.model, &NOT_RENAMED);
    let change = |pair: Pair<&Defined<'m>>| {
        let fields = pair.both().map(|(old, new)| changes(sides, &old.2, &new.2)).unwrap_or_default();
        let origins = match pair {
            Pair::Both(old, new) => Pair::Both(old.1, new.1),
            Pair::Gone(old) => Pair::Gone(old.1),
            Pair::New(new) => Pair::New(new.1),
        };
        DefinitionChange { definition: pair.latest().0, origins, fields }
    };
    let changes = pairs(&before, &after, |one: &Defined<'m>| one.0).into_iter().map(change);
    changes.filter(|change| change.origins.both().is_none() || !change.fields.is_empty()).collect()
}

fn all<'m>(model: &'m Model, renamed: &'m BTreeMap<BodyId, BodyId>) -> Vec<Defined<'m>> {
    let city = &model.municipality;
    let mut all = vec![(Definition::Municipality, Some(city.origin), municipality(city))];
    all.extend(model.scales.iter().map(|(id, one)| (Definition::Scale(id), None, scale(one))));
    all.extend(model.risk_matrix.iter().map(|one| (Definition::RiskMatrix, Some(one.origin), risk_matrix(one))));
    all.extend(model.sets.iter().map(|(id, set)| (Definition::Set(id), Some(set.origin), statement_set(set))));
    let indicators = model.indicators.iter();
    all.extend(indicators.map(|(id, one)| (Definition::Indicator(id), Some(one.origin), indicator(one))));
    let bodies = model.bodies.iter();
    let now = |id: &'m BodyId| renamed.get(id).unwrap_or(id);
    let body = |(id, one): (&'m BodyId, &'m Body)| (Definition::Body(now(id)), Some(one.origin), facts(one, renamed));
    all.extend(bodies.map(body));
    let audits = model.audits.iter();
    all.extend(audits.map(|(id, one)| (Definition::Audit(id), Some(one.origin), audit::audit(one, &now))));
    for (id, body) in &model.bodies {
        let readings = body.readings.iter();
        let definition = |indicator: &'m IndicatorId| Definition::Readings(now(id), indicator);
        all.extend(readings.map(|(indicator, one)| (definition(indicator), Some(one.origin), of_readings(one))));
    }
    for (id, body) in &model.bodies {
        let responses = body.responses.iter();
        let definition = |audit: &'m AuditId| Definition::Response(now(id), audit);
        all.extend(responses.map(|(audit, one)| (definition(audit), Some(one.origin), audit::response(one))));
    }
    all.extend(model.pages.iter().map(|(id, one)| (Definition::Page(id), Some(one.origin), page(one))));
    all
}

/// What is said of a body itself, with the later ids of those that it came from or became.
fn facts<'m>(body: &'m Body, renamed: &BTreeMap<BodyId, BodyId>) -> Fields<'m> {
    let joined = |ids: &[BodyId]| {
        let ids = ids.iter().map(|id| renamed.get(id).unwrap_or(id).as_str());
        Value::Written(ids.collect::<Vec<_>>().join(", "))
    };
    let mut fields = body::facts(body);
    for (field, value) in &mut fields {
        if matches!(field, Field::Key("föregångare")) {
            *value = joined(&body.predecessors);
        } else if matches!(field, Field::Key("efterföljare")) {
            *value = joined(&body.successors);
        }
    }
    fields
}

fn municipality(city: &Municipality) -> Fields<'_> {
    let years = format!("{}–{}", city.span.first, city.span.last);
    let mut fields = vec![
        (Field::Name, Value::Text(&city.name)),
        (Field::Title, Value::Text(&city.title)),
        (Field::Key("år"), Value::Written(years)),
        (Field::Key("rapportdatum"), Value::Day(city.report_date)),
        (Field::Key("påståenden"), Value::Text(city.statement_set.as_str())),
        (Field::Key("fiktiv"), Value::Text(yes(city.fictional))),
    ];
    text(&mut fields, Field::Key("beskrivning"), city.description.as_ref());
    text(&mut fields, Field::Key("kontakt"), city.contact.as_ref());
    text(&mut fields, Field::Key("länkmönster"), city.link_pattern.as_ref());
    text(&mut fields, Field::Key("versionsmönster"), city.version_pattern.as_ref());
    remarks(&mut fields, &city.remarks);
    fields
}

fn scale(scale: &Scale) -> Fields<'_> {
    let mut fields = vec![(Field::Name, Value::Text(&scale.name))];
    match scale.kind {
        ScaleKind::Ladder => fields.push((Field::Key("trappa"), Value::Text("ja"))),
        ScaleKind::Levels => {}
    }
    for (at, level) in scale.levels().iter().enumerate() {
        let place = if at < scale.ordered().len() { format!("{}", at + 1) } else { "utanför ordningen".to_owned() };
        let name = level.unnamed.map_or(level.name.as_str(), |missing| missing.words());
        let words = format!("{name} ({place}, {}, {})", level.symbol, tone(level.tone));
        fields.push((Field::Keyed("nivåer", level.id.as_str()), Value::Written(words)));
    }
    fields
}

fn risk_matrix(matrix: &RiskMatrix) -> Fields<'_> {
    let mut fields = vec![(Field::Name, Value::Text(&matrix.name))];
    let scales = [
        ("sannolikhet", "sannolikhet, beskrivning", &matrix.likelihood),
        ("konsekvens", "konsekvens, beskrivning", &matrix.consequence),
    ];
    for (key, key_of_one, steps) in scales {
        let words: Vec<_> = steps.iter().map(|step| format!("{} ({})", step.level, step.name)).collect();
        fields.push((Field::Key(key), Value::Written(words.join(", "))));
        for step in steps {
            text(&mut fields, Field::Keyed(key_of_one, &step.name), step.description.as_ref());
        }
    }
    for (at, verdict) in matrix.verdicts.iter().enumerate() {
        let cells = matrix.cells.iter().filter(|(_, verdict)| **verdict == at);
        let cells: Vec<_> = cells.map(|((one, other), _)| format!("{one}x{other}")).collect();
        let words = format!("{} ({}): {}", verdict.symbol, tone(verdict.tone), cells.join(", "));
        fields.push((Field::Keyed("omdömen", &verdict.name), Value::Written(words)));
        text(&mut fields, Field::Keyed("omdömen, beskrivning", &verdict.name), verdict.description.as_ref());
    }
    remarks(&mut fields, &matrix.remarks);
    fields
}

fn yes(is_so: bool) -> &'static str {
    if is_so { "ja" } else { "nej" }
}

/// The word for a tone in a file of scales.
fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "god",
        Tone::Improve => "förbättra",
        Tone::Serious => "allvarlig",
        Tone::Neutral => "neutral",
    }
}

fn statement_set(set: &StatementSet) -> Fields<'_> {
    let mut fields =
        vec![(Field::Name, Value::Text(&set.name)), (Field::Key("skala"), Value::Text(set.scale.as_str()))];
    fields.push((Field::Key("andel av"), Value::Text(set.share_base.words())));
    text(&mut fields, Field::Key("beskrivning"), set.description.as_ref());
    fields.extend(set.announced_count.map(|count| (Field::Key("antal påståenden"), Value::Count(count))));
    for category in &set.categories {
        let id = category.id.as_str();
        fields.push((Field::Keyed("kategorier", id), Value::Text(&category.name)));
        if let Statements::Missing(missing) = category.statements {
            fields.push((Field::Keyed("saknas", id), Value::Text(missing.words())));
        }
    }
    for (category, statement) in set.statements() {
        let id = statement.id.as_str();
        fields.push((Field::Keyed("kategori", id), Value::Text(&category.name)));
        fields.push((Field::Keyed("kort", id), Value::Text(&statement.short)));
        fields.push((
            Field::Keyed("år", id),
            Value::Written(format!("{}–{}", statement.span.first, statement.span.last)),
        ));
        for version in &statement.versions {
            fields.push((Field::Wording(id, version.from), Value::Text(&version.text)));
        }
        let since = |version: &Version| format!("{} {}", version.from, yes(version.comparable));
        let comparable: Vec<_> = statement.versions.iter().skip(1).map(since).collect();
        if !comparable.is_empty() {
            fields.push((Field::Keyed("jämförbar", id), Value::Written(comparable.join(", "))));
        }
        let notes: Vec<_> = statement.versions.iter().filter_map(|version| version.note.clone()).collect();
        if !notes.is_empty() {
            fields.push((Field::Keyed("not", id), Value::Written(notes.join(" "))));
        }
        let questions = statement.guiding_questions.join(" ");
        if !questions.is_empty() {
            fields.push((Field::Keyed("hjälpfrågor", id), Value::Written(questions)));
        }
    }
    for total in &set.published {
        let year = total.years.first;
        fields.push((Field::Yearly("sammanställningar", year), published(&total.outcome)));
        fields.push((Field::Yearly("svar per organ publicerade", year), Value::Text(yes(!total.bodies_unpublished))));
        fields.extend(total.remainder.as_ref().map(|text| (Field::Yearly("övrigt", year), Value::Text(text))));
        fields.extend(total.remarks.note.as_ref().map(|text| (Field::Yearly("not", year), Value::Text(text))));
        fields.extend(total.remarks.source.as_ref().map(|text| (Field::Yearly("källa", year), Value::Text(text))));
    }
    remarks(&mut fields, &set.remarks);
    fields
}

fn published(outcome: &PublishedOutcome) -> Value<'_> {
    match outcome {
        PublishedOutcome::Shares(shares) => Value::Shares(shares),
        PublishedOutcome::Missing(missing) => Value::Text(missing.words()),
    }
}

fn indicator(indicator: &Indicator) -> Fields<'_> {
    let mut fields = vec![
        (Field::Name, Value::Text(&indicator.name)),
        (Field::Key("definition"), Value::Text(&indicator.definition)),
        (Field::Key("enhet"), Value::Text(&indicator.unit)),
        (Field::Key("decimaler"), Value::Count(indicator.decimals)),
    ];
    text(&mut fields, Field::Key("enhet för en"), indicator.unit_of_one.as_ref());
    let direction = match indicator.direction {
        Direction::HigherIsBetter => "högre är bättre",
        Direction::LowerIsBetter => "lägre är bättre",
        Direction::Neither => "varken",
    };
    fields.push((Field::Key("riktning"), Value::Text(direction)));
    fields.extend(indicator.breaks.iter().map(|one| (Field::Yearly("brott", one.year), Value::Text(&one.reason))));
    fields.extend(indicator.targets.iter().map(|one| (Field::Yearly("mål", one.year), Value::Figure(one.value))));
    remarks(&mut fields, &indicator.remarks);
    fields
}

/// What is said of a body's figures together; each of them is compared with its year.
fn of_readings(readings: &Readings) -> Fields<'_> {
    let mut fields = Fields::new();
    remarks(&mut fields, &readings.remarks);
    fields
}

fn page(page: &Page) -> Fields<'_> {
    let mut fields = vec![(Field::Title, Value::Text(&page.title))];
    fields.push((Field::Key("ordning"), Value::Written(page.order.to_string())));
    fields.extend(page.accessibility.iter().flat_map(accessibility::statement));
    prose(&mut fields, &page.text);
    remarks(&mut fields, &page.remarks);
    fields
}
