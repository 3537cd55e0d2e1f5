//! Temporary driver.
use internkontroll::{check, diagnostic, report, source, syntax};
fn main() {
    let root = std::env::args().nth(1).unwrap();
    let files = walkdir::WalkDir::new(&root).into_iter().filter_map(Result::ok).filter(|e| e.file_type().is_file()).map(|e| {
        let path = e.path().strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
        source::File::new(path, source::decode(&std::fs::read(e.path()).unwrap()).unwrap())
    }).collect();
    let sources = source::Sources::new(files);
    let mut diagnostics = diagnostic::Diagnostics::default();
    let documents = syntax::parse(&sources, &mut diagnostics);
    let model = check::check(&documents, &sources, &mut diagnostics);
    println!("{}", diagnostic::plain(&diagnostics.sorted(), &sources));
    if let Ok(model) = model { let r = report::summarize(&model); println!("{:#?}", r.main_set().trend); println!("{} {}", model.bodies.len(), r.measures.len()); }
}
