//! Owns the rules that every finished page keeps, and their Swedish words. Does not know how they are checked.

/// What a page can break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// The page is UTF-8.
    Utf8,
    /// Every tag is closed, in order.
    Balanced,
    /// `html` has `lang`.
    Language,
    /// One `title` with words in it.
    Title,
    /// No other page has the title.
    UniqueTitle,
    /// One `main`.
    OneMain,
    /// One `h1`.
    OneHeading,
    /// A heading is at most one level below the one before.
    HeadingLevel,
    /// No two elements have an id in common.
    UniqueId,
    /// An id that an attribute names is in the page.
    Reference,
    /// A link leads to a file of the site.
    Link,
    /// A link's fragment is an id in the page that it leads to.
    Fragment,
    /// A link is relative.
    RelativeLink,
    /// A link leads to a file and not to a folder.
    FileLink,
    /// A link is relative or begins with http, https, mailto or tel.
    LinkKind,
    /// Nothing is loaded from outside or sent there.
    Outside,
    /// `img` has `alt`.
    ImageText,
    /// `svg` is an image with a label, or hidden.
    DrawingText,
    /// `figure` has a `figcaption` with words in it.
    FigureCaption,
    /// `table` has a `caption` with words in it.
    TableCaption,
    /// `table` has a `th`.
    TableHeader,
    /// `th` has `scope`.
    HeaderScope,
    /// `th` and `td` have words in them.
    EmptyCell,
    /// `nav` has a name.
    NavigationName,
    /// No `style` attribute.
    StyleAttribute,
    /// No attribute that is a script.
    ScriptAttribute,
    /// No script or style sheet in the page itself.
    Embedded,
    /// No two `nav` have a name in common.
    NavigationTwin,
    /// The entry of the page itself, and no other, has `aria-current`.
    Current,
    /// The first stop of the keyboard leads to `main`, or lies in it.
    SkipLink,
    /// The page links to the accessibility statement.
    StatementLink,
    /// `tabindex` is 0 or less.
    TabOrder,
    /// What the keyboard reaches without being a link, button or field has a role and a name.
    Region,
    /// Nothing that the keyboard reaches is hidden from screen readers.
    HiddenFocus,
    /// `lang` is a language.
    LanguageTag,
    /// Headings, links, buttons and the like have words in them.
    Empty,
    /// No header cell spans several columns or rows.
    MergedHeader,
    /// `abbr` has a `title`.
    Abbreviation,
    /// The `alt` of a picture is no file name.
    ImageFileName,
    /// The text of a picture differs from its caption.
    PictureCaption,
    /// Everything drawn in an `svg` lies in `<g aria-hidden="true">`.
    DrawingParts,
    /// No colour or type stands in an `svg`.
    DrawingLook,
    /// A field to fill in has a name.
    FieldName,
    /// `details` begins with `summary`.
    Summary,
    /// Nothing plays, moves or forwards by itself.
    Moving,
    /// What shows another page or object has a title.
    FrameTitle,
    /// The page can be enlarged.
    Enlarged,
}

impl Rule {
    /// The rule in Swedish, as a clause without capital letter and full stop.
    #[must_use]
    pub fn description(self) -> &'static str {
        match self {
            Self::Utf8 => "sidan ska vara skriven i UTF-8",
            Self::Balanced => "varje tagg ska stängas, och i rätt ordning",
            Self::Language => "html ska ange sidans språk med lang",
            Self::Title => "sidan ska ha en titel (title) med text",
            Self::UniqueTitle => "två sidor får inte ha samma titel",
            Self::OneMain => "sidan ska ha precis ett huvudinnehåll (main)",
            Self::OneHeading => "sidan ska ha precis en huvudrubrik (h1)",
            Self::HeadingLevel => "ingen rubriknivå får hoppas över",
            Self::UniqueId => "ett id får bara finnas en gång på sidan",
            Self::Reference => "ett id som ett attribut hänvisar till ska finnas på sidan",
            Self::Link => "en länk ska leda till en fil i webbplatsen",
            Self::Fragment => "det som står efter # i en länk ska vara ett id på sidan som länken leder till",
            Self::RelativeLink => "en länk inom webbplatsen ska vara relativ, så att den fungerar från en filyta",
            Self::FileLink => "en länk ska leda till en fil och inte till en mapp, så att den fungerar från en filyta",
            Self::LinkKind => "en länk ska vara relativ eller börja med http, https, mailto eller tel",
            Self::Outside => "sidan får inte hämta något utifrån eller skicka något dit",
            Self::ImageText => "varje bild (img) ska ha alt",
            Self::DrawingText => "varje svg ska ha role=\"img\" och aria-label, eller aria-hidden=\"true\"",
            Self::FigureCaption => "varje figure ska ha en figcaption med text",
            Self::TableCaption => "varje tabell ska ha en caption med text",
            Self::TableHeader => "varje tabell ska ha rubrikceller (th)",
            Self::HeaderScope => "varje rubrikcell (th) ska ange scope",
            Self::EmptyCell => "ingen tabellcell får vara tom",
            Self::NavigationName => "varje nav ska ha ett namn (aria-label eller aria-labelledby)",
            Self::StyleAttribute => "utseende får inte stå i ett style-attribut",
            Self::ScriptAttribute => "skript får inte stå i ett attribut",
            Self::Embedded => "skript och formatmallar ska ligga i egna filer",
            Self::NavigationTwin => "två nav på en sida får inte ha samma namn",
            Self::Current => {
                "den länk i en nav som leder till sidan själv, och ingen annan, ska ha aria-current=\"page\""
            }
            Self::SkipLink => "det första som tangentbordet når ska vara en länk till huvudinnehållet (main)",
            Self::StatementLink => "varje sida ska länka till tillgänglighetsredogörelsen",
            Self::TabOrder => "tabindex får bara vara 0 eller -1",
            Self::Region => {
                "det som får fokus med tabindex=\"0\" ska vara en section eller ha en roll (role), och ha ett namn (aria-label eller aria-labelledby)"
            }
            Self::HiddenFocus => "det som tangentbordet når får inte vara dolt med aria-hidden",
            Self::LanguageTag => "lang ska vara ett språk, som sv eller en",
            Self::Empty => "ingen rubrik, länk, knapp eller etikett får vara tom",
            Self::MergedHeader => "ingen rubrikcell (th) får gå över flera kolumner eller rader",
            Self::Abbreviation => "varje abbr ska säga vad förkortningen betyder (title)",
            Self::ImageFileName => "alt får inte vara bildens filnamn",
            Self::PictureCaption => "texten om en bild får inte vara densamma som bildtexten (figcaption)",
            Self::DrawingParts => {
                "allt som ritas i en svg ska ligga i <g aria-hidden=\"true\">, så att det inte läses upp bit för bit"
            }
            Self::DrawingLook => "färg och typsnitt får inte stå i en svg, utan sätts av temats formatmall",
            Self::FieldName => "varje fält ska ha en etikett (label)",
            Self::Summary => "varje details ska börja med summary",
            Self::Moving => "inget får spelas upp, röra sig eller byta sida av sig självt",
            Self::FrameTitle => "varje iframe, object och embed ska ha en titel (title)",
            Self::Enlarged => "sidan ska gå att förstora",
        }
    }
}
