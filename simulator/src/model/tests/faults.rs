//! Faults and custom events.

use super::*;

fn choose(page: &mut Page, change: impl FnOnce(&mut Faults)) {
    let mut faults = page.model.choices.faults;
    change(&mut faults);
    page.happen(Msg::FaultsChanged(faults));
}

/// Advances the clock until nothing is due within that time.
fn wait(page: &mut Page, time: Duration) {
    let end = page.now + time;
    while let Some(deadline) = page.model.next_deadline().filter(|deadline| *deadline <= end) {
        page.now = deadline;
        page.happen(Msg::Elapsed);
    }
    page.now = end;
}

fn remarks(page: &Page) -> Vec<(String, &'static str)> {
    let remark = |entry: Rc<crate::log::Entry>| match &entry.item {
        Item::Frame(frame) => Some((frame.name.clone(), entry.remark?)),
        _ => None,
    };
    page.model.log.entries().filter_map(remark).collect()
}

#[test]
fn latency_counts_both_ways_and_shows_in_the_acknowledgement() {
    let mut page = Page::loaded(without_authorization());
    choose(&mut page, |it| it.latency = Duration::from_millis(300));
    page.open("K3M7Q1");
    assert_eq!(page.shown(Details), None);
    wait(&mut page, Duration::from_millis(300));
    assert_eq!(page.shown(Details).as_deref(), Some("K3M7Q1"));
    wait(&mut page, Duration::from_millis(300));
    let entry = page
        .model
        .log
        .entries()
        .find(|entry| matches!(&entry.item, Item::Frame(frame) if frame.name == "customer_profile"));
    let answer = entry.and_then(|entry| entry.answer);
    assert_eq!(answer.map(|answer| (answer.after, answer.is_error)), Some((Duration::from_millis(600), false)));
}

#[test]
fn a_silent_host_says_nothing_and_is_heard_again_later() {
    let mut page = Page::loaded(without_authorization());
    choose(&mut page, |it| it.silent = true);
    page.open("K3M7Q1");
    assert_eq!(page.shown(Details), None);
    assert_eq!(remarks(&page), [("customer_profile".to_owned(), "lost")]);
    choose(&mut page, |it| it.silent = false);
    page.open("N5R2W8");
    assert_eq!(page.shown(Details).as_deref(), Some("N5R2W8"));
}

#[test]
fn doubled_frames_leave_both_ends_as_single_ones_would() {
    let mut page = Page::loaded(without_authorization());
    choose(&mut page, |it| it.doubled = true);
    page.open("K3M7Q1");
    // The protocol allows repeated numbers, so an event is never dropped as a duplicate.
    assert_eq!(page.told(Details, "customer_profile").len(), 2);
    assert_eq!(page.shown(Details).as_deref(), Some("K3M7Q1"));
    let answer = ("response to call 0".to_owned(), "ignored");
    assert_eq!(remarks(&page), [("customer_profile".to_owned(), "doubled"), answer], "only one answer was expected");
    page.raw(Details, "put_message", json!("Hi"));
    assert_eq!(page.model.draft().text, "Hi", "its doubled answer settles one command");
    assert_eq!(page.extensions[&Details].connection().failed, 0);
}

#[test]
fn of_two_reordered_frames_the_second_arrives_first() {
    let mut page = Page::loaded(without_authorization());
    choose(&mut page, |it| it.reordered = true);
    page.open("K3M7Q1");
    page.open("N5R2W8");
    wait(&mut page, Duration::from_secs(1));
    let told: Vec<_> = page.told(Details, "customer_profile").iter().map(|data| data["id"].clone()).collect();
    assert_eq!(told, ["N5R2W8", "K3M7Q1"]);
    assert_eq!(remarks(&page), [("customer_profile".to_owned(), "overtaken")]);
}

#[test]
fn refused_commands_are_answered_with_an_error_and_not_carried_out() {
    for choices in [without_authorization(), plain()] {
        let mut page = Page::loaded(choices);
        page.open("K3M7Q1");
        choose(&mut page, |it| it.refusing = true);
        page.raw(Details, "put_message", json!("Hi"));
        assert_eq!(page.model.draft().text, "");
        choose(&mut page, |it| it.refusing = false);
        page.raw(Details, "put_message", json!("Hi"));
        assert_eq!(page.model.draft().text, "Hi");
    }
    let mut page = Page::loaded(without_authorization());
    choose(&mut page, |it| it.refusing = true);
    page.raw(Details, "put_message", json!("Hi"));
    assert_eq!(page.extensions[&Details].connection().failed, 1);
    assert!(page.lines().contains(&"→ error response to put_message".to_owned()));
    page.load(Details);
    assert_eq!(
        page.model.frame(Details).unwrap().progress,
        Progress::Inited,
        "without it the extension would stay hidden"
    );
}

#[test]
fn what_counts_when_a_frame_is_loaded_loads_the_frames_anew() {
    let mut page = Page::loaded(without_authorization());
    let load = |page: &Page| page.model.frame(Details).unwrap().load;
    choose(&mut page, |it| it.latency = Duration::from_millis(100));
    assert_eq!(load(&page).number, 0);
    choose(&mut page, |it| it.wrong_origin = true);
    assert_eq!((load(&page).number, load(&page).wrong_origin), (1, true));
    choose(&mut page, |it| it.slow_start = Duration::from_secs(4));
    assert_eq!((load(&page).number, load(&page).slow_start), (2, Duration::from_secs(4)));
    choose(&mut page, |it| *it = Faults::default());
    assert_eq!((load(&page).number, load(&page).wrong_origin), (3, false));
}

#[test]
fn a_host_that_reloads_begins_a_new_connection_and_tells_everything_again() {
    let mut page = Page::loaded(without_authorization());
    page.open("K3M7Q1");
    page.happen(Msg::ReconnectRequested);
    assert_eq!(page.extensions[&Details].connection().number, 2);
    assert_eq!(page.told(Details, "customer_profile").len(), 2);
    assert_eq!(page.model.frame(Details).unwrap().load.number, 0, "the page in the iframe stays");
}

#[test]
fn an_event_of_ones_own_arrives_whatever_it_is_and_a_bare_message_is_not_taken_for_one() {
    let mut page = Page::loaded(without_authorization());
    let event = RawEvent { name: "shift_started".to_owned(), data: json!([1, { "a": null }]) };
    page.happen(Msg::EventSent(Details, event));
    assert_eq!(page.told(Details, "shift_started"), [json!([1, { "a": null }])]);
    let refused = page.extensions[&Details].connection().refused;
    page.happen(Msg::MessagePosted(Details, json!({ "event_name": "livechat:shift_started" })));
    assert_eq!(page.told(Details, "shift_started").len(), 1, "the trusted driver has no bare messages");
    assert_eq!(page.extensions[&Details].connection().refused, refused + 1);
}

#[test]
fn what_a_bridge_refused_stands_in_the_log_as_a_problem() {
    let mut page = Page::loaded(without_authorization());
    let (origin, reason) = ("https://evil.example".to_owned(), "it is no host".to_owned());
    page.happen(Msg::Reported { placement: Details, report: Report::Refused { origin, reason } });
    let last = page.model.log.entries().last().unwrap();
    assert!(last.is_problem());
    assert_eq!(page.lines().last().map(String::as_str), Some("✕ it is no host"));
}

#[test]
fn extensions_are_loaded_again_when_their_origin_is_chosen() {
    let mut page = Page::loaded(without_authorization());
    let other: Rc<str> = "http://localhost:3333".into();
    page.happen(Msg::OtherNameKnown(OtherName::Answers(Rc::clone(&other))));
    assert_eq!(page.model.frame_origin(), FrameOrigin::Other(Rc::clone(&other)));
    let load = page.model.frame(Details).unwrap().load.number;
    for (same_origin, expected) in [(true, FrameOrigin::Own), (false, FrameOrigin::Other(other))] {
        page.happen(Msg::SameOriginChosen(same_origin));
        assert_eq!(page.model.frame_origin(), expected);
    }
    assert_eq!(page.model.frame(Details).unwrap().load.number, load + 2);
}

#[test]
fn a_missing_other_name_is_told_unless_the_same_origin_is_wanted() {
    for (other_name, problem) in [
        (OtherName::Silent("http://localhost:3333".into()), "The browser can't load http://localhost:3333:"),
        (OtherName::Missing, "The simulator isn't open at a loopback name:"),
    ] {
        for same_origin in [false, true] {
            let mut page = Page::loaded(Choices { same_origin, ..without_authorization() });
            page.happen(Msg::OtherNameKnown(other_name.clone()));
            assert_eq!(page.warnings(problem).len(), usize::from(!same_origin), "{problem} {same_origin}");
            assert_eq!(page.model.frame_origin(), FrameOrigin::Own);
        }
    }
}
