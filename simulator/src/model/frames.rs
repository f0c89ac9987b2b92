//! The extensions' frames: which there are, their loads and their connections.

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
    /// Takes in which extensions there are. Those that are as before keep their frame.
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
        // A view that is there for an extension is not there without it.
        if self.choices.view.placement().is_some_and(|placement| self.frame(placement).is_none()) {
            self.choices.view = View::default();
        }
    }

    /// Extensions are loaded only from now on, unless the person wants them from the simulator's own origin.
    pub(super) fn other_name_known(&mut self, other_name: OtherName) {
        let problem = match &other_name {
            OtherName::Silent(origin) => format!("The browser can't load {origin}"),
            OtherName::Missing => "The simulator isn't open at a loopback name".to_owned(),
            OtherName::Pending | OtherName::Answers(_) => String::new(),
        };
        if !problem.is_empty() && !self.choices.same_origin {
            let consequence = "extensions have the simulator's own origin, and may do more than in the Agent App";
            self.warn(format!("{problem}: {consequence}."));
        }
        self.other_name = other_name;
    }

    /// Begins a new life of every frame.
    pub(super) fn load_frames(&mut self) {
        self.scenarios.begin_anew();
        for placement in PlacementKind::ALL {
            self.load_frame(placement);
        }
    }

    /// Begins a new life of the frame, with a host that knows nothing of the one before.
    pub(super) fn load_frame(&mut self, placement: PlacementKind) {
        let at_fake = self.is_at_fake(placement);
        let Some(frame) = self.frames.get_mut(&placement) else { return };
        frame.load(self.choices.driver, self.choices.theme);
        frame.load.at_fake = at_fake;
        self.forget(placement);
        self.note(format!("Loading the {} extension anew.", placement_name(placement)));
        self.record_load(placement);
    }

    pub(super) fn record_load(&mut self, placement: PlacementKind) {
        let Some(frame) = self.frames.get(&placement) else { return };
        let (load, faults) = (frame.load, frame.faults());
        // Some count when the frame is loaded: so they come first.
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

    /// Begins a new connection with the page that is there.
    pub(super) fn reconnect(&mut self, placement: PlacementKind) {
        let Some(frame) = self.frames.get_mut(&placement) else { return };
        frame.reconnect(self.turn.now);
        self.forget(placement);
        self.note(format!("Beginning a new connection with the {} extension.", placement_name(placement)));
        self.scenarios.record(self.turn.now, placement, Action::Reconnect);
    }

    /// Forgets what was due to an extension's last life.
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
