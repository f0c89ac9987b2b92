//! The answers to a survey.

use livechat_protocol::{Decode, DecodeError, Kind, Payload, Reader, deserialize_by_decode};
use serde::Serialize;

use super::head::EventHead;
use crate::answer::{lenient_items, object};

/// The answers to a survey, such as the one before a chat.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct FilledFormEvent {
    /// The fields that all events have.
    #[serde(flatten)]
    pub head: EventHead,
    /// The form's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form_id: Option<String>,
    /// The kind of form, such as `prechat`, `postchat` or `ask_for_email`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form_type: Option<String>,
    /// The questions with their answers.
    pub fields: Vec<FormField>,
}

/// A question of a survey with its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct FormField {
    /// The question's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The question's type, such as `name`, `email`, `radio` or `checkbox`.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The question.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The answer to a question with one answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<FormAnswer>,
    /// The answers to a question with several answers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<FormAnswer>,
}

/// An answer to a question of a survey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum FormAnswer {
    /// Text.
    Text(String),
    /// An option.
    Choice {
        /// The option's id.
        #[serde(skip_serializing_if = "Option::is_none")]
        id: Option<String>,
        /// The option's text.
        label: String,
        /// The group that the customer chose.
        #[serde(skip_serializing_if = "Option::is_none")]
        group_id: Option<u32>,
    },
}

impl FormAnswer {
    /// The text of the answer.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Choice { label: text, .. } => text,
        }
    }
}

impl FormField {
    /// The texts of the answers, in order.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.answer.iter().chain(&self.answers).map(FormAnswer::text)
    }
}

impl Decode for FilledFormEvent {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        // A deleted event whose content is withheld has no fields.
        let fields = from.member("fields")?;
        if fields.kind() != Kind::List {
            return Err(fields.error("a list"));
        }
        Ok(Self {
            head: EventHead::decode(from)?,
            form_id: from.lenient("form_id"),
            form_type: from.lenient("form_type"),
            fields: lenient_items(from, "fields"),
        })
    }
}

impl Decode for FormField {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        object(from)?;
        Ok(Self {
            id: from.lenient("id"),
            kind: from.lenient("type"),
            label: from.lenient("label"),
            answer: from.lenient("answer"),
            answers: lenient_items(from, "answers"),
        })
    }
}

impl Decode for FormAnswer {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        if from.kind() != Kind::Object {
            return from.natural_text().map(Self::Text);
        }
        Ok(Self::Choice { id: from.lenient("id"), label: from.required("label")?, group_id: from.lenient("group_id") })
    }
}

deserialize_by_decode!(FilledFormEvent, FormAnswer, FormField);
