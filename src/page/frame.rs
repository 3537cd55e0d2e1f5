//! What all pages share: the city's name, the navigation, the footer.

use serde::Serialize;

use super::address;
use crate::language::date;
use crate::report::{Report, plans};

/// A place to go to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Its words.
    pub text: String,
    /// Its path from the site's root.
    pub href: String,
}

impl Entry {
    /// An entry.
    pub fn new(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: href.into() }
    }
}

/// What all pages share.
#[derive(Debug, Serialize)]
pub struct Frame {
    /// The city's name.
    pub city: String,
    /// The report's title.
    pub title: String,
    /// Whether the city is made up.
    pub fictional: bool,
    /// The date of the content, in words.
    pub report_date: String,
    /// Why it is that date.
    pub report_date_note: Option<String>,
    /// What the report is, and whose.
    pub about: Option<String>,
    /// Whom to ask.
    pub contact: Option<String>,
    /// The main navigation.
    pub navigation: Vec<Entry>,
    /// The free pages and the method, in the footer of every page.
    pub footer: Vec<Entry>,
}

/// Composes what all pages share.
pub fn compose(report: &Report<'_>) -> Frame {
    let city = &report.model.municipality;
    let mut navigation = vec![
        Entry::new("Överblick", address::START),
        Entry::new("Nämnder och bolag", address::BODIES),
        Entry::new("År", address::YEARS),
        Entry::new("Jämför", address::COMPARISONS),
        Entry::new("Påståenden", address::STATEMENTS),
    ];
    if !report.model.indicators.is_empty() {
        navigation.push(Entry::new("Mätetal", address::INDICATORS));
    }
    navigation.push(Entry::new("Åtgärder", address::MEASURES));
    if !plans::years(report.model).is_empty() {
        navigation.push(Entry::new("Risker", address::RISKS));
    }
    let mut pages: Vec<_> = report.model.pages.values().collect();
    pages.sort_by_key(|page| (page.order, page.id.clone()));
    let mut footer = vec![Entry::new("Så räknas siffrorna", address::METHOD)];
    footer.extend(pages.iter().map(|page| Entry::new(&page.title, address::page(&page.id))));
    Frame {
        city: city.name.clone(),
        title: city.title.clone(),
        fictional: city.fictional,
        report_date: date::long(city.report_date),
        report_date_note: city.remarks.note.clone(),
        about: city.description.clone(),
        contact: city.contact.clone(),
        navigation,
        footer,
    }
}
