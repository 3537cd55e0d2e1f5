//! The commands: what they take, what they print, how they end. The only code that knows the terminal and the clock.

mod build;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Everything went well.
const WRITTEN: u8 = 0;
/// The content has errors, or the site could not be written.
const FAILED: u8 = 1;
/// The command was used wrongly.
const WRONG_USE: u8 = 2;

#[derive(Parser)]
#[command(name = "internkontroll", version, about = "Bygger kommunens rapport om intern kontroll")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Kontrollerar innehållet och skriver rapporten som webbsidor
    Build(build::Arguments),
}

/// Runs the command that the arguments name.
#[must_use]
pub fn run() -> ExitCode {
    match Arguments::try_parse() {
        Ok(arguments) => ExitCode::from(match arguments.command {
            Command::Build(arguments) => build::run(&arguments),
        }),
        Err(error) => {
            // The message goes to a closed pipe at worst, and there is nobody left to tell.
            let _ = error.print();
            ExitCode::from(if error.use_stderr() { WRONG_USE } else { WRITTEN })
        }
    }
}
