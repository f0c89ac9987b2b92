//! A step in a file.

use std::{borrow::Cow, time::Duration};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::http::HttpAnswer;
use crate::{
    host::Faults,
    values::{PlacementKind, Theme},
    wire::{Driver, millis},
};

#[derive(Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct StepForm {
    #[serde(with = "millis")]
    pub(super) at: Duration,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) placement: Option<PlacementKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) host: Option<HostForm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) driver: Option<Driver>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) theme: Option<Theme>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) event: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) command: Option<Cow<'static, str>>,
    #[serde(skip_serializing_if = "Value::is_null")]
    pub(super) data: Value,
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "even_null")]
    pub(super) frame: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) faults: Option<Faults>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) http: Option<HttpAnswer>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum HostForm {
    Loads,
    Reconnects,
}

/// The message may be anything, including `null`.
fn even_null<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}
