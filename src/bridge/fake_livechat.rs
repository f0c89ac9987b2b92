//! The fake LiveChat that the simulator has a development build sign in at.

use livechat_protocol::{FakeServers, Launch};
use web_sys::Window;

use super::report::simulator_origin;
use crate::platform;

/// The fake LiveChat that the simulator around this page has named, if it has.
///
/// It is named in the iframe's address, with the launch parameters, and remembered as they are: in the iframe's name. An
/// iframe that comes back from a sign-in by a redirect has another address.
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
    // Without a name that can be set, there is a fake until the iframe is redirected.
    let _ = window.set_name(name);
}

/// The fake that address or name of an iframe have, and the name to remember it by, if that is another.
fn named(address: &str, name: &str) -> Option<(FakeServers, Option<String>)> {
    // At a launch, the name may be that of the launch before.
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
    fn a_launch_without_a_fake_has_none_whatever_was_remembered() {
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
