//! The same content gives the same bytes, whatever the order of the files and the number of threads.

mod reading;

use internkontroll::diagnostic::Diagnostics;
use internkontroll::source::Sources;

/// The site from files given in another order, by a pool of so many threads.
fn built(folder: &str, threads: usize, turned: bool) -> internkontroll::site::Output {
    let mut files: Vec<_> = reading::files(&reading::package().join(folder)).into_iter().collect();
    if turned {
        files.reverse();
        let half = files.len() / 2;
        files.rotate_left(half);
    }
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be had");
    pool.install(|| {
        let sources = Sources::decode(files);
        let model = internkontroll::check(&sources, &mut Diagnostics::default()).expect("the content has no errors");
        reading::render(&model)
    })
}

#[test]
fn order_and_threads_change_nothing() {
    for folder in ["content", "examples/exempelstaden"] {
        let one = built(folder, 1, false);
        let other = built(folder, 4, true);
        assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
        for (path, bytes) in &one {
            assert!(other[path] == *bytes, "{folder}: {path} differs");
        }
    }
}
