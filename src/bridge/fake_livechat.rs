//! The simulator's fake LiveChat, for the sign-in of a development build.

use livechat_protocol::{FakeServers, Launch};
use web_sys::Window;

use super::report::simulator_origin;
use crate::platform;

/// The fake LiveChat named by the simulator around this page, if any.
///
/// It is named in the iframe's address, with the launch parameters, and stored with them in the iframe's name: an
/// iframe that returns from a sign-in redirect has another address.
pub(crate) fn fake_livechat() -> Option<FakeServers> {
    let window = platform::window()?;
    let top = window.top().ok()?.filter(|top| *top != window)?;
    simulator_origin(&window, &top)?;
    let address = window.location().search().ok()?;
    let name = window.name().ok()?;
    let (fake, remembered) = named(&address, &name)?;
    if let Some(remembered) = remembered {
        remember(&window, &remembered);
    }
    Some(fake)
}

fn remember(window: &Window, name: &str) {
    // If the name cannot be set, the fake is known until the iframe is redirected.
    let _ = window.set_name(name);
}

/// The fake in an iframe's address or name, and the name to store it under, if that differs.
fn named(address: &str, name: &str) -> Option<(FakeServers, Option<String>)> {
    // At a launch, the name may be from the previous launch.
    if Launch::part_of(address).is_none() {
        return Some((FakeServers::from_query(name)?, None));
    }
    let fake = FakeServers::from_query(address)?;
    // A name that the host gave the iframe stays.
    let is_ours = Launch::part_of(name).is_some();
    let remembered =
        (is_ours && FakeServers::from_query(name).as_ref() != Some(&fake)).then(|| [name, &fake.to_query()].concat());
    Some((fake, remembered))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAUNCH: &str = "?plugin_id=simulator&theme=light";

    fn fake() -> FakeServers {
        FakeServers::new("http://127.0.0.1:8811", "http://127.0.0.1:8812").unwrap_or_else(|| panic!("on this machine"))
    }

    #[test]
    fn a_launch_names_the_fake_and_a_return_remembers_it() {
        let address = [LAUNCH, &fake().to_query()].concat();
        let Some((found, Some(name))) = named(&address, LAUNCH) else { panic!("there is one to remember") };
        assert_eq!(found, fake());
        assert_eq!(named("?code=dal%3Ac&state=s", &name), Some((fake(), None)));
        assert_eq!(named("", &name), Some((fake(), None)));
        assert_eq!(named(&address, &name), Some((fake(), None)));
    }

    #[test]
    fn a_launch_without_a_fake_ignores_a_remembered_one() {
        let name = [LAUNCH, &fake().to_query()].concat();
        assert_eq!(named(LAUNCH, &name), None);
        assert_eq!(named("", LAUNCH), None);
    }

    #[test]
    fn a_name_that_the_host_gave_is_left_alone() {
        let address = [LAUNCH, &fake().to_query()].concat();
        assert_eq!(named(&address, "panel"), Some((fake(), None)));
    }
}
