//! How a commitment of the city stands at the end of a year.

use crate::diagnostic::Words;
use crate::report::comparison::CommitmentState;
use crate::words;

/// How it stands: `kvar att göra`.
#[must_use]
pub fn commitment(state: CommitmentState) -> Words {
    match state {
        CommitmentState::NotMade => words!("inte utlovat än", "not yet promised"),
        CommitmentState::Proposed => words!("föreslaget, utan redovisat beslut", "proposed, with no decision told"),
        CommitmentState::Open => words!("kvar att göra", "still to be done"),
        CommitmentState::Silent => {
            words!("kvar att göra, men nämns inte mer", "still to be done, but no longer mentioned")
        }
        CommitmentState::Kept => words!("klart", "done"),
        CommitmentState::Dropped => words!("utgått", "dropped"),
    }
}
