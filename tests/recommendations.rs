//! Auditors' recommendations at the end of two years, as one reads them out of the example's files by hand.

mod reading;

use internkontroll::diagnostic::Language;
use internkontroll::difference;
use internkontroll::model::{BodyId, Missing, Year};
use internkontroll::report::comparison::RecommendationState::{
    self, Awaited, Done, NotMade, Planned, Silent, Unanswered, Unknown,
};
use internkontroll::report::comparison::recommendation::{between, state};
use internkontroll::report::{self, comparison};

const EXAMPLE: &str = "examples/exempelstaden";

type Told = (&'static str, &'static str, RecommendationState, RecommendationState);

#[track_caller]
fn is(from: i16, to: i16, expected: &[Told]) {
    let model = reading::model(EXAMPLE);
    let told = between(&model, Year(from), Year(to));
    let told: Vec<_> = told
        .iter()
        .map(|one| {
            let name = format!("{} {}", one.audit.id, one.recommendation.id);
            (name, one.body.id.to_string(), one.before, one.after)
        })
        .collect();
    let expected: Vec<_> =
        expected.iter().map(|(name, body, was, is)| ((*name).to_owned(), (*body).to_owned(), *was, *is)).collect();
    assert_eq!(told, expected, "{from}–{to}");
}

#[test]
fn before_any_audit_there_is_nothing() {
    is(2015, 2020, &[]);
}

#[test]
fn recommendations_are_made_planned_done_and_passed_over() {
    is(
        2022,
        2023,
        &[
            ("behorigheter-i-it-system R1", "servicenamnden", Planned, Done),
            ("behorigheter-i-it-system R1", "socialnamnden", Planned, Silent),
            ("behorigheter-i-it-system R2", "socialnamnden", Planned, Done),
            ("behorigheter-i-it-system R3", "servicenamnden", Planned, Done),
            ("redovisning-av-kontroller R1", "kommunstyrelsen", NotMade, Awaited),
            ("redovisning-av-kontroller R2", "socialnamnden", NotMade, Awaited),
            ("redovisning-av-kontroller R2", "tekniska-namnden", NotMade, Awaited),
            ("redovisning-av-kontroller R3", "kommunstyrelsen", NotMade, Awaited),
            ("redovisning-av-kontroller R3", "tekniska-namnden", NotMade, Awaited),
        ],
    );
}

#[test]
fn what_was_handed_in_after_the_year_does_not_count_in_it() {
    let unknown = Unknown(Missing::NotPublished);
    is(
        2023,
        2024,
        &[
            ("avtalsuppfoljning R1", "tekniska-namnden", NotMade, Awaited),
            ("avtalsuppfoljning R1", "exempelarenan-ab", NotMade, Awaited),
            ("avtalsuppfoljning R2", "exempelarenan-ab", NotMade, Awaited),
            ("behorigheter-i-it-system R1", "socialnamnden", Silent, Silent),
            ("redovisning-av-kontroller R1", "kommunstyrelsen", Awaited, Planned),
            ("redovisning-av-kontroller R2", "socialnamnden", Awaited, Planned),
            ("redovisning-av-kontroller R2", "tekniska-namnden", Awaited, Planned),
            ("redovisning-av-kontroller R3", "kommunstyrelsen", Awaited, unknown),
            ("redovisning-av-kontroller R3", "tekniska-namnden", Awaited, unknown),
        ],
    );
}

#[test]
fn what_nobody_has_answered_in_time_is_unanswered() {
    let model = reading::model(EXAMPLE);
    let day = |year: i16| Year(year).last_day().min(model.municipality.report_date);
    let audit = &model.audits.values().find(|audit| audit.id.as_str() == "avtalsuppfoljning").expect("it is there");
    let body = &model.bodies.values().find(|body| body.id.as_str() == "exempelarenan-ab").expect("it is there");
    let one = &audit.known_recommendations()[1];
    assert_eq!((state(audit, one, body, day(2024)), state(audit, one, body, day(2025))), (Awaited, Unanswered));
}

/// What is said of whose words they are stands beside the findings wherever these are answered.
#[test]
fn the_form_says_whose_words_the_findings_are() {
    let form = reading::words(reading::site("content"), "revision/it-sakerhet/svarsmall/index.html");
    assert!(form.contains("Iakttagelse: Styrande dokument finns."));
    assert!(form.contains("De är inte revisionens egna formuleringar. Källa: Malmö stad, stadsrevisionen"), "{form}");
}

#[test]
fn backwards_each_is_told_the_other_way() {
    let model = reading::model(EXAMPLE);
    let told = |from: i16, to: i16| {
        let all = between(&model, Year(from), Year(to));
        all.iter().map(|one| (one.recommendation.origin, &one.body.id, one.before, one.after)).collect::<Vec<_>>()
    };
    let pairs = (2015..2024).flat_map(|from| (from + 1..=2024).map(move |to| (from, to)));
    let mut count = 0;
    for (from, to) in pairs {
        let backwards: Vec<_> = told(to, from).into_iter().map(|(at, body, was, is)| (at, body, is, was)).collect();
        count += backwards.len();
        assert_eq!(told(from, to), backwards, "{from}–{to}");
    }
    assert!(count > 20, "the example has recommendations");
}

#[test]
fn the_difference_of_two_years_tells_them_with_both_lines() {
    let model = reading::model(EXAMPLE);
    let report = report::summarize(&model);
    let told = |from: i16, to: i16, body: Option<&str>| {
        let compared = comparison::between(&report, Year(from), Year(to));
        let body = body.map(|id| BodyId(id.to_owned()));
        let difference = difference::of_years(&compared, body.as_ref(), "");
        anstream::adapter::strip_str(&difference::text(&difference, Language::Swedish))
            .to_string()
            .replace('\u{a0}', " ")
    };
    let all = told(2023, 2024, None);
    for expected in [
        "6 rekommendationer från revisorerna, till sammanlagt 9 mottagare: 3 har tillkommit, 5 har nytt läge och 1 har samma läge.",
        "Samma läge i slutet av 2023 och 2024: 1 planerat, men nämns inte i det uppföljande yttrandet.",
        "- R2 ”Upprätta en förteckning över bolagets avtal.” i granskningen ”Granskning av avtalsuppföljning”, till \
         Exempelarenan AB: från inte ställd än till svar väntas\n      revision/avtalsuppfoljning.md:20\n",
        "till Socialnämnden: från svar väntas till planerat\n      före: revision/redovisning-av-kontroller.md:25\n      \
         efter: organ/socialnamnden/yttranden/redovisning-av-kontroller.md:9\n",
        "R3 i granskningen ”Granskning av hur planerade kontroller redovisas”, till Tekniska nämnden: från svar väntas till \
         ej publicerat",
    ] {
        assert!(all.contains(expected), "{expected}\n{}", &all[..5000]);
    }
    let one = told(2022, 2023, Some("servicenamnden"));
    assert!(one.contains("2 rekommendationer från revisorerna: 2 har nytt läge."), "{one}");
    assert!(one.contains("från planerat till genomfört") && !one.contains("Socialnämnden"), "{one}");
    assert!(!told(2015, 2016, None).contains("revisorerna"));
}

#[test]
fn pages_of_two_years_tell_them() {
    let page = |folder: &str, path: &str| {
        String::from_utf8(reading::site(folder)[path].clone()).expect("pages are text").replace('\u{a0}', " ")
    };
    let told = page(EXAMPLE, "jamfor/2022-2023/index.html");
    assert!(told.contains(
        "Rekommendationer 2023, räknade för varje mottagare: 1 som inte nämns i det uppföljande yttrandet, 5 där svaret väntas och 3 genomförda."
    ));
    let unknown = page("content", "jamfor/2023-2024/index.html");
    assert!(
        unknown.contains("Revisorernas rekommendationer är inte kända för något av åren, eller så finns det inga.")
    );
}
