//! The certificate of the commands' `dev --https`: made here, kept, and made again before it expires.
//!
//! It is in the person's cache folder, so that a browser that was told to accept it needs no telling for every checkout.
//! One file holds the key and the certificate: two of us who start at once do not mix a key with another's certificate.

use std::io::Write;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rcgen::{CertificateParams, DnType, ExtendedKeyUsagePurpose, KeyPair, date_time_ymd};
use tempfile::NamedTempFile;

use crate::prelude::*;
use crate::tools::pinned::tools_folder;

/// What it is for.
const NAMES: [&str; 2] = ["localhost", "127.0.0.1"];
/// A day.
pub const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// How long it is valid: browsers refuse those that are valid for much longer.
pub const LIFETIME: Duration = DAY.saturating_mul(365);
/// A page that is open all day should not lose its certificate.
pub const LEFT: Duration = DAY.saturating_mul(7);

/// The file with a key and a certificate that is valid for a while yet; makes them if need be, and then prints what a
/// browser will say.
pub fn ensure() -> Result<PathBuf> {
    let (file, age) = ensure_in(&tools_folder()?.join("certificate"), SystemTime::now())?;
    if let Some(says) = says(age, &file) {
        println!("{says}");
    }
    Ok(file)
}

/// Where a certificate comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// It was there.
    Kept,
    /// It is the first one.
    New,
    /// It takes the place of one that has expired or is about to.
    Renewed,
}

/// What to do in the browser about a certificate that it has not seen.
pub fn says(age: Age, file: &Path) -> Option<String> {
    let begins = match age {
        Age::Kept => return None,
        Age::New => "Made a certificate for this machine",
        Age::Renewed => "The certificate of this machine expires, and a new one takes its place",
    };
    Some(format!("{begins} ({}): open the page once on its own, and tell the browser to trust it.", file.display()))
}

/// The file in this folder, and where it comes from.
pub fn ensure_in(folder: &Path, now: SystemTime) -> Result<(PathBuf, Age)> {
    let file = folder.join("localhost.pem");
    // It is never changed, so this is when it was made.
    let made = fs::metadata(&file).and_then(|data| data.modified());
    let age = match made {
        Ok(made) if now + LEFT < made + LIFETIME => return Ok((file, Age::Kept)),
        Ok(_) => Age::Renewed,
        Err(_) => Age::New,
    };
    fs::create_dir_all(folder)?;
    // Only we can read a temporary file: with the key one can pass for this machine.
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
    // Clocks that are a little behind.
    parameters.not_before = epoch + now.saturating_sub(DAY);
    parameters.not_after = epoch + now + LIFETIME;
    let certificate = parameters.self_signed(&key).context("cannot sign the certificate: run the command again")?;
    Ok(key.serialize_pem() + &certificate.pem())
}
