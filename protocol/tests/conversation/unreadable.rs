//! Messages that the browser could not read.

use livechat_protocol::{Envelope, Extension, ExtensionSettings, Output, RefusalReason};
use serde_json::Value;

use crate::harness::{HOST, at, from_parent, handshake, outputs};

#[test]
fn fault_35_an_unreadable_message_is_counted_and_changes_nothing() {
    let mut extension = Extension::<Value>::new(ExtensionSettings::default(), at(0));
    extension.receive(at(0), from_parent(HOST), || handshake(0));
    outputs(&mut extension);
    let (state, connection) = (extension.state().clone(), extension.connection().state.clone());
    // Nobody can tell whether it imitates the host.
    extension.receive_unreadable(Envelope { from_parent: false, ..from_parent(HOST) });
    assert_eq!(extension.connection().refused, 0);
    let untrusted = Envelope { is_trusted: false, ..from_parent(HOST) };
    for (count, (envelope, reason)) in
        [(from_parent(HOST), RefusalReason::Unreadable), (untrusted, RefusalReason::Untrusted)].into_iter().enumerate()
    {
        extension.receive_unreadable(envelope);
        assert_eq!(extension.connection().refused, count as u64 + 1);
        assert_eq!(extension.connection().last_refusal.as_ref().map(|refusal| &refusal.reason), Some(&reason));
    }
    assert_eq!((extension.state(), &extension.connection().state), (&state, &connection));
    let said = outputs(&mut extension);
    assert!(said.iter().all(|output| matches!(output, Output::Refused(_) | Output::Changed(_))), "{said:?}");
}
