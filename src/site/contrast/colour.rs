//! A colour as a style sheet writes it, and the contrast of two (WCAG 2.2, relative luminance). Does not know tokens.

use std::fmt;

/// A colour without transparency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

impl Colour {
    pub const BLACK: Self = Self { red: 0, green: 0, blue: 0 };
    pub const WHITE: Self = Self { red: 255, green: 255, blue: 255 };

    /// `#rgb`, `#rrggbb`, `rgb(0 0 0)`, `rgb(0, 0, 0)`, `black`, `white`; `None` for everything else.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        match text.as_str() {
            "black" => return Some(Self::BLACK),
            "white" => return Some(Self::WHITE),
            _ => {}
        }
        if let Some(digits) = text.strip_prefix('#') {
            return hexadecimal(digits);
        }
        let inside = text.strip_prefix("rgb(")?.strip_suffix(')')?;
        let parts = inside.split([',', ' ']).filter(|part| !part.is_empty());
        let [red, green, blue] = *parts.map(|part| part.parse().ok()).collect::<Option<Vec<u8>>>()? else {
            return None;
        };
        Some(Self { red, green, blue })
    }

    /// From 1 to 21; which of the two is text makes no difference.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    pub fn is_darker_than(self, other: Self) -> bool {
        self.luminance() < other.luminance()
    }

    /// The nearest colour on the way to black or white that has the contrast against a ground; `None` when neither end has.
    pub fn towards(self, end: Self, ground: Self, least: f64) -> Option<Self> {
        (1..=100).map(|percent| self.mixed(end, percent)).find(|colour| colour.contrast(ground) >= least)
    }

    fn mixed(self, end: Self, percent: u16) -> Self {
        let mix = |from: u8, to: u8| {
            let sum = u16::from(from) * (100 - percent) + u16::from(to) * percent;
            u8::try_from(sum / 100).expect("a mean of two is no larger than both")
        };
        Self { red: mix(self.red, end.red), green: mix(self.green, end.green), blue: mix(self.blue, end.blue) }
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

fn hexadecimal(digits: &str) -> Option<Colour> {
    let parts: Vec<u8> = digits
        .chars()
        .map(|digit| digit.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect::<Option<_>>()?;
    match *parts {
        [red, green, blue] => Some(Colour { red: red * 17, green: green * 17, blue: blue * 17 }),
        [red, red_low, green, green_low, blue, blue_low] => {
            Some(Colour { red: red * 16 + red_low, green: green * 16 + green_low, blue: blue * 16 + blue_low })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_colour_is_read_in_all_its_forms() {
        for text in ["#fff", "#FFFFFF", "rgb(255 255 255)", "rgb( 255,255, 255 )", "white"] {
            assert_eq!(Colour::read(text), Some(Colour::WHITE), "{text}");
        }
        for text in ["#ffff", "#12345g", "rgb(1 2)", "rgb(1 2 300)", "rgb(0 0 0 / 50%)", "hsl(0 0% 0%)", "", "#å"] {
            assert_eq!(Colour::read(text), None, "{text}");
        }
    }

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        assert!((Colour::BLACK.contrast(Colour::WHITE) - 21.0).abs() < 1e-9);
        let grey = |text| Colour::read(text).expect("a colour");
        assert!(grey("#767676").contrast(Colour::WHITE) >= 4.5);
        assert!(grey("#777777").contrast(Colour::WHITE) < 4.5);
    }

    #[test]
    fn a_way_out_is_the_first_colour_that_suffices() {
        let grey = Colour::read("#999999").expect("a colour");
        let better = grey.towards(Colour::BLACK, Colour::WHITE, 4.5).expect("black suffices");
        assert!(better.contrast(Colour::WHITE) >= 4.5);
        assert_eq!(grey.towards(Colour::BLACK, grey, 21.0), None);
    }
}
