//! The appendices of ratings: every body and statement of a year, and the first and the last year beside each other.

use super::super::comparison::{Compared, totals};
use super::super::{charting, heat, wording, year as year_page};
use super::Heading;
use super::appendix::Appendix;
use crate::language::list;
use crate::model::{Missing, Year};
use crate::report::Report;

/// Every rating of a year, or what is known instead.
pub fn of_year(report: &Report<'_>, number: u8, year: Year, path: &str) -> Appendix {
    let heading = Heading::new(format!("bilaga-{number}"), format!("Bilaga {number}. Alla bedömningar {year}"));
    let set = report.main_set();
    let Some(result) = set.years.get(&year) else {
        return Appendix::empty(heading, format!("Året {year} följs inte upp här."));
    };
    let tables = heat::by_category(report, set, year, (path, &format!("bedomningar-{year}")));
    if !tables.is_empty() {
        let sentences = vec![format!("{}.", wording::coverage(&result.coverage, year))];
        return Appendix { sentences, tables, ..Appendix::new(heading) };
    }
    let told = wording::coverage(&result.coverage, year);
    let missing = format!("{told}. Här skulle varje organs bedömning av varje påstående stå.");
    let published = result.published.and_then(|total| year_page::published_shares(set, total));
    let remarks = result.published.map(|total| &total.remarks);
    let note = remarks.and_then(|remarks| remarks.note.clone());
    let source = remarks.and_then(|remarks| remarks.source.as_ref()).map(|source| format!("Källa: {source}."));
    let sentences = published.into_iter().chain(note).chain(source);
    Appendix { sentences: sentences.collect(), ..Appendix::empty(heading, missing) }
}

/// The first year that is followed up beside this one.
pub fn first_and_last(report: &Report<'_>, all: &Compared<'_>, year: Year, path: &str) -> Appendix {
    let first = report.model.municipality.span.first;
    let set = report.main_set();
    if first == year {
        let heading = Heading::new("bilaga-3", format!("Bilaga 3. Överblick {year}"));
        return Appendix::empty(
            heading,
            format!("Året {year} är det första som följs upp. Det finns inget att jämföra med."),
        );
    }
    let heading = Heading::new("bilaga-3", format!("Bilaga 3. Överblick {first} och {year}"));
    let compared = all.between(first, year);
    let found = compared.and_then(|one| Some((one, one.sets.iter().find(|one| one.sets.1.set.id == set.set.id)?)));
    let levels = found.and_then(|(compared, of_set)| totals::all(compared, of_set, path, "bilaga-3-nivaer"));
    let lacking = |one: &Year| set.years.get(one).is_none_or(|result| !result.coverage.is_enough());
    let lacking: Vec<_> = [first, year].into_iter().filter(lacking).collect();
    let statements = lacking.is_empty().then(|| {
        let table = year_page::statement_changes(report, set, first, year, path);
        table.renamed(path, "bilaga-3-pastaenden".to_owned())
    });
    let known = set.set.statements().next().is_some();
    let why = |one: &Year| {
        let lack = set.years.get(one).map_or(Missing::Unknown, |result| result.coverage.lack());
        format!("organens svar {one} {}", wording::answers_are(lack))
    };
    let reasons: Vec<_> = lacking.iter().map(why).collect();
    let after = format!("Påstående för påstående kan åren inte jämföras: {}.", list::joined(&reasons));
    let missing = levels.is_none().then(|| format!("Varken {first} eller {year} har andelar som är kända."));
    let sentences =
        vec![format!("{} i de två åren. De år som ligger emellan visas inte.", wording::capitalized(charting::UNIT))];
    Appendix {
        sentences: if levels.is_some() { sentences } else { Vec::new() },
        missing,
        tables: levels.into_iter().chain(statements.filter(|_| known)).collect(),
        after: (!reasons.is_empty()).then_some(after).into_iter().collect(),
        ..Appendix::new(heading)
    }
}
