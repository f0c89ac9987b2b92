//! Recording conversations, and scenario files.

use std::rc::Rc;

use livechat_protocol::scenario::Scenario;

use super::{effect::Effect, state::Model};

impl Model {
    /// Starts a recording and reloads the iframes, or stops it.
    pub(super) fn toggle_recording(&mut self) {
        if self.scenarios.is_recording {
            self.make_scenario();
        } else {
            self.end_replay();
            self.load_frames();
            self.scenarios.is_recording = true;
        }
    }

    /// Turns the recording into a scenario.
    pub(super) fn make_scenario(&mut self) {
        self.scenarios.is_recording = false;
        let customer = self.open_customer().map_or("", |customer| customer.name());
        let scenario = self.scenarios.recorder.scenario(customer);
        self.set_scenario(scenario);
        self.choices.scenario = None;
    }

    pub(super) fn name_scenario(&mut self, name: String) {
        if let Some(scenario) = &mut self.scenarios.scenario {
            Rc::make_mut(scenario).name = name;
        }
    }

    pub(super) fn save_scenario(&mut self) {
        if let Some(scenario) = &self.scenarios.scenario {
            self.turn.effects.push(Effect::SaveFile { name: file_name(&scenario.name), text: scenario.to_json() });
        }
    }

    /// A file was read, or could not be read.
    pub(super) fn read_scenario(&mut self, text: Result<String, String>, play: bool) {
        let scenario = text.and_then(|text| Scenario::from_json(&text).map_err(|error| error.to_string()));
        match scenario {
            Ok(scenario) => {
                self.set_scenario(scenario);
                if play {
                    self.begin_replay();
                }
            }
            Err(problem) => self.scenarios.problem = Some(problem),
        }
    }

    pub(super) fn set_scenario(&mut self, scenario: Scenario) {
        self.end_replay();
        self.scenarios.problem = None;
        self.scenarios.scenario = Some(Rc::new(scenario));
    }
}

/// Returns a file name that is valid on every system.
fn file_name(name: &str) -> String {
    let plain: String = name.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
    let plain = plain.trim_matches('-');
    if plain.is_empty() { "scenario.json".to_owned() } else { format!("{}.json", plain.to_lowercase()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_after_their_scenarios() {
        assert_eq!(file_name(""), "scenario.json");
        assert_eq!(file_name("Mary Brown / late order"), "mary-brown---late-order.json");
        assert_eq!(file_name("../../etc"), "etc.json");
        assert_eq!(file_name("مريم"), "مريم.json");
    }
}
