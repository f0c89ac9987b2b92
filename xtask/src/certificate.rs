//! The certificate of `cargo xtask dev --https`: made here, kept, and made anew before it expires.
//!
//! Kept in the person's cache folder, so that a browser that was told to accept it needs no telling for every
//! checkout. Each certificate has a folder of its own, named after the second in which it expires, that appears with
//! both files in it: two of us who start at once do not mix a key with another's certificate.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use rcgen::{CertificateParams, DnType, ExtendedKeyUsagePurpose, KeyPair, date_time_ymd};

/// What it is for.
const NAMES: [&str; 2] = ["localhost", "127.0.0.1"];
const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// How long it is valid: browsers refuse those that are valid for much longer.
const LIFETIME: Duration = DAY.saturating_mul(365);
/// A page that is open all day should not lose its certificate.
const LEFT: Duration = DAY.saturating_mul(7);

/// The two files that Trunk wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Certificate {
    /// The private key.
    pub(crate) key: PathBuf,
    /// The certificate.
    pub(crate) certificate: PathBuf,
}

impl Certificate {
    fn in_folder(folder: &Path) -> Self {
        Self { key: folder.join("key.pem"), certificate: folder.join("certificate.pem") }
    }

    fn is_complete(&self) -> bool {
        self.key.is_file() && self.certificate.is_file()
    }
}

/// One that is valid for a while yet, from this folder; made if there is none. Whether it is new is said as well.
pub(crate) fn ensure(folder: &Path, now: SystemTime) -> Result<(Certificate, bool)> {
    let now = now.duration_since(UNIX_EPOCH).context("this machine's clock is before 1970: set it")?;
    let known = known(folder);
    if let Some((_, valid)) = known.iter().rev().find(|(until, _)| *until > now + LEFT) {
        return Ok((valid.clone(), false));
    }
    let made = make(folder, now)?;
    // Those that have expired or will soon: of no use any more, and of no harm either.
    for (_, old) in known {
        if let Some(folder) = old.key.parent() {
            let _ = fs::remove_dir_all(folder);
        }
    }
    Ok((made, true))
}

/// Those that are there, by when they expire, the last to do so last.
fn known(folder: &Path) -> Vec<(Duration, Certificate)> {
    let mut known: Vec<_> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let until = Duration::from_secs(entry.file_name().to_str()?.parse().ok()?);
            let certificate = Certificate::in_folder(&entry.path());
            certificate.is_complete().then_some((until, certificate))
        })
        .collect();
    known.sort_by_key(|(until, _)| *until);
    known
}

fn make(folder: &Path, now: Duration) -> Result<Certificate> {
    let until = now + LIFETIME;
    let key = KeyPair::generate().context("cannot make a key for the certificate: run the command again")?;
    let mut parameters = CertificateParams::new(NAMES.map(str::to_owned)).context("cannot name the certificate")?;
    parameters.distinguished_name.push(DnType::CommonName, "yew-livechat on this machine");
    parameters.extended_key_usages.push(ExtendedKeyUsagePurpose::ServerAuth);
    let epoch = date_time_ymd(1970, 1, 1);
    // Clocks that are a little behind.
    parameters.not_before = epoch + now.saturating_sub(DAY);
    parameters.not_after = epoch + until;
    let certificate = parameters.self_signed(&key).context("cannot sign the certificate: run the command again")?;

    let place = folder.join(until.as_secs().to_string());
    let cannot = || format!("cannot write the certificate into {}: make that a folder of yours", folder.display());
    let unfinished = folder.join(format!("unfinished-{}", std::process::id()));
    let files = Certificate::in_folder(&unfinished);
    fs::create_dir_all(&unfinished).with_context(cannot)?;
    only_for_us(&unfinished).with_context(cannot)?;
    fs::write(&files.key, key.serialize_pem()).with_context(cannot)?;
    fs::write(&files.certificate, certificate.pem()).with_context(cannot)?;
    let certificate = Certificate::in_folder(&place);
    if let Err(error) = fs::rename(&unfinished, &place) {
        let _ = fs::remove_dir_all(&unfinished);
        // Somebody else has made one in the same second: as good as ours.
        if !certificate.is_complete() {
            return Err(error).with_context(cannot);
        }
    }
    Ok(certificate)
}

/// Whoever has the key can pass for this machine.
#[cfg(unix)]
fn only_for_us(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
fn only_for_us(_folder: &Path) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Duration = Duration::from_secs(1_800_000_000);

    fn at(after: Duration) -> SystemTime {
        UNIX_EPOCH + NOW + after
    }

    #[test]
    fn it_is_made_once_and_kept_until_it_is_about_to_expire() {
        let folder = tempfile::tempdir().unwrap();
        let (first, new) = ensure(folder.path(), at(Duration::ZERO)).unwrap();
        assert!(new && first.is_complete());
        assert!(fs::read_to_string(&first.key).unwrap().starts_with("-----BEGIN PRIVATE KEY-----"));
        assert!(fs::read_to_string(&first.certificate).unwrap().starts_with("-----BEGIN CERTIFICATE-----"));
        let in_time = at(LIFETIME - LEFT - DAY);
        assert_eq!(ensure(folder.path(), in_time).unwrap(), (first.clone(), false));

        for too_late in [LIFETIME - LEFT, LIFETIME + DAY] {
            let folder = tempfile::tempdir().unwrap();
            let (first, _) = ensure(folder.path(), at(Duration::ZERO)).unwrap();
            let (second, new) = ensure(folder.path(), at(too_late)).unwrap();
            assert!(new && second != first && second.is_complete());
            assert!(!first.is_complete(), "what has expired goes");
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "and nothing else is left");
        }
    }

    #[test]
    fn one_without_its_key_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let (first, _) = ensure(folder.path(), at(Duration::ZERO)).unwrap();
        fs::remove_file(&first.key).unwrap();
        let (second, new) = ensure(folder.path(), at(DAY)).unwrap();
        assert!(new && second.is_complete());
    }

    #[test]
    fn where_nothing_can_be_written_it_says_what_to_do() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        let message = ensure(&file, at(Duration::ZERO)).unwrap_err().to_string();
        assert!(
            message.starts_with("cannot write the certificate into ") && message.contains("make that"),
            "{message}"
        );
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_read_the_key() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let (made, _) = ensure(folder.path(), at(Duration::ZERO)).unwrap();
        let mode = fs::metadata(made.key.parent().unwrap()).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }
}
