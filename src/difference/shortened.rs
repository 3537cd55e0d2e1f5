//! Compared texts without what stands in both far from any change.

use crate::report::text_difference::{Run, RunKind};

/// How many words stand beside a change on each side.
const BESIDE: usize = 6;

/// The blocks with a change; what is the same is cut to a few words beside the changes.
pub fn shortened(blocks: &[Vec<Run>]) -> Vec<Vec<Run>> {
    let has_change = |block: &&Vec<Run>| block.iter().any(|run| run.kind != RunKind::Same);
    blocks.iter().filter(has_change).map(|block| of_block(block)).collect()
}

fn of_block(block: &[Run]) -> Vec<Run> {
    let last = block.len() - 1;
    let one = |(at, run): (usize, &Run)| match run.kind {
        RunKind::Added | RunKind::Removed => run.clone(),
        RunKind::Same => Run { kind: RunKind::Same, text: cut(&run.text, at > 0, at < last) },
    };
    block.iter().enumerate().map(one).collect()
}

/// The words beside what stands before, and beside what follows.
fn cut(text: &str, follows: bool, precedes: bool) -> String {
    let words: Vec<_> = text.split(' ').collect();
    let (first, last) = (if follows { BESIDE } else { 0 }, if precedes { BESIDE } else { 0 });
    if words.len() <= first + last + 1 {
        return text.to_owned();
    }
    let (start, end) = (words[..first].join(" "), words[words.len() - last..].join(" "));
    [start, "…".to_owned(), end].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_the_same_is_cut_beside_changes() {
        let long = "ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton";
        assert_eq!(cut(long, false, true), "… nio tio elva tolv tretton fjorton");
        assert_eq!(cut(long, true, false), "ett två tre fyra fem sex …");
        assert_eq!(cut(long, true, true), "ett två tre fyra fem sex … nio tio elva tolv tretton fjorton");
        assert_eq!(cut("ett två", true, true), "ett två");
    }
}
