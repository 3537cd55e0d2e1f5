//! What each folder of the content may hold.

use crate::diagnostic::Words;

/// What a folder may hold.
pub struct Folder {
    /// Folders of fixed names.
    pub folders: &'static [&'static str],
    /// Files of fixed names.
    pub files: &'static [&'static str],
    /// The ending of files that have names of their own.
    pub own: Option<&'static str>,
}

/// The content itself.
pub const ROOT: Folder = Folder {
    folders: &["pastaenden", "matetal", "ar", "gemensamma", "revision", "sidor", "organ"],
    files: &["kommun.yaml", "skalor.yaml", "riskmatris.yaml"],
    own: None,
};

/// A body's folder, which holds one for each year, too.
pub const BODY: Folder = Folder { folders: &["matetal", "yttranden"], files: &["organ.yaml"], own: None };

/// A body's folder of a year.
pub const YEAR: Folder = Folder {
    folders: &["atgarder", "gemensamma", "granskningar"],
    files: &["plan.yaml", "sjalvskattning.yaml", "rapport.md", "rapport-t1.md", "rapport-t2.md", "rapport-t3.md"],
    own: None,
};

/// A folder of values.
pub const YAML_FILES: Folder = Folder { folders: &[], files: &[], own: Some("yaml") };

/// A folder of texts.
pub const MARKDOWN_FILES: Folder = Folder { folders: &[], files: &[], own: Some("md") };

/// What can be in a folder of fixed names, by its path; nothing for the content itself.
pub fn contents(folder: &Folder, path: &str) -> Words {
    let quote = |names: &[&str], sv: bool| {
        let quoted = names.iter().map(|name| if sv { format!("”{name}”") } else { format!("“{name}”") });
        quoted.collect::<Vec<_>>().join(", ")
    };
    let all: Vec<_> = folder.folders.iter().chain(folder.files).copied().collect();
    let (sv, en) = (quote(&all, true), quote(&all, false));
    let (year_sv, year_en) = if folder.folders == BODY.folders {
        (" och en mapp för varje år", " and a folder for each year")
    } else {
        ("", "")
    };
    if path.is_empty() {
        return Words {
            sv: format!("Överst kan det finnas {sv}. Jämför med mappträdet i handboken"),
            en: format!("At the top there can be {en}. Compare with the tree in the handbook"),
        };
    }
    Words {
        sv: format!("I ”{path}” kan det finnas {sv}{year_sv}. Jämför med mappträdet i handboken"),
        en: format!("In “{path}” there can be {en}{year_en}. Compare with the tree in the handbook"),
    }
}
