//! The commands of the guide's first page, which a newcomer types one after the other.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use super::fences::fences;

/// The page with the commands.
const PAGE: &str = "docs/getting-started.md";

/// What there is to type, as it stands in the page, without the tools' installation.
#[derive(Debug, PartialEq)]
pub(crate) struct Commands {
    /// `cargo generate …`: makes the project.
    pub(crate) generate: String,
    /// `cd …`: the folder that it has made.
    pub(crate) folder: String,
    /// `trunk serve`: shows it in the simulator.
    pub(crate) serve: String,
    /// `cargo test …`: tries it, more than once.
    pub(crate) test: Vec<String>,
    /// `trunk build …`: makes it ready for a server.
    pub(crate) build: String,
    /// How each tool is installed.
    pub(crate) install: Vec<String>,
}

/// Reads them from the guide of this checkout.
pub(crate) fn read(root: &Path) -> Result<Commands> {
    let page = root.join(PAGE);
    let text = fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
    parse(&text).with_context(|| format!("{PAGE} is not what a newcomer can follow"))
}

fn parse(text: &str) -> Result<Commands> {
    let shell = fences(text).into_iter().filter(|fence| fence.language == "sh");
    let lines = shell.flat_map(|fence| fence.lines).map(str::trim).filter(|line| !line.is_empty());
    let (mut install, mut test) = (Vec::new(), Vec::new());
    let (mut generate, mut folder, mut serve, mut build) = (None, None, None, None);
    for line in lines {
        let words: Vec<&str> = line.split_whitespace().collect();
        // So that splitting it at white space is what a shell would do.
        let is_plain = |word: &&str| word.chars().all(|c| c.is_ascii_alphanumeric() || "-_./:=@".contains(c));
        ensure!(words.iter().all(is_plain), "`{line}` has characters that mean something to a shell: leave them out");
        let line = line.to_owned();
        let only = match words.as_slice() {
            ["rustup", "target", "add", ..] | ["cargo", "install", ..] => {
                install.push(line);
                continue;
            }
            ["cargo", "test", ..] => {
                test.push(line);
                continue;
            }
            ["cargo", "generate", ..] => &mut generate,
            ["cd", _] => &mut folder,
            ["trunk", "serve", ..] => &mut serve,
            ["trunk", "build", ..] => &mut build,
            _ => bail!("`{line}` is a command that no test knows how to run: teach it to xtask/src/guide/commands.rs"),
        };
        ensure!(only.is_none(), "`{line}` is a second command of its kind: which one should a newcomer type?");
        *only = Some(line);
    }
    let folder = folder.context("there is no `cd` into the new project")?;
    ensure!(!test.is_empty(), "there is no `cargo test`");
    Ok(Commands {
        generate: generate.context("there is no `cargo generate`")?,
        folder: folder.trim_start_matches("cd").trim().to_owned(),
        serve: serve.context("there is no `trunk serve`")?,
        build: build.context("there is no `trunk build`")?,
        test,
        install,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "\
Once:
```sh
cargo install --locked trunk@1.2.3
```
```sh
cargo generate https://example.com/repo --name my-app --define placement=details
cd my-app
```
```sh
trunk serve
```
```toml
not = \"a command\"
```
```sh
cargo test
cargo test --target wasm32-unknown-unknown

trunk build --release
```
";

    #[test]
    fn commands_are_found_in_the_page() {
        let commands = parse(PAGE).unwrap();
        assert_eq!(
            commands,
            Commands {
                generate: "cargo generate https://example.com/repo --name my-app --define placement=details".to_owned(),
                folder: "my-app".to_owned(),
                serve: "trunk serve".to_owned(),
                test: vec!["cargo test".to_owned(), "cargo test --target wasm32-unknown-unknown".to_owned()],
                build: "trunk build --release".to_owned(),
                install: vec!["cargo install --locked trunk@1.2.3".to_owned()],
            }
        );
    }

    #[test]
    fn a_page_without_a_command_that_a_newcomer_needs_is_refused() {
        for (command, says) in [
            ("cargo generate https", "there is no `cargo generate`"),
            ("cd my-app", "there is no `cd`"),
            ("trunk serve", "there is no `trunk serve`"),
            ("trunk build", "there is no `trunk build`"),
        ] {
            let page: String = PAGE.lines().filter(|line| !line.starts_with(command)).collect::<Vec<_>>().join("\n");
            let error = parse(&page).unwrap_err().to_string();
            assert!(error.contains(says), "{error}");
        }
        assert!(parse("no commands at all").is_err());
        assert!(parse(&PAGE.replace("```sh", "```console")).is_err());
    }

    #[test]
    fn a_command_that_cannot_be_tried_is_refused() {
        for command in ["make", "cargo test && rm -r /", "cargo run 'a b'", "trunk serve --open"] {
            assert!(parse(&format!("{PAGE}```sh\n{command}\n```\n")).is_err(), "{command}");
        }
    }

    #[test]
    fn this_checkouts_own_page_has_them_all() {
        read(&crate::workspace::root().unwrap()).unwrap();
    }

    #[test]
    fn what_a_newcomer_is_to_change_is_in_the_new_project() {
        let root = crate::workspace::root().unwrap();
        let page = fs::read_to_string(root.join(super::PAGE)).unwrap();
        let app = fs::read_to_string(root.join("template/placements/details/src/app.rs")).unwrap();
        let shown: Vec<_> = fences(&page).into_iter().filter(|fence| fence.language == "html").collect();
        assert_eq!(shown.len(), 1);
        assert!(app.contains(&shown[0].lines.join("\n")), "{shown:?}");
    }
}
