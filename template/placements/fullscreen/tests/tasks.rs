//! Tests the logic natively: `cargo test`.

use app::{Task, badge, without};

fn task(id: &str) -> Task {
    Task {
        id: id.into(),
        title: String::new(),
        customer: String::new(),
    }
}

#[test]
fn a_task_that_is_done_is_gone() {
    assert_eq!(without(&[task("T-1"), task("T-2")], "T-1"), [task("T-2")]);
}

#[test]
fn the_badge_is_there_while_something_is_to_do_and_the_agent_wants_it() {
    assert_eq!(badge(&[task("T-1"), task("T-2")], true), Some(2.into()));
    assert_eq!(badge(&[task("T-1")], false), None);
    assert_eq!(badge(&[], true), None);
}
