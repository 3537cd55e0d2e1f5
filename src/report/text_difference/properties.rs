//! What holds of every difference, over texts that a small generator makes: nothing is lost, nothing told twice.

use super::*;
use crate::prose::{Block, Inline, Target};

/// A row of numbers that is the same on every machine (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).expect("small")).expect("small")
    }
}

const WORDS: [&str; 24] = [
    "nämnden",
    "och",
    "rutinen",
    "i",
    "kontrollen,",
    "attest",
    "följs.",
    "–",
    "5",
    "%",
    "1",
    "200",
    "inte",
    "av",
    "brister",
    "chefer",
    "Riskanalysen",
    "är",
    "gjord",
    "|",
    "2024",
    "(bilaga",
    "1)",
    "tillgänglighetsredogörelsen",
];

fn sentence(numbers: &mut Numbers) -> Vec<String> {
    (0..=numbers.below(14)).map(|_| WORDS[numbers.below(WORDS.len())].to_owned()).collect()
}

/// Blocks of words; in some stands a link.
type Drawn = Vec<(usize, Vec<String>)>;

fn drawn(numbers: &mut Numbers) -> Drawn {
    (0..numbers.below(7)).map(|_| (numbers.below(6), sentence(numbers))).collect()
}

/// The text with some words and blocks put in, left out, replaced, moved.
fn edited(text: &Drawn, numbers: &mut Numbers) -> Drawn {
    let mut edited = text.clone();
    for _ in 0..numbers.below(8) {
        let place = numbers.below(edited.len() + 1);
        let block = (numbers.below(6), sentence(numbers));
        match (numbers.below(6), edited.get_mut(place)) {
            (0, _) => edited.insert(place, block),
            (1, Some(_)) => drop(edited.remove(place)),
            (2, Some((_, words))) => {
                let word = numbers.below(words.len());
                words[word] = WORDS[numbers.below(WORDS.len())].to_owned();
            }
            (3, Some((_, words))) => words.extend(sentence(numbers)),
            (4, Some((form, _))) => *form = numbers.below(6),
            (_, Some(_)) => {
                let moved = edited.remove(place);
                edited.push(moved);
            }
            (_, None) => {}
        }
    }
    edited
}

fn address(number: usize) -> String {
    format!("https://exempel.se/{number}")
}

fn prose(text: &Drawn) -> Prose {
    let block = |(form, words): &(usize, Vec<String>)| {
        let inlines = vec![Inline::Text(words.join(" "))];
        match form {
            0 => Block::Heading { depth: 1, text: inlines },
            1 => Block::List { first: None, items: vec![vec![Block::Paragraph(inlines)]] },
            2 => Block::Quote(vec![Block::Paragraph(inlines)]),
            3 => Block::Code(words.join("\n")),
            4 => {
                let target = Target::Web(address(words.len() % 3));
                Block::Paragraph(vec![Inline::Link { target, text: inlines }])
            }
            _ => Block::Paragraph(inlines),
        }
    };
    Prose { blocks: text.iter().map(block).collect() }
}

fn compared(before: &Drawn, after: &Drawn) -> TextDifference {
    let (before, after) = (prose(before), prose(after));
    let path = |_: FileId| String::new();
    of_prose(Written { prose: &before, path: &path }, Written { prose: &after, path: &path })
}

/// The words of all runs but those of a kind, without the targets of links.
fn words_without(difference: &TextDifference, kind: RunKind) -> Vec<String> {
    let runs = difference.blocks.iter().flat_map(|block| &block.runs).filter(|run| run.kind != kind);
    let texts =
        runs.map(|run| (0..3).fold(run.text.clone(), |text, at| text.replace(&format!(" ({})", address(at)), "")));
    texts.flat_map(|text| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect()
}

fn words_of(text: &Drawn) -> Vec<String> {
    text.iter().flat_map(|(_, words)| words.clone()).collect()
}

/// How many words were added and removed.
fn amount(difference: &TextDifference) -> [usize; 2] {
    [RunKind::Added, RunKind::Removed].map(|kind| {
        let runs = difference.blocks.iter().flat_map(|block| &block.runs).filter(|run| run.kind == kind);
        runs.map(|run| run.text.split_whitespace().count()).sum()
    })
}

#[test]
fn every_word_of_both_texts_is_told_once_and_the_way_back_is_as_long() {
    let mut numbers = Numbers(20_240_917);
    for round in 0..4_000 {
        let before = drawn(&mut numbers);
        let after = if round % 4 == 0 { drawn(&mut numbers) } else { edited(&before, &mut numbers) };
        let there = compared(&before, &after);
        assert_eq!(words_without(&there, RunKind::Added), words_of(&before), "{before:?}\n{after:?}\n{there:?}");
        assert_eq!(words_without(&there, RunKind::Removed), words_of(&after), "{before:?}\n{after:?}\n{there:?}");
        assert!(there.blocks.iter().all(|block| !block.runs.is_empty()), "{there:?}");
        let back = compared(&after, &before);
        let [added, removed] = amount(&there);
        assert_eq!(amount(&back), [removed, added], "{before:?}\n{after:?}\n{there:?}\n{back:?}");
        assert!(compared(&before, &before).is_same());
    }
}

/// Two paragraphs of so many words, drawn from so many.
fn long_paragraphs(numbers: &mut Numbers, count: usize, vocabulary: usize) -> [Drawn; 2] {
    [(); 2].map(|()| vec![(5, (0..count).map(|_| format!("kontroll{}", numbers.below(vocabulary))).collect())])
}

#[test]
fn the_largest_texts_are_compared() {
    let mut numbers = Numbers(7);
    // From two words over and over to hardly any twice: some of these take most comparisons the square of their length.
    for vocabulary in [2, 40, 2_000, 200_000] {
        let [before, after] = long_paragraphs(&mut numbers, 400_000, vocabulary);
        assert!(before[0].1.join(" ").len() > 3_900_000);
        let [added, removed] = amount(&compared(&before, &after));
        assert_eq!(added, removed);
        let short = vec![(5, before[0].1[..5_000].to_vec())];
        assert!(!compared(&short, &after).is_same());
    }
}

#[test]
fn one_changed_word_in_each_of_many_paragraphs_is_found() {
    let mut numbers = Numbers(11);
    let [mut before, _] = long_paragraphs(&mut numbers, 100_000, 4_000);
    let before: Drawn = before.remove(0).1.chunks(10).map(|words| (5, words.to_vec())).collect();
    let mut after = before.clone();
    for (_, words) in &mut after {
        words[4] = "ändrat".to_owned();
    }
    let difference = compared(&before, &after);
    assert!(amount(&difference).iter().all(|amount| (10_000..10_500).contains(amount)), "{:?}", amount(&difference));
}
