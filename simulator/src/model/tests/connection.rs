//! Handshake, authorization, themes, choices.

use super::*;

fn progress(page: &Page) -> Progress {
    page.model.frame(Details).unwrap().progress
}

#[test]
fn a_customer_that_is_opened_reaches_the_extension_by_either_driver() {
    for choices in [without_authorization(), plain()] {
        let mut page = Page::loaded(choices);
        assert_eq!(progress(&page), Progress::Inited);
        assert_eq!(page.shown(Details), None);
        page.open("K3M7Q1");
        assert_eq!(page.shown(Details).as_deref(), Some("K3M7Q1"));
        page.happen(Msg::Closed);
        let hidden = CustomerProfileState::Hidden { id: "K3M7Q1".to_owned() };
        assert_eq!(page.extensions[&Details].state().customer_profile, hidden);
    }
}

#[test]
fn the_source_is_the_view() {
    let mut page = Page::loaded(without_authorization());
    page.open("K3M7Q1");
    page.happen(Msg::ViewChosen(View::Archives));
    assert_eq!(page.model.open_customer(), None, "no customer is open there yet");
    page.open("K3M7Q1");
    let source =
        page.extensions[&Details].state().customer_profile.shown().and_then(|customer| customer.source.clone());
    assert_eq!(source.map(|source| source.to_string()).as_deref(), Some("archives"));
}

#[test]
fn the_outcome_of_authorization_comes_before_the_profile() {
    let mut page = Page::new(Choices::default(), &[Details]);
    page.open("K3M7Q1");
    page.load(Details);
    page.open("N5R2W8");
    assert_eq!(page.shown(Details), None, "authorization is pending");
    page.happen(Msg::AuthorizeAnswered { attempt: 1, result: Ok(json!("s-1")) });
    assert_eq!(page.extensions[&Details].state().session, Session::Authorized { id: Some("s-1".into()) });
    assert_eq!(page.shown(Details).as_deref(), Some("N5R2W8"));
    let events: Vec<_> = page.lines().into_iter().filter(|line| line.starts_with("→ ")).collect();
    assert_eq!(events, ["→ handshake", "→ response to plugin_inited", "→ authorize", "→ customer_profile"]);
}

#[test]
fn a_new_session_is_asked_for_and_the_profile_comes_again() {
    let mut page = Page::loaded(Choices::default());
    page.happen(Msg::AuthorizeAnswered { attempt: 1, result: Ok(json!(1)) });
    page.open("K3M7Q1");
    let now = page.now;
    page.extension(Details).refresh_session(now);
    page.carry();
    assert_eq!(page.attempts, [1, 2]);
    page.happen(Msg::AuthorizeAnswered { attempt: 1, result: Ok(json!("stale")) });
    assert_eq!(page.extensions[&Details].state().session, Session::Pending);
    page.happen(Msg::AuthorizeAnswered { attempt: 2, result: Ok(json!(2)) });
    assert_eq!(page.extensions[&Details].state().session, Session::Authorized { id: Some(2.into()) });
    assert_eq!(page.lines().iter().filter(|line| *line == "→ customer_profile").count(), 2);
}

#[test]
fn a_failure_says_why_and_so_does_a_server_that_is_silent() {
    let mut page = Page::loaded(Choices::default());
    page.happen(Msg::AuthorizeAnswered { attempt: 1, result: Err("No backend.".to_owned()) });
    assert_eq!(page.extensions[&Details].state().session, Session::Refused);
    assert!(page.lines().contains(&"Authorization failed. No backend.".to_owned()));

    let mut page = Page::loaded(Choices::default());
    page.now = page.model.next_deadline().unwrap();
    page.happen(Msg::Elapsed);
    assert_eq!(page.extensions[&Details].state().session, Session::Refused);
    assert_eq!(page.model.next_deadline(), None);
}

#[test]
fn an_extension_that_authorizes_on_its_own_is_told_nothing_about_a_session() {
    let details = SimulatedExtension { authorize: false, ..simulated(&[Details])[0].clone() };
    for authorization in Authorization::ALL {
        let choices = Choices { authorization, ..Choices::default() };
        let mut page = Page::new(choices, &[Details]);
        page.happen(Msg::ExtensionsChanged(Rc::new([details.clone()])));
        page.open("K3M7Q1");
        page.load(Details);
        assert_eq!(page.shown(Details).as_deref(), Some("K3M7Q1"), "{authorization:?}: the profile is sent at once");
        let now = page.now;
        page.extension(Details).refresh_session(now);
        page.carry();
        assert!(page.attempts.is_empty() && page.warnings("").is_empty(), "{authorization:?}: {:?}", page.lines());
        let told = ["authorize", "authorize_error"].map(|name| page.told(Details, name));
        assert!(told.concat().is_empty(), "{authorization:?}: {told:?}");
    }
}

#[test]
fn refused_without_asking() {
    let mut page = Page::new(Choices { authorization: Authorization::Refused, ..Choices::default() }, &[Details]);
    page.load(Details);
    assert_eq!(page.extensions[&Details].state().session, Session::Refused);
    assert!(page.attempts.is_empty());
}

#[test]
fn the_theme_is_told_without_a_reload() {
    let mut page = Page::loaded(without_authorization());
    let frame = page.model.frame(Details).unwrap().load;
    page.happen(Msg::ThemeToggled);
    assert_eq!(page.extensions[&Details].state().theme, Theme::Dark);
    assert_eq!(page.model.frame(Details).unwrap().load, frame);
    // The page reloads itself: its URL still has the light theme.
    page.load(Details);
    assert_eq!(page.extensions[&Details].state().theme, Theme::Dark);
}

#[test]
fn a_choice_of_driver_or_authorization_loads_the_frame_anew() {
    let mut page = Page::loaded(without_authorization());
    page.open("K3M7Q1");
    page.happen(Msg::DriverChosen(Driver::Plain));
    assert_eq!((page.model.frame(Details).unwrap().load.number, progress(&page)), (1, Progress::Waiting));
    page.load(Details);
    assert_eq!(page.shown(Details).as_deref(), Some("K3M7Q1"), "the open profile is sent again");
    page.happen(Msg::AuthorizationChosen(Authorization::Refused));
    page.load(Details);
    assert_eq!(page.extensions[&Details].state().session, Session::Refused);
}

#[test]
fn by_the_plain_driver_the_extension_may_be_quicker_than_its_pages_load() {
    let mut page = Page::new(plain(), &[Details]);
    page.open("K3M7Q1");
    page.rendered(Details);
    assert_eq!(page.shown(Details).as_deref(), Some("K3M7Q1"));
    page.happen(Msg::FrameLoaded(Details));
    assert_eq!(progress(&page), Progress::Inited);
}

#[test]
fn a_silent_extension_is_given_up_and_can_be_loaded_again() {
    let mut model = Model::new(Duration::ZERO, Choices::default(), simulated(&[Details]));
    model.update(Duration::ZERO, Msg::FrameLoaded(Details));
    while let Some(deadline) = model.next_deadline() {
        model.update(deadline, Msg::Elapsed);
    }
    assert_eq!(model.frame(Details).unwrap().progress, Progress::GaveUp);
    model.update(Duration::from_secs(4), Msg::ReloadRequested);
    assert_eq!(model.frame(Details).unwrap().progress, Progress::Waiting);
    assert_eq!(model.log.entries().filter(|entry| matches!(entry.item, Item::Frame(_))).count(), 6);
}

#[test]
fn a_page_that_the_iframe_has_gone_to_by_itself_such_as_a_sign_in_page_is_not_covered() {
    let mut page = Page::new(without_authorization(), &[Details]);
    page.happen(Msg::FrameLoaded(Details));
    assert!(page.model.frame(Details).unwrap().is_covered(), "the extension has not rendered");
    page.rendered(Details);
    // The other page does not answer.
    page.model.update(page.now, Msg::FrameLoaded(Details));
    assert!(!page.model.frame(Details).unwrap().is_covered());
    while let Some(deadline) = page.model.next_deadline() {
        page.now = deadline;
        page.model.update(deadline, Msg::Elapsed);
    }
    assert_eq!(progress(&page), Progress::GaveUp);
    assert!(!page.model.frame(Details).unwrap().is_covered());
    // It leads back to the extension, which the host loads again.
    page.load(Details);
    assert_eq!(progress(&page), Progress::Inited);
    page.happen(Msg::ReloadRequested);
    assert!(page.model.frame(Details).unwrap().is_covered());
}

#[test]
fn whatever_the_extension_sends_is_logged_and_nothing_panics() {
    let hostile = [
        json!(null),
        json!("text"),
        json!([]),
        json!({}),
        json!({ "message": 1 }),
        json!({ "message": "made_up", "data": [1, 2] }),
        json!({ "message": "put_message" }),
        json!({ livechat_protocol::FINGERPRINT: true }),
        json!({ livechat_protocol::FINGERPRINT: true, "type": "call", "owner": 1 }),
    ];
    for choices in [without_authorization(), plain()] {
        let mut page = Page::loaded(choices);
        let before = page.model.log.entries().len();
        for value in &hostile {
            page.happen(Msg::Received { placement: Details, origin: "x".to_owned(), data: Ok(value.clone()) });
        }
        page.happen(Msg::Received { placement: Details, origin: "x".to_owned(), data: Err("a BigInt".to_owned()) });
        assert!(page.model.log.entries().len() > before + hostile.len());
    }
    let mut page = Page::loaded(plain());
    page.command(Details, RawCommand::new("made_up", json!(1)));
    let last = page.model.log.entries().last().unwrap();
    assert_eq!(last.remark, Some("not simulated"));
}

#[test]
fn choices_are_saved_when_they_change_and_only_then() {
    let mut model = Model::new(Duration::ZERO, Choices::default(), simulated(&[Details]));
    assert_eq!(model.update(Duration::ZERO, Msg::ThemeToggled), [Effect::SaveChoices]);
    assert!(model.update(Duration::ZERO, Msg::DraftChanged("x".to_owned())).is_empty());
    assert!(model.update(Duration::ZERO, Msg::ViewChosen(View::Chats)).is_empty());
}

#[test]
fn an_address_that_names_a_stranger_opens_nobody() {
    let choices = Choices { customer: Some("nobody".to_owned()), ..Choices::default() };
    assert_eq!(Model::new(Duration::ZERO, choices, simulated(&[Details])).choices.customer, None);
}
