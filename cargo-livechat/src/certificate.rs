//! The certificate for `dev --https`: created and cached here, and replaced before it expires.
//!
//! It lives in the user's cache folder, so a browser has to accept it only once for all checkouts. One file holds the
//! key and the certificate, so that two commands that start at once can't mix the key of one with the certificate of
//! the other.

use std::io::Write;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rcgen::{CertificateParams, DnType, ExtendedKeyUsagePurpose, KeyPair, date_time_ymd};
use tempfile::NamedTempFile;

use crate::prelude::*;
use crate::tools::pinned::tools_folder;

/// The names that it is valid for.
const NAMES: [&str; 2] = ["localhost", "127.0.0.1"];
/// One day.
pub const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// How long it is valid: browsers refuse certificates with a much longer validity.
pub const LIFETIME: Duration = DAY.saturating_mul(365);
/// Renew this early: a page that is open all day should not lose its certificate.
pub const LEFT: Duration = DAY.saturating_mul(7);

/// Returns the file with a key and a certificate that stays valid for a while. Creates both if needed, and then prints
/// what to do in the browser.
pub fn ensure() -> Result<PathBuf> {
    let (file, age) = ensure_in(&tools_folder()?.join("certificate"), SystemTime::now())?;
    if let Some(says) = says(age, &file) {
        println!("{says}");
    }
    Ok(file)
}

/// Whether the certificate is new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// It existed already.
    Kept,
    /// It is the first one.
    New,
    /// It replaces one that has expired or is about to.
    Renewed,
}

/// Returns what to do in the browser about a new certificate.
pub fn says(age: Age, file: &Path) -> Option<String> {
    let begins = match age {
        Age::Kept => return None,
        Age::New => "Made a certificate for this machine",
        Age::Renewed => "Renewed this machine's certificate, which expires soon",
    };
    Some(format!("{begins} ({}): open the page once in its own tab, and tell the browser to trust it.", file.display()))
}

/// Returns the file in this folder, and whether it is new.
pub fn ensure_in(folder: &Path, now: SystemTime) -> Result<(PathBuf, Age)> {
    let file = folder.join("localhost.pem");
    // The file is never modified, so this is when it was created.
    let made = fs::metadata(&file).and_then(|data| data.modified());
    let age = match made {
        Ok(made) if now + LEFT < made + LIFETIME => return Ok((file, Age::Kept)),
        Ok(_) => Age::Renewed,
        Err(_) => Age::New,
    };
    fs::create_dir_all(folder)?;
    // Only the current user can read a temporary file: anyone with the key could impersonate this machine.
    let mut temporary = NamedTempFile::new_in(folder)?;
    temporary.write_all(make(now)?.as_bytes())?;
    temporary.as_file().set_modified(now)?;
    temporary.persist(&file).with_context(|| format!("cannot write {}", file.display()))?;
    Ok((file, age))
}

fn make(now: SystemTime) -> Result<String> {
    let now = now.duration_since(UNIX_EPOCH).context("this machine's clock is before 1970: set it")?;
    let key = KeyPair::generate().context("cannot make a key for the certificate: run the command again")?;
    let mut parameters = CertificateParams::new(NAMES.map(str::to_owned)).context("cannot name the certificate")?;
    parameters.distinguished_name.push(DnType::CommonName, "yew-livechat on this machine");
    parameters.extended_key_usages.push(ExtendedKeyUsagePurpose::ServerAuth);
    let epoch = date_time_ymd(1970, 1, 1);
    // Tolerates clocks that are slightly behind.
    parameters.not_before = epoch + now.saturating_sub(DAY);
    parameters.not_after = epoch + now + LIFETIME;
    let certificate = parameters.self_signed(&key).context("cannot sign the certificate: run the command again")?;
    Ok(key.serialize_pem() + &certificate.pem())
}
