//! One of several things that are written under the same key, named so that it reads well in a sentence.

use crate::diagnostic::Words;
use crate::words;

/// What stands under a key for an id. Keys without a form of their own stay as they are.
pub fn keyed(key: &str, id: &str) -> Words {
    if let Some(part) = key.strip_prefix("åtaganden, ") {
        return words!("åtagandet {id}, {part}", "the commitment {id}, “{part}”");
    }
    if let Some(part) = key.strip_prefix("uppföljda åtaganden, ") {
        return words!("uppföljningen av åtagandet {id}, {part}", "the follow-up of the commitment {id}, “{part}”");
    }
    match key {
        "rekommendation" => words!("rekommendationen {id}", "the recommendation {id}"),
        "mottagare" => words!("mottagare av {id}", "recipients of {id}"),
        "första yttrandet" => words!("första yttrandet om {id}", "the first response to {id}"),
        "uppföljande yttrandet" => words!("uppföljande yttrandet om {id}", "the follow-up response to {id}"),
        "behandlas" => words!("behandlas av {id}", "heard by {id}"),
        "beslutspunkter" => words!("beslutspunkten ”{id}”", "the point for decision “{id}”"),
        "åtaganden" => words!("åtagandet {id}", "the commitment {id}"),
        "svarar" => words!("”svarar”, {id}", "“svarar”, {id}"),
        _ => words!("{key} för {id}", "“{key}” of {id}"),
    }
}
