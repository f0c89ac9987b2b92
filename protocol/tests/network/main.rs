//! Both ends, connected by a network that loses, delays, duplicates, reorders and forges messages.
//!
//! Windows do none of that to each other, but preludes, reloading hosts and hostile iframes come close.

#[path = "../harness/mod.rs"]
mod harness;

mod steps;
mod world;

use harness::cases::cases;
use livechat_protocol::{Answering, Driver};
use proptest::prelude::*;
use steps::{Step, step};
use world::Network;

proptest! {
    // As many cases as an ordinary run can afford.
    #![proptest_config(cases(20_000, "proptest-regressions/network.txt"))]

    #[test]
    fn no_network_leads_the_two_ends_astray(
        is_plain in prop::bool::weighted(0.2),
        steps in prop::collection::vec(step(), 1..40),
    ) {
        let driver = if is_plain { Driver::Plain } else { Driver::Trusted };
        let mut network = Network::new(driver);
        for step in steps {
            network.step(step);
        }

        // From here on, the network is reliable, but messages in flight arrive late.
        network.line.set_answering(Answering::Accept);
        if is_plain {
            // Plain messages have no connection that distinguishes late from current ones: they arrive first.
            network.deliver_all();
        }
        let mut late_to_extension = std::mem::take(&mut network.to_extension);
        let late_to_host = std::mem::take(&mut network.to_host);
        let late_half = late_to_extension.split_off(late_to_extension.len() / 2);
        network.step(Step::Render);
        network.step(Step::Load);
        network.deliver_all();
        for frame in late_to_extension {
            network.hand_to_extension(frame);
        }
        network.deliver_all();
        let last = network.show(777);
        prop_assert!(last.is_some(), "the host is not connected");
        network.drain();
        network.deliver_all();
        for frame in late_half {
            network.hand_to_extension(frame);
        }
        for frame in late_to_host {
            network.hand_to_host(frame);
        }
        network.deliver_all();

        let held = network.extension.state().customer_profile.shown().map(|profile| profile.id.clone());
        prop_assert_eq!(held.as_deref(), Some("777"));
        let acknowledged = last.is_some_and(|last| network.acknowledged.contains(&last));
        prop_assert_eq!(acknowledged, !is_plain, "only the trusted driver acknowledges");

        // A command on the new connection arrives once and is answered immediately.
        let text = network.texts;
        network.step(Step::Send(1));
        network.deliver_all();
        prop_assert_eq!(network.received.get(&text), Some(&1));

        network.wait(60_000);
        for (call, ends) in &network.ends {
            prop_assert_eq!(*ends, 1, "{:?} has not ended", call);
        }
        for (text, received) in &network.received {
            prop_assert!(received <= &network.copies[text], "the host took {} more often than it came", text);
        }
        prop_assert_eq!(network.extension.next_deadline(), None, "nothing is left to wait for");
    }
}
