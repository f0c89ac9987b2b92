//! The certificate of `cargo xtask dev --https`: made here, kept, and made again before it expires.
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
pub(crate) fn ensure() -> Result<PathBuf> {
    let (file, new) = ensure_in(&tools_folder()?.join("certificate"), SystemTime::now())?;
    if new {
        println!("Made a certificate for this machine, {}.", file.display());
        println!("Nobody else vouches for it: open the page once on its own, and tell the browser to go on.");
    }
    Ok(file)
}

/// The file in this folder, and whether it is new.
pub fn ensure_in(folder: &Path, now: SystemTime) -> Result<(PathBuf, bool)> {
    let file = folder.join("localhost.pem");
    // It is never changed, so this is when it was made.
    let made = fs::metadata(&file).and_then(|data| data.modified());
    if made.is_ok_and(|made| now + LEFT < made + LIFETIME) {
        return Ok((file, false));
    }
    fs::create_dir_all(folder)?;
    // Only we can read a temporary file: with the key one can pass for this machine.
    let mut temporary = NamedTempFile::new_in(folder)?;
    temporary.write_all(make(now)?.as_bytes())?;
    temporary.as_file().set_modified(now)?;
    temporary.persist(&file).with_context(|| format!("cannot write {}", file.display()))?;
    Ok((file, true))
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
