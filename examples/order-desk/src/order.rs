//! An order.

use rust_i18n::t;
use serde::{Deserialize, Serialize};

/// The state of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It has been shipped.
    Open,
    /// It has arrived.
    Delivered,
    /// The customer has canceled it.
    Canceled,
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
    /// The text of its tag, in the agent's language.
    pub fn title(self) -> String {
        match self {
            Self::Open => t!("is_open"),
            Self::Delivered => t!("is_delivered"),
            Self::Canceled => t!("is_canceled"),
        }
        .into_owned()
    }
}

impl Order {
    /// The text to tell the customer about it.
    pub fn news(&self) -> String {
        let state = match self.state {
            State::Open => t!("open"),
            State::Delivered => t!("delivered"),
            State::Canceled => t!("canceled"),
        };
        t!("news", number = self.number, article = self.article, state = state).into_owned()
    }

    /// Whether its number or its article contains these words.
    pub fn has(&self, words: &str) -> bool {
        let words = words.trim().to_lowercase();
        [&self.number, &self.article].iter().any(|text| text.to_lowercase().contains(&words))
    }

    /// The total, formatted.
    pub fn price(&self) -> String {
        format!("{}.{:02} EUR", self.total / 100, self.total % 100)
    }
}
