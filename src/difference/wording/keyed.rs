//! One of several things that are written under the same key, named so that it reads well in a sentence.

use crate::diagnostic::Words;
use crate::words;

/// What stands under a key for an id. Keys without a form of their own stay as they are.
pub fn keyed(key: &str, id: &str) -> Words {
    match key {
        "rekommendation" => words!("rekommendationen {id}", "the recommendation {id}"),
        "mottagare" => words!("mottagare av {id}", "recipients of {id}"),
        "första yttrandet" => words!("första yttrandet om {id}", "the first response to {id}"),
        "uppföljande yttrandet" => words!("uppföljande yttrandet om {id}", "the follow-up response to {id}"),
        "behandlas" => words!("behandlas av {id}", "heard by {id}"),
        "beslutspunkter" => words!("beslutspunkten ”{id}”", "the point for decision “{id}”"),
        "sannolikhet, beskrivning" => {
            words!("beskrivning av sannolikheten ”{id}”", "description of the likelihood “{id}”")
        }
        "konsekvens, beskrivning" => {
            words!("beskrivning av konsekvensen ”{id}”", "description of the consequence “{id}”")
        }
        "omdömen, beskrivning" => words!("beskrivning av omdömet ”{id}”", "description of the verdict “{id}”"),
        "svarar" => words!("”svarar”, {id}", "“svarar”, {id}"),
        _ => words!("{key} för {id}", "“{key}” of {id}"),
    }
}
