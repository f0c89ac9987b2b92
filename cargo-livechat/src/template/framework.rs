//! Where a project gets the framework: from a tagged release of the repository, or from a checkout.

use regex_lite::Captures;

use super::Files;
use crate::prelude::*;

/// The folder in a checkout of each crate that the template depends on.
const CRATES: [(&str, &str); 5] = [
    ("livechat-api", "api"),
    ("livechat-protocol", "protocol"),
    ("yew-livechat", ""),
    ("yew-livechat-components", "components"),
    ("yew-livechat-simulator", "simulator"),
];

/// Makes every manifest use the crates in the checkout. Fails if the folder is not a checkout.
pub fn use_checkout(files: &mut Files, checkout: &Path) -> Result<()> {
    let checkout = checkout.canonicalize().unwrap_or_else(|_| checkout.to_path_buf());
    ensure!(
        checkout.join("protocol/Cargo.toml").is_file() && checkout.join("template").is_dir(),
        "{} is not a checkout of yew-livechat; name the folder that has its README.md",
        checkout.display()
    );
    for (_, text) in files.iter_mut().filter(|(path, _)| path.ends_with("Cargo.toml")) {
        *text = with_paths(text, &checkout)?;
    }
    Ok(())
}

/// Returns the manifest with path dependencies on the checkout. Understands `name = { git = "…", tag = "…", … }`, one
/// dependency a line.
pub fn with_paths(manifest: &str, root: &Path) -> Result<String> {
    let dependency = Regex::new(r#"(?m)^([\w-]+) = (\{.*)git = "[^"]*"(?:, (?:tag|branch|rev) = "[^"]*")?"#)?;
    let replaced = dependency.replace_all(manifest, |found: &Captures<'_>| {
        let (all, [name, before]) = found.extract();
        match CRATES.iter().find(|(krate, _)| *krate == name) {
            Some((_, folder)) => format!("{name} = {before}path = {}", serde_json::json!(root.join(folder))),
            None => all.to_owned(),
        }
    });
    Ok(replaced.into_owned())
}
