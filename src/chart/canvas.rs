//! Drawing through plotters: a canvas in px and a plane that places years and values on it.

use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordi64;
use plotters::coord::{CoordTranslate, Shift};
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, Drawable, PathElement, PointCollection, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, IntoFont, TextStyle};

use crate::chart::ink::Ink;
use crate::chart::svg::SvgBackend;

/// The px between two neighbouring fills.
pub const FILL_GAP: i32 = 2;

/// A place in px from the upper left corner.
pub type Place = (i32, i32);

/// Where a text lies from its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// To the right of it.
    Start,
    /// On both sides of it.
    Middle,
    /// To the left of it.
    End,
}

/// What charts draw on.
pub struct Canvas<'svg> {
    area: DrawingArea<SvgBackend<'svg>, Shift>,
}

impl<'svg> Canvas<'svg> {
    /// A canvas on an SVG.
    pub fn new(backend: SvgBackend<'svg>) -> Canvas<'svg> {
        Canvas { area: backend.into_drawing_area() }
    }

    /// A filled rectangle.
    pub fn rectangle(&self, ink: Ink, from: Place, to: Place) {
        self.draw(&Rectangle::new([from, to], ink.color().filled()));
    }

    /// A line through places.
    pub fn line(&self, ink: Ink, places: Vec<Place>) {
        self.draw(&PathElement::new(places, ink.color().stroke_width(1)));
    }

    /// A dot.
    pub fn dot(&self, ink: Ink, place: Place, radius: i32) {
        self.draw(&Circle::new(place, radius, ink.color().filled()));
    }

    /// A text whose middle height lies at its place.
    pub fn text(&self, ink: Ink, place: Place, align: Align, text: &str) {
        let horizontal = match align {
            Align::Start => HPos::Left,
            Align::Middle => HPos::Center,
            Align::End => HPos::Right,
        };
        let anchor = Pos::new(horizontal, VPos::Center);
        let color = ink.color();
        let style = TextStyle::from(("sans-serif", 13).into_font()).color(&color).pos(anchor);
        self.draw(&Text::new(text.to_owned(), place, style));
    }

    fn draw<E>(&self, element: &E)
    where
        for<'element> &'element E: PointCollection<'element, Place>,
        E: for<'backend> Drawable<SvgBackend<'svg>>,
    {
        self.area.draw(element).expect("our SVG backend never fails");
    }
}

/// Years across and values upwards, on a part of a canvas.
pub struct Plane {
    coordinates: Cartesian2d<RangedCoordi64, RangedCoordi64>,
}

impl Plane {
    /// From one year to another, each in the middle of a band as wide as the others', and values from low to high.
    pub fn new(years: (i16, i16), values: (i64, i64), across: (i32, i32), upwards: (i32, i32)) -> Plane {
        // Half a year on either side keeps the first and last dots, and a year alone, off the edges.
        let years = i64::from(years.0) * 2 - 1..i64::from(years.1) * 2 + 1;
        let (bottom, top) = upwards;
        Plane { coordinates: Cartesian2d::new(years, values.0..values.1, (across.0..across.1, bottom..top)) }
    }

    /// Where a year's value lies.
    pub fn place(&self, year: i16, value: i64) -> Place {
        self.coordinates.translate(&(i64::from(year) * 2, value))
    }

    /// The left edge of a year's band.
    pub fn left(&self, year: i16) -> i32 {
        self.coordinates.translate(&(i64::from(year) * 2 - 1, 0)).0
    }

    /// The right edge of a year's band.
    pub fn right(&self, year: i16) -> i32 {
        self.coordinates.translate(&(i64::from(year) * 2 + 1, 0)).0
    }
}
