//! Reads single values by the type the field wants, never by how the scalar looks.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::context::Context;
use super::shape::Shape;
use super::{nearest, synonyms, written_date, written_number};
use crate::diagnostic::{Code, Reported, Words, brief};
use crate::model::{Missing, Year};
use crate::source::Span;
use crate::syntax::{Node, Value};
use crate::words;

/// Quotation marks that word processors write in place of the straight ones.
const CURLED: [char; 3] = ['”', '“', '„'];

/// The text of a scalar, without space around it.
///
/// # Errors
/// When the node is no scalar or holds no text.
pub fn text(node: &Node, context: &mut Context<'_>) -> Result<String, Reported> {
    let text = reference(node, context)?;
    if let Some(inner) = inside_curled(&text) {
        let inner = brief(inner);
        let message = words!(
            "de böjda citattecknen runt ”{inner}” kommer med i rapporten",
            "the curled quotation marks around “{inner}” come along into the report"
        );
        let hint = words!("Skriv raka citattecken, \"{inner}\"", "Write straight quotation marks, \"{inner}\"");
        context.warn(Code::CurledQuotes, node.span, message, hint);
    }
    Ok(text)
}

/// What stands between curled quotation marks around a whole text.
pub fn inside_curled(text: &str) -> Option<&str> {
    let inner = text.strip_prefix(CURLED)?.strip_suffix(CURLED)?;
    (!inner.contains(CURLED)).then_some(inner)
}

/// A text that has to be that of something else, so that quotation marks around it are told as what is not there.
///
/// # Errors
/// When the node is no scalar or holds no text.
pub fn reference(node: &Node, context: &mut Context<'_>) -> Result<String, Reported> {
    context.note(|| Shape::Text);
    scalar(node, &words!("en text", "a text"), context).map(str::to_owned)
}

/// A scalar's text; `wanted` says in the message what should have stood there.
///
/// # Errors
/// When the node is a list or a mapping, or holds no text.
pub fn scalar<'n>(node: &'n Node, wanted: &Words, context: &mut Context<'_>) -> Result<&'n str, Reported> {
    let (code, found, hint) = match &node.value {
        Value::Scalar(text) if !text.trim().is_empty() => return Ok(text.trim()),
        Value::Scalar(_) | Value::Empty => (
            Code::EmptyValue,
            words!("ingenting", "nothing stands here"),
            words!("Skriv {wanted}, eller ta bort raden", "Write {wanted}, or remove the line", wanted),
        ),
        Value::List(items) => (
            Code::WrongKind,
            words!("en lista", "here is a list"),
            match items.as_slice() {
                [Node { value: Value::Scalar(only), .. }] => {
                    let only = brief(only);
                    words!(
                        "Skriv ”{only}” efter kolonet, utan bindestreck och utan [ ]",
                        "Write “{only}” after the colon, without a hyphen and without [ ]"
                    )
                }
                _ => words!(
                    "Skriv {wanted} efter kolonet, utan bindestreck och utan [ ]",
                    "Write {wanted} after the colon, without hyphens and without [ ]",
                    wanted
                ),
            },
        ),
        Value::Mapping(entries) => (
            Code::WrongKind,
            words!("nycklar med värden", "here are keys with values"),
            match entries.as_slice() {
                [(Node { value: Value::Scalar(key), .. }, Node { value: Value::Scalar(value), .. })] => {
                    let text = brief(&format!("{key}: {value}"));
                    words!(
                        "Hör kolonet till texten? Skriv i så fall \"{text}\" med citattecken",
                        "Does the colon belong to the text? Then write \"{text}\" with quotation marks"
                    )
                }
                _ => words!(
                    "Skriv {wanted} efter kolonet, utan egna nycklar under",
                    "Write {wanted} after the colon, without keys of its own below",
                    wanted
                ),
            },
        ),
    };
    let message =
        words!("här ska {wanted} stå, men här står {found}", "{wanted} should stand here, but {found}", wanted, found);
    Err(context.error(code, node.span, message, hint))
}

/// An id that becomes part of an address: letters a to z, digits and hyphens.
///
/// # Errors
/// When the text has other characters.
pub fn id(node: &Node, context: &mut Context<'_>) -> Result<String, Reported> {
    context.note(|| Shape::Id);
    let id = reference(node, context)?;
    if id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return Ok(id);
    }
    let plain = plain_id(&id);
    let (id, plain) = (brief(&id), brief(&plain));
    let message = words!("”{id}” kan inte vara ett id", "“{id}” cannot be an id");
    let hint = words!(
        "Skriv till exempel ”{plain}”. Ett id har bara bokstäverna a–z, siffror och bindestreck",
        "Write for example “{plain}”. An id has only the letters a–z, digits and hyphens"
    );
    Err(context.error(Code::IdForm, node.span, message, hint))
}

/// The id nearest to a text that cannot be one.
fn plain_id(text: &str) -> String {
    let letters = text.chars().filter_map(|letter| match letter {
        'å' | 'ä' | 'á' | 'à' => Some('a'),
        'Å' | 'Ä' => Some('A'),
        'ö' | 'ø' => Some('o'),
        'Ö' | 'Ø' => Some('O'),
        'é' | 'è' | 'ë' => Some('e'),
        'ü' => Some('u'),
        ' ' | '_' | '.' | '/' | '–' => Some('-'),
        letter => letter.is_ascii_alphanumeric().then_some(letter),
    });
    let plain: String = letters.collect();
    if plain.is_empty() { "KM1".to_owned() } else { plain }
}

/// Items of a list, each read by the same function; a single value counts as a list of one.
///
/// # Errors
/// When an item cannot be read. All items are tried.
pub fn list<T>(
    node: &Node,
    mut read: impl FnMut(&Node, &mut Context<'_>) -> Result<T, Reported>,
    context: &mut Context<'_>,
) -> Result<Vec<T>, Reported> {
    if context.describes() {
        let item = context.shape_of(&mut read);
        context.note(|| Shape::List(Box::new(item)));
    }
    let Value::List(items) = &node.value else { return Ok(vec![read(node, context)?]) };
    let read: Vec<_> = items.iter().map(|item| read(item, context)).collect();
    read.into_iter().collect()
}

/// The same for items that are mappings, each with a `key` like the `example`: one alone counts as a list of one, but
/// a mapping of something else is no item.
///
/// # Errors
/// When an item cannot be read, or there is no list.
pub fn items<T>(
    node: &Node,
    (key, example): (&str, &str),
    read: impl FnMut(&Node, &mut Context<'_>) -> Result<T, Reported>,
    context: &mut Context<'_>,
) -> Result<Vec<T>, Reported> {
    if matches!(&node.value, Value::Mapping(entries) if !entries.is_empty()) && node.at(key).is_none() {
        let message = words!("här ska en lista stå", "a list should stand here");
        let hint = words!(
            "Börja varje del med bindestreck, mellanslag och ”{key}”, till exempel ”- {key}: {example}”",
            "Begin each part with a hyphen, a space and “{key}”, such as “- {key}: {example}”"
        );
        return Err(context.error(Code::WrongKind, node.span.point(), message, hint));
    }
    list(node, read, context)
}

/// A whole number from 0.
///
/// # Errors
/// When the text is no such number.
pub fn count(node: &Node, context: &mut Context<'_>) -> Result<u32, Reported> {
    context.note(|| Shape::Count);
    let text = scalar(node, &words!("ett antal", "a count"), context)?;
    let plain = written_number::without_spaces(text);
    if let Some(count) = plain.as_ref().and_then(|plain| plain.parse().ok()) {
        return Ok(count);
    }
    if plain.is_some_and(|plain| plain.bytes().all(|byte| byte.is_ascii_digit())) {
        return Err(too_large(text, node, context));
    }
    let alone = written_number::alone(text);
    let whole = alone.map(|alone| written_number::with_thousands(&alone).unwrap_or(alone));
    let hint = match whole {
        _ if text.contains('%') => words!("Skriv antalet, inte andelen", "Write the count, not the share"),
        Some(number) if number.starts_with('-') => {
            words!("Ett antal kan inte vara mindre än noll", "A count cannot be less than nought")
        }
        Some(number) if !number.contains(',') && !number.contains('.') => {
            words!("Skriv bara siffrorna: {number}", "Write only the digits: {number}")
        }
        Some(_) | None => {
            words!("Skriv antalet med siffror, till exempel 54", "Write the count in digits, such as 54")
        }
    };
    let text = brief(text);
    let message = words!("”{text}” är inget antal", "“{text}” is no count");
    Err(context.error(Code::InvalidNumber, node.span, message, hint))
}

/// Larger than any figure of a city, and small enough to be reckoned with exactly.
const LARGEST: Decimal = Decimal::from_parts(2_764_472_320, 232_830, 0, false, 0);

/// A number with decimal comma or point; thousands may be parted by spaces.
///
/// # Errors
/// When the text is no number.
pub fn number(node: &Node, context: &mut Context<'_>) -> Result<Decimal, Reported> {
    context.note(|| Shape::Number);
    let text = scalar(node, &words!("ett tal", "a number"), context)?;
    let plain = written_number::without_spaces(text).map(|text| text.replace(',', ".").replace('\u{2212}', "-"));
    match plain.and_then(|plain| plain.parse::<Decimal>().ok()) {
        Some(number) if number.abs() > LARGEST => Err(too_large(text, node, context)),
        Some(number) => Ok(number),
        None => {
            let hint = match written_number::alone(text) {
                Some(number) => words!("Skriv bara talet: {number}", "Write only the number: {number}"),
                None => words!(
                    "Skriv talet med siffror, till exempel 1117 eller 12,5",
                    "Write the number in digits, such as 1117 or 12,5"
                ),
            };
            let text = brief(text);
            let message = words!("”{text}” är inget tal", "“{text}” is no number");
            Err(context.error(Code::InvalidNumber, node.span, message, hint))
        }
    }
}

fn too_large(text: &str, node: &Node, context: &mut Context<'_>) -> Reported {
    let text = brief(text);
    let message = words!("talet {text} är för stort", "the number {text} is too large");
    let hint = words!("Kontrollera siffrorna", "Check the digits");
    context.error(Code::TooLarge, node.span, message, hint)
}

/// A share in per cent, from 0 to 100.
///
/// # Errors
/// When the text is no such number.
pub fn per_cent(node: &Node, context: &mut Context<'_>) -> Result<Decimal, Reported> {
    context.note(|| Shape::PerCent);
    let share = number(node, context)?;
    if share < Decimal::ZERO || share > Decimal::ONE_HUNDRED {
        let share = share.to_string().replace('.', ",");
        let message =
            words!("andelen {share} ligger inte mellan 0 och 100", "the share {share} is not between 0 and 100");
        let hint = words!(
            "Skriv hur många procent det är, från 0 till 100. Kontrollera siffran mot källan",
            "Write how many per cent it is, from 0 to 100. Check the figure against the source"
        );
        return Err(context.error(Code::ShareTooLarge, node.span, message, hint));
    }
    Ok(share)
}

/// A year with four digits.
///
/// # Errors
/// When the text is no year between 1900 and 2100.
pub fn year(node: &Node, context: &mut Context<'_>) -> Result<Year, Reported> {
    context.note(|| Shape::Year);
    let text = scalar(node, &words!("ett år", "a year"), context)?;
    parse_year(text).ok_or_else(|| no_year(text, node.span, context))
}

/// Tells a text that is no year.
pub fn no_year(text: &str, span: Span, context: &mut Context<'_>) -> Reported {
    let hint = match year_meant(text) {
        Some(year) => words!("Skriv {year}", "Write {year}"),
        None => {
            words!("Skriv året med fyra siffror, till exempel 2024", "Write the year with four digits, such as 2024")
        }
    };
    let text = brief(text);
    let message = words!("”{text}” är inget år", "“{text}” is no year");
    context.error(Code::InvalidYear, span, message, hint)
}

/// The only year that a text can mean, such as `24` or `år 2024`.
fn year_meant(text: &str) -> Option<Year> {
    let mut numbers = text.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty());
    match (numbers.next()?, numbers.next()) {
        (number, None) if number.len() == 2 => parse_year(&format!("20{number}")),
        (number, None) => parse_year(number),
        (_, Some(_)) => None,
    }
}

/// The year that a text is, if it is one.
pub fn parse_year(text: &str) -> Option<Year> {
    let year = text.parse().ok().filter(|_| text.len() == 4)?;
    (1900..=2100).contains(&year).then_some(Year(year))
}

/// A date, `YYYY-MM-DD`.
///
/// # Errors
/// When the text is no date, or a date that does not exist.
pub fn date(node: &Node, context: &mut Context<'_>) -> Result<Date, Reported> {
    context.note(|| Shape::Date);
    let text = scalar(node, &words!("ett datum", "a date"), context)?;
    let well_formed = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() });
    if well_formed {
        return text.parse().map_err(|_| {
            let message = words!("datumet {text} finns inte", "there is no date {text}");
            context.error(Code::InvalidDate, node.span, message, written_date::why_not(text))
        });
    }
    let hint = match written_date::meant(text) {
        Some(date) => words!("Skriv {date}", "Write {date}"),
        None if text.bytes().any(|byte| byte.is_ascii_digit()) => words!(
            "Skriv hela datumet: år, månad och dag, till exempel 2025-01-28",
            "Write the whole date: year, month and day, such as 2025-01-28"
        ),
        None => words!(
            "Skriv år, månad och dag, till exempel 2025-01-28. Är dagen inte känd: ta bort raden",
            "Write year, month and day, such as 2025-01-28. If the day is not known: remove the line"
        ),
    };
    let text = brief(text);
    let message = words!("”{text}” är inget datum", "“{text}” is no date");
    Err(context.error(Code::InvalidDate, node.span, message, hint))
}

/// One of a few words.
///
/// # Errors
/// When the text is none of them.
pub fn choice<T: Copy>(node: &Node, allowed: &[(&'static str, T)], context: &mut Context<'_>) -> Result<T, Reported> {
    context.note(|| Shape::Words(allowed.iter().map(|(word, _)| ((*word).to_owned(), None)).collect()));
    let words = scalar(node, &words!("ett av de tillåtna orden", "one of the allowed words"), context)?;
    if let Some((_, value)) = allowed.iter().find(|(word, _)| *word == words) {
        return Ok(*value);
    }
    let candidates = allowed.iter().map(|(word, _)| *word);
    let hint = nearest::meant(words, candidates.clone()).unwrap_or_else(|| {
        let choose = nearest::choose(candidates);
        match synonyms::home(words) {
            Some(key) => words!(
                "Ordet hör till nyckeln ”{key}”. {choose}",
                "The word belongs to the key “{key}”. {choose}",
                choose
            ),
            None => choose,
        }
    });
    let words = brief(words);
    let message =
        words!("”{words}” är inget av de ord som kan stå här", "“{words}” is none of the words that can stand here");
    Err(context.error(Code::NotAllowed, node.span, message, hint))
}

/// `ja` or `nej`.
///
/// # Errors
/// When the text is neither.
pub fn yes_or_no(node: &Node, context: &mut Context<'_>) -> Result<bool, Reported> {
    choice(node, &[("ja", true), ("nej", false)], context)
}

/// A reason for a missing value.
///
/// # Errors
/// When the text is none of the reasons.
pub fn missing(node: &Node, context: &mut Context<'_>) -> Result<Missing, Reported> {
    choice(node, &Missing::WRITTEN.map(|missing| (missing.words(), missing)), context)
}
