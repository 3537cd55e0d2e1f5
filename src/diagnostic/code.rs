//! The table of codes. A code is a promise: it keeps its number and meaning, and is never used again for something else.

use super::{Severity, Words};

macro_rules! codes {
    ($($code:ident $number:literal $sv:literal $en:literal)+) => {
        /// What kind of fault it is. Every code has a page of its number under `docs/fel/`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $en] $code,)+
        }

        impl Code {
            /// All codes, in the order of their numbers.
            pub const ALL: &[Self] = &[$(Self::$code),+];

            /// The number as people cite it, such as `IK0301`.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self {
                    $(Self::$code => concat!("IK", $number),)+
                }
            }

            /// The kind of fault in a few words.
            #[must_use]
            pub fn title(self) -> Words {
                match self {
                    $(Self::$code => Words { sv: $sv.to_owned(), en: $en.to_owned() },)+
                }
            }
        }
    };
}

codes! {
    // Form.
    NotUtf8 "0101" "Filen är inte sparad som UTF-8" "The file is not saved as UTF-8"
    InvalidYaml "0102" "Raden går inte att läsa" "The line cannot be read as YAML"
    YamlFeature "0103" "Ankare, hänvisning eller typangivelse" "An anchor, alias or tag"
    RepeatedKey "0104" "Samma nyckel eller rubrik två gånger" "The same key or heading twice"
    TooDeep "0105" "För många nivåer i varandra" "Nested too deep"
    FrontMatter "0106" "Uppgifterna överst saknar --- före eller efter" "Front matter without --- before or after it"
    RawHtml "0107" "HTML-kod i texten" "HTML in the text"
    LinkTarget "0108" "Länken går inte att använda" "The link cannot be used"
    MarkdownForm "0109" "Text i en form som inte kan vara med" "Text in a form that the report does not take"
    Tab "0110" "Raden är indragen med tabb" "The line is indented with a tab"
    Indentation "0111" "Raden har fel indrag" "The line is wrongly indented"
    UnclosedQuote "0112" "Citattecken som inte går ihop" "Quotation marks that do not pair"
    ColonInText "0113" "Kolon i en text utan citattecken" "A colon in text without quotation marks"
    UnclosedBracket "0114" "Klammer eller parentes som inte går ihop" "Brackets or braces that do not pair"
    InvisibleCharacter "0115" "Osynligt tecken i texten" "An invisible character in the text"
    Utf16 "0116" "Filen är sparad som UTF-16" "The file is saved as UTF-16"
    ControlCharacter "0117" "Styrtecken i texten" "A control character in the text"
    FileTooLarge "0118" "Filen är för stor" "The file is too large"
    TextTooLong "0119" "En uppgift är orimligt lång" "A value is unreasonably long"
    SecondDocument "0120" "Två dokument i samma fil" "Two documents in one file"
    MissingSpace "0121" "Mellanslag saknas efter kolonet" "No space after the colon"
    NoKey "0122" "Raden saknar nyckel eller kolon" "The line has no key or no colon"
    HeadingLevel "0123" "Rubrik på fel nivå" "A heading of the wrong level"
    Picture "0124" "Bild i texten" "A picture in the text"
    EmptyCell "0125" "Tom cell i en tabell" "An empty table cell"
    TableHead "0126" "Tabell utan rubrikrad" "A table without header row"
    BrokenLink "0127" "Länken leder till en fil som inte finns" "The link leads to a file that is not there"
    TooManyNodes "0128" "Filen har för många uppgifter" "The file has too many values"

    // Files and places.
    UnknownPlace "0201" "Filen ligger på en plats som inte betyder något" "The file lies where files have no meaning"
    MissingFile "0202" "En fil som måste finnas saknas" "A file that must exist does not"
    FileName "0203" "Otillåtna tecken i namnet på en fil eller mapp" "Characters that a file or folder name cannot have"
    FileEnding "0204" "Filnamnet slutar fel" "The wrong file ending"
    SymbolicLink "0205" "Symbolisk länk" "A symbolic link"
    Unreadable "0206" "Filen går inte att läsa" "The file cannot be read"
    SameName "0207" "Två namn som ser lika ut" "Two names that look the same"
    MisspeltPlace "0208" "Felstavat namn på fil eller mapp" "A misspelt file or folder name"

    // Values.
    UnknownKey "0301" "Nyckeln finns inte" "There is no such key"
    MissingKey "0302" "En nyckel saknas" "A key is missing"
    WrongKind "0303" "Fel slags värde" "The wrong kind of value"
    NotAllowed "0304" "Värdet kan inte stå här" "The value cannot stand here"
    InvalidDate "0305" "Datumet finns inte eller är fel skrivet" "The date does not exist or is miswritten"
    InvalidNumber "0306" "Talet går inte att läsa" "The number cannot be read"
    UnknownLevel "0307" "Nivån finns inte på skalan" "The scale has no such level"
    IdForm "0308" "Ett id med otillåtna tecken" "An id with characters that it cannot have"
    TooManyDecimals "0309" "Värdet har för många decimaler" "The value has too many decimals"
    EitherOr "0310" "Två uppgifter som utesluter varandra, eller ingen" "Both of two values that exclude each other, or none"
    EmptyValue "0311" "Nyckeln har inget värde" "The key has no value"
    InvalidYear "0312" "Året går inte att läsa" "The year cannot be read"
    MissingSource "0313" "Källan saknas" "The source is missing"
    InvalidPeriod "0314" "Perioden går inte att läsa" "The period cannot be read"
    ConformanceContradicted "0315" "Tillgänglighetsredogörelsen säger emot sig själv" "The accessibility statement contradicts itself"

    // References, years and order.
    UnknownBody "0401" "Organet finns inte" "There is no such body"
    OutsideYears "0402" "Året ligger utanför rapporten" "The year lies outside the report"
    WrongOrder "0403" "Fel ordning i tid" "The wrong order in time"
    RepeatedId "0404" "Samma id två gånger" "The same id twice"
    RepeatedTitle "0405" "Två sidor med samma rubrik" "Two pages with the same title"
    UnknownStatement "0406" "Påståendet finns inte" "There is no such statement"
    UnknownScale "0407" "Skalan finns inte" "There is no such scale"
    UnknownIndicator "0408" "Mätetalet finns inte" "There is no such indicator"
    UnknownMeasure "0409" "Åtgärden finns inte" "There is no such measure"
    UnknownSet "0410" "Påståendeuppsättningen finns inte" "There is no such statement set"
    BodyNotThen "0411" "Organet fanns inte det året" "The body did not exist that year"
    NotAskedThen "0412" "Påståendet ställs inte det året" "The statement is not asked that year"
    OtherPeriod "0413" "Perioden är en annan än mappens år" "A period of another year than its folder"
    AfterReportDate "0414" "Datumet ligger efter rapportens datum" "The date lies after the date of the report"
    NotDone "0415" "Dagen då det blev klart, men läget är inte klar" "A day of completion, but not done"
    UnknownRound "0416" "Omgången finns inte" "There is no such round"
    UnknownReview "0421" "Granskningen finns inte" "There is no such review"
    UnknownRisk "0422" "Risken finns inte i planen" "The plan has no such risk"
    UnknownAudit "0423" "Revisionen finns inte" "There is no such audit"
    UnknownRecommendation "0424" "Rekommendationen finns inte" "There is no such recommendation"
    NotPutTo "0425" "Inte ställt till organet" "Not put to the body"
    UnknownCommitment "0426" "Åtagandet finns inte" "There is no such commitment"

    // Arithmetic.
    SumDiffers "0501" "Delarna blir inte helheten" "Parts that do not add up to their whole"
    TooLarge "0502" "Talet är orimligt stort" "The number is unreasonably large"
    ShareTooLarge "0503" "Andelar över 100 procent" "Shares over 100 per cent"
    TooManyAnswers "0504" "Fler svar än utskick" "More answers than were sent"
    NameTooLong "0505" "Det korta namnet är för långt" "The short name is too long"
    SpanReversed "0506" "Det lägsta är större än det högsta" "The lowest is larger than the highest"
    MatrixCells "0511" "Ruta i riskmatrisen utan omdöme, eller med två" "A cell of the matrix without verdict, or with two"

    // History and protection.
    CorrectionMissing "0601" "Rättad utan rättelse, eller rättelse utan rättad" "Corrected without correction, or the other way"
    IdentityNumber "0602" "Personnummer eller samordningsnummer" "A personal identity or coordination number"
    NamesInternal "0603" "Öppet dokument som nämner ett internt" "An open document names an internal one"
    ComparabilityUnsaid "0604" "Ny lydelse utan besked om den går att jämföra" "A new wording does not say if it is comparable"
    AdoptedChanged "0605" "Beslutad uppgift ändrad utan rättelse" "An adopted value changed without correction"
    RewordedInPlace "0606" "Påstående omskrivet utan ny version" "A statement reworded without a new version"
    EmailAddress "0607" "E-postadress till en person" "An e-mail address of a person"
    PhoneNumber "0608" "Telefonnummer" "A phone number"

    // Warnings.
    StatementUnanswered "0701" "Påstående utan svar" "A statement without answer"
    SectionMissing "0702" "Avsnitt saknas eller är tomt" "A section is missing or empty"
    TotalDiffers "0703" "Publicerad andel stämmer inte med svaren" "A published share differs from the answers"
    OneSidedSuccession "0705" "Föregångare och efterföljare stämmer inte" "Predecessor and successor disagree"
    TenfoldJump "0706" "Mätetalet ändras mer än tio gånger" "The indicator changes more than tenfold"
    PerCentOverHundred "0707" "Mer än 100 procent" "More than 100 per cent"
    Vanished "0708" "Oavslutat ärende som försvann" "Unfinished and gone without a word"
    ReviewWithoutResult "0709" "Klar granskning utan resultat" "A finished review without result"
    PastDueDate "0710" "Sista dagen har passerat" "The due date has passed"
    DecisionMissing "0711" "Beslutad utan beslut" "Adopted without decision"
    CopiedUnchanged "0712" "Samma text som året före" "The same text as the year before"
    UnusedException "0713" "Undantag som inte behövs" "An exception that is not needed"
    LinkText "0714" "Länktext som inte säger vart länken leder" "A link text that does not say where it leads"
    BareAddress "0715" "Adress i stället för länktext" "A bare address instead of a link text"
    RegistryNumber "0716" "Diarienummer i en annan form" "A registry number of another form"
    SeveralSpellings "0717" "Samma namn skrivet på flera sätt" "One name spelt in several ways"
    ColourAlone "0718" "Hänvisning bara med färg" "A reference by colour alone"
    LostComment "0719" "Text som blev en kommentar" "A text that became a comment"
    RunTogether "0720" "Rader som flyter ihop" "Lines that run together"
    CurledQuotes "0721" "Böjda citattecken runt ett värde" "Curled quotation marks around a value"
    SameLinkText "0722" "Samma länktext till olika ställen" "One link text for different places"
    FileFormat "0723" "Länk till en fil utan att formatet sägs" "A link to a file without its format"
    DashCell "0724" "Bara ett streck i en cell" "Only a dash in a table cell"
    UnmarkedLanguage "0725" "Text på ett annat språk utan att det sägs" "A text in another language that is not marked"
    ResponseWithoutItem "0731" "Risk utan den åtgärd eller granskning som planen säger" "A risk without the measure or review of its plan"
    AnswerIncomplete "0732" "Ofullständigt svar på en rekommendation" "An incomplete answer to a recommendation"

    // Notes.
    LongSentence "0801" "Mycket lång mening" "A very long sentence"
    HardToRead "0802" "Svårläst text" "A text that is hard to read"
    Capitals "0803" "Ord i versaler" "Words in capitals"
    BoldHeading "0804" "Fetstil i stället för rubrik" "Bold text in place of a heading"
    NotHandedIn "0805" "Svar som inte är inlämnade" "Answers that are not handed in"
    Unexplained "0806" "Förkortning som inte förklaras" "An abbreviation that is not explained"
    ResultMissing "0811" "Planerat men utan resultat" "Planned, and without result"
    RiskGone "0812" "Risk som försvann ur planen" "A risk that is gone from the plan"
    ResponseDue "0813" "Yttrande som inte är inlämnat" "A response that is not handed in"
}

impl Code {
    /// The code of a number as people write it, such as `ik0301`.
    #[must_use]
    pub fn of(written: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.id().eq_ignore_ascii_case(written.trim()))
    }

    /// Errors stop the report; warnings and notes do not. The number tells which it is.
    #[must_use]
    pub fn severity(self) -> Severity {
        match &self.id()[2..4] {
            "08" => Severity::Note,
            "07" => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
