//! The extensions' iframes: their loads and connections.

use std::rc::Rc;

use livechat_protocol::{PlacementKind, scenario::Action};

use super::{
    frame_origin::OtherName,
    parts::extension_frame::{ExtensionFrame, Loaded},
    state::Model,
};
use crate::{
    choices::{Choices, Tab, View},
    extension::{SimulatedExtension, placement_name},
};

impl Model {
    /// Updates the list of extensions. Unchanged extensions keep their iframe.
    pub(super) fn set_extensions(&mut self, extensions: Rc<[SimulatedExtension]>) {
        let before = std::mem::replace(&mut self.extensions, extensions);
        for placement in PlacementKind::ALL {
            let page = |extension: &SimulatedExtension| (extension.src.clone(), extension.signs_in);
            let old = before.iter().find(|extension| extension.placement == placement).map(page);
            let new = self.extension(placement).map(page);
            if old == new {
                continue;
            }
            match new {
                None => {
                    self.frames.remove(&placement);
                }
                Some(_) => {
                    let Choices { driver, theme, faults, .. } = self.choices;
                    let at_fake = self.is_at_fake(placement);
                    let frame = self.frames.entry(placement).and_modify(|frame| frame.load(driver, theme));
                    frame.or_insert_with(|| ExtensionFrame::new(placement, driver, theme, faults)).load.at_fake =
                        at_fake;
                    self.record_load(placement);
                }
            }
            self.forget(placement);
        }
        let details = self.extension(PlacementKind::Details);
        self.sections.declare(details.map(|details| details.sections.clone()).unwrap_or_default());
        if self.frame(PlacementKind::Details).is_none() {
            self.choices.tab = Tab::Customer;
        }
        // A view that belongs to an extension disappears with it.
        if self.choices.view.placement().is_some_and(|placement| self.frame(placement).is_none()) {
            self.choices.view = View::default();
        }
    }

    /// Extensions load only from now on, unless the user wants them at the simulator's own origin.
    pub(super) fn other_name_known(&mut self, other_name: OtherName) {
        let problem = match &other_name {
            OtherName::Silent(origin) => format!("The browser can't load {origin}"),
            OtherName::Missing => "The simulator isn't open at a loopback name".to_owned(),
            OtherName::Pending | OtherName::Answers(_) => String::new(),
        };
        if !problem.is_empty() && !self.choices.same_origin {
            let consequence = "extensions share the simulator's origin, and may do more than in the Agent App";
            self.warn(format!("{problem}: {consequence}."));
        }
        self.other_name = other_name;
    }

    /// Reloads every iframe.
    pub(super) fn load_frames(&mut self) {
        self.scenarios.begin_anew();
        for placement in PlacementKind::ALL {
            self.load_frame(placement);
        }
    }

    /// Reloads the iframe, with a new host.
    pub(super) fn load_frame(&mut self, placement: PlacementKind) {
        let at_fake = self.is_at_fake(placement);
        let Some(frame) = self.frames.get_mut(&placement) else { return };
        frame.load(self.choices.driver, self.choices.theme);
        frame.load.at_fake = at_fake;
        self.forget(placement);
        self.note(format!("Reloading the {} extension.", placement_name(placement)));
        self.record_load(placement);
    }

    pub(super) fn record_load(&mut self, placement: PlacementKind) {
        let Some(frame) = self.frames.get(&placement) else { return };
        let (load, faults) = (frame.load, frame.faults());
        // First, because some faults take effect at load time.
        self.scenarios.record_faults(self.turn.now, placement, faults);
        self.scenarios.record(self.turn.now, placement, Action::Load { driver: load.driver, theme: load.theme });
    }

    pub(super) fn frame_loaded(&mut self, placement: PlacementKind) {
        match self.frames.get_mut(&placement).map(|frame| frame.loaded(self.turn.now)) {
            Some(Loaded::Begins) => self.forget(placement),
            Some(Loaded::ByItself) => {
                self.forget(placement);
                self.record_load(placement);
            }
            Some(Loaded::GoesOn) | None => {}
        }
    }

    /// Begins a new connection with the loaded page.
    pub(super) fn reconnect(&mut self, placement: PlacementKind) {
        let Some(frame) = self.frames.get_mut(&placement) else { return };
        frame.reconnect(self.turn.now);
        self.forget(placement);
        self.note(format!("Reconnecting to the {} extension.", placement_name(placement)));
        self.scenarios.record(self.turn.now, placement, Action::Reconnect);
    }

    /// Discards what is pending for an extension before its reload.
    pub(super) fn forget(&mut self, placement: PlacementKind) {
        self.purchases.forget(placement);
        match placement {
            PlacementKind::Details => {
                self.authorizing.stop();
                self.conversations.watched = false;
                self.sections.forget();
            }
            PlacementKind::Fullscreen => self.badge = None,
            PlacementKind::MessageBox | PlacementKind::Settings => {}
        }
    }
}
