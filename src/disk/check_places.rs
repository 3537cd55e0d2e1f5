//! Owns the rule that the output and what is read are apart. Does not look inside either.

use std::path::Path;

use super::place::resolve;
use super::write_error::WriteError;

/// Makes sure that writing `output` cannot touch what the build reads: none of `inputs` is `output`, holds it or lies in
/// it, with links followed. An input that is not there is the reading's matter.
///
/// # Errors
/// Names the first input that is too near, or the path that the system cannot follow.
pub fn check_places(output: &Path, inputs: &[&Path]) -> Result<(), WriteError> {
    let site = resolve(output).map_err(|error| WriteError::refused(output, &error))?;
    for &input in inputs {
        let folder = resolve(input).map_err(|error| WriteError::refused(input, &error))?;
        if site.starts_with(&folder) || folder.starts_with(&site) {
            return Err(WriteError::Overlap { output: output.to_owned(), input: input.to_owned() });
        }
    }
    Ok(())
}
