//! The table of codes. A code is a promise: it keeps its number and meaning, and is never used again for something else.

use super::Severity;

/// What kind of fault it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// The bytes are no text in UTF-8.
    NotText,
    /// The YAML cannot be parsed.
    InvalidYaml,
    /// An alias, anchor, tag or second document.
    YamlFeature,
    /// The same key twice in one mapping.
    RepeatedKey,
    /// Nested deeper than any content needs.
    TooDeep,
    /// Front matter that does not begin or end.
    FrontMatter,
    /// Raw HTML in Markdown.
    RawHtml,
    /// A link target that is dangerous or leads nowhere.
    LinkTarget,
    /// Markdown that the report does not take: pictures, level-one headings, skipped levels, tables without head.
    MarkdownForm,
    /// A file in a place that means nothing.
    UnknownPlace,
    /// A file that must exist does not.
    MissingFile,
    /// A key that this kind of file does not have.
    UnknownKey,
    /// A key that must be there is not.
    MissingKey,
    /// A value of the wrong kind: text for a number, a list for a mapping.
    WrongKind,
    /// A value that is none of the allowed ones.
    NotAllowed,
    /// A date that does not exist or is not written as `YYYY-MM-DD`.
    InvalidDate,
    /// A number that cannot be read.
    InvalidNumber,
    /// An id that nothing has.
    UnknownReference,
    /// A year outside the years of the report, the body or the statement.
    OutsideYears,
    /// Years or dates in the wrong order.
    WrongOrder,
    /// The same id twice.
    RepeatedId,
    /// A name that is another page's title.
    RepeatedTitle,
    /// Parts that do not add up to their whole.
    SumDiffers,
    /// A count larger than the whole it belongs to, or a share over 100.
    TooLarge,
    /// Adopted and changed, but no correction told.
    CorrectionMissing,
    /// A personal identity number or coordination number.
    IdentityNumber,
    /// An open document that names an internal one.
    NamesInternal,
    /// A statement without answer in an assessment.
    StatementUnanswered,
    /// A known section that is missing.
    SectionMissing,
    /// A published total that disagrees with the computed one.
    TotalDiffers,
    /// A predecessor that does not name its successor, or the other way.
    OneSidedSuccession,
}

impl Code {
    /// All codes, in the order of their numbers.
    pub const ALL: [Self; 31] = [
        Self::NotText,
        Self::InvalidYaml,
        Self::YamlFeature,
        Self::RepeatedKey,
        Self::TooDeep,
        Self::FrontMatter,
        Self::RawHtml,
        Self::LinkTarget,
        Self::MarkdownForm,
        Self::UnknownPlace,
        Self::MissingFile,
        Self::UnknownKey,
        Self::MissingKey,
        Self::WrongKind,
        Self::NotAllowed,
        Self::InvalidDate,
        Self::InvalidNumber,
        Self::UnknownReference,
        Self::OutsideYears,
        Self::WrongOrder,
        Self::RepeatedId,
        Self::RepeatedTitle,
        Self::SumDiffers,
        Self::TooLarge,
        Self::CorrectionMissing,
        Self::IdentityNumber,
        Self::NamesInternal,
        Self::StatementUnanswered,
        Self::SectionMissing,
        Self::TotalDiffers,
        Self::OneSidedSuccession,
    ];

    /// The number as people cite it, such as `IK0301`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::NotText => "IK0101",
            Self::InvalidYaml => "IK0102",
            Self::YamlFeature => "IK0103",
            Self::RepeatedKey => "IK0104",
            Self::TooDeep => "IK0105",
            Self::FrontMatter => "IK0106",
            Self::RawHtml => "IK0107",
            Self::LinkTarget => "IK0108",
            Self::MarkdownForm => "IK0109",
            Self::UnknownPlace => "IK0201",
            Self::MissingFile => "IK0202",
            Self::UnknownKey => "IK0301",
            Self::MissingKey => "IK0302",
            Self::WrongKind => "IK0303",
            Self::NotAllowed => "IK0304",
            Self::InvalidDate => "IK0305",
            Self::InvalidNumber => "IK0306",
            Self::UnknownReference => "IK0401",
            Self::OutsideYears => "IK0402",
            Self::WrongOrder => "IK0403",
            Self::RepeatedId => "IK0404",
            Self::RepeatedTitle => "IK0405",
            Self::SumDiffers => "IK0501",
            Self::TooLarge => "IK0502",
            Self::CorrectionMissing => "IK0601",
            Self::IdentityNumber => "IK0602",
            Self::NamesInternal => "IK0603",
            Self::StatementUnanswered => "IK0701",
            Self::SectionMissing => "IK0702",
            Self::TotalDiffers => "IK0703",
            Self::OneSidedSuccession => "IK0705",
        }
    }

    /// Errors stop the report; warnings do not.
    #[must_use]
    pub fn severity(self) -> Severity {
        if self.id() < "IK0700" { Severity::Error } else { Severity::Warning }
    }
}
