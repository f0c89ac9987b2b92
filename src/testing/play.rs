//! Plays a scenario's host side, and compares what the extension sends with the recording.

use std::{future::Future, panic::Location, time::Duration};

use livechat_protocol::{
    Command, PlacementKind, PluginInited, RawEvent,
    scenario::{Action, Comparison, HttpAnswer, Scenario, Step},
};

use super::{host::ScriptedHost, server, wait};
use crate::{
    bridge::HostValue,
    platform::{self, warn},
};

/// How long an extension may take to start, in the host's time, before the scenario continues without it.
const PATIENCE: Duration = Duration::from_secs(15);

/// A scenario that is being played, step by step.
///
/// The host's steps happen in order, each at its own time. Slow messages and timeouts between two steps have happened
/// when the next step begins, but the test does not wait for them. Where the recorded extension sent `plugin_inited`,
/// the play continues once this one has sent it.
///
/// Advance one step at a time with [`step`](Self::step), or play with [`until`](Self::until) to the point where the
/// person at the simulator did something:
///
/// ```no_run
/// # use yew::prelude::*;
/// # use yew_livechat::{prelude::*, testing::{Scenario, mount}};
/// # #[component]
/// # fn Sidebar() -> Html { html! {} }
/// # async fn test(scenario: Scenario) {
/// let page = mount::<Sidebar>(Extension::details()).await;
/// let mut play = page.host().begin(&scenario);
/// play.until("put_message").await;
/// page.click("Insert greeting").await;
/// let comparison = play.finish().await;
/// assert!(comparison.is_same(), "{comparison}");
/// # }
/// ```
#[derive(Debug)]
#[must_use = "the scenario advances only when its steps are requested"]
pub struct Play {
    host: ScriptedHost,
    scenario: Scenario,
    placement: PlacementKind,
    /// Index of the next step.
    next: usize,
    /// The same moment in the host's time and in the scenario's.
    same: (Duration, Duration),
    /// How many commands were sent before.
    before: usize,
    /// How many commands were sent when the current connection began.
    connected: usize,
    /// Where the test began it.
    at: &'static Location<'static>,
}

impl ScriptedHost {
    /// Plays a scenario to its end, and returns how the commands of the extension differ from the recorded ones.
    ///
    /// Commands that a person's click caused are missing, since nobody clicks: use [`begin`](Self::begin) to stop for
    /// those.
    ///
    /// ```
    /// # async fn test() -> Result<(), yew_livechat::testing::ScenarioError> {
    /// use yew_livechat::{prelude::*, testing::{Scenario, ScriptedHost}};
    ///
    /// let scenario = Scenario::from_json(r#"{ "version": 1, "steps": [
    ///   { "at": 0, "placement": "details", "host": "loads" },
    ///   { "at": 300, "placement": "details", "command": "plugin_inited" },
    ///   { "at": 900, "placement": "details", "event": "customer_profile", "data": { "id": "C1" } }
    /// ]}"#)?;
    /// let host = ScriptedHost::new();
    /// let extension = host.connect(Extension::details());
    /// let comparison = host.play(&scenario).await;
    /// assert!(comparison.is_same(), "{comparison}");
    /// assert!(extension.state().customer_profile.shown().is_some());
    /// # Ok(())
    /// # }
    /// # yew_livechat::testing::block_on(test()).unwrap();
    /// ```
    ///
    /// # Panics
    /// Like [`begin`](Self::begin).
    #[track_caller]
    pub fn play(&self, scenario: &Scenario) -> impl Future<Output = Comparison> + use<> {
        self.begin(scenario).finish()
    }

    /// Begins a scenario, for the one extension in this host; steps of other placements are skipped.
    ///
    /// Where the scenario loads the page, an extension from [`mount`](super::mount) or [`connect`](Self::connect) is
    /// reloaded. One that the test mounted in another way keeps its state, and gets a new connection.
    ///
    /// # Panics
    /// If there is no extension yet, or the scenario has no step for its placement.
    #[track_caller]
    pub fn begin(&self, scenario: &Scenario) -> Play {
        let Some(placement) = self.0.placement() else {
            panic!("there is no extension to play the scenario with: mount or connect one first");
        };
        let has: Vec<_> = scenario.placements().map(PlacementKind::as_str).collect();
        assert!(
            has.contains(&placement.as_str()),
            "the scenario was not recorded for a {} extension, but for {}",
            placement.as_str(),
            if has.is_empty() { "nobody".to_owned() } else { has.join(" and ") }
        );
        let first = scenario.steps.first().map_or(Duration::ZERO, |step| step.at);
        let before = self.0.commands().len();
        let same = (self.0.now(), first);
        Play {
            host: self.clone(),
            scenario: scenario.clone(),
            placement,
            next: 0,
            same,
            before,
            connected: 0,
            at: Location::caller(),
        }
    }
}

impl Play {
    /// Returns the next step for the extension's placement, or `None` at the end. A step of the host has happened by
    /// then, and the app has rendered. A command is what the extension should send: the test causes it.
    ///
    /// ```no_run
    /// # use yew_livechat::testing::{Action, Mounted, Scenario};
    /// # async fn test(page: Mounted, scenario: Scenario) {
    /// let mut play = page.host().begin(&scenario);
    /// while let Some(step) = play.step().await {
    ///     match step.action {
    ///         Action::Command(command) if command.message == "put_message" => page.click("Insert greeting").await,
    ///         Action::Event(event) if event.name == "customer_profile_hidden" => page.shows("Open a chat").await,
    ///         _ => {}
    ///     }
    /// }
    /// # }
    /// ```
    pub async fn step(&mut self) -> Option<Step> {
        let step = loop {
            let step = self.scenario.steps.get(self.next)?.clone();
            self.next += 1;
            if step.placement == self.placement {
                break step;
            }
        };
        match &step.action {
            Action::Command(command) if command.is::<PluginInited>() => self.inited(step.at).await,
            action => {
                self.host.elapse_until(self.time_of(step.at)).await;
                self.perform(action);
                if let Action::Http(answer) = action {
                    self.answer(answer).await;
                }
                self.host.render().await;
            }
        }
        Some(step)
    }

    /// Plays until the recorded extension sends this command: the test now does what causes it.
    ///
    /// # Panics
    /// If the rest of the recording has no such command; the message lists the commands that it has.
    #[track_caller]
    pub fn until(&mut self, command: &str) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move {
            let mut others = Vec::new();
            while let Some(step) = self.step().await {
                match step.action {
                    Action::Command(sent) if sent.message == command => return,
                    Action::Command(sent) => others.push(format!("`{}`", sent.message)),
                    _ => {}
                }
            }
            let others = if others.is_empty() { "none".to_owned() } else { others.join(", ") };
            panic!("{at}: the rest of the scenario has no `{command}`: the commands in it are {others}");
        }
    }

    /// Plays the rest, and returns how all commands since the beginning differ from the scenario. In a browser, waits
    /// up to a second for missing ones.
    pub async fn finish(mut self) -> Comparison {
        while self.step().await.is_some() {}
        self.host.settle().await;
        wait::soon(|| self.comparison().missing.is_empty()).await;
        self.comparison()
    }

    /// How the commands so far differ from the whole scenario.
    #[must_use]
    pub fn comparison(&self) -> Comparison {
        let commands = self.host.0.commands();
        self.scenario.compare(self.placement, commands.get(self.before..).unwrap_or_default())
    }

    /// Converts a moment of the scenario to the host's time.
    fn time_of(&self, at: Duration) -> Duration {
        let (time, same) = self.same;
        time.saturating_add(at.saturating_sub(same))
    }

    fn perform(&mut self, action: &Action) {
        let host = &self.host.0;
        match action {
            Action::Load { driver, theme } => {
                self.connected = host.commands().len();
                host.load(*driver, *theme);
            }
            Action::Reconnect => {
                self.connected = host.commands().len();
                host.reconnect();
            }
            Action::Event(RawEvent { name, data }) => {
                // Like the simulator: a host sends nothing to a page that has not answered.
                if self.host.send(name, data).is_err() {
                    warn(&format!("not sent, because there is no connection: {name}"));
                }
            }
            Action::Frame(frame) => host.post(HostValue::from_json(frame)),
            Action::Faults(faults) => host.set_faults(*faults),
            // Answered by `step`.
            Action::Http(_) => {}
            // Sent by the extension itself.
            Action::Command(_) => {}
        }
    }

    /// Answers for the extension's own server, in a browser: natively nothing sends a request.
    async fn answer(&self, answer: &HttpAnswer) {
        match server::running() {
            Some(server) => server.answer(&answer.request, &answer.into(), self.at).await,
            None if platform::window().is_none() => {}
            None => panic!("{}: the scenario answers `{}`: start a `FakeServer` first", self.at, answer.request),
        }
    }

    /// Waits, in the host's time, until the extension has sent `plugin_inited` on the current connection. However
    /// long that takes, time continues as recorded from there.
    async fn inited(&mut self, at: Duration) {
        let patience = self.host.0.now().saturating_add(PATIENCE);
        self.host.render().await;
        while !self.is_inited() && self.host.elapse_next(patience) {
            self.host.render().await;
        }
        self.same = (self.host.0.now(), at.max(self.same.1));
    }

    fn is_inited(&self) -> bool {
        self.host.0.commands().iter().skip(self.connected).any(|(name, _)| name == PluginInited::NAME)
    }
}
