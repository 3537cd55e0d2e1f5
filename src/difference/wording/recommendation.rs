//! How a recommendation of the auditors stands at the end of a year.

use super::missing;
use crate::diagnostic::Words;
use crate::report::comparison::RecommendationState;
use crate::words;

/// How it stands: `planerat`.
#[must_use]
pub fn recommendation(state: RecommendationState) -> Words {
    match state {
        RecommendationState::NotMade => words!("inte ställd än", "not yet made"),
        RecommendationState::Awaited => words!("svar väntas", "awaiting a response"),
        RecommendationState::Unanswered => words!("ej besvarat", "not answered"),
        RecommendationState::Planned => words!("planerat", "planned"),
        RecommendationState::Silent => words!(
            "planerat, men nämns inte i det uppföljande yttrandet",
            "planned, but not mentioned in the follow-up response"
        ),
        RecommendationState::Remains => words!("något återstår", "something remains"),
        RecommendationState::Done => words!("genomfört", "done"),
        RecommendationState::Unknown(reason) => missing(reason),
    }
}
