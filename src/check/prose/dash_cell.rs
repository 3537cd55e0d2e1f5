//! Rule: no cell of a table holds a sign alone where a value is missing: speech passes over it, and nobody sees the reason.

use crate::check::context::Context;
use crate::diagnostic::{Code, brief};
use crate::syntax::{Passage, PassageKind};
use crate::words;

/// Signs that stand for a missing value, one or several of them.
const SIGNS: [char; 12] = ['-', '\u{ad}', '‐', '‑', '‒', '–', '—', '―', '−', '.', '…', '/'];

/// Tells every cell of signs alone. An empty cell is an error where tables are read.
pub fn check(passage: &Passage, context: &mut Context<'_>) {
    let text = passage.text.trim();
    if passage.kind != PassageKind::Cell || text.is_empty() || !text.chars().all(|sign| SIGNS.contains(&sign)) {
        return;
    }
    let written = brief(text);
    let message = words!("cellen innehåller bara ”{written}”", "the cell holds only “{written}”");
    let hint = words!(
        "Skriv i ord vad som gäller, till exempel ”uppgift saknas” eller ”ej tillämpligt”, och noll som 0",
        "Write in words what holds, such as ”uppgift saknas” or ”ej tillämpligt”, and zero as 0"
    );
    let start = passage.text.len() - passage.text.trim_start().len();
    context.warn(Code::DashCell, passage.place(start..start + text.len()), message, hint);
}
