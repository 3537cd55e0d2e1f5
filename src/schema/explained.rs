//! What each kind of file and each key means, in Swedish, from `explained.yaml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// What is said of a file or a key.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Explanation {
    /// Its name.
    #[serde(rename = "titel")]
    pub title: String,
    /// What it means, in a sentence or two.
    pub text: String,
    /// What may stand there.
    #[serde(rename = "exempel")]
    pub example: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Explained {
    filer: BTreeMap<String, Explanation>,
    nycklar: BTreeMap<String, Explanation>,
}

static EXPLAINED: LazyLock<Explained> =
    LazyLock::new(|| serde_yaml::from_str(include_str!("explained.yaml")).expect("a test reads our own file"));

/// What is said of a kind of file.
pub fn of_file(name: &str) -> Explanation {
    EXPLAINED.filer.get(name).unwrap_or_else(|| panic!("explained.yaml says nothing of the file {name}")).clone()
}

/// What is said of a key: the longest end of its path that something is said of, such as `enkät.svar` before `svar`.
pub fn of_key(path: &str) -> Explanation {
    let starts = std::iter::once(0).chain(path.match_indices('.').map(|(at, _)| at + 1));
    let mut ends = starts.map(|start| &path[start..]);
    let found = ends.find_map(|end| EXPLAINED.nycklar.get(end));
    found.unwrap_or_else(|| panic!("explained.yaml says nothing of the key {path}")).clone()
}
