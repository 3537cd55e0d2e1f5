//! Renders every page by its template, writes every table as a file, and checks the whole before it may be written.

use std::collections::BTreeMap;

use rayon::prelude::*;
use tera::Context;

use super::csv;
use super::outline::{self, OutlineFault};
use super::theme::Theme;
use crate::page::{Page, Pages};

/// Path and bytes of every file of the site.
pub type Output = BTreeMap<String, Vec<u8>>;

/// What a build can set beside content and theme.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Where the site will lie, with a slash at the end; for the canonical address of each page.
    pub base_url: Option<String>,
}

/// Why a site cannot be rendered. The content is right by now, so it is the theme that is at fault.
#[derive(Debug)]
pub enum RenderError {
    /// A template asks for something that its view does not have.
    Template {
        /// The page.
        page: String,
        /// What the template engine says, with the line.
        why: String,
    },
    /// Pages that break what every page promises.
    Outline {
        /// What they break.
        faults: Vec<OutlineFault>,
        /// The template of each page that does; style sheets have none.
        templates: BTreeMap<String, &'static str>,
    },
}

impl std::fmt::Display for RenderError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Template { page, why } => write!(formatter, "sidan {page} kan inte skrivas med temats mall:\n{why}"),
            Self::Outline { faults, templates } => {
                writeln!(formatter, "mallen eller temat bryter mot det som varje sida ska uppfylla:")?;
                let mut by_rule: BTreeMap<&str, Vec<&OutlineFault>> = BTreeMap::new();
                for fault in faults {
                    by_rule.entry(fault.rule.description()).or_default().push(fault);
                }
                for (rule, faults) in by_rule {
                    writeln!(formatter, "  {rule}: {} gånger", faults.len())?;
                    for fault in faults.iter().take(SHOWN) {
                        let template = templates.get(&fault.page);
                        let template = template.map(|name| format!(" (mallen templates/{name})")).unwrap_or_default();
                        writeln!(formatter, "    {}{template}: {}", fault.page, fault.detail)?;
                    }
                }
                Ok(())
            }
        }
    }
}

impl std::error::Error for RenderError {}

/// How many faults of each rule are told in full.
const SHOWN: usize = 3;

/// Renders the site; `on_page` is told of each finished page, in any order.
///
/// # Errors
/// When a template fails, or a page breaks what every page promises.
pub fn render(
    pages: &Pages,
    theme: &Theme,
    settings: &Settings,
    on_page: impl Fn() + Sync,
) -> Result<Output, RenderError> {
    let mut templates = theme.templates.clone();
    let shared = templates.global_context();
    shared.insert("frame", &pages.frame);
    shared.insert("words", &theme.words);
    shared.insert("base_url", &settings.base_url);
    let rendered: Result<Vec<_>, _> = pages
        .pages
        .par_iter()
        .map(|page| {
            let html = one(page, &templates);
            on_page();
            html
        })
        .collect();
    let mut output: Output = rendered?.into_iter().flatten().collect();
    output.extend(theme.files.clone());
    let faults = outline::check(&output);
    if faults.is_empty() {
        return Ok(output);
    }
    let at_fault = |page: &&Page| faults.iter().any(|fault| fault.page == page.path);
    let templates = pages.pages.iter().filter(at_fault).map(|page| (page.path.clone(), page.view.template())).collect();
    Err(RenderError::Outline { faults, templates })
}

/// A page and the files of its tables.
fn one(page: &Page, templates: &tera::Tera) -> Result<Vec<(String, Vec<u8>)>, RenderError> {
    let fault = |error: tera::Error| RenderError::Template { page: page.path.clone(), why: error.to_string() };
    let context = Context::from_serialize(page).map_err(fault)?;
    let html = templates.render(page.view.template(), &context).map_err(fault)?;
    let mut files = vec![(page.path.clone(), html.into_bytes())];
    files.extend(page.view.tables().into_iter().map(|table| (table.download.clone(), csv::csv(table))));
    Ok(files)
}
