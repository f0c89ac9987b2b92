//! The project that a command works on: the package in or above the current folder.

use serde_json::Value;

use crate::prelude::*;

/// The crate that an extension depends on.
const FRAMEWORK: &str = "yew-livechat";

/// The features that enable sign-in.
const SIGN_IN: [&str; 2] = ["sign-in", "api"];

/// The page that Trunk builds.
pub const PAGE: &str = "index.html";

/// An extension: a package that depends on the framework and has an index.html.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// The name of the package.
    pub name: String,
    /// The folder with its manifest and page.
    pub folder: PathBuf,
    /// The folder of the workspace's `Cargo.lock`.
    pub workspace: PathBuf,
    /// Cargo's target folder.
    pub target: PathBuf,
    /// Whether it uses sign-in.
    pub signs_in: bool,
}

impl Project {
    /// Finds the project around the shell's current folder, and changes into it.
    pub fn find(shell: &Shell) -> Result<Self> {
        let here = shell.current_dir();
        let cargo = |arguments: &[&str]| cmd!(shell, "cargo {arguments...}").quiet().ignore_stderr().read();
        let manifest = cargo(&["locate-project", "--message-format", "plain"]).map_err(|_| {
            anyhow!(
                "there is no Cargo.toml in {} or above it; change into a project, or make one with `cargo livechat new`",
                here.display()
            )
        })?;
        let metadata = cmd!(shell, "cargo metadata --format-version 1 --no-deps").quiet().read();
        let metadata =
            metadata.with_context(|| format!("Cargo cannot read {manifest}; correct what it names above"))?;
        let metadata: Value = serde_json::from_str(&metadata).context("cannot read the output of `cargo metadata`")?;
        let project = of_metadata(&metadata, Path::new(&manifest))?;
        shell.change_dir(&project.folder);
        Ok(project)
    }

    /// Returns the path of Cargo.lock, which is created if needed.
    pub fn lock(&self, shell: &Shell) -> Result<PathBuf> {
        let lock = self.workspace.join("Cargo.lock");
        if !lock.is_file() {
            println!("Choosing the versions of all dependencies.");
            crate::process::run(cmd!(shell, "cargo generate-lockfile"))?;
        }
        Ok(lock)
    }

    /// The cache folder of the commands for this project. Several projects may share a target folder.
    pub fn kept(&self) -> PathBuf {
        self.target.join("livechat").join(&self.name)
    }

    /// The program that `index.html` names, in a package with several.
    pub fn program(&self) -> Result<Option<String>> {
        let page = fs::read_to_string(self.folder.join(PAGE))?;
        Ok(Regex::new(r#"data-bin="([^"]+)""#)?.captures(&page).map(|found| found[1].to_owned()))
    }
}

/// Finds the project of this manifest in the output of `cargo metadata`. A virtual workspace counts if exactly one of
/// its packages is an extension.
pub fn of_metadata(metadata: &Value, manifest: &Path) -> Result<Project> {
    let packages = metadata["packages"].as_array().context("`cargo metadata` names no packages")?;
    let is_here = |package: &&Value| package["manifest_path"].as_str().is_some_and(|path| Path::new(path) == manifest);
    if let Some(package) = packages.iter().find(is_here) {
        return extension(metadata, package);
    }
    let mut extensions = packages.iter().filter_map(|package| extension(metadata, package).ok());
    let (first, second) = (extensions.next(), extensions.next());
    match (first, second) {
        (Some(project), None) => Ok(project),
        (Some(first), Some(second)) => bail!(
            "{} has several extensions; change into the folder of one, such as {} or {}",
            manifest.display(),
            first.folder.display(),
            second.folder.display()
        ),
        (None, _) => bail!(
            "no package of {} is an extension with yew-livechat and an index.html; change into a project, or make one with \
             `cargo livechat new`",
            manifest.display()
        ),
    }
}

fn extension(metadata: &Value, package: &Value) -> Result<Project> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let name = text(&package["name"]);
    ensure!(
        name != FRAMEWORK,
        "this is the framework itself; change into a project, or run `cargo xtask dev` for its demo"
    );
    let dependencies = package["dependencies"].as_array().map(Vec::as_slice).unwrap_or_default();
    let framework: Vec<&Value> = dependencies.iter().filter(|dependency| dependency["name"] == FRAMEWORK).collect();
    ensure!(
        framework.iter().any(|dependency| dependency["kind"].is_null()),
        "{name} does not depend on yew-livechat; add it to its [dependencies], or change into a project that has it"
    );
    let manifest = PathBuf::from(text(&package["manifest_path"]));
    let folder = manifest.parent().context("a manifest is in a folder")?.to_path_buf();
    ensure!(
        folder.join(PAGE).is_file(),
        "{name} has no index.html, which Trunk builds; copy it, static/, trunk/ and Trunk.toml from a new project that \
         `cargo livechat new` makes"
    );
    let mut features = framework.iter().filter_map(|dependency| dependency["features"].as_array()).flatten();
    let signs_in = features.any(|feature| SIGN_IN.iter().any(|name| feature == name));
    let workspace = PathBuf::from(text(&metadata["workspace_root"]));
    let target = PathBuf::from(text(&metadata["target_directory"]));
    Ok(Project { name, folder, workspace, target, signs_in })
}
