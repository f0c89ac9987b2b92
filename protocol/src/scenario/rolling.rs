//! Records the latest part of a conversation.

use std::{collections::VecDeque, time::Duration};

use serde_json::Value;

use super::{
    file::Scenario,
    secrets::without_secrets,
    step::{Action, Step},
};
use crate::{
    commands::{Command, PluginInited, RawCommand},
    events::{
        Authorize, AuthorizeError, ChangeTheme, CustomerProfile, CustomerProfileHidden, Event, MessageBoxText,
        PageData, RawEvent, TicketInfo,
    },
    values::{PlacementKind, Theme},
    wire::{Driver, millis},
};

/// The events that set one part of an extension's state: the latest of each group is the state.
const STATE: [&[&str]; 6] = [
    &[CustomerProfile::NAME, CustomerProfileHidden::NAME],
    &[Authorize::NAME, AuthorizeError::NAME],
    &[ChangeTheme::NAME],
    &[MessageBoxText::NAME],
    &[PageData::NAME],
    &[TicketInfo::NAME],
];

/// The largest event that is retained for the state after its step has been dropped, in bytes.
const RETAINED: usize = 1 << 16;

/// The memory that a step takes besides its data, in bytes.
const STEP: usize = 64;

/// Records the latest steps of one extension, as the extension itself sees them, in bounded memory. It has no clock.
///
/// When it is full, it drops the oldest steps, whereas [`Recorder`](super::Recorder) stops. Its scenario can still be
/// played: it begins with the load of the page, followed by the latest profile, theme, page data and other state from the
/// dropped steps.
///
/// Tokens, passwords and sessions are replaced before they are stored.
#[derive(Clone, Debug)]
pub struct RollingRecorder {
    placement: PlacementKind,
    driver: Driver,
    theme: Theme,
    began: Duration,
    /// The steps with their sizes in memory. Their time is the clock's.
    steps: VecDeque<(Step, usize)>,
    weight: usize,
    dropped: u64,
    /// The state from the dropped steps: whether the extension had sent `plugin_inited`, and the latest events.
    inited: bool,
    retained: [Option<RawEvent<Value>>; STATE.len()],
}

impl RollingRecorder {
    /// The maximum number of stored steps.
    pub const STEPS: usize = 2_000;
    /// The maximum size of the stored steps, in bytes.
    pub const WEIGHT: usize = 4 << 20;

    /// Begins a recording at the load of the page, with this wire format and theme.
    #[must_use]
    pub fn new(now: Duration, placement: PlacementKind, driver: Driver, theme: Theme) -> Self {
        Self {
            placement,
            driver,
            theme,
            began: now,
            steps: VecDeque::new(),
            weight: 0,
            dropped: 0,
            inited: false,
            retained: Default::default(),
        }
    }

    /// Records a step, and drops the oldest ones to make room for it.
    pub fn record(&mut self, now: Duration, action: Action) {
        let action = without_secrets(action);
        let weight = STEP
            + match &action {
                Action::Event(RawEvent { name, data }) => name.len() + weight_of(data),
                Action::Command(RawCommand { message, data }) => message.len() + weight_of(data),
                Action::Frame(data) => weight_of(data),
                Action::Http(answer) => answer.request.len() + weight_of(&answer.body),
                Action::Load { .. } | Action::Reconnect | Action::Faults(_) => 0,
            };
        self.steps.push_back((Step { at: now, placement: self.placement, action }, weight));
        self.weight += weight;
        while self.steps.len() > Self::STEPS || self.weight > Self::WEIGHT {
            self.drop_oldest();
            self.dropped += 1;
        }
    }

    /// Discards all steps. The scenario then begins here, with the current state.
    pub fn forget(&mut self, now: Duration) {
        while !self.steps.is_empty() {
            self.drop_oldest();
        }
        self.dropped = 0;
        self.began = now;
    }

    /// The number of stored steps.
    #[must_use]
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Whether there are no stored steps.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// The number of steps that were dropped to make room since the last [`forget`](Self::forget).
    #[must_use]
    pub fn dropped(&self) -> u64 {
        self.dropped
    }

    /// The stored steps as a scenario.
    #[must_use]
    pub fn scenario(&self, name: impl Into<String>) -> Scenario {
        let oldest = self.steps.front().map_or(self.began, |(step, _)| step.at);
        let began = if self.dropped > 0 { oldest } else { self.began };
        let step = |at: Duration, action| {
            // In whole milliseconds, like a file.
            let at = Duration::from_millis(millis::whole(at.saturating_sub(began)));
            Step { at, placement: self.placement, action }
        };
        let inited = RawCommand::new(PluginInited::NAME, Value::Null);
        let before = [Action::Load { driver: self.driver, theme: self.theme }]
            .into_iter()
            .chain(self.inited.then_some(Action::Command(inited)))
            .chain(self.retained.iter().flatten().cloned().map(Action::Event))
            .map(|action| step(began, action));
        let steps = self.steps.iter().map(|(stored, _)| step(stored.at, stored.action.clone()));
        Scenario { name: name.into(), steps: before.chain(steps).collect() }
    }

    fn drop_oldest(&mut self) {
        let Some((step, weight)) = self.steps.pop_front() else { return };
        self.weight -= weight;
        match step.action {
            Action::Command(command) if command.is::<PluginInited>() => self.inited = true,
            Action::Reconnect => self.inited = false,
            Action::Event(event) => {
                let group = STATE.iter().position(|names| names.contains(&&*event.name));
                if let Some(retained) = group.and_then(|group| self.retained.get_mut(group)) {
                    *retained = Some(event).filter(|_| weight <= RETAINED);
                }
            }
            Action::Command(_) | Action::Load { .. } | Action::Frame(_) | Action::Faults(_) | Action::Http(_) => {}
        }
    }
}

/// The approximate memory that a value takes, in bytes.
fn weight_of(value: &Value) -> usize {
    size_of::<Value>()
        + match value {
            Value::Null | Value::Bool(_) | Value::Number(_) => 0,
            Value::String(text) => text.len(),
            Value::Array(items) => items.iter().map(weight_of).sum(),
            Value::Object(members) => members.iter().map(|(name, member)| name.len() + weight_of(member)).sum(),
        }
}
