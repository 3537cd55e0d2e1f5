//! Rule: where a published total and the answers themselves are both at hand, they agree to the whole per cent.

use rust_decimal::{Decimal, RoundingStrategy};

use super::super::context::Context;
use super::super::written;
use super::figure::figure;
use crate::diagnostic::{Code, Diagnostic, brief};
use crate::model::{LevelNumber, Model, PublishedOutcome};
use crate::report::distribution;
use crate::words;

/// Warns of every published share that is not what the answers give.
pub fn check(model: &Model, context: &mut Context<'_>) {
    for set in model.sets.values() {
        for total in &set.published {
            let PublishedOutcome::Shares(shares) = &total.outcome else { continue };
            let computed = distribution::of_year(model, set, total.years.first);
            if computed.whole() == 0 {
                continue;
            }
            for (number, published) in shares.iter().enumerate() {
                let share = computed.share(LevelNumber(number));
                let Some(exact) = share.per_cent() else { continue };
                let whole =
                    |per_cent: Decimal| per_cent.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
                let Some(published) = published.filter(|published| whole(exact) != whole(*published)) else { continue };
                let level = model.scale(set).level(LevelNumber(number));
                let (name, year) = (brief(&level.name), total.years.first);
                let (published, part, whole) = (figure(published), share.part, share.whole);
                let message = words!(
                    "{name} {year}: publicerat {published} procent, men svaren ger {part} av {whole}",
                    "{name} {year}: {published} per cent was published, but the answers give {part} of {whole}",
                    published,
                );
                let place = written::after(total.origin, level.id.as_str(), context);
                let fault = Diagnostic::new(Code::TotalDiffers, place, message);
                context.diagnostics.warn(fault.hint(words!(
                    "Kontrollera siffran mot källan; båda visas i rapporten",
                    "Compare the figure with its source; the report shows both"
                )));
            }
        }
    }
}
