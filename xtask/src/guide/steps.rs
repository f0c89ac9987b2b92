//! The steps of the guide's first page, in its order: commands to type, and changes to a file.

use crate::guide::change::Change;
use crate::markdown::blocks;
use crate::prelude::*;

/// The page with the steps.
const PAGE: &str = "docs/getting-started.md";

/// The steps as written on the page. The fields are in the page's order, which the test follows.
#[derive(Debug, Default, PartialEq)]
pub struct Steps {
    /// How `cargo livechat` is installed.
    pub install: Vec<String>,
    /// `cargo livechat new …`: creates the project.
    pub new: String,
    /// `cd …`: the folder of the new project.
    pub folder: String,
    /// `cargo livechat dev`: serves it in the simulator.
    pub serve: String,
    /// The changes to make while it is being served.
    pub changes: Vec<Change>,
    /// `cargo livechat test`: tests it.
    pub test: String,
    /// `cargo doc …`: builds its documentation.
    pub document: String,
    /// `cargo livechat build …`: builds it for a server.
    pub build: String,
    /// `cargo livechat check`: checks the build.
    pub check: String,
    /// The commands without `cargo livechat`: the lines of the `console` blocks. No test runs them.
    pub by_hand: Vec<String>,
}

/// The kind of a step, in the page's order.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
enum Kind {
    Install,
    New,
    Folder,
    Serve,
    Change,
    Test,
    Document,
    Build,
    Check,
}

/// Reads the steps from this checkout's guide.
pub fn read(root: &Path) -> Result<Steps> {
    let text = fs::read_to_string(root.join(PAGE))?;
    parse(&text).with_context(|| format!("{PAGE} cannot be followed as written"))
}

fn parse(text: &str) -> Result<Steps> {
    let mut steps = Steps::default();
    let mut before = (Kind::Install, String::new());
    let mut blocks = blocks(text)?.into_iter();
    while let Some(block) = blocks.next() {
        if block.language == "console" {
            steps.by_hand.extend(block.code.lines().map(str::to_owned));
        }
        let found = if block.language == "sh" {
            let lines = block.code.lines().map(str::trim).filter(|line| !line.is_empty());
            lines.map(|line| Ok((steps.command(line)?, line.to_owned()))).collect::<Result<Vec<_>>>()?
        } else if let Some(file) = Change::file(block.lead)? {
            let write = blocks.next().with_context(|| format!("the page has no replacement for the code in {file}"))?;
            let change = Change::new(file, block, write)?;
            let shown = format!("the change of {}", change.file);
            steps.changes.push(change);
            vec![(Kind::Change, shown)]
        } else {
            Vec::new()
        };
        for step in found {
            ensure!(
                before.0 <= step.0,
                "{} comes after {}: the page has tools, `cargo livechat new`, `cd`, `cargo livechat dev`, changes, \
                 `cargo livechat test`, `cargo doc`, `cargo livechat build` and `cargo livechat check` in this order, in which \
                 the test does them",
                step.1,
                before.1
            );
            before = step;
        }
    }
    steps.refuse_missing()?;
    Ok(steps)
}

impl Steps {
    /// Stores a command to type.
    fn command(&mut self, line: &str) -> Result<Kind> {
        // So that splitting it at white space does what a shell would do.
        let is_plain = line.chars().all(|c| c.is_ascii_alphanumeric() || " -_./:=@".contains(c));
        ensure!(is_plain, "`{line}` has characters with a meaning in a shell: remove them");
        let words: Vec<&str> = line.split_whitespace().collect();
        let (kind, only, value) = match words.as_slice() {
            ["cargo", "install", ..] => {
                self.install.push(line.to_owned());
                return Ok(Kind::Install);
            }
            ["cargo", "livechat", "new", ..] => (Kind::New, &mut self.new, line),
            ["cd", folder] => (Kind::Folder, &mut self.folder, *folder),
            ["cargo", "livechat", "dev", ..] => (Kind::Serve, &mut self.serve, line),
            ["cargo", "livechat", "test", ..] => (Kind::Test, &mut self.test, line),
            ["cargo", "doc", ..] => (Kind::Document, &mut self.document, line),
            ["cargo", "livechat", "build", ..] => (Kind::Build, &mut self.build, line),
            ["cargo", "livechat", "check", ..] => (Kind::Check, &mut self.check, line),
            _ => bail!("`{line}` is a command that no test can run: add it to {}", file!()),
        };
        ensure!(only.is_empty(), "`{line}` is a second command of its kind: keep one of them");
        value.clone_into(only);
        Ok(kind)
    }

    fn refuse_missing(&self) -> Result<()> {
        for (found, what) in [
            (&self.new, "cargo livechat new"),
            (&self.folder, "cd"),
            (&self.serve, "cargo livechat dev"),
            (&self.test, "cargo livechat test"),
            (&self.document, "cargo doc"),
            (&self.build, "cargo livechat build"),
            (&self.check, "cargo livechat check"),
        ] {
            ensure!(!found.is_empty(), "there is no `{what}`");
        }
        ensure!(
            !self.changes.is_empty(),
            "there is nothing to change, by \"In `src/app.rs`, find\" and a block of code"
        );
        Ok(())
    }
}
