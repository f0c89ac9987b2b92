//! Plays a scenario's host, and holds what the extension sends against what it sent then.

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

/// How long an extension may take to start, in the host's time, before the scenario goes on without it.
const PATIENCE: Duration = Duration::from_secs(15);

/// A scenario that is being played, step by step.
///
/// The host's steps happen one after the other, each at its own time, and what takes time in between, as a slow message
/// or a time-out, has happened when the next one comes; but nothing is waited for. Where the extension said
/// `plugin_inited`, the play goes on when it has said that.
///
/// Take the steps one by one with [`step`](Self::step), or stop where the person at the simulator did something with
/// [`until`](Self::until):
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
    /// Moments that are the same: one of the host's time, one of the scenario's.
    same: (Duration, Duration),
    /// How many commands had come before.
    before: usize,
    /// How many had come when the present connection began.
    connected: usize,
    /// Where the test began it.
    at: &'static Location<'static>,
}

impl ScriptedHost {
    /// Plays a scenario to its end, and tells how what the extension sent differs from what it sent then.
    ///
    /// What a person's click made it send is missing, since nobody clicks: [`begin`](Self::begin) stops for that.
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
    /// As [`begin`](Self::begin).
    #[track_caller]
    pub fn play(&self, scenario: &Scenario) -> impl Future<Output = Comparison> + use<> {
        self.begin(scenario).finish()
    }

    /// Begins a scenario, for the one extension that this host is around; what happens elsewhere in it is left out.
    ///
    /// Where its host loads the page, an extension that was mounted by [`mount`](super::mount) or connected by
    /// [`connect`](Self::connect) begins anew. One that a test has mounted otherwise keeps its state, and sees a new
    /// connection.
    ///
    /// # Panics
    /// If there is no extension yet, or nothing happens to it in the scenario.
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
    /// The next step of the extension's own place, or `None` at the end. A step of the host's has happened by then, and
    /// the app has rendered; a command is what the extension sent here: a test does what made it send that.
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

    /// Plays on until the extension sent this command: the time has come to do what made it.
    ///
    /// # Panics
    /// If it sent none of this name from here on; the message says what it did send.
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

    /// Plays what is left, and tells how what the extension has sent since the beginning differs from the scenario. In
    /// a browser, it waits a second for what is still missing.
    pub async fn finish(mut self) -> Comparison {
        while self.step().await.is_some() {}
        self.host.settle().await;
        wait::soon(|| self.comparison().missing.is_empty()).await;
        self.comparison()
    }

    /// How what has been sent so far differs from the whole scenario.
    #[must_use]
    pub fn comparison(&self) -> Comparison {
        let commands = self.host.0.commands();
        self.scenario.compare(self.placement, commands.get(self.before..).unwrap_or_default())
    }

    /// The host's time at a moment of the scenario's.
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
                // As the simulator does: a host says nothing to a page that has not answered it.
                if self.host.send(name, data).is_err() {
                    warn(&format!("not sent, because there is no connection: {name}"));
                }
            }
            Action::Frame(frame) => host.post(HostValue::from_json(frame)),
            Action::Faults(faults) => host.set_faults(*faults),
            // `step` has it answered.
            Action::Http(_) => {}
            // The extension's own doing.
            Action::Command(_) => {}
        }
    }

    /// The extension's own server answers, in a browser: natively nothing sends a request.
    async fn answer(&self, answer: &HttpAnswer) {
        match server::running() {
            Some(server) => server.answer(&answer.request, &answer.into(), self.at).await,
            None if platform::window().is_none() => {}
            None => panic!("{}: the scenario answers `{}`: start a `FakeServer` first", self.at, answer.request),
        }
    }

    /// Waits, in the host's time, until the extension has said `plugin_inited` on the present connection. However long
    /// that took: from here on, time is the recording's again.
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
