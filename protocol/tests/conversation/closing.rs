//! The extension shuts down.

use livechat_protocol::{Answering, CommandError, ExtensionSettings};

use crate::harness::{Conversation, HOST, well};

#[test]
fn calls_that_wait_for_an_answer_end_as_closed() {
    let mut conversation = Conversation::open();
    let done = conversation.put("done");
    conversation.host.set_answering(Answering::Silent);
    let calls = ["a", "b"].map(|text| conversation.put(text));
    conversation.extension.close();
    conversation.carry();
    for call in calls {
        assert_eq!(conversation.ends_of(call), [Err(CommandError::Closed)]);
    }
    assert_eq!(conversation.ends_of(done), [Ok(())], "what had ended is not ended again");
    assert_eq!(conversation.extension.next_deadline(), None);

    conversation.deliver(HOST, well(0, 2));
    conversation.extension.close();
    conversation.carry();
    assert_eq!(conversation.ends_of(calls[0]), [Err(CommandError::Closed)]);
}

#[test]
fn calls_that_wait_for_the_connection_end_as_closed() {
    let mut conversation = Conversation::new(ExtensionSettings::default());
    let calls = ["a", "b"].map(|text| conversation.put(text));
    conversation.extension.close();
    conversation.carry();
    for call in calls {
        assert_eq!(conversation.ends_of(call), [Err(CommandError::Closed)]);
    }
    conversation.load();
    conversation.render();
    assert!(conversation.received_texts().is_empty(), "what has ended is not sent after all");
}
