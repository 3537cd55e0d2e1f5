//! Numbers in Swedish: thousands apart, decimal comma, shares as whole per cent. Rounds half away from zero, once.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::language::{MINUS, NO_BREAK_SPACE};

/// A whole number: `1 117`, `−3`.
pub fn integer(value: i64) -> String {
    let digits = grouped(&value.unsigned_abs().to_string());
    if value < 0 { format!("{MINUS}{digits}") } else { digits }
}

/// A whole number with its sign: `+3`, `−3`, `0`.
pub fn signed_integer(value: i64) -> String {
    if value > 0 { format!("+{}", integer(value)) } else { integer(value) }
}

/// A number with so many decimals: `1 117,5`.
pub fn decimal(value: &Decimal, decimals: u32) -> String {
    let rounded = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    let precision = usize::try_from(decimals).unwrap_or(usize::MAX);
    let plain = format!("{:.precision$}", rounded.abs());
    let digits = match plain.split_once('.') {
        Some((whole, fraction)) => format!("{},{fraction}", grouped(whole)),
        None => grouped(&plain),
    };
    if rounded.is_sign_negative() && !rounded.is_zero() { format!("{MINUS}{digits}") } else { digits }
}

/// A number with its sign and so many decimals: `+0,5`, `−12`, `0`.
pub fn signed_decimal(value: &Decimal, decimals: u32) -> String {
    let written = decimal(value, decimals);
    let rounded = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    if rounded > Decimal::ZERO { format!("+{written}") } else { written }
}

/// A share in running text: `89 procent`; `uppgift saknas` when there is nothing to share.
pub fn percent(part: u64, whole: u64) -> String {
    if whole == 0 {
        return "uppgift saknas".to_owned();
    }
    format!("{} procent", rounded_percent(part, whole))
}

/// A share in a chart or a table: `89 %`; `uppgift saknas` when there is nothing to share.
pub fn percent_sign(part: u64, whole: u64) -> String {
    if whole == 0 {
        return "uppgift saknas".to_owned();
    }
    format!("{}{NO_BREAK_SPACE}%", rounded_percent(part, whole))
}

/// A share as whole per cent, half up; 0 when there is nothing to share.
pub fn rounded_percent(part: u64, whole: u64) -> u64 {
    if whole == 0 {
        return 0;
    }
    let (part, whole) = (u128::from(part), u128::from(whole));
    u64::try_from((part * 200 + whole) / (2 * whole)).unwrap_or(u64::MAX)
}

/// The change between two values as whole per cent of the first: `+22 %`, `−3 %`, `0 %`; `None` when the first is 0.
pub fn signed_percent_change(from: &Decimal, to: &Decimal) -> Option<String> {
    let change = to.checked_sub(*from)?.checked_div(from.abs())?.checked_mul(Decimal::ONE_HUNDRED)?;
    Some(format!("{}{NO_BREAK_SPACE}%", signed_decimal(&change, 0)))
}

/// The difference between two shares: `+3 procentenheter`, `−1 procentenhet`, `0 procentenheter`.
pub fn signed_points(points: i64) -> String {
    let unit = if points.unsigned_abs() == 1 { "procentenhet" } else { "procentenheter" };
    format!("{} {unit}", signed_integer(points))
}

/// The difference between two shares that have decimals: `+23,5 procentenheter`, `+1 procentenhet`.
pub fn signed_decimal_points(points: &Decimal, decimals: u32) -> String {
    let unit = if points.abs() == Decimal::ONE { "procentenhet" } else { "procentenheter" };
    format!("{} {unit}", signed_decimal(points, decimals))
}

/// Digits in groups of three from the right.
fn grouped(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() * 2);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(NO_BREAK_SPACE);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(text: &str) -> Decimal {
        text.parse().expect("the tests write numbers")
    }

    #[test]
    fn thousands_stand_apart_and_minus_is_not_a_hyphen() {
        assert_eq!(integer(999), "999");
        assert_eq!(integer(1_117), "1\u{a0}117");
        assert_eq!(integer(-1_234_567), "\u{2212}1\u{a0}234\u{a0}567");
        assert_eq!(integer(i64::MIN), "\u{2212}9\u{a0}223\u{a0}372\u{a0}036\u{a0}854\u{a0}775\u{a0}808");
        assert_eq!(signed_integer(3), "+3");
        assert_eq!(signed_integer(0), "0");
    }

    #[test]
    fn decimals_round_half_away_from_zero_with_a_comma() {
        assert_eq!(decimal(&exact("1117.25"), 1), "1\u{a0}117,3");
        assert_eq!(decimal(&exact("-0.5"), 0), "\u{2212}1");
        assert_eq!(decimal(&exact("-0.4"), 0), "0");
        assert_eq!(decimal(&exact("3"), 2), "3,00");
        assert_eq!(signed_decimal(&exact("0.25"), 1), "+0,3");
        assert_eq!(signed_decimal(&exact("0.04"), 1), "0,0");
    }

    #[test]
    fn shares_round_half_up() {
        assert_eq!(rounded_percent(1, 200), 1);
        assert_eq!(rounded_percent(1, 201), 0);
        assert_eq!(rounded_percent(2, 3), 67);
        assert_eq!(rounded_percent(u64::MAX, u64::MAX), 100);
        assert_eq!(percent(89, 100), "89 procent");
        assert_eq!(percent_sign(89, 100), "89\u{a0}%");
    }

    #[test]
    fn a_share_of_nothing_is_said_to_be_missing() {
        assert_eq!(percent(0, 0), "uppgift saknas");
        assert_eq!(percent_sign(0, 0), "uppgift saknas");
        assert_eq!(rounded_percent(0, 0), 0);
    }

    #[test]
    fn changes_carry_their_sign() {
        let change = |from: &str, to: &str| signed_percent_change(&exact(from), &exact(to));
        assert_eq!(change("370", "453").as_deref(), Some("+22\u{a0}%"));
        assert_eq!(change("100", "97").as_deref(), Some("\u{2212}3\u{a0}%"));
        assert_eq!(change("100", "100").as_deref(), Some("0\u{a0}%"));
        assert_eq!(change("0", "5"), None);
        assert_eq!(signed_points(3), "+3 procentenheter");
        assert_eq!(signed_points(-1), "\u{2212}1 procentenhet");
        assert_eq!(signed_decimal_points(&exact("23.50"), 1), "+23,5 procentenheter");
        assert_eq!(signed_decimal_points(&exact("3"), 1), "+3,0 procentenheter");
    }
}
