//! Delivers messages between hosts and extensions.

use livechat_protocol::{HostOutput, PlacementKind};
use serde_json::Value;

use super::{effect::Effect, parts::extension_frame::FrameOutput, state::Model};
use crate::extension::placement_name;

impl Model {
    pub(super) fn receive(&mut self, placement: PlacementKind, origin: String, data: Result<Value, String>) {
        let Some(frame) = self.frames.get_mut(&placement) else { return };
        match data {
            Err(description) => {
                let whose = placement_name(placement);
                let text = format!("The {whose} extension posted a value that JSON cannot represent: {description}");
                self.warn(text);
            }
            Ok(value) => frame.posted(self.turn.now, origin, value),
        }
    }

    /// Delivers messages, carries out the hosts' outputs and plays due steps, until nothing is left to do.
    pub(super) fn drain(&mut self) {
        loop {
            let (frames, log, now) = (&mut self.frames, &mut self.log, self.turn.now);
            match frames.iter_mut().find_map(|(placement, frame)| Some((*placement, frame.poll(now, log)?))) {
                Some((placement, FrameOutput::Post(value))) => {
                    self.turn.effects.push(Effect::Post { placement, value });
                }
                Some((placement, FrameOutput::Host(output))) => self.carry_out(placement, output),
                None if self.play() => {}
                None => return,
            }
        }
    }

    fn carry_out(&mut self, placement: PlacementKind, output: HostOutput<Value>) {
        match output {
            HostOutput::Connected | HostOutput::GaveUp | HostOutput::Acknowledged { .. } => {
                if let Some(problem) = self.frames.get_mut(&placement).and_then(|frame| frame.settle(output)) {
                    self.warn(format!("The {} extension {problem}", placement_name(placement)));
                }
            }
            HostOutput::Command(received) => self.obey(placement, received.command),
            HostOutput::Ignored => self.log.remark("ignored"),
            // The line has already sent it.
            HostOutput::Post(_) => {}
        }
    }
}
