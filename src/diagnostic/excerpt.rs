//! The piece of a file that is shown beside a fault: a few lines around it, none of them longer than a screen is wide, and
//! personal data in them covered.

use std::ops::Range;

use crate::personal::covered_part;
use crate::source::{File, Span};

/// A longer line is cut around what is marked in it; characters.
const LONGEST_LINE: usize = 110;

/// How much of a cut line is shown before what is marked; characters.
const BEFORE_MARK: usize = 40;

/// Places further apart are shown on their own, and longer ones by their first line; lines.
const MOST_LINES: u32 = 6;

/// Lines of a file, with marked places.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The lines, cut where they are long.
    pub text: String,
    /// The number of the first of them, from 1.
    pub first_line: u32,
    /// Where the places are in the text; bytes, in the order in which they were asked for.
    pub marks: Vec<Range<usize>>,
}

/// Whether two places of one file are near enough to be shown together.
pub(super) fn are_near(file: &File, one: Span, other: Span) -> bool {
    file.line(one.start).abs_diff(file.line(other.start)) < MOST_LINES
}

/// The lines of places that are near each other.
pub(super) fn excerpt(file: &File, places: &[Span]) -> Excerpt {
    let places: Vec<_> = places.iter().map(|place| shortened(file, *place)).collect();
    let first_line = places.iter().map(|place| file.line(offset(place.start))).min().unwrap_or(1);
    let last_line = places.iter().map(|place| file.line(offset(place.end))).max().unwrap_or(1);
    let mut excerpt = Excerpt { text: String::new(), first_line, marks: places.iter().map(|_| 0..0).collect() };
    for line in first_line..=last_line {
        if line > first_line {
            excerpt.text.push('\n');
        }
        add(&mut excerpt, file, file.line_range(line), &places);
    }
    excerpt
}

/// The place itself, or what of it lies on its first line when it is long.
fn shortened(file: &File, place: Span) -> Range<usize> {
    let (start, end) = (place.start as usize, place.end as usize);
    let line = file.line(place.start);
    let end = if file.line(place.end) - line < MOST_LINES { end } else { file.line_range(line).end };
    let start = file.text.floor_char_boundary(start);
    start..file.text.floor_char_boundary(end).max(start)
}

/// Adds a line, and moves the marks that begin or end in it.
fn add(excerpt: &mut Excerpt, file: &File, line: Range<usize>, places: &[Range<usize>]) {
    let begins =
        places.iter().map(|place| place.start).filter(|start| line.contains(start) || *start == line.end).min();
    let kept = kept(&file.text[line.clone()], begins.map_or(0, |start| start - line.start));
    let kept = line.start + kept.start..line.start + kept.end;
    let before = if kept.start > line.start { "…" } else { "" };
    excerpt.text.push_str(before);
    let shown_from = excerpt.text.len();
    excerpt.text.push_str(&covered_part(&file.text[line.clone()], kept.start - line.start..kept.end - line.start));
    let moved = |at: usize| shown_from + at.clamp(kept.start, kept.end) - kept.start;
    for (mark, place) in excerpt.marks.iter_mut().zip(places) {
        if line.start <= place.start && place.start <= line.end {
            mark.start = moved(place.start);
        }
        if line.start <= place.end && place.end <= line.end {
            mark.end = moved(place.end).max(mark.start);
        }
    }
    if kept.end < line.end {
        excerpt.text.push('…');
    }
}

/// What of a line is shown when its byte `at` has to be.
fn kept(line: &str, at: usize) -> Range<usize> {
    if line.char_indices().nth(LONGEST_LINE).is_none() {
        return 0..line.len();
    }
    let start = line[..at].char_indices().rev().nth(BEFORE_MARK).map_or(0, |(start, _)| start);
    let end = line[start..].char_indices().nth(LONGEST_LINE).map_or(line.len(), |(length, _)| start + length);
    start..end
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).expect("disk refuses files far smaller than 4 GiB")
}

#[cfg(test)]
#[expect(clippy::single_range_in_vec_init, reason = "one place is one range")]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn shown(text: &str, places: &[Range<u32>]) -> Excerpt {
        let sources = Sources::decode([("a.yaml".to_owned(), text.as_bytes().to_vec())]);
        let (id, file) = sources.iter().next().expect("there is one");
        let places: Vec<_> = places.iter().map(|place| Span { file: id, start: place.start, end: place.end }).collect();
        excerpt(file, &places)
    }

    #[test]
    fn short_lines_are_shown_whole() {
        let found = shown("ett\ntvå\ntre\n", &[9..10, 4..8]);
        assert_eq!(found, Excerpt { text: "två\ntre".to_owned(), first_line: 2, marks: vec![5..6, 0..4] });
    }

    #[test]
    fn the_end_of_a_file_is_an_empty_line() {
        assert_eq!(shown("ett\n", &[4..4]), Excerpt { text: String::new(), first_line: 2, marks: vec![0..0] });
        assert_eq!(shown("", &[0..0]), Excerpt { text: String::new(), first_line: 1, marks: vec![0..0] });
    }

    #[test]
    fn a_long_line_is_cut_around_the_mark() {
        let text = format!("{}HÄR{}", "å".repeat(1_000_000), "ö".repeat(1_000_000));
        let found = shown(&text, &[2_000_000..2_000_004]);
        assert_eq!(&found.text[found.marks[0].clone()], "HÄR");
        assert_eq!(found.text.chars().count(), LONGEST_LINE + 2);
        assert!(found.text.starts_with('…') && found.text.ends_with('…'));
    }

    #[test]
    fn personal_data_is_covered() {
        assert_eq!(shown("nr: 121212-1212 å", &[4..15]).text, "nr: ******-**** å");
        let text = format!("{}121212-1212", "å ".repeat(1_000));
        let cut = shown(&text, &[2_901..2_903]).text;
        assert!(cut.ends_with("**…") && !cut.contains('1'), "{cut}");
    }

    #[test]
    fn a_mark_longer_than_the_line_shown_ends_with_it() {
        let found = shown(&"å".repeat(1_000), &[0..2_000]);
        assert_eq!(&found.text[found.marks[0].clone()], "å".repeat(LONGEST_LINE));
    }

    #[test]
    fn a_place_of_many_lines_is_shown_by_its_first() {
        let found = shown(&"rad\n".repeat(100), &[4..400]);
        assert_eq!(found, Excerpt { text: "rad".to_owned(), first_line: 2, marks: vec![0..3] });
    }
}
