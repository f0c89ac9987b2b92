//! Follows the guide's first page in its order.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::{Value, json};

use super::{counted, counts, framework, generate, project};
use crate::guide::steps::Steps;
use crate::prelude::*;
use crate::stop::Running;
use crate::tools::{npm, pins, wasm_target};
use crate::workspace;
use crate::{playwright, ports, process};

/// The port for `cargo livechat dev`; not its default, which may be in use.
const PORT: u16 = 3583;

/// Trunk listens after the first build, which takes minutes.
const PATIENCE: Duration = Duration::from_secs(20 * 60);

/// Checks that the page installs only `cargo livechat`, and names the right tools for readers without it.
pub fn check_tools(steps: &Steps) -> Result<()> {
    let command = framework::install("cargo-livechat");
    ensure!(steps.install == [&*command], "the guide says `{}`, and not `{command}`", steps.install.join("`, `"));
    let tools = [pins::cargo_generate(), pins::trunk(), pins::wasm_bindgen()?];
    let mut needed = tools.map(|tool| format!("cargo install --locked {}", tool.package())).to_vec();
    needed.push(wasm_target::BY_HAND.to_owned());
    needed.push(format!("npm install --global {}", npm::of_release_builds()?));
    needed.push(framework::install("livechat-shrink"));
    for command in &needed {
        ensure!(steps.by_hand.contains(command), "the guide does not name `{command}`");
    }
    for command in steps.by_hand.iter().filter(|command| command.contains(" install ")) {
        ensure!(needed.contains(command), "the guide names `{command}`, which nothing here needs");
    }
    Ok(())
}

/// Creates the page's project in a workspace. Returns the folder that the page changes into.
pub(super) fn new(shell: &Shell, steps: &Steps, workspace: &Path) -> Result<PathBuf> {
    let command = &steps.new;
    let _in = shell.push_dir(workspace);
    let ended = process::scan(typed(shell, command)?)?;
    ensure!(ended.status.success(), "`{command}` created no project: see its messages above");
    let folder = workspace.join(&steps.folder);
    generate::check(&folder)?;
    Ok(folder)
}

/// Serves the project and changes it; then, while Trunk keeps serving, tests, documents and builds it. Returns the
/// number of passed tests.
pub(super) fn follow(shell: &Shell, folder: &Path, steps: &Steps) -> Result<usize> {
    ports::check("--port", PORT, 0, ports::is_free)?;
    let _target = shell.push_env("CARGO_TARGET_DIR", workspace::target()?);
    let _in = shell.push_dir(folder);
    // The tools are already installed; a new user's would be downloaded.
    let serve = format!("{} --port {PORT}", steps.serve);
    let serve = typed(shell, &serve)?.env("TRUNK_OFFLINE", "true");
    let mut trunk = Running(process::start(serve, |_| {})?);
    ports::wait_for("`cargo livechat dev`", &mut trunk, PORT, PATIENCE)?;
    let mut passed = see_and_change(shell, folder, steps)?;
    passed += project::test(shell, folder, steps)?;
    project::document(shell, &steps.document)?;
    project::build_as_in_the_guide(shell, folder, steps)?;
    project::check_as_in_the_guide(shell, folder, steps)?;
    ensure!(trunk.0.try_wait()?.is_none(), "`cargo livechat dev` exited while the project was tested and built");
    Ok(passed)
}

/// Opens what Trunk serves in the simulator, makes the page's changes with Playwright, and waits for each to appear.
/// The changes stay in the project.
fn see_and_change(shell: &Shell, folder: &Path, steps: &Steps) -> Result<usize> {
    let mut changes = Vec::new();
    let mut texts = BTreeMap::new();
    for change in &steps.changes {
        let file = folder.join(&change.file);
        let text = match texts.remove(&file) {
            Some(changed) => changed,
            None => fs::read_to_string(&file)?,
        };
        let changed = change.apply(&text)?;
        texts.insert(file.clone(), changed.clone());
        changes.push(json!({ "file": file, "changed": changed, "find": change.find, "write": change.write }));
    }
    let _served = shell.push_env("GUIDE_SERVED", format!("http://127.0.0.1:{PORT}"));
    let _styles = shell.push_env("GUIDE_STYLES", folder.join("static/app.css"));
    let _changes = shell.push_env("GUIDE_CHANGES", Value::Array(changes).to_string());
    counted(&playwright::run(shell, "template-guide.config.ts")?, counts::PLAYWRIGHT)
}

/// Parses a command of the page, to run in the shell's folder.
pub(super) fn typed<'a>(shell: &'a Shell, line: &str) -> Result<Cmd<'a>> {
    let mut words = line.split_whitespace();
    let program = words.next().context("there is no command to type")?;
    Ok(cmd!(shell, "{program} {words...}"))
}
