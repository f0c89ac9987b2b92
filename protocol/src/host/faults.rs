//! Possible faults of a host, and of the path to it.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::wire::millis;

/// Faults of a host, and of the path between it and the extension. None by default.
///
/// [`Carrier`](crate::Carrier) simulates those of the path; the driver of a [`Host`](crate::Host) simulates the
/// others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Faults {
    /// How long a message is in flight, in each direction. Milliseconds in JSON.
    #[serde(rename = "latency_ms", with = "millis", skip_serializing_if = "Duration::is_zero")]
    pub latency: Duration,
    /// Nothing from the host arrives: no handshake, no event, no answer.
    #[serde(skip_serializing_if = "is_false")]
    pub silent: bool,
    /// Everything from the host arrives twice.
    #[serde(skip_serializing_if = "is_false")]
    pub doubled: bool,
    /// Of two messages that the host sends within a second, the second arrives first.
    #[serde(skip_serializing_if = "is_false")]
    pub reordered: bool,
    /// The host answers every command with an error, and does not carry it out.
    #[serde(skip_serializing_if = "is_false")]
    pub refusing: bool,
    /// The host's page has an origin that is not the Agent App's. Applies when the iframe loads.
    #[serde(skip_serializing_if = "is_false")]
    pub wrong_origin: bool,
    /// How long the application takes to start once its page has loaded, as on a slow network. Applies when the
    /// iframe loads. Milliseconds in JSON.
    #[serde(rename = "slow_start_ms", with = "millis", skip_serializing_if = "Duration::is_zero")]
    pub slow_start: Duration,
}

impl Faults {
    /// The number of active faults.
    #[must_use]
    pub fn count(&self) -> usize {
        let Self { latency, silent, doubled, reordered, refusing, wrong_origin, slow_start } = *self;
        let all = [!latency.is_zero(), silent, doubled, reordered, refusing, wrong_origin, !slow_start.is_zero()];
        all.into_iter().filter(|fault| *fault).count()
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
fn is_false(value: &bool) -> bool {
    !value
}
