//! The commands: what they take, what they print, how they end. The only code that knows the terminal and the clock.

mod against;
mod build;
mod check;
mod content;
mod diff;
mod explain;
mod faults;
mod schema;
mod stopped;

use std::io::Write;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgAction, Parser, Subcommand};

/// Everything went well.
const WELL: u8 = 0;
/// The content has errors or cannot be read, or the site could not be written.
const FAILED: u8 = 1;
/// The command was used wrongly.
const WRONG_USE: u8 = 2;

#[derive(Parser)]
#[command(
    name = "internkontroll",
    version,
    about = "Kontrollerar och bygger kommunens rapport om intern kontroll",
    help_template = "{about}\n\nAnvändning: {usage}\n\n{all-args}",
    override_usage = "internkontroll KOMMANDO [VAL]",
    subcommand_help_heading = "Kommandon",
    subcommand_value_name = "KOMMANDO",
    next_help_heading = "Val",
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// Visar den här hjälpen
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    /// Visar programmets version
    #[arg(long, action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Subcommand)]
enum Command {
    /// Kontrollerar innehållet och skriver rapporten som webbsidor
    #[command(
        help_template = "{about}\n\nAnvändning: {usage}\n\n{all-args}",
        override_usage = "internkontroll build [VAL]",
        next_help_heading = "Val"
    )]
    Build(build::Arguments),
    /// Kontrollerar innehållet och visar alla fel, utan att skriva något
    #[command(
        help_template = "{about}\n\nAnvändning: {usage}\n\n{all-args}",
        override_usage = "internkontroll check [FIL …] [VAL]",
        next_help_heading = "Val"
    )]
    Check(check::Arguments),
    /// Visar vad som skiljer två år åt, eller vad som har ändrats sedan en tidigare version
    #[command(
        help_template = "{about}\n\nAnvändning: {usage}\n\n{all-args}",
        override_usage = "internkontroll diff [ÅR ÅR] [VAL]",
        next_help_heading = "Val"
    )]
    Diff(diff::Arguments),
    /// Förklarar vad en kod betyder och hur felet rättas
    #[command(
        help_template = "{about}\n\nAnvändning: {usage}\n\n{all-args}",
        override_usage = "internkontroll explain [KOD]",
        next_help_heading = "Val"
    )]
    Explain(explain::Arguments),
    /// Skriver scheman, så att en editor kan föreslå och förklara medan du skriver
    #[command(
        help_template = "{about}\n\nAnvändning: {usage}\n\n{all-args}",
        override_usage = "internkontroll schema [VAL]",
        next_help_heading = "Val"
    )]
    Schema(schema::Arguments),
}

/// Runs the command that the arguments name.
#[must_use]
pub fn run() -> ExitCode {
    match Arguments::try_parse() {
        Ok(arguments) => ExitCode::from(match arguments.command {
            Command::Build(arguments) => build::run(&arguments),
            Command::Check(arguments) => check::run(&arguments),
            Command::Diff(arguments) => diff::run(&arguments),
            Command::Explain(arguments) => explain::run(&arguments),
            Command::Schema(arguments) => schema::run(&arguments),
        }),
        Err(error) if error.use_stderr() => {
            tell(&format!("{}\nSkriv ”internkontroll --help” för att se vad som går att skriva.\n", words(&error)));
            ExitCode::from(WRONG_USE)
        }
        Err(help) => {
            say(&help.render().to_string());
            ExitCode::from(WELL)
        }
    }
}

/// What was wrong with the command, in a sentence.
fn words(error: &clap::Error) -> String {
    let said = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    match error.kind() {
        ErrorKind::InvalidSubcommand => format!("kommandot ”{}” finns inte", said(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "det saknas ett kommando".to_owned()
        }
        ErrorKind::UnknownArgument => {
            let near = said(ContextKind::SuggestedArg);
            let hint = if near.is_empty() { String::new() } else { format!(". Menade du ”{near}”?") };
            format!("valet ”{}” finns inte{hint}", said(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map(|why| format!(": {why}")).unwrap_or_default();
            format!("värdet ”{}” går inte för {}{why}", said(ContextKind::InvalidValue), said(ContextKind::InvalidArg))
        }
        ErrorKind::ArgumentConflict => format!("{} är skrivet två gånger", said(ContextKind::InvalidArg)),
        _ => format!("kommandot går inte att förstå: {}", error.kind()),
    }
}

/// Writes to standard output. Whoever closed it does not want to read; where it cannot be written to for another reason, such as a
/// full disk, the program ends there, so that nobody takes half an answer for a whole one.
fn say(text: &str) {
    let mut output = anstream::stdout();
    let Err(error) = output.write_all(text.as_bytes()).and_then(|()| output.flush()) else { return };
    if error.kind() != std::io::ErrorKind::BrokenPipe {
        tell(&format!("Det som skulle visas gick inte att skriva ut: {error}\n"));
        std::process::exit(FAILED.into());
    }
}

/// Writes to standard error, without colours where there is no terminal.
fn tell(text: &str) {
    let _ = anstream::stderr().write_all(text.as_bytes());
}
