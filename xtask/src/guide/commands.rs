//! The commands of the guide's first page, which a newcomer types one after the other.

use crate::markdown::blocks;
use crate::prelude::*;

/// The page with the commands.
const PAGE: &str = "docs/getting-started.md";

/// What there is to type, as it stands in the page.
#[derive(Debug, Default, PartialEq)]
pub struct Commands {
    /// `cargo generate …`: makes the project.
    pub generate: String,
    /// `cd …`: the folder that it has made.
    pub folder: String,
    /// `trunk serve`: shows it in the simulator.
    pub serve: String,
    /// `cargo test …`: tests it, more than once.
    pub test: Vec<String>,
    /// `trunk build …`: makes it ready for a server.
    pub build: String,
    /// How each tool is installed.
    pub install: Vec<String>,
}

/// Reads them from the guide of this checkout.
pub fn read(root: &Path) -> Result<Commands> {
    let text = fs::read_to_string(root.join(PAGE))?;
    parse(&text).with_context(|| format!("{PAGE} is not what a newcomer can follow"))
}

fn parse(text: &str) -> Result<Commands> {
    let mut commands = Commands::default();
    let blocks = blocks(text)?.into_iter().filter(|(language, _)| *language == "sh");
    for line in blocks.flat_map(|(_, code)| code.lines()).map(str::trim).filter(|line| !line.is_empty()) {
        // So that splitting it at white space is what a shell would do.
        let is_plain = line.chars().all(|c| c.is_ascii_alphanumeric() || " -_./:=@".contains(c));
        ensure!(is_plain, "`{line}` has characters that mean something to a shell: leave them out");
        let words: Vec<&str> = line.split_whitespace().collect();
        let (only, value) = match words.as_slice() {
            ["rustup", "target", "add", ..] | ["cargo", "install", ..] => {
                commands.install.push(line.to_owned());
                continue;
            }
            ["cargo", "test", ..] => {
                commands.test.push(line.to_owned());
                continue;
            }
            ["cargo", "generate", ..] => (&mut commands.generate, line),
            ["cd", folder] => (&mut commands.folder, *folder),
            ["trunk", "serve", ..] => (&mut commands.serve, line),
            ["trunk", "build", ..] => (&mut commands.build, line),
            _ => bail!("`{line}` is a command that no test knows how to run: teach it to xtask/src/guide/commands.rs"),
        };
        ensure!(only.is_empty(), "`{line}` is a second command of its kind: which one should a newcomer type?");
        value.clone_into(only);
    }
    for (found, what) in [
        (&commands.generate, "cargo generate"),
        (&commands.folder, "cd"),
        (&commands.serve, "trunk serve"),
        (&commands.build, "trunk build"),
        (&commands.test.concat(), "cargo test"),
    ] {
        ensure!(!found.is_empty(), "there is no `{what}`");
    }
    Ok(commands)
}
