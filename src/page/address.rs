//! Where every page lies. An address is a promise: decisions link to it, so none here may ever change.

use crate::model::{AuditId, BodyId, IndicatorId, JointReviewId, PageId, SetId, StatementId, Year};

/// The start page.
pub const START: &str = "index.html";
/// All years.
pub const YEARS: &str = "ar/index.html";
/// All bodies.
pub const BODIES: &str = "organ/index.html";
/// All statements.
pub const STATEMENTS: &str = "pastaenden/index.html";
/// All indicators.
pub const INDICATORS: &str = "matetal/index.html";
/// All measures.
pub const MEASURES: &str = "atgarder/index.html";
/// The risks of all bodies.
pub const RISKS: &str = "risker/index.html";
/// All joint reviews.
pub const JOINT_REVIEWS: &str = "gemensamma/index.html";
/// Every two years that can be compared.
pub const COMPARISONS: &str = "jamfor/index.html";
/// All audits.
pub const AUDITS: &str = "revision/index.html";
/// Everything that was promised.
pub const PROMISES: &str = "utlovat/index.html";
/// How figures are computed.
pub const METHOD: &str = "metod/index.html";

/// A year.
pub fn year(year: Year) -> String {
    format!("ar/{year}/index.html")
}

/// The risks of a year.
pub fn risks_year(year: Year) -> String {
    format!("risker/{year}/index.html")
}

/// The follow-up of a year as one document.
pub fn year_document(year: Year) -> String {
    format!("ar/{year}/dokument/index.html")
}

/// A body.
pub fn body(id: &BodyId) -> String {
    format!("organ/{id}/index.html")
}

/// A body's year.
pub fn body_year(id: &BodyId, year: Year) -> String {
    format!("organ/{id}/{year}/index.html")
}

/// Two years beside each other, the earlier first.
pub fn comparison(from: Year, to: Year) -> String {
    format!("jamfor/{from}-{to}/index.html")
}

/// A body in two years.
pub fn body_comparison(from: Year, to: Year, id: &BodyId) -> String {
    format!("jamfor/{from}-{to}/{id}/index.html")
}

/// A statement.
pub fn statement(set: &SetId, id: &StatementId) -> String {
    format!("pastaenden/{set}/{}/index.html", id.as_str().to_ascii_lowercase())
}

/// An indicator.
pub fn indicator(id: &IndicatorId) -> String {
    format!("matetal/{id}/index.html")
}

/// A joint review through its rounds.
pub fn joint_review(id: &JointReviewId) -> String {
    format!("gemensamma/{id}/index.html")
}

/// A round of a joint review.
pub fn round(id: &JointReviewId, year: Year) -> String {
    format!("gemensamma/{id}/{year}/index.html")
}

/// Two rounds of a joint review beside each other, the earlier first.
pub fn rounds_compared(id: &JointReviewId, (from, to): (Year, Year)) -> String {
    format!("jamfor/gemensamma/{id}/{from}-{to}/index.html")
}

/// An audit.
pub fn audit(id: &AuditId) -> String {
    format!("revision/{id}/index.html")
}

/// The form for responses to an audit.
pub fn response_form(id: &AuditId) -> String {
    format!("revision/{id}/svarsmall/index.html")
}

/// A free page.
pub fn page(id: &PageId) -> String {
    format!("sidor/{id}/index.html")
}

/// A file of the content, line by line.
pub fn source(path: &str) -> String {
    format!("underlag/{path}.html")
}

/// A table as a file, beside the page it stands on.
pub fn download(page: &str, table: &str) -> String {
    let folder = page.strip_suffix("index.html").expect("every page with tables is a folder's index");
    format!("{folder}{table}.csv")
}
