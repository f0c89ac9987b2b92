//! The hosts' faults.

use livechat_protocol::{Faults, PlacementKind};

use super::state::Model;

impl Model {
    /// The user chose faults. Those that take effect at load time reload the iframes.
    pub(super) fn choose_faults(&mut self, faults: Faults) {
        let before = std::mem::replace(&mut self.choices.faults, faults);
        // A scenario sets its own faults.
        if self.scenarios.is_replaying() {
            return;
        }
        let loads = |faults: Faults| (faults.wrong_origin, faults.slow_start);
        if loads(before) != loads(faults) {
            for frame in self.frames.values_mut() {
                frame.set_faults(faults);
            }
            self.load_frames();
        } else {
            for placement in PlacementKind::ALL {
                self.set_faults(placement, faults);
            }
        }
    }

    pub(super) fn set_faults(&mut self, placement: PlacementKind, faults: Faults) {
        if let Some(frame) = self.frames.get_mut(&placement) {
            frame.set_faults(faults);
            self.scenarios.record_faults(self.turn.now, placement, faults);
        }
    }
}
