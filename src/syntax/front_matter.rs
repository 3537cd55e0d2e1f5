//! Parts a Markdown file into its front matter between two lines of `---` and what follows. Keeps byte offsets.

use std::ops::Range;

/// Where the two parts lie in the text, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// The YAML between the lines.
    pub front: Range<usize>,
    /// Everything after the second line.
    pub body: Range<usize>,
}

/// Why a text has no front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lacking {
    /// The first line is not `---`.
    Beginning,
    /// No later line is `---`.
    End,
}

/// Finds the two parts.
///
/// # Errors
/// When the first line is not `---`, or no later line is.
pub fn split(text: &str) -> Result<Parts, Lacking> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    if first.trim_end() != "---" {
        return Err(Lacking::Beginning);
    }
    let mut at = first.len();
    for line in lines {
        let next = at + line.len();
        if line.trim_end() == "---" {
            return Ok(Parts { front: first.len()..at, body: next..text.len() });
        }
        at = next;
    }
    Err(Lacking::End)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_in_the_text_is_no_second_end() {
        let parts = split("---\na: 1\n---\nText\n---\n").expect("there is front matter");
        assert_eq!(parts, Parts { front: 4..9, body: 13..22 });
    }

    #[test]
    fn what_lacks_is_told() {
        assert_eq!(split("# Rubrik\n"), Err(Lacking::Beginning));
        assert_eq!(split("---\na: 1\n"), Err(Lacking::End));
        assert_eq!(split(""), Err(Lacking::Beginning));
    }
}
