//! How much of anything is taken, in one place. Far more than any city needs, and little enough for any machine.

/// The largest file that is read, in bytes: 4 MiB.
pub const LARGEST_FILE: u64 = 4 * 1024 * 1024;

/// The most files that one folder may hold.
pub const MOST_FILES: usize = 100_000;

/// How deep values may lie in each other in YAML.
pub const DEEPEST_YAML: usize = 24;

/// How deep lists, quotations and emphases may lie in each other in Markdown.
pub const DEEPEST_PROSE: usize = 12;

/// The most values that one YAML file may hold, keys included.
pub const MOST_NODES: usize = 50_000;

/// The longest single value in YAML, in characters.
pub const LONGEST_TEXT: usize = 20_000;

/// The longest message or hint, in characters. People's words are quoted by their beginning, so that none comes near.
pub const LONGEST_MESSAGE: usize = 2_000;

/// The most faults of each severity that are shown of one file; the rest is counted.
pub const MOST_FAULTS: usize = 100;
