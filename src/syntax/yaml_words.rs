//! What the YAML parser says, in Swedish for people who do not know YAML.

use granit_parser::ErrorKind;

/// A likelier cause than the parser's, seen in the line where it stopped or in the ones beside it:
/// where that line begins, message, hint.
pub fn likelier(text: &str, at: usize) -> Option<(usize, &'static str, &'static str)> {
    let begins = |at: usize| text[..at].rfind('\n').map_or(0, |end| end + 1);
    let here = begins(at);
    let before = begins(here.saturating_sub(1));
    let after = text[here..].find('\n').map_or(here, |end| here + end + 1);
    let line = |start: usize| text[start..].lines().next().unwrap_or_default();
    let tabbed = |start: &usize| line(*start).trim_start_matches(' ').starts_with('\t');
    if let Some(start) = [here, after].into_iter().find(tabbed) {
        return Some((start, "raden är indragen med tabb", "Byt tabben mot mellanslag, två för varje nivå"));
    }
    let unparted = |start: &usize| {
        let (key, rest) = line(*start).split_once(':').unwrap_or_default();
        let is_key = !key.is_empty() && key.trim().chars().all(|letter| letter.is_alphanumeric() || letter == '-');
        is_key && rest.starts_with(|first: char| first.is_alphabetic() || first == '\u{a0}')
    };
    let start = [here, before].into_iter().find(unparted)?;
    Some((
        start,
        "det saknas ett vanligt mellanslag efter kolonet",
        "Skriv ”nyckel: värde”, med mellanslag efter kolonet",
    ))
}

/// The message and the hint for a fault of the parser.
///
/// The parser's list of faults grows with its versions, so what has no words of its own gets the general ones.
pub fn words(kind: &ErrorKind) -> (&'static str, &'static str) {
    match kind {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart => {
            ("raden är indragen med tabb", "Byt tabben mot mellanslag, två för varje nivå")
        }
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => {
            ("ett citattecken avslutas inte", "Sätt ett likadant citattecken där texten slutar")
        }
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            ("det står text efter det avslutande citattecknet", "Sätt hela texten inom citattecknen, eller ta bort dem")
        }
        ErrorKind::UnknownQuotedScalarEscape => (
            "omvänt snedstreck inom \"…\" följs av ett tecken som det inte kan stå framför",
            "Skriv två omvända snedstreck, eller byt till enkla citattecken",
        ),
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement | ErrorKind::MappingKeyNotAllowed => (
            "kolonet kan inte stå här",
            "Om kolonet hör till texten: sätt hela texten inom citattecken. Annars: kontrollera indraget",
        ),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey | ErrorKind::ExpectedBlockMappingKey => (
            "raden går inte att läsa som ”nyckel: värde”",
            "Kontrollera att det står kolon och mellanslag efter nyckeln, och att raden har samma indrag som de andra",
        ),
        ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::BlockSequenceEntryNotAllowed => {
            ("raden har fel indrag", "Dra in raden lika mycket som raderna på samma nivå, med mellanslag")
        }
        ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping => {
            ("det saknas ett komma eller en slutklammer }", "Skriv komma mellan delarna och } på slutet")
        }
        ErrorKind::ExpectedFlowSequenceSeparator | ErrorKind::UnexpectedEofFlowSequence => {
            ("det saknas ett komma eller en slutparentes ]", "Skriv komma mellan delarna och ] på slutet")
        }
        ErrorKind::UnclosedFlowCollection { .. } => {
            ("en parentes eller klammer avslutas inte", "Skriv ] eller } där den ska sluta")
        }
        ErrorKind::MismatchedFlowCollectionEnd { .. } | ErrorKind::MisplacedFlowCollectionEnd => (
            "parentesen eller klammern passar inte ihop med den som öppnades",
            "Kontrollera att varje [ har ett ] och varje { ett }",
        ),
        ErrorKind::RecursionLimitExceeded => ("värdet ligger för djupt", "Dela upp innehållet"),
        ErrorKind::UnexpectedCharacter { .. }
        | ErrorKind::UnexpectedEndOfPlainScalar
        | ErrorKind::PlainScalarStartsWithDashFlowIndicator => {
            ("tecknet kan inte stå först i en text utan citattecken", "Sätt hela texten inom citattecken")
        }
        ErrorKind::UnknownAnchor => {
            ("hänvisningar med ”*” används inte här", "Skriv ut värdet, eller sätt citattecken om stjärnan är text")
        }
        ErrorKind::CommentNotSeparated | ErrorKind::CommentInterceptedScalar => {
            ("tecknet # inleder en kommentar mitt i ett värde", "Sätt hela texten inom citattecken om # hör till den")
        }
        _ => (
            "raden går inte att läsa som YAML",
            "Jämför med raderna ovanför: indrag med mellanslag, kolon och mellanslag efter nyckeln, citattecken som avslutas",
        ),
    }
}
