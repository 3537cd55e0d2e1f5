//! Ids: the words by which files and people point at things. They are promises, since addresses are made of them.

use std::collections::BTreeMap;

use serde::Serialize;

macro_rules! id {
    ($($(#[$meaning:meta])* $name:ident)*) => {
        $(
            $(#[$meaning])*
            #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
            pub struct $name(pub String);

            impl $name {
                /// The id as written.
                #[must_use]
                pub fn as_str(&self) -> &str {
                    &self.0
                }
            }

            impl std::fmt::Display for $name {
                fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    formatter.write_str(&self.0)
                }
            }
        )*
    };
}

id! {
    /// An audit: the name of its file.
    AuditId
    /// A body: the name of its folder.
    BodyId
    /// A category of a statement set.
    CategoryId
    /// A commitment, unique in the city.
    CommitmentId
    /// An indicator: the name of its file.
    IndicatorId
    /// A joint review: the name of its folder.
    JointReviewId
    /// A level of a scale: the words that committees write.
    LevelId
    /// A measure: the name of its file, the same from year to year.
    MeasureId
    /// A free page: the name of its file.
    PageId
    /// A recommendation of an audit, such as `R1`.
    RecommendationId
    /// A question of a joint review's round.
    QuestionId
    /// A body's own review: the name of its file.
    ReviewId
    /// A risk of a control plan, the same from year to year.
    RiskId
    /// A rating scale.
    ScaleId
    /// A statement set: the name of its file.
    SetId
    /// A statement, such as `KM1`.
    StatementId
}

impl BodyId {
    /// The body in whose folder a file lies, and the path below that folder; `None` of a file that is no body's.
    #[must_use]
    pub fn of_path(path: &str) -> Option<(Self, &str)> {
        let (body, rest) = path.strip_prefix("organ/")?.split_once('/')?;
        Some((Self(body.to_owned()), rest))
    }
}

/// The path of a file after the folders of some bodies, from old id to new, got other names.
#[must_use]
pub fn renamed_path(path: &str, renamed: &BTreeMap<BodyId, BodyId>) -> String {
    let found = BodyId::of_path(path).and_then(|(body, rest)| Some((renamed.get(&body)?, rest)));
    found.map_or_else(|| path.to_owned(), |(body, rest)| format!("organ/{body}/{rest}"))
}
