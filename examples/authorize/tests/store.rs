//! What is kept on disk, and what is not.

use std::time::{Duration, SystemTime};

use authorize_example::sessions::{Session, Sessions, StoreError};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

fn at(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}

#[test]
fn a_session_survives_reopening_the_store() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("made/on/the/way/sessions.redb");
    let store = Sessions::open(&path, DAY).unwrap();
    let id = store.create("anna@example.com", at(1_000)).unwrap();
    drop(store);
    let store = Sessions::open(&path, DAY).unwrap();
    let session = Session { login: "anna@example.com".to_owned(), created: 1_000 };
    assert_eq!(store.find(&id, at(2_000)).unwrap(), Some(session));
}

#[test]
fn a_session_lasts_as_long_as_it_was_promised_and_not_a_second_longer() {
    let folder = tempfile::tempdir().unwrap();
    let store = Sessions::open(&folder.path().join("s.redb"), DAY).unwrap();
    let id = store.create("anna", at(1_000)).unwrap();
    let day = DAY.as_secs();
    assert!(store.find(&id, at(1_000 + day)).unwrap().is_some());
    assert!(store.find(&id, at(1_001 + day)).unwrap().is_none());
    assert!(store.find(&id, at(1_000)).unwrap().is_none(), "it is gone");
}

#[test]
fn a_new_session_takes_the_ended_ones_out() {
    let folder = tempfile::tempdir().unwrap();
    let store = Sessions::open(&folder.path().join("s.redb"), DAY).unwrap();
    for second in 0..10 {
        store.create("anna", at(second)).unwrap();
    }
    store.create("anna", at(DAY.as_secs() + 5)).unwrap();
    assert_eq!(store.count().unwrap(), 6, "seconds 5 to 9, and the new one");
}

#[test]
fn a_store_in_use_and_a_file_that_is_none_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.redb");
    let _open = Sessions::open(&path, DAY).unwrap();
    let error = Sessions::open(&path, DAY).unwrap_err();
    assert!(matches!(error, StoreError::InUse { .. }), "{error:?}");

    let other = folder.path().join("notes.txt");
    std::fs::write(&other, "not a store at all, but some notes").unwrap();
    let error = Sessions::open(&other, DAY).unwrap_err();
    assert!(matches!(error, StoreError::Open { .. }), "{error:?}");
    assert!(error.to_string().contains("--store"), "{error}");
}
