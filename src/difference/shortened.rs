//! Compared texts without what stands in both far from any change.

use std::ops::Range;

use crate::prose::OtherLanguage;
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
        RunKind::Same => cut(run, at > 0, at < last),
    };
    block.iter().enumerate().map(one).collect()
}

/// The words beside what stands before, and beside what follows.
fn cut(run: &Run, follows: bool, precedes: bool) -> Run {
    let text = run.text.as_str();
    let spaces: Vec<_> = text.match_indices(' ').map(|(at, _)| at).collect();
    let (first, last) = (if follows { BESIDE } else { 0 }, if precedes { BESIDE } else { 0 });
    if spaces.len() <= first + last {
        return run.clone();
    }
    let head = if first == 0 { 0 } else { spaces[first - 1] + 1 };
    let tail = if last == 0 { text.len() } else { spaces[spaces.len() - last] };
    let shorter = format!("{}…{}", &text[..head], &text[tail..]);
    let moved = |at: usize| at + shorter.len() - text.len();
    let kept = |(range, language): &(Range<usize>, OtherLanguage)| {
        let before = range.start..range.end.min(head);
        let after = range.start.max(tail)..range.end;
        let after = if after.is_empty() { after } else { moved(after.start)..moved(after.end) };
        [(before, *language), (after, *language)].into_iter().filter(|(range, _)| !range.is_empty())
    };
    let mut in_language: Vec<_> = run.in_language.iter().flat_map(kept).collect();
    in_language.sort_by_key(|(range, _)| range.start);
    Run { kind: run.kind, text: shorter, in_language }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_the_same_is_cut_beside_changes() {
        let long = "ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton";
        let english = OtherLanguage::named("engelska").expect("it is in the table");
        let run = |text: &str| Run { kind: RunKind::Same, text: text.to_owned(), in_language: Vec::new() };
        let cut = |text: &str, follows, precedes| cut(&run(text), follows, precedes).text;
        assert_eq!(cut(long, false, true), "… nio tio elva tolv tretton fjorton");
        assert_eq!(cut(long, true, false), "ett två tre fyra fem sex …");
        assert_eq!(cut(long, true, true), "ett två tre fyra fem sex … nio tio elva tolv tretton fjorton");
        assert_eq!(cut("ett två", true, true), "ett två");
        let marked =
            Run { in_language: vec![(long.find("sex").expect("it is there")..long.len(), english)], ..run(long) };
        let parts = super::cut(&marked, true, true);
        assert_eq!(
            parts.parts(),
            [
                ("ett två tre fyra fem ", None),
                ("sex ", Some(english)),
                ("…", None),
                (" nio tio elva tolv tretton fjorton", Some(english))
            ]
        );
    }
}
