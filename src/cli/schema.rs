//! `internkontroll schema`: the schemas of every kind of file, for editors that complete and explain while one types.

use std::path::PathBuf;

use super::{FAILED, WELL, content, say, tell};
use crate::{disk, schema};

#[derive(clap::Args)]
#[command(next_help_heading = "Val")]
pub struct Arguments {
    /// Mappen med innehållet; ”content” om inget annat sägs
    #[arg(long, value_name = "MAPP", default_value = "content", hide_default_value = true)]
    content: PathBuf,
    /// Mappen som schemana skrivs till; ”.scheman” i innehållsmappen om inget annat sägs
    #[arg(long, value_name = "MAPP")]
    output: Option<PathBuf>,
}

/// Writes the schemas of the content as it stands, faults or not: whoever mends them needs the help most.
pub fn run(arguments: &Arguments) -> u8 {
    let sources = match content::read(&arguments.content) {
        Ok(sources) => sources,
        Err(error) => return told(&*error),
    };
    let folder = arguments.output.clone().unwrap_or_else(|| arguments.content.join(".scheman"));
    let root = |folder: &std::path::Path| content::root(folder).trim_end_matches('/').to_owned();
    let files = schema(&sources, &root(&folder), &root(&arguments.content));
    match disk::write(&folder, &files) {
        Ok(written) => {
            let settings = folder.join("vscode-settings.json");
            say(&format!(
                "{} filer ligger i {}. För VS Code: kopiera raderna i {} till .vscode/settings.json.\n",
                written.files,
                folder.display(),
                settings.display(),
            ));
            WELL
        }
        Err(error) => told(&error),
    }
}

fn told(fault: &dyn std::fmt::Display) -> u8 {
    tell(&format!("{fault}\nIngenting har skrivits.\n"));
    FAILED
}
