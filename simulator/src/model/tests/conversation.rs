//! Messages and the message input.

use livechat_protocol::{
    MessageBoxMessage, PutMessage, RawCommand,
    rich_message::{Button, Card, Cards, QuickReplies},
};

use super::*;

#[test]
fn put_message_appends_and_only_the_agent_sends() {
    let mut page = Page::loaded(without_authorization());
    page.open("K3M7Q1");
    page.command(Details, &PutMessage::new("Hello").unwrap());
    page.command(Details, &PutMessage::new("there").unwrap());
    assert_eq!(page.model.draft().text, "Hello there");
    page.happen(Msg::DraftChanged("Hello there\n".to_owned()));
    page.command(Details, &PutMessage::new("Bye").unwrap());
    assert_eq!(page.model.draft().text, "Hello there\nBye");
    page.happen(Msg::SendRequested);
    assert_eq!(page.model.draft().text, "");
    assert_eq!(page.model.said().len(), 1);
    page.happen(Msg::SendRequested);
    assert_eq!(page.model.said().len(), 1, "there is nothing to send");
}

#[test]
fn put_message_without_a_chat_or_without_text_is_left_aside_and_said() {
    let mut page = Page::loaded(without_authorization());
    page.command(Details, &PutMessage::new("lost").unwrap());
    page.open("K3M7Q1");
    assert_eq!(page.model.draft().text, "");
    page.command(Details, RawCommand::new("put_message", json!({ "text": 7 })));
    assert_eq!(page.model.draft().text, "");
    let notes = page.lines().into_iter().filter(|line| line.starts_with("put_message")).count();
    assert_eq!(notes, 2);
}

fn cards() -> Cards {
    let card = |title: &str| Card::new().with_title(title).with_subtitle("In stock");
    Cards::new([card("Lamp"), card("Chair").with_buttons([Button::reply("Take it", "take").unwrap()]).unwrap()])
        .unwrap()
}

fn replies() -> QuickReplies {
    QuickReplies::new("Did that help?", [Button::reply("Yes", "yes").unwrap(), Button::new("No", 0_i64).unwrap()])
        .unwrap()
}

/// The messages after the transcript.
fn said(page: &Page) -> Vec<(Author, String, bool)> {
    page.model.said().iter().map(|message| (message.from, message.text.clone(), message.rich.is_some())).collect()
}

#[test]
fn every_change_of_the_message_input_is_told() {
    let mut page = Page::all();
    page.open("K3M7Q1");
    page.happen(Msg::DraftChanged("H".to_owned()));
    page.happen(Msg::DraftChanged("Hi".to_owned()));
    page.happen(Msg::DraftChanged("Hi".to_owned()));
    page.command(Details, &PutMessage::new("there").unwrap());
    page.command(MessageBox, &MessageBoxMessage::Text("A lamp?".into()));
    page.happen(Msg::SendRequested);
    assert_eq!(page.told_texts(), ["H", "Hi", "Hi there", "A lamp?", ""]);
    assert_eq!(page.extensions[&Details].state().message_box_text.as_deref(), Some(""));
    assert_eq!(page.told(MessageBox, "message_box_text"), [] as [Value; 0]);
}

#[test]
fn messages_are_told_once_they_are_watched_whoever_wrote_them() {
    let mut page = Page::all();
    page.open("K3M7Q1");
    page.happen(Msg::ReplyChosen("unwatched".to_owned()));
    let now = page.now;
    page.extension(Details).watch_messages(now);
    page.carry();
    page.happen(Msg::DraftChanged(" Hello ".to_owned()));
    page.happen(Msg::SendRequested);
    page.happen(Msg::CustomerInputToggled);
    page.happen(Msg::CustomerDraftChanged("Hi!".to_owned()));
    page.happen(Msg::CustomerSendRequested);
    page.command(MessageBox, &cards());
    let told: Vec<_> = page
        .told(Details, "message")
        .iter()
        .map(|data| format!("{} {} {}", data["chat"].as_str().unwrap(), data["message_source"], data["message"]))
        .collect();
    let expected = [r#""agent" "Hello""#, r#""visitor" "Hi!""#, r#""agent" "Lamp, Chair""#];
    assert_eq!(told, expected.map(|rest| format!("S4D8H2PQ0V {rest}")));
    assert_eq!(page.extensions[&Details].state().messages.len(), 3);
    assert_eq!(page.model.customer_draft(), Some(""));

    page.load(Details);
    page.happen(Msg::ReplyChosen("forgotten".to_owned()));
    assert_eq!(page.told(Details, "message").len(), 3, "after a reload it has not requested them yet");
}

#[test]
fn cards_and_quick_replies_are_sent_at_once() {
    let mut page = Page::all();
    page.open("K3M7Q1");
    page.command(Details, &cards());
    page.command(MessageBox, &replies());
    page.happen(Msg::ReplyChosen("Yes".to_owned()));
    let expected = [
        (Author::Agent, "Lamp, Chair".to_owned(), true),
        (Author::Agent, "Did that help?".to_owned(), true),
        (Author::Customer, "Yes".to_owned(), false),
    ];
    assert_eq!(said(&page), expected);
    assert_eq!(page.told(MessageBox, "message_sent"), [] as [Value; 0], "the agent did not send them");
}

#[test]
fn what_the_message_box_put_there_waits_for_the_agent_and_its_sending_is_told() {
    let mut page = Page::all();
    page.open("K3M7Q1");
    page.happen(Msg::DraftChanged("Have a look:".to_owned()));
    page.command(MessageBox, &MessageBoxMessage::Rich(cards().into()));
    assert_eq!(said(&page), []);
    assert!(page.model.draft().rich.is_some());
    assert_eq!(page.model.draft().text, "Have a look:");
    page.happen(Msg::SendRequested);
    let expected = [(Author::Agent, "Lamp, Chair".to_owned(), true), (Author::Agent, "Have a look:".to_owned(), false)];
    assert_eq!(said(&page), expected);
    assert_eq!(page.told(MessageBox, "message_sent"), [Value::Null]);

    // The agent's own text is not the extension's.
    page.happen(Msg::DraftChanged("Well?".to_owned()));
    page.happen(Msg::SendRequested);
    assert_eq!(page.told(MessageBox, "message_sent").len(), 1);
}

#[test]
fn what_the_agent_removes_is_neither_sent_nor_told() {
    let mut page = Page::all();
    page.open("K3M7Q1");
    page.command(MessageBox, &MessageBoxMessage::Rich(replies().into()));
    page.happen(Msg::RichMessageRemoved);
    page.happen(Msg::SendRequested);
    assert_eq!(said(&page), []);
    page.command(MessageBox, &MessageBoxMessage::Text("A lamp?".into()));
    page.happen(Msg::DraftChanged(String::new()));
    page.happen(Msg::DraftChanged("A chair?".to_owned()));
    page.happen(Msg::SendRequested);
    assert_eq!(said(&page).len(), 1);
    assert_eq!(page.told(MessageBox, "message_sent"), [] as [Value; 0]);
}

#[test]
fn each_conversation_has_an_input_of_its_own() {
    let mut page = Page::all();
    page.open("K3M7Q1");
    page.happen(Msg::DraftChanged("for Mary".to_owned()));
    page.open("N5R2W8");
    assert_eq!(page.model.draft(), Draft::default());
    page.command(Details, &cards());
    page.open("K3M7Q1");
    assert_eq!(page.model.draft().text, "for Mary");
    assert_eq!(said(&page), []);
}

#[test]
fn commands_without_an_open_chat_or_with_invalid_data_are_ignored_with_a_warning() {
    let mut page = Page::all();
    page.command(Details, &cards());
    page.command(MessageBox, &MessageBoxMessage::Text("x".into()));
    assert_eq!(page.warnings("send_cards was ignored: no chat is open").len(), 1);
    assert_eq!(page.warnings("put_messagebox_message was ignored: no chat is open").len(), 1);
    page.open("K3M7Q1");
    page.raw(Details, "send_cards", json!([{ "image": { "url": "javascript:alert(1)" } }]));
    page.raw(Details, "send_quick_replies", json!({ "title": "Well?" }));
    page.raw(MessageBox, "put_messagebox_message", json!({ "type": "poem" }));
    assert!(page.warnings("send_cards was ignored")[1].contains("[0].image.url"));
    assert!(page.warnings("send_quick_replies was ignored")[0].contains("buttons"));
    assert!(page.warnings("put_messagebox_message was ignored")[1].contains("type"));
    assert_eq!(said(&page), []);
}
