//! `cargo livechat new`: creates a project.

use clap::Args;

use crate::prelude::*;
use crate::template::{self, Choices, Placement, framework};
use crate::tools::on_path;

/// The arguments of `cargo livechat new`.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The name of the project and of its folder
    name: String,
    /// Where in the Agent App the extension runs
    #[arg(long, value_enum)]
    placement: Option<Placement>,
    /// Sign agents in with LiveChat, and call LiveChat's API on their behalf
    #[arg(long)]
    sign_in: bool,
    /// Use the framework from this checkout of its repository instead of the release
    #[arg(long, value_name = "FOLDER")]
    framework: Option<PathBuf>,
}

/// Creates the folder and the files, and prints the next commands.
pub(crate) fn run(shell: &Shell, arguments: &Arguments) -> Result<()> {
    let placement = arguments.placement.with_context(|| {
        let name = &arguments.name;
        format!(
            "choose where in the Agent App the extension runs: `cargo livechat new {name} --placement details`, or \
             message_box, fullscreen or settings"
        )
    })?;
    let choices = Choices::new(&arguments.name, placement, arguments.sign_in)?;
    let folder = shell.current_dir().join(choices.name());
    ensure!(
        folder.symlink_metadata().is_err(),
        "{} already exists; choose another name, or remove it",
        folder.display()
    );
    let mut files = template::of(&choices)?;
    if let Some(checkout) = &arguments.framework {
        framework::use_checkout(&mut files, &shell.current_dir().join(checkout))?;
    }
    template::write(&files, &folder)?;
    start_repository(shell, &folder);
    let name = choices.name();
    println!("Made {name} in {}. Next:\n\n    cd {name}\n    cargo livechat dev", folder.display());
    Ok(())
}

/// Starts a Git repository unless the folder is already in one. Failure doesn't matter.
fn start_repository(shell: &Shell, folder: &Path) {
    if on_path("git").is_none() {
        return;
    }
    let _in = shell.push_dir(folder);
    let is_in_one = cmd!(shell, "git rev-parse --is-inside-work-tree").quiet().ignore_stderr().ignore_stdout().run();
    if is_in_one.is_err() {
        let _ = cmd!(shell, "git init --quiet").quiet().ignore_stderr().run();
    }
}
