//! `check --against`: what stands now beside what stood in a revision of the repository.

use std::path::Path;

use crate::check::history;
use crate::diagnostic::{Diagnostics, Words};
use crate::git::{self, GitError};
use crate::model::Model;
use crate::source::Sources;
use crate::{check, words};

/// Whether history could be checked.
pub enum History {
    /// It was.
    Checked,
    /// It could not, and that is no fault of the content.
    Unknown(Words),
}

/// Tells what was changed in silence since the revision; `model` is what the content says now, if it has no errors.
///
/// # Errors
/// When git or the revision is not there.
pub fn against(
    revision: &str,
    folder: &Path,
    model: Option<&Model>,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Result<History, GitError> {
    let before = match git::read(folder, revision) {
        Ok(files) => Sources::decode(files),
        Err(error @ GitError::NotThen { .. }) => return Ok(History::Unknown(error.words())),
        Err(error) => return Err(error),
    };
    let Some(model) = model else {
        return Ok(History::Unknown(words!(
            "Rätta felen; först då går det att se vad som har ändrats sedan {revision}.",
            "Mend the errors first; then what has changed since {revision} can be seen."
        )));
    };
    match check(&before, &mut Diagnostics::default()) {
        Ok(before) => {
            history::check(&before, model, sources, diagnostics);
            Ok(History::Checked)
        }
        Err(_) => Ok(History::Unknown(words!(
            "Innehållet hade fel i {revision}, så det går inte att se vad som har ändrats sedan dess.",
            "The content had errors in {revision}, so what has changed since then cannot be seen."
        ))),
    }
}
