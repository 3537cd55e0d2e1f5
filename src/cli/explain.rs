//! `internkontroll explain`: the page of a code, or the list of all codes.

use super::{WELL, WRONG_USE, say, tell};
use crate::diagnostic::{Code, Severity, explanation};

#[derive(clap::Args)]
#[command(next_help_heading = "Val")]
pub struct Arguments {
    /// Kod som du vill läsa om, till exempel IK0301; en lista över alla koder om ingen anges
    #[arg(value_name = "KOD", help_heading = "Kod")]
    code: Option<String>,
}

/// Prints what was asked for.
pub fn run(arguments: &Arguments) -> u8 {
    let Some(written) = &arguments.code else {
        say(&list());
        return WELL;
    };
    match of(written) {
        Ok(code) => {
            let title = || format!("# {}: {}\n", code.id(), code.title().sv);
            say(&explanation(code).map_or_else(title, str::to_owned));
            WELL
        }
        Err(told) => {
            tell(&format!("{told}\n"));
            WRONG_USE
        }
    }
}

/// All codes with their titles, by severity.
fn list() -> String {
    let mut list = String::new();
    for (severity, heading) in [
        (Severity::Error, "Fel: ingen rapport skrivs förrän de är rättade"),
        (Severity::Warning, "Varningar: rapporten skrivs, men någon bör titta på dem"),
        (Severity::Note, "Notiser: inget är fel, men det kan bli bättre"),
    ] {
        list.push_str(heading);
        list.push_str("\n\n");
        for code in Code::ALL.iter().filter(|code| code.severity() == severity) {
            list.push_str("  ");
            list.push_str(code.id());
            list.push_str("  ");
            list.push_str(&code.title().sv);
            list.push('\n');
        }
        list.push('\n');
    }
    list + "Läs om en av dem: internkontroll explain IK0301\n"
}

/// The code that somebody means: `IK0301`, `ik0301`, `0301`, `301` or `fel[IK0301]`.
fn of(written: &str) -> Result<Code, String> {
    // People copy the whole beginning of a line, ”fel[IK0304]:”, or write the letter O for a zero.
    let bare = written.rsplit('[').next().unwrap_or_default().trim_matches(|letter: char| !letter.is_alphanumeric());
    let upper = bare.to_uppercase();
    let zeros =
        upper.get(2..).map(|number| format!("IK{}", number.replace('O', "0"))).filter(|_| upper.starts_with("IK"));
    let trimmed = zeros.as_deref().unwrap_or(bare);
    let number = trimmed.get(..2).filter(|start| start.eq_ignore_ascii_case("ik")).map_or(trimmed, |_| &trimmed[2..]);
    let id = format!("IK{number:0>4}");
    if let Some(code) = Code::of(&id) {
        return Ok(code);
    }
    let all = "Skriv ”internkontroll explain” för att se alla";
    if number.is_empty() || number.len() > 6 || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(format!("”{written}” är ingen kod. {all}"));
    }
    let distances = Code::ALL.iter().map(|code| (strsim::damerau_levenshtein(code.id(), &id), code));
    let near =
        distances.filter(|(distance, _)| *distance <= 1).min_by_key(|(distance, _)| *distance).map(|(_, code)| code);
    let near = near.map(|code| format!(" Menade du {} ({})?", code.id(), code.title().sv)).unwrap_or_default();
    Err(format!("koden ”{written}” finns inte.{near} {all}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_can_be_written_in_many_ways() {
        for written in ["IK0301", "ik0301", "0301", "301", " Ik301 ", "[IK0301]", "fel[IK0301]:", "IKO301"] {
            assert_eq!(of(written), Ok(Code::UnknownKey), "{written}");
        }
    }

    #[test]
    fn what_is_no_code_is_told_with_the_nearest() {
        assert!(of("IK0391").expect_err("it is none").contains("Menade du IK0301"));
        for written in ["", "å", "ik", "tabb", "00000000301", "IK-301"] {
            assert!(of(written).expect_err("it is none").contains("är ingen kod"), "{written}");
        }
    }
}
