//! How long a comparison of two revisions takes beside a check of one: `cargo bench --bench revisions`. Prints medians and their
//! ratio, which is to stay below 1.5 when few files have changed; judges nothing.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark prepares a repository, looks at the clock and prints"
)]

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use internkontroll::diagnostic::Diagnostics;
use internkontroll::report::{comparison, summarize};
use internkontroll::source::Sources;
use internkontroll::{check, disk, revisions};

const RUNS: usize = 21;

fn git(root: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command
        .arg("-C")
        .arg(root)
        .args(["-c", "user.name=Prov", "-c", "user.email=prov@provstad.example"])
        .args(arguments);
    assert!(command.status().expect("git is there").success(), "{arguments:?}");
}

/// Changes a few texts below a folder.
fn edit(folder: &Path, added: &str) {
    let pages =
        walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(|entry| entry.expect("it can be read"));
    let reports = pages.filter(|entry| entry.file_name() == "rapport.md").map(walkdir::DirEntry::into_path);
    for path in reports.take(5) {
        let text = fs::read_to_string(&path).expect("it is text");
        fs::write(path, text + added).expect("it can be written");
    }
}

fn time(run: &dyn Fn()) -> f64 {
    let start = Instant::now();
    run();
    start.elapsed().as_secs_f64()
}

fn median(numbers: impl Iterator<Item = f64>) -> f64 {
    let mut numbers: Vec<_> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}

fn main() {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/exempelstaden");
    let repository = tempfile::tempdir().expect("a folder");
    let content = repository.path().join("content");
    for (path, bytes) in disk::read_whole(&example).expect("the example can be read") {
        let path = content.join(path);
        fs::create_dir_all(path.parent().expect("below the content")).expect("the folder can be made");
        fs::write(path, bytes).expect("the file can be written");
    }
    git(repository.path(), &["init", "--quiet", "--initial-branch", "main"]);
    git(repository.path(), &["add", "--all"]);
    git(repository.path(), &["commit", "--quiet", "--message", "x"]);
    git(repository.path(), &["switch", "--quiet", "--create", "eget"]);
    edit(&content, "\nEtt stycke till.\n");
    git(repository.path(), &["commit", "--quiet", "--all", "--message", "y"]);
    let kinds = [("loose", None), ("packed", Some(["gc", "--quiet"]))];
    for (kind, packing) in kinds {
        if let Some(packing) = packing {
            git(repository.path(), &packing);
        }
        let alone = || {
            let sources = Sources::decode(disk::read(&content).expect("the content can be read"));
            drop(black_box(check(&sources, &mut Diagnostics::default())));
        };
        let both = |from, to| {
            let revisions = revisions(&content, from, to).expect("both can be had");
            let models = revisions.models.as_ref().expect("the example has no errors");
            let (before, after) = rayon::join(|| summarize(&models.before), || summarize(&models.after));
            drop(black_box(comparison::revised(&before, &after, &revisions.renamed)));
        };
        let comparisons: [(&str, &dyn Fn()); 3] = [
            ("main branch to folder", &|| both(None, None)),
            ("revision to revision", &|| both(Some("main"), Some("eget"))),
            ("later to earlier revision", &|| both(Some("eget"), Some("main"))),
        ];
        // In turn, so that what else the machine does meets all of them.
        let rounds: Vec<_> = (0..RUNS).map(|_| (time(&alone), comparisons.map(|(_, run)| time(run)))).collect();
        println!("{kind} objects, median of {RUNS} runs:");
        println!("  {:<28} {:>7.1} ms", "check", median(rounds.iter().map(|round| round.0)) * 1000.0);
        for (at, (name, _)) in comparisons.iter().enumerate() {
            let whole = median(rounds.iter().map(|round| round.1[at])) * 1000.0;
            let ratio = median(rounds.iter().map(|round| round.1[at] / round.0));
            println!("  {name:<28} {whole:>7.1} ms, {ratio:.2} times");
        }
    }
}
