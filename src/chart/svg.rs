//! The SVG behind plotters: whole coordinates, classes for colours, no fonts, all ids under the chart's own.

use std::convert::Infallible;
use std::fmt::Write as _;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};

use crate::chart::Variant;
use crate::chart::canvas::Canvas;
use crate::chart::ink::Ink;
use crate::chart::text_width::text_width;

/// What a drawing is called and how large it is.
pub struct Frame<'chart> {
    /// The chart's id.
    pub id: &'chart str,
    /// What a screen reader says.
    pub label: &'chart str,
    /// Which of the chart's drawings.
    pub variant: Variant,
    /// The height in px.
    pub height: i32,
}

/// A whole drawing as markup.
pub fn drawing(frame: &Frame<'_>, draw: impl FnOnce(&Canvas<'_>)) -> String {
    let id = frame.variant.id(frame.id);
    let size = (frame.variant.width(), frame.height);
    let body = marks(&id, size, draw);
    let (width, height) = size;
    let mut svg = String::with_capacity(body.len() + 1024);
    svg.push_str(r#"<svg role="img" aria-label=""#);
    escape(frame.label, &mut svg);
    let class = match frame.variant {
        Variant::Wide => "chart chart-wide",
        Variant::Narrow => "chart chart-narrow",
    };
    write_into(
        &mut svg,
        format_args!(r#"" class="{class}" viewBox="0 0 {width} {height}" width="{width}" height="{height}">"#),
    );
    for (ink, pattern) in Ink::patterned() {
        let class = ink.class();
        if body.contains(&format!("url(#{id}_{class})")) {
            write_into(
                &mut svg,
                format_args!(
                    r#"<pattern id="{id}_{class}" class="ink-{class}" width="8" height="8" patternUnits="userSpaceOnUse">{pattern}</pattern>"#
                ),
            );
        }
    }
    svg.push_str("<g aria-hidden=\"true\">\n");
    svg.push_str(&body);
    svg.push_str("</g></svg>");
    svg
}

/// The marks alone, without a frame around them.
pub fn marks(id: &str, (width, height): (i32, i32), draw: impl FnOnce(&Canvas<'_>)) -> String {
    let mut body = String::new();
    let size = (width.unsigned_abs(), height.unsigned_abs());
    draw(&Canvas::new(SvgBackend { body: &mut body, id, size }));
    body
}

/// Where plotters writes its marks.
pub struct SvgBackend<'svg> {
    body: &'svg mut String,
    id: &'svg str,
    size: (u32, u32),
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl SvgBackend<'_> {
    /// The attribute that fills an area with the pattern of its ink; nothing for inks that the theme fills.
    fn pattern_fill(&self, ink: Ink) -> String {
        match ink.pattern() {
            Some(_) => format!(r#" fill="url(#{}_{})""#, self.id, ink.class()),
            None => String::new(),
        }
    }

    fn mark(&mut self, mark: std::fmt::Arguments<'_>) {
        write_into(self.body, mark);
        self.body.push('\n');
    }
}

impl DrawingBackend for SvgBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        let class = Ink::of(color).class();
        self.mark(format_args!(r#"<rect class="{class}" x="{x}" y="{y}" width="1" height="1"/>"#));
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        let class = Ink::of(style.color()).class();
        let ((x1, y1), (x2, y2)) = (from, to);
        self.mark(format_args!(r#"<line class="{class}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>"#));
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, _fill: bool) -> Drawn {
        let ink = Ink::of(style.color());
        let class = ink.class();
        let (x, y) = (from.0.min(to.0), from.1.min(to.1));
        let (width, height) = (from.0.abs_diff(to.0), from.1.abs_diff(to.1));
        let fill = self.pattern_fill(ink);
        self.mark(format_args!(r#"<rect class="{class}"{fill} x="{x}" y="{y}" width="{width}" height="{height}"/>"#));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let class = Ink::of(style.color()).class();
        let points: Vec<String> = path.into_iter().map(|(x, y)| format!("{x},{y}")).collect();
        self.mark(format_args!(r#"<polyline class="{class}" points="{}"/>"#, points.join(" ")));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, style: &S, _fill: bool) -> Drawn {
        let ink = Ink::of(style.color());
        let (class, fill) = (ink.class(), self.pattern_fill(ink));
        self.mark(format_args!(r#"<circle class="{class}"{fill} cx="{x}" cy="{y}" r="{radius}"/>"#));
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        let class = Ink::of(style.color()).class();
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => r#" text-anchor="middle""#,
            HPos::Right => r#" text-anchor="end""#,
        };
        // The base line lies about a third of the size below the middle of small letters and figures.
        let y = y + match style.anchor().v_pos {
            VPos::Top => 11,
            VPos::Center => 5,
            VPos::Bottom => -3,
        };
        let mut escaped = String::with_capacity(text.len());
        escape(text, &mut escaped);
        self.mark(format_args!(r#"<text class="{class}" x="{x}" y="{y}"{anchor}>{escaped}</text>"#));
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        _style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        Ok((text_width(text).unsigned_abs(), 16))
    }
}

fn write_into(text: &mut String, arguments: std::fmt::Arguments<'_>) {
    text.write_fmt(arguments).expect("writing to a String cannot fail");
}

/// Text as it may stand in markup, inside elements and attributes.
fn escape(text: &str, into: &mut String) {
    for character in text.chars() {
        match character {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '"' => into.push_str("&quot;"),
            '\'' => into.push_str("&#39;"),
            other => into.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::canvas::Align;

    #[test]
    fn markup_in_content_is_text_in_the_drawing() {
        let frame = Frame { id: "a", label: "\"<b>\"", variant: Variant::Wide, height: 20 };
        let svg = drawing(&frame, |canvas| {
            canvas.text(Ink::Text, (1, 10), Align::Start, "<script>&'");
            canvas.rectangle(Ink::Published, (0, 0), (10, 10));
        });
        assert!(svg.contains(r#"aria-label="&quot;&lt;b&gt;&quot;""#), "{svg}");
        assert!(svg.contains("&lt;script&gt;&amp;&#39;"), "{svg}");
        assert!(svg.contains(r#"<pattern id="a_published""#) && svg.contains(r#"fill="url(#a_published)""#), "{svg}");
        assert!(!svg.contains("pattern-god"), "{svg}");
    }
}
