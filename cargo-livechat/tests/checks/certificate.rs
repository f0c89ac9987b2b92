//! The certificate of `dev --https`.

use std::fs;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::{folder, says};
use cargo_livechat::certificate::{self, Age, DAY, LEFT, LIFETIME, ensure_in};

fn at(after: Duration) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(1_800_000_000) + after
}

#[test]
fn it_is_created_once_and_reused_until_it_is_about_to_expire() {
    let folder = folder(&[]);
    let (file, age) = ensure_in(folder.path(), at(Duration::ZERO)).unwrap();
    let first = fs::read_to_string(&file).unwrap();
    assert!(age == Age::New && first.starts_with("-----BEGIN PRIVATE KEY-----"));
    assert!(first.contains("-----BEGIN CERTIFICATE-----"));
    assert_eq!(ensure_in(folder.path(), at(LIFETIME - LEFT - DAY)).unwrap(), (file.clone(), Age::Kept));
    assert_eq!(fs::read_to_string(&file).unwrap(), first);

    for too_late in [LIFETIME - LEFT, 2 * LIFETIME + DAY] {
        assert_eq!(ensure_in(folder.path(), at(too_late)).unwrap(), (file.clone(), Age::Renewed));
        assert_ne!(fs::read_to_string(&file).unwrap(), first);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "and nothing else is left");
    }
}

#[test]
fn where_nothing_can_be_written_the_folder_is_named() {
    let folder = folder(&[("file", "")]);
    let file = folder.path().join("file");
    assert!(says(ensure_in(&file, at(Duration::ZERO))).contains(file.to_str().unwrap()));
}

#[cfg(unix)]
#[test]
fn nobody_else_can_read_the_key() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[]);
    let (file, _) = ensure_in(folder.path(), at(Duration::ZERO)).unwrap();
    assert_eq!(fs::metadata(file).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_new_certificate_is_reported_with_what_to_do_in_the_browser_and_an_expired_one_as_such() {
    let says = |age| certificate::says(age, "localhost.pem".as_ref());
    assert_eq!(says(Age::Kept), None);
    let does = "(localhost.pem): open the page once in its own tab, and tell the browser to trust it.";
    assert_eq!(says(Age::New).unwrap(), format!("Made a certificate for this machine {does}"));
    let expired = "Renewed this machine's certificate, which expires soon";
    assert_eq!(says(Age::Renewed).unwrap(), format!("{expired} {does}"));
}
