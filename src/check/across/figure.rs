//! A figure as people write it, in each language of the messages.

use rust_decimal::Decimal;

use crate::diagnostic::Words;

/// The exact figure: decimal comma in Swedish, decimal point in English.
pub fn figure(number: Decimal) -> Words {
    let number = number.normalize().to_string();
    Words { sv: number.replace('.', ","), en: number }
}
