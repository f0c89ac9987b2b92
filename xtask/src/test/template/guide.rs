//! What the guide's first page tells a newcomer to do, done in its order.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::{Value, json};

use super::{counted, counts, framework, generate, project};
use crate::guide::steps::Steps;
use crate::prelude::*;
use crate::stop::Running;
use crate::tools::{npm, pins, wasm_target};
use crate::workspace::{self, REPOSITORY};
use crate::{dev, playwright, ports, process};

/// Where `trunk serve` shows the project; not its usual port, which may be in use.
const PORT: u16 = 3583;

/// Trunk listens when it has built: the first build takes minutes.
const PATIENCE: Duration = Duration::from_secs(20 * 60);

/// The page installs exactly the tools that are used here: those are there already.
pub fn check_tools(steps: &Steps) -> Result<()> {
    let tools = [pins::cargo_generate(), pins::trunk(), pins::wasm_bindgen()?];
    let mut needed = tools.map(|tool| format!("cargo install --locked {}", tool.package())).to_vec();
    needed.push(wasm_target::BY_HAND.to_owned());
    needed.push(format!("npm install --global {}", npm::of_release_builds()?));
    needed.push(framework::install_shrink());
    for command in &needed {
        ensure!(steps.install.contains(command), "the guide does not say `{command}`");
    }
    for command in &steps.install {
        ensure!(needed.contains(command), "the guide says `{command}`, which nothing here needs");
    }
    Ok(())
}

/// Makes the project of the page in a workspace, from the copy of the repository instead of the published one.
/// Returns the folder that the page goes into.
pub(super) fn generate(shell: &Shell, steps: &Steps, parent: &Path, workspace: &Path) -> Result<PathBuf> {
    let command = &steps.generate;
    ensure!(command.contains(REPOSITORY), "`{command}` does not name {REPOSITORY}");
    let repository = parent.join(generate::REPOSITORY);
    let here = repository.to_str().context("the folder for temporary files has a name that is no text")?;
    let _in = shell.push_dir(workspace);
    let ended = process::scan(typed(shell, &command.replace(REPOSITORY, here))?)?;
    ensure!(ended.status.success(), "`{command}` has made no project: see its messages above");
    let folder = workspace.join(&steps.folder);
    generate::check(&folder)?;
    Ok(folder)
}

/// Serves the project, changes it while it is served, and then, while Trunk goes on serving, tests it, documents it and
/// builds it for release. Returns how many tests passed.
pub(super) fn follow(shell: &Shell, folder: &Path, steps: &Steps) -> Result<usize> {
    ports::check("--port", PORT, dev::OTHERS, ports::is_free)?;
    let _target = shell.push_env("CARGO_TARGET_DIR", workspace::target()?);
    let _in = shell.push_dir(folder);
    // Its tools are there; a newcomer's would be fetched.
    let serve = typed(shell, &steps.serve)?.env("TRUNK_OFFLINE", "true").env("TRUNK_SERVE_PORT", PORT.to_string());
    let mut trunk = Running(process::start(serve, |_| {})?);
    ports::wait_for("`trunk serve`", &mut trunk, PORT, PATIENCE)?;
    let mut passed = see_and_change(shell, folder, steps)?;
    passed += project::test(shell, folder, steps)?;
    project::document(shell, &steps.document)?;
    project::build_as_in_the_guide(shell, folder, steps)?;
    ensure!(trunk.0.try_wait()?.is_none(), "`trunk serve` has ended while the project was tested and built");
    Ok(passed)
}

/// Looks at what Trunk serves, in the simulator, makes the changes of the page and waits for each to be on screen.
/// Playwright does so, and leaves the changes in the project.
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
    let _changes = shell.push_env("GUIDE_CHANGES", Value::Array(changes).to_string());
    counted(&playwright::run(shell, "template-guide.config.ts")?, counts::PLAYWRIGHT)
}

/// A command of the page, in the shell's folder.
pub(super) fn typed<'a>(shell: &'a Shell, line: &str) -> Result<Cmd<'a>> {
    let mut words = line.split_whitespace();
    let program = words.next().context("there is no command to type")?;
    Ok(cmd!(shell, "{program} {words...}"))
}
