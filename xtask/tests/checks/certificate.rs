//! The certificate of `cargo xtask dev --https`.

use std::fs;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::{folder, says};
use xtask::certificate::{DAY, LEFT, LIFETIME, ensure_in};

fn at(after: Duration) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(1_800_000_000) + after
}

#[test]
fn it_is_made_once_and_kept_until_it_is_about_to_expire() {
    let folder = folder(&[]);
    let (file, new) = ensure_in(folder.path(), at(Duration::ZERO)).unwrap();
    let first = fs::read_to_string(&file).unwrap();
    assert!(new && first.starts_with("-----BEGIN PRIVATE KEY-----"));
    assert!(first.contains("-----BEGIN CERTIFICATE-----"));
    assert_eq!(ensure_in(folder.path(), at(LIFETIME - LEFT - DAY)).unwrap(), (file.clone(), false));
    assert_eq!(fs::read_to_string(&file).unwrap(), first);

    for too_late in [LIFETIME - LEFT, 2 * LIFETIME + DAY] {
        assert_eq!(ensure_in(folder.path(), at(too_late)).unwrap(), (file.clone(), true));
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
