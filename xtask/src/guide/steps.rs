//! What the guide's first page has a newcomer do, in the order of the page: commands to type, and changes to a file.

use crate::guide::change::Change;
use crate::markdown::blocks;
use crate::prelude::*;

/// The page with the steps.
const PAGE: &str = "docs/getting-started.md";

/// What there is to do, as it stands in the page. The fields are in the order of the page, in which the test follows it.
#[derive(Debug, Default, PartialEq)]
pub struct Steps {
    /// How `cargo livechat` is installed.
    pub install: Vec<String>,
    /// `cargo livechat new …`: makes the project.
    pub new: String,
    /// `cd …`: the folder that it has made.
    pub folder: String,
    /// `cargo livechat dev`: shows it in the simulator.
    pub serve: String,
    /// What to replace in the project, while it is served.
    pub changes: Vec<Change>,
    /// `cargo livechat test`: tests it.
    pub test: String,
    /// `cargo doc …`: its documentation.
    pub document: String,
    /// `cargo livechat build …`: makes it ready for a server.
    pub build: String,
    /// What a person types who goes without `cargo livechat`: the lines of the `console` blocks. No test runs them.
    pub by_hand: Vec<String>,
}

/// What kind of step it is. The order is that of the page.
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
}

/// Reads them from the guide of this checkout.
pub fn read(root: &Path) -> Result<Steps> {
    let text = fs::read_to_string(root.join(PAGE))?;
    parse(&text).with_context(|| format!("{PAGE} is not what a newcomer can follow"))
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
            let write = blocks.next().with_context(|| format!("nothing is to be written into {file}"))?;
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
                 `cargo livechat test`, `cargo doc` and `cargo livechat build` in this order, in which the test does them",
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
    /// Keeps a line that is to be typed.
    fn command(&mut self, line: &str) -> Result<Kind> {
        // So that splitting it at white space is what a shell would do.
        let is_plain = line.chars().all(|c| c.is_ascii_alphanumeric() || " -_./:=@".contains(c));
        ensure!(is_plain, "`{line}` has characters that mean something to a shell: leave them out");
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
            _ => bail!("`{line}` is a command that no test knows how to run: teach it to {}", file!()),
        };
        ensure!(only.is_empty(), "`{line}` is a second command of its kind: which one should a newcomer type?");
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
