//! What is stored on disk, and what is not.

use std::time::{Duration, SystemTime};

use authorize_example::sessions::{REMOVED_AT_ONCE, Session, Sessions, StoreError};
use redb::{Database, TableDefinition};

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
fn a_new_session_removes_ended_ones() {
    let folder = tempfile::tempdir().unwrap();
    let store = Sessions::open(&folder.path().join("s.redb"), DAY).unwrap();
    for second in 0..10 {
        store.create("anna", at(second)).unwrap();
    }
    store.create("anna", at(DAY.as_secs() + 5)).unwrap();
    assert_eq!(store.count().unwrap(), 6, "seconds 5 to 9, and the new one");
}

#[test]
fn signing_in_does_not_wait_for_all_ended_sessions_to_be_removed() {
    let folder = tempfile::tempdir().unwrap();
    let store = Sessions::open(&folder.path().join("s.redb"), DAY).unwrap();
    let at_once = u64::try_from(REMOVED_AT_ONCE).unwrap();
    for second in 0..3 * at_once {
        store.create("anna", at(second)).unwrap();
    }
    let tomorrow = at(2 * DAY.as_secs());
    for sign_ins in 1..=3 {
        let id = store.create("anna", tomorrow).unwrap();
        assert_eq!(store.count().unwrap(), (3 - sign_ins) * at_once + sign_ins);
        assert!(store.find(&id, tomorrow).unwrap().is_some(), "the oldest go first");
    }
    assert_eq!(store.count().unwrap(), 3, "in the end all that have ended are gone");
}

#[test]
fn ended_sessions_of_a_store_without_an_order_by_age_are_removed_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.redb");
    let database = Database::create(&path).unwrap();
    let transaction = database.begin_write().unwrap();
    let table: TableDefinition<&str, (&str, u64)> = TableDefinition::new("sessions");
    transaction.open_table(table).unwrap().insert("first", ("anna", 1_000)).unwrap();
    transaction.open_table(table).unwrap().insert("second", ("bob", 2_000)).unwrap();
    transaction.commit().unwrap();
    drop(database);

    let store = Sessions::open(&path, DAY).unwrap();
    assert!(store.find("first", at(1_000)).unwrap().is_some());
    store.create("anna", at(1_001 + DAY.as_secs())).unwrap();
    assert!(store.find("first", at(1_000)).unwrap().is_none(), "it has left with the new one");
    assert!(store.find("second", at(1_000)).unwrap().is_some());
}

#[cfg(unix)]
#[test]
fn only_its_owner_can_read_the_store() {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.redb");
    let mode = || fs::metadata(&path).unwrap().permissions().mode() & 0o777;
    drop(Sessions::open(&path, DAY).unwrap());
    assert_eq!(mode(), 0o600, "a new one");
    fs::set_permissions(&path, Permissions::from_mode(0o644)).unwrap();
    drop(Sessions::open(&path, DAY).unwrap());
    assert_eq!(mode(), 0o600, "one that others could read before");

    let notes = folder.path().join("notes.txt");
    fs::write(&notes, "not a store").unwrap();
    fs::set_permissions(&notes, Permissions::from_mode(0o644)).unwrap();
    Sessions::open(&notes, DAY).unwrap_err();
    assert_eq!(fs::metadata(&notes).unwrap().permissions().mode() & 0o777, 0o644, "a file that is not ours");
}

#[test]
fn a_store_in_use_and_an_invalid_file_are_different_errors() {
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
