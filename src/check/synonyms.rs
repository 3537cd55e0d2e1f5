//! Words that people write where another one belongs, and where a word that stands in the wrong place is at home.

use crate::model::Progress;

/// What was written, and what is meant by it in one place or another.
const SYNONYMS: &[(&str, &str)] = &[
    // Keys.
    ("anledning", "skäl"),
    ("anledning", "motivering"),
    ("anmärkning", "not"),
    ("avvikande", "avvikelse"),
    ("datum", "inlämnad"),
    ("deadline", "klar senast"),
    ("dnr", "diarienummer"),
    ("förfallodatum", "klar senast"),
    ("kommentar", "not"),
    ("kommentar", "motivering"),
    ("name", "namn"),
    ("namn", "titel"),
    ("nämnd", "organ"),
    ("rubrik", "titel"),
    ("svarande", "svar"),
    ("titel", "namn"),
    ("typ", "slag"),
    ("§", "paragraf"),
    // How far something has come.
    ("avbruten", "utgått"),
    ("avslutad", "klar"),
    ("färdig", "klar"),
    ("genomförd", "klar"),
    ("inställd", "utgått"),
    ("pågående", "pågår"),
    ("påbörjad", "pågår"),
    // Status, publication.
    ("antagen", "beslutad"),
    ("fastställd", "beslutad"),
    ("hemlig", "intern"),
    ("korrigerad", "rättad"),
    ("offentlig", "öppen"),
    ("publik", "öppen"),
    ("ändrad", "rättad"),
    // Yes and no.
    ("1", "ja"),
    ("sant", "ja"),
    ("true", "ja"),
    ("x", "ja"),
    ("yes", "ja"),
    ("0", "nej"),
    ("falskt", "nej"),
    ("false", "nej"),
    ("no", "nej"),
    // The rest.
    ("gul", "förbättra"),
    ("grå", "neutral"),
    ("grön", "god"),
    ("röd", "allvarlig"),
    ("högre", "högre är bättre"),
    ("lägre", "lägre är bättre"),
    ("samtliga", "alla"),
    ("kommunalt bolag", "bolag"),
    ("okänt", "uppgift saknas"),
    ("vet ej", "uppgift saknas"),
];

/// The candidate that means the same as the word.
pub fn synonym<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let word = word.to_lowercase();
    candidates
        .into_iter()
        .find(|candidate| SYNONYMS.iter().any(|(written, meant)| *written == word && meant == candidate))
}

/// The key that a word belongs to.
pub fn home(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    match word.as_str() {
        "utkast" | "beslutad" | "rättad" => Some("status"),
        "öppen" | "intern" => Some("publicering"),
        _ if Progress::ALL.iter().any(|progress| progress.words() == word) => Some("läge"),
        _ => None,
    }
}
