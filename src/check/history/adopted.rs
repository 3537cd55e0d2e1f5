//! Rule: what was adopted is changed only by a correction that says so. How far a measure has come, and its dates, move on.

use std::collections::BTreeMap;

use super::super::context::Context;
use super::super::written;
use super::document::{self, Changes};
use super::joint_answer;
use super::plan;
use super::{audit, city};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Words};
use crate::model::{AuditId, BodyId, BodyYear, Colophon, Model, Response, Status, Withheld, Year};
use crate::source::{Origin, Sources, Span};
use crate::words;

/// The files of the earlier content, and where those of them that have vanished are told.
pub type Earlier<'a> = (&'a Sources, &'a mut Diagnostics);

/// Tells every adopted document that has changed or vanished without a new correction.
pub fn check(
    before: &Model,
    after: &Model,
    renamed: &BTreeMap<BodyId, BodyId>,
    context: &mut Context<'_>,
    earlier: Option<Earlier<'_>>,
) {
    let mut rule = Rule { before, after, context, earlier };
    for (year, old) in before.city_reports.iter().filter(|(_, old)| is_adopted(&old.colophon)) {
        match after.city_reports.get(year) {
            Some(new) => {
                rule.settle((old.origin, &old.colophon), (new.origin, &new.colophon), |context| {
                    city::report(old, new, renamed, context)
                });
            }
            None => rule.vanished(old.origin, None),
        }
    }
    for (id, review) in &before.joint_reviews {
        let new_review = after.joint_reviews.get(id);
        for (year, old) in review.rounds.iter().filter(|(_, old)| is_adopted(&old.colophon)) {
            match new_review.and_then(|review| review.rounds.get(year)) {
                Some(new) => {
                    rule.settle((old.origin, &old.colophon), (new.origin, &new.colophon), |context| {
                        document::round(old, new, context)
                    });
                }
                None if rule.is_there(old.origin) => {}
                None => rule.vanished(old.origin, None),
            }
        }
    }
    for (id, old) in before.audits.iter().filter(|(_, old)| is_adopted(&old.colophon)) {
        match after.audits.get(id) {
            Some(new) => {
                rule.settle((old.origin, &old.colophon), (new.origin, &new.colophon), |context| {
                    audit::audit(old, new, renamed, context)
                });
            }
            None if rule.is_there(old.origin) => {}
            None => rule.vanished(old.origin, None),
        }
    }
    let nothing = BodyYear::default();
    for (id, body) in &before.bodies {
        let id = renamed.get(id).unwrap_or(id);
        body.responses.iter().for_each(|(audit, old)| rule.response(id, audit, old));
        for (year, old) in &body.years {
            let new = after.bodies.get(id).and_then(|body| body.years.get(year)).unwrap_or(&nothing);
            rule.year(id, *year, old, new);
        }
    }
}

struct Rule<'a, 'c> {
    before: &'a Model,
    after: &'a Model,
    context: &'a mut Context<'c>,
    earlier: Option<Earlier<'a>>,
}

impl Rule<'_, '_> {
    fn year(&mut self, id: &BodyId, year: Year, old: &BodyYear, new: &BodyYear) {
        let models = (self.before, self.after);
        if let Some(old) = old.plan.as_ref().filter(|old| is_adopted(&old.colophon)) {
            match &new.plan {
                Some(new) => {
                    self.settle((old.origin, &old.colophon), (new.origin, &new.colophon), |context| {
                        plan::plan(old, new, context)
                    });
                }
                None if new.withheld.plan => {}
                None => self.vanished(old.origin, Some(id)),
            }
        }
        if let Some(old) = old.assessment.as_ref().filter(|old| is_adopted(&old.colophon)) {
            match &new.assessment {
                Some(new) => {
                    self.settle((old.origin, &old.colophon), (new.origin, &new.colophon), |context| {
                        document::assessment(old, new, models, context)
                    });
                }
                None if new.withheld.assessment => {}
                None => self.vanished(old.origin, Some(id)),
            }
        }
        for old in old.measures.iter().filter(|old| is_adopted(&old.colophon)) {
            match new.measures.iter().find(|new| new.id == old.id) {
                Some(new) => {
                    self.settle((old.origin, &old.colophon), (new.origin, &new.colophon), |context| {
                        document::measure(old, new, context)
                    });
                }
                None if new.withheld.measures.contains(&old.id) => {}
                None => self.vanished(old.origin, Some(id)),
            }
        }
        for old_review in old.reviews.iter().filter(|old| is_adopted(&old.colophon)) {
            match new.reviews.iter().find(|new| new.id == old_review.id) {
                Some(new) => {
                    self.settle((old_review.origin, &old_review.colophon), (new.origin, &new.colophon), |context| {
                        document::review(old_review, new, models, context)
                    });
                }
                None if is_withheld(&old.withheld, &new.withheld) => {}
                None => self.vanished(old_review.origin, Some(id)),
            }
        }
        for (review, old) in old.joint.iter().filter(|(_, old)| is_adopted(&old.colophon)) {
            match new.joint.get(review) {
                Some(new) => {
                    self.settle((old.origin, &old.colophon), (new.origin, &new.colophon), |context| {
                        joint_answer::changes((old, new), year, models, context)
                    });
                }
                None if new.withheld.joint.contains(review) => {}
                None => self.vanished(old.origin, Some(id)),
            }
        }
        for old_report in old.reports.iter().filter(|old| is_adopted(&old.colophon)) {
            match new.reports.iter().find(|new| new.period == old_report.period) {
                Some(new) => {
                    self.settle((old_report.origin, &old_report.colophon), (new.origin, &new.colophon), |context| {
                        document::text(&old_report.text, &new.text, new.origin, context)
                    });
                }
                None if is_withheld(&old.withheld, &new.withheld) => {}
                None => self.vanished(old_report.origin, Some(id)),
            }
        }
    }

    /// Each round is adopted by itself.
    fn response(&mut self, id: &BodyId, audit: &AuditId, old: &Response) {
        let body = self.after.bodies.get(id);
        let Some(new) = body.and_then(|body| body.responses.get(audit)) else {
            let is_withheld = body.is_some_and(|body| body.withheld_responses.contains(audit));
            if audit::is_adopted(old) && !is_withheld {
                self.vanished(old.origin, Some(id));
            }
            return;
        };
        if let (Ok(old), Ok(new)) = (&old.first, &new.first)
            && is_adopted(&old.colophon)
        {
            self.settle((old.origin, &old.colophon), (new.origin, &new.colophon), |context| {
                audit::first(old, new, context)
            });
        }
        if let (Some(Ok(old)), Some(Ok(new))) = (&old.follow_up, &new.follow_up)
            && is_adopted(&old.colophon)
        {
            self.settle((old.origin, &old.colophon), (new.origin, &new.colophon), |context| {
                audit::follow_up(old, new, context)
            });
        }
    }

    /// Tells the changes of a document, unless it says itself that it was corrected. In a file that is the same nothing has changed.
    fn settle(
        &mut self,
        (old_origin, old): (Origin, &Colophon),
        (origin, new): (Origin, &Colophon),
        changes: impl FnOnce(&Context<'_>) -> Changes,
    ) {
        if self.before.text(old_origin) == self.after.text(origin) {
            return;
        }
        let is_new = |correction| !old.corrections.contains(correction);
        if new.status == Some(Status::Corrected) && new.corrections.iter().any(is_new) {
            return;
        }
        if !is_adopted(new) {
            let message = words!(
                "dokumentet var beslutat, men är det inte längre",
                "the document was adopted, and is so no more"
            );
            let hint = words!(
                "Skriv ”status: beslutad”. Har det ändrats efter beslutet: skriv ”status: rättad” och vad som ändrades under ”rättelser”",
                "Write “status: beslutad”. If it was changed after adoption, write “status: rättad” and what was changed under “rättelser”"
            );
            self.tell(written::value(origin, &["status"], self.context), message, hint);
        }
        for (place, message) in changes(self.context) {
            let hint = if new.status == Some(Status::Corrected) {
                words!(
                    "Lägg till en ny rättelse under ”rättelser”, eller ta tillbaka ändringen",
                    "Add a new correction under “rättelser”, or undo the change"
                )
            } else {
                words!(
                    "Skriv ”status: rättad” och vad som ändrades under ”rättelser”, eller ta tillbaka ändringen",
                    "Write “status: rättad” and what was changed under “rättelser”, or undo the change"
                )
            };
            self.tell(place, message, hint);
        }
    }

    /// Whether the later content has the file all the same: then it is internal now.
    fn is_there(&self, origin: Origin) -> bool {
        let path = self.before.path(origin);
        self.context.sources.iter().any(|(_, file)| file.path == path)
    }

    /// Tells an adopted document that is no more, at its beginning; where that is not at hand, in the file of its body or of the
    /// municipality.
    fn vanished(&mut self, origin: Origin, body: Option<&BodyId>) {
        let path = self.before.path(origin);
        let holder = body.and_then(|id| self.after.bodies.get(id)).map(|body| body.origin);
        let place = self.context.sources.line(holder.unwrap_or(self.after.municipality.origin));
        let message = words!(
            "filen ”{path}” är borta, fast den är beslutad",
            "the file “{path}” is gone, although it is adopted"
        );
        let hint = words!(
            "Lägg tillbaka filen. Ska den inte gälla längre: skriv det i filen, med ”status: rättad” och en rättelse",
            "Put the file back. If it is not to apply any more, say so in it, with “status: rättad” and a correction"
        );
        match &mut self.earlier {
            Some((sources, vanished)) => {
                let place = sources.line(Origin { line: 1, ..origin });
                vanished.error(Diagnostic::new(Code::AdoptedChanged, place, message).hint(hint));
            }
            None => self.tell(place, message, hint),
        }
    }

    fn tell(&mut self, place: Span, message: Words, hint: Words) {
        self.context.error(Code::AdoptedChanged, place, message, hint);
    }
}

fn is_adopted(colophon: &Colophon) -> bool {
    match colophon.status {
        Some(Status::Adopted | Status::Corrected) => true,
        Some(Status::Draft) | None => false,
    }
}

/// Whether a review or report that is not there may have become internal: of those, only their number is known.
fn is_withheld(before: &Withheld, after: &Withheld) -> bool {
    after.others > before.others
}
