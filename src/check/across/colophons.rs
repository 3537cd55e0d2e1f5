//! Every document that has a status, decisions and somebody responsible, for the rules about these.

use crate::model::{Body, Colophon, Model};
use crate::source::Origin;

/// A document's colophon.
pub struct Held<'m> {
    /// Whose document it is; `None` for the city's.
    pub body: Option<&'m Body>,
    /// What it says.
    pub colophon: &'m Colophon,
    /// Where the document is.
    pub origin: Origin,
}

/// The colophons of all open documents.
pub fn all(model: &Model) -> Vec<Held<'_>> {
    let city = model.city_reports.values().map(|report| Held {
        body: None,
        colophon: &report.colophon,
        origin: report.origin,
    });
    let rounds = model.joint_reviews.values().flat_map(|review| review.rounds.values());
    let rounds = rounds.map(|round| Held { body: None, colophon: &round.colophon, origin: round.origin });
    let audits =
        model.audits.values().map(|audit| Held { body: None, colophon: &audit.colophon, origin: audit.origin });
    city.chain(rounds).chain(audits).chain(model.bodies.values().flat_map(of_body)).collect()
}

fn of_body(body: &Body) -> impl Iterator<Item = Held<'_>> {
    let held = move |(colophon, origin)| Held { body: Some(body), colophon, origin };
    let of_years = body.years.values().flat_map(|of_year| {
        let plans = of_year.plan.iter().map(|one| (&one.colophon, one.origin));
        let assessments = of_year.assessment.iter().map(|one| (&one.colophon, one.origin));
        let measures = of_year.measures.iter().map(|one| (&one.colophon, one.origin));
        let reviews = of_year.reviews.iter().map(|one| (&one.colophon, one.origin));
        let reports = of_year.reports.iter().map(|one| (&one.colophon, one.origin));
        let joint = of_year.joint.values().map(|one| (&one.colophon, one.origin));
        plans.chain(assessments).chain(measures).chain(reviews).chain(joint).chain(reports)
    });
    let responses = body.responses.values().flat_map(|response| {
        let first = response.first.iter().map(|reply| (&reply.colophon, reply.origin));
        let follow_up = response.follow_up.iter().flatten().map(|reply| (&reply.colophon, reply.origin));
        first.chain(follow_up)
    });
    of_years.chain(responses).map(held)
}
