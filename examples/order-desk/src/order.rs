//! An order.

use rust_i18n::t;
use serde::{Deserialize, Serialize};

/// How far an order is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It is on its way.
    Open,
    /// The customer has it.
    Delivered,
    /// Nobody wants it any more.
    Cancelled,
}

/// An order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Order {
    pub number: String,
    pub customer: String,
    pub article: String,
    /// In cents.
    pub total: u32,
    pub state: State,
}

impl State {
    /// On a tag, in the agent's language.
    pub fn title(self) -> String {
        match self {
            Self::Open => t!("is_open"),
            Self::Delivered => t!("is_delivered"),
            Self::Cancelled => t!("is_cancelled"),
        }
        .into_owned()
    }
}

impl Order {
    /// What to tell the customer about it.
    pub fn news(&self) -> String {
        let state = match self.state {
            State::Open => t!("open"),
            State::Delivered => t!("delivered"),
            State::Cancelled => t!("cancelled"),
        };
        t!("news", number = self.number, article = self.article, state = state).into_owned()
    }

    /// Whether it has these words, in its number or its article.
    pub fn has(&self, words: &str) -> bool {
        let words = words.trim().to_lowercase();
        [&self.number, &self.article].iter().any(|text| text.to_lowercase().contains(&words))
    }

    /// The total as it is written.
    pub fn price(&self) -> String {
        format!("{}.{:02} EUR", self.total / 100, self.total % 100)
    }
}
