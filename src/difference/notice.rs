//! What must be seen before anything else of two revisions: what was adopted and has changed or vanished, new names of folders, what
//! is not compared.

use super::amount::{self, counted};
use super::trace::{self, Forges};
use super::{Circumstances, Found, Notice, wording};
use crate::diagnostic::Words;
use crate::model::{AuditId, BodyId, JointReviewId, Model, SetId, Year};
use crate::report::comparison::Definition;
use crate::words;

/// The notices of all bodies or of one; `root` stands before every path, and `models` are those before and after.
pub fn notices(
    circumstances: &Circumstances<'_>,
    only: Option<&BodyId>,
    (root, forges): (&str, Forges<'_>),
    (before, after): (&Model, &Model),
) -> Vec<Notice> {
    let is_of = |path: &str, id: &BodyId| {
        BodyId::of_path(path).is_some_and(|(body, _)| circumstances.renamed.get(&body).unwrap_or(&body) == id)
    };
    let is_wanted = |path: &str| only.is_none_or(|id| is_of(path, id));
    let of = |Found { diagnostics, sources }: Found<'_>, forge, models: [&Model; 2]| {
        let told = diagnostics.sorted().into_iter().map(|fault| (fault, sources.origin(fault.span)));
        let told = told.map(|(fault, origin)| (fault, origin.line, sources.file(origin.file).path.as_str()));
        let wanted = told.filter(|(_, _, path)| is_wanted(path)).map(|(fault, line, path)| {
            let (message, owner) = (&fault.message, owner(path, models));
            let words = match &owner {
                Some(owner) => words!("{owner}: {message}.", "{owner}: {message}.", owner, message),
                None => amount::sentence(message),
            };
            Notice { words, trace: Some(trace::to(root, path, line, forge)) }
        });
        wanted.collect::<Vec<_>>()
    };
    let mut notices = of(circumstances.silent, forges.after, [after, before]);
    notices.extend(of(circumstances.vanished, forges.before, [before, after]));
    let untraced = |words| Notice { words, trace: None };
    for (old, new) in circumstances.renamed.iter().filter(|(_, new)| only.is_none_or(|id| id == *new)) {
        notices.push(untraced(words!(
            "Mappen organ/{old} heter nu organ/{new}. Då ändras de publicerade adresserna till organets sidor, och länkar dit \
             slutar fungera.",
            "The folder organ/{old} is now called organ/{new}. This changes the published addresses of the body's pages, and \
             links to them stop working."
        )));
    }
    let hidden = circumstances.internal.left_out.iter().filter(|body| only.is_none() || body.as_ref() == only).count();
    let left_out = circumstances.left_out.iter().filter(|(path, _)| is_wanted(path)).count() + hidden;
    if left_out > 0 {
        let count = counted(left_out, ["fil jämförs", "filer jämförs"], ["file is", "files are"]);
        notices.push(untraced(words!(
            "{count} inte på grund av fel.",
            "{count} not compared because of errors.",
            count
        )));
    }
    if only.is_none() && !circumstances.has_figures {
        notices.push(untraced(words!(
            "Siffror för hela kommunen visas inte, eftersom alla filer inte kan jämföras.",
            "Figures of the whole city are not shown, since not all files can be compared."
        )));
    }
    notices
}

/// Whose file it is, with its year where it has one, or what it is; by its place, with names from the first model that knows one.
fn owner(path: &str, [first, second]: [&Model; 2]) -> Option<Words> {
    let of_year = |name: &Words, year: &str| words!("{name} {year}", "{name} {year}", name);
    let year = |text: &str| text.parse().ok().filter(|_| text.len() == 4).map(Year);
    if let Some((id, rest)) = BodyId::of_path(path) {
        let name = amount::same(&[first, second].into_iter().find_map(|model| model.bodies.get(&id))?.name);
        let folder = rest.split('/').next().filter(|folder| year(folder).is_some());
        return Some(folder.map_or_else(|| name.clone(), |year| of_year(&name, year)));
    }
    let (folder, file) = path.split_once('/')?;
    let (file, _) = file.rsplit_once('.')?;
    let definition = |definition| Some(amount::capitalized(&wording::definition(definition, second, first)));
    match folder {
        "ar" => Some(of_year(&words!("Den kommungemensamma uppföljningen", "The city-wide follow-up"), file)),
        "gemensamma" => {
            let (id, year) = file.split_once('/')?;
            let id = JointReviewId(id.to_owned());
            let title = [first, second].into_iter().find_map(|model| model.joint_reviews.get(&id))?.title();
            Some(words!("Den kommungemensamma granskningen ”{title}” {year}", "The joint review “{title}” {year}"))
        }
        "revision" => definition(Definition::Audit(&AuditId(file.to_owned()))),
        "pastaenden" => definition(Definition::Set(&SetId(file.to_owned()))),
        _ => None,
    }
}
