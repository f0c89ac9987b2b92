//! What the log retains, shows and holds back.

use std::time::Duration;

use livechat_protocol::{Driver, PlacementKind};
use serde_json::json;

use super::{entries::LIMIT, *};

fn texts(log: &Log) -> Vec<String> {
    log.entries()
        .map(|entry| match &entry.item {
            Item::Note { text, .. } => text.clone(),
            Item::Frame(frame) => frame.name.clone(),
            Item::Refused { reason, .. } => reason.clone(),
        })
        .collect()
}

fn frame(name: &str) -> Item {
    Item::Frame(FrameItem {
        placement: PlacementKind::Details,
        direction: Direction::ToExtension,
        driver: Driver::Trusted,
        name: name.to_owned(),
        is_call: true,
        value: json!({}),
    })
}

fn problems() -> Filter {
    Filter { show: Show::Problems, ..Filter::default() }
}

#[test]
fn the_newest_entries_are_kept() {
    let mut log = Log::default();
    for number in 0..LIMIT + 5 {
        log.note(Duration::ZERO, number.to_string());
    }
    assert_eq!(log.len(), LIMIT);
    assert_eq!(log.shown_len(), LIMIT);
    assert_eq!(log.shown(0).map(|entry| entry.number), Some(5));
    assert!(log.get(4).is_none());
    assert_eq!(log.get(5).map(|entry| entry.number), Some(5));
    assert_eq!(log.position(7), Some(2));
}

#[test]
fn a_copy_is_equal_until_something_changes() {
    let mut log = Log::default();
    let before = log.clone();
    assert!(log == before);
    log.note(Duration::ZERO, "");
    assert!(log != before);
    let before = log.clone();
    log.clear();
    assert!(log != before);
}

#[test]
fn a_filter_counts_for_what_was_there_and_for_what_comes() {
    let mut log = Log::default();
    log.warn(Duration::ZERO, "a");
    log.note(Duration::ZERO, "b");
    log.set_filter(problems());
    assert_eq!(texts(&log), ["a"]);
    log.note(Duration::ZERO, "c");
    log.warn(Duration::ZERO, "d");
    assert_eq!(texts(&log), ["a", "d"]);
    log.set_filter(Filter::default());
    assert_eq!(texts(&log), ["a", "b", "c", "d"]);
}

#[test]
fn what_becomes_a_problem_is_shown_among_problems_where_it_belongs_and_once() {
    let mut log = Log::default();
    log.set_filter(problems());
    log.push(Duration::ZERO, frame("first"));
    log.push(Duration::ZERO, frame("second"));
    log.warn(Duration::ZERO, "third");
    let answer = |is_error| Answer { after: Duration::ZERO, is_error };
    log.answered(0, answer(true));
    log.answered(1, answer(false));
    assert_eq!(texts(&log), ["first", "third"]);
    log.remark("ignored");
    assert_eq!(texts(&log), ["first", "second", "third"]);
    log.remark("ignored");
    assert_eq!(log.shown_len(), 3);
    log.answered(0, answer(false));
    assert_eq!(log.get(0).and_then(|entry| entry.answer), Some(answer(true)), "the first answer counts");
}

#[test]
fn a_paused_list_stays_and_shows_the_rest_when_it_goes_on() {
    let mut log = Log::default();
    log.note(Duration::ZERO, "a");
    log.set_paused(true);
    log.warn(Duration::ZERO, "b");
    log.note(Duration::ZERO, "c");
    assert_eq!((texts(&log), log.held_len()), (vec!["a".to_owned()], 2));
    log.set_filter(problems());
    assert_eq!((log.shown_len(), log.held_len()), (0, 1));
    log.set_filter(Filter::default());
    assert_eq!((texts(&log), log.held_len()), (vec!["a".to_owned()], 2));
    log.set_paused(false);
    assert_eq!(texts(&log), ["a", "b", "c"]);
    log.set_paused(true);
    log.note(Duration::ZERO, "d");
    log.clear();
    assert_eq!((log.len(), log.held_len()), (0, 0));
}
