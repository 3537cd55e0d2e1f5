//! What a text may not hold, in words.

use super::blocks::Reader;
use crate::diagnostic::Code;
use crate::source::{DEEPEST_PROSE, Span};
use crate::words;

impl Reader<'_, '_> {
    /// A heading above the first section.
    pub(super) fn heading_before_sections(&mut self, place: Span) {
        self.refuse(
            Code::HeadingLevel,
            place,
            words!("underrubriken står före första avsnittet", "the subheading stands before the first section"),
            words!(
                "Skriv en rubrik med ## före den, eller gör den till ##",
                "Write a heading with ## before it, or make it ##"
            ),
        );
    }

    /// `####` right below `##`.
    pub(super) fn heading_skips(&mut self, place: Span) {
        self.refuse(
            Code::HeadingLevel,
            place,
            words!("rubriken hoppar över en nivå", "the heading skips a level"),
            words!("Använd ### under ##, och #### under ###", "Use ### below ##, and #### below ###"),
        );
    }

    /// `#`, `#####` or `######`.
    pub(super) fn heading_of_other_level(&mut self, place: Span) {
        self.refuse(
            Code::HeadingLevel,
            place,
            words!("rubriken har en nivå som inte används här", "the heading has a level that is not used here"),
            words!("Använd ## för avsnitt, ### och #### inom dem", "Use ## for sections, ### and #### inside them"),
        );
    }

    /// Lists or quotations in each other.
    pub(super) fn too_deep(&mut self, place: Span) {
        self.refuse(
            Code::TooDeep,
            place,
            words!(
                "listor eller citat ligger djupare än {DEEPEST_PROSE} nivåer",
                "lists or quotations lie deeper than {DEEPEST_PROSE} levels"
            ),
            words!("Dela upp texten", "Part the text"),
        );
    }

    /// Markup.
    pub(super) fn raw_html(&mut self, place: Span) {
        self.refuse(
            Code::RawHtml,
            place,
            words!("texten innehåller HTML-kod", "the text holds HTML"),
            words!(
                "Skriv med Markdown. Ska tecknet < synas: skriv \\<",
                "Write with Markdown. If the sign < is to be seen: write \\<"
            ),
        );
    }

    /// A cell without text, in the head or below it.
    pub(super) fn empty_cell(&mut self, place: Span, in_head: bool) {
        if in_head {
            self.refuse(
                Code::TableHead,
                place,
                words!("en kolumn i tabellen saknar rubrik", "a column of the table has no heading"),
                words!("Skriv vad kolumnen visar", "Write what the column shows"),
            );
        } else {
            self.refuse(
                Code::EmptyCell,
                place,
                words!("en cell i tabellen är tom", "a cell of the table is empty"),
                words!(
                    "Skriv varför uppgiften saknas, till exempel ”uppgift saknas”",
                    "Write why the value is missing, such as ”uppgift saknas”"
                ),
            );
        }
    }

    /// Cells for which there is no column.
    pub(super) fn too_many_cells(&mut self, place: Span) {
        self.refuse(
            Code::MarkdownForm,
            place,
            words!(
                "raden har fler celler än tabellen har kolumner",
                "the row has more cells than the table has columns"
            ),
            words!(
                "Ta bort en cell, eller lägg till en kolumn överst. Ska tecknet | synas: skriv \\|",
                "Remove a cell, or add a column at the top. If the sign | is to be seen: write \\|"
            ),
        );
    }
}
