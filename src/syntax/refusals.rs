//! What a text may not hold, in words.

use pulldown_cmark::CodeBlockKind;

use super::blocks::Reader;
use crate::diagnostic::{Code, brief};
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

    /// A heading of which pages keep the words alone.
    pub(super) fn section_in_language(&mut self, place: Span) {
        self.refuse(
            Code::MarkdownForm,
            place,
            words!(
                "en rubrik med ## kan inte märkas med ett annat språk",
                "a heading with ## cannot be marked as being in another language"
            ),
            words!(
                "Skriv rubriken på svenska, eller gör den till ### inom ett avsnitt",
                "Write the heading in Swedish, or make it ### inside a section"
            ),
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
        let written = self.written(place).trim_start();
        let tag = brief(written.split_inclusive('>').next().unwrap_or_default());
        let name = tag.trim_matches(|letter: char| matches!(letter, '<' | '>' | '/' | ' '));
        let hint = match name.split([' ', '>']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "br" | "br/" | "p" => words!(
                "Ta bort koden. En tom rad skiljer stycken åt",
                "Remove the code. An empty line parts paragraphs"
            ),
            "b" | "strong" => words!("Ta bort koden. Fetstil skrivs **så**", "Remove the code. Bold is written **so**"),
            "i" | "em" => words!("Ta bort koden. Kursiv skrivs *så*", "Remove the code. Italics are written *so*"),
            "table" | "tr" | "td" => words!(
                "Skriv tabellen med | mellan cellerna, och en rad med | --- | under rubrikerna",
                "Write the table with | between the cells, and a row of | --- | below the headings"
            ),
            "a" => words!("Skriv länken som [text](adress)", "Write the link as [text](address)"),
            start if start.starts_with("!--") => words!(
                "Ta bort anteckningen. Den kan inte döljas i en .md-fil",
                "Remove the note. It cannot be hidden in an .md file"
            ),
            _ => words!(
                "Ta bort det som står mellan < och >. Ska tecknet < synas: skriv \\<",
                "Remove what stands between < and >. If the sign < is to be seen: write \\<"
            ),
        };
        self.refuse(
            Code::RawHtml,
            place,
            words!("”{tag}” är HTML-kod, som inte kan vara med", "“{tag}” is HTML, which the report does not take"),
            hint,
        );
    }

    /// The key that keeps a file from being published, where it does nothing.
    pub(super) fn publication_in_text(&mut self, place: Span) {
        self.refuse(
            Code::MarkdownForm,
            place,
            words!(
                "”publicering” står i texten, där det inte gäller: filen skulle ha publicerats",
                "“publicering” stands in the text, where it has no effect: the file would have been published"
            ),
            words!(
                "Flytta raden till uppgifterna överst i filen, mellan raderna med ---",
                "Move the line to the values at the top of the file, between the lines of ---"
            ),
        );
    }

    /// Text that became code because it is indented, or because nothing ends it.
    pub(super) fn check_code(&mut self, kind: &CodeBlockKind<'_>, written: &str, place: Span) {
        match kind {
            CodeBlockKind::Indented => self.refuse(
                Code::MarkdownForm,
                place,
                words!(
                    "raden börjar med fyra mellanslag eller en tabb, och blir därför programkod i rapporten",
                    "the line begins with four spaces or a tab, and so becomes program code in the report"
                ),
                words!(
                    "Ta bort mellanslagen eller tabben först på raden",
                    "Remove the spaces or the tab at the beginning of the line"
                ),
            ),
            CodeBlockKind::Fenced(_) if !is_closed(written) => self.refuse(
                Code::MarkdownForm,
                place,
                words!(
                    "efter de här tecknen blir allt programkod, eftersom inget avslutar dem",
                    "after these signs everything becomes program code, since nothing ends them"
                ),
                words!(
                    "Ta bort raden, eller skriv den igen där koden slutar",
                    "Remove the line, or write it again where the code ends"
                ),
            ),
            CodeBlockKind::Fenced(_) => {}
        }
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

/// Whether a block that begins with three signs ends with them.
fn is_closed(written: &str) -> bool {
    let mut lines = written.trim_end().lines();
    let (first, last) = (lines.next().unwrap_or_default(), lines.next_back().unwrap_or_default());
    ["```", "~~~"]
        .iter()
        .any(|fence| first.trim_start().starts_with(fence) && last.trim_start_matches([' ', '>']).starts_with(fence))
}
