//! Firefox and WebKit, beside Chromium, and what drives them.

use std::env;

use cargo_livechat::tools::browser::named;

use super::{browser, on_path, pins};
use crate::prelude::*;
use crate::process;

/// Debian's packages for both. WebKitGTK has no headless mode: Xvfb is its screen.
const PACKAGES: [&str; 3] = ["firefox-esr", "webkit2gtk-driver", "xvfb"];

/// The command that gets both on Debian.
pub(crate) const BY_HAND: &str = "apt-get install -y --no-install-recommends firefox-esr webkit2gtk-driver xvfb";

/// An engine that the tests run in, by the name that `tests/engines/run.mjs` knows it by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
#[value(rename_all = "lower")]
pub enum Engine {
    /// Chrome, Edge and most others
    Chromium,
    /// Firefox
    Firefox,
    /// Safari; here WebKitGTK's own small browser
    WebKit,
}

impl Engine {
    /// As on the command line of the runner.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }
}

/// `FIREFOX`, or the first of the usual names on PATH.
pub(crate) fn firefox() -> Option<PathBuf> {
    named("FIREFOX").or_else(|| ["firefox-esr", "firefox"].iter().find_map(|name| on_path(name)))
}

/// `WEBKIT_WEBDRIVER`, or the one on PATH.
pub(crate) fn webkit_driver() -> Option<PathBuf> {
    named("WEBKIT_WEBDRIVER").or_else(|| on_path("WebKitWebDriver"))
}

/// WebKit as `doctor` shows it: its driver says no version.
pub(crate) fn webkit() -> Option<(String, String)> {
    xvfb().and(webkit_driver()).map(|driver| ("installed".to_owned(), driver.display().to_string()))
}

/// `XVFB`, or the one on PATH.
pub(crate) fn xvfb() -> Option<PathBuf> {
    named("XVFB").or_else(|| on_path("Xvfb"))
}

/// `GECKODRIVER`, or the one that [`install`] has put on the shell's PATH.
pub(crate) fn geckodriver() -> PathBuf {
    named("GECKODRIVER").unwrap_or_else(|| "geckodriver".into())
}

fn is_webkit_installed() -> bool {
    webkit_driver().and(xvfb()).is_some()
}

/// Installs both where they are missing and that is allowed. A machine without the network, or a Debian without these packages,
/// still has Chromium.
pub(crate) fn install(shell: &Shell) -> Result<()> {
    if (firefox().is_none() || !is_webkit_installed()) && on_path("apt-get").is_some() && browser::is_root(shell) {
        println!("Installing Firefox and WebKit with apt-get. This takes about two minutes.");
        let installed = process::run(cmd!(shell, "apt-get update"))
            .and_then(|()| process::run(cmd!(shell, "apt-get install -y --no-install-recommends {PACKAGES...}")));
        if let Err(error) = installed {
            println!("{error:#}");
        }
    }
    if firefox().is_some() && named("GECKODRIVER").is_none() {
        pins::geckodriver().ensure(shell)?;
    }
    Ok(())
}

/// Installs missing engines like [`install`], and returns the installed ones: Chromium always. Prints which are missing, and how to
/// get them.
pub(crate) fn ensure(shell: &Shell) -> Result<Vec<Engine>> {
    browser::ensure(shell)?;
    install(shell)?;
    let mut engines = vec![Engine::Chromium];
    match firefox() {
        Some(firefox) => {
            shell.set_var("FIREFOX", firefox);
            engines.push(Engine::Firefox);
        }
        None => println!("{}", without(Engine::Firefox)),
    }
    if is_webkit_installed() {
        engines.push(Engine::WebKit);
    } else {
        println!("{}", without(Engine::WebKit));
    }
    Ok(engines)
}

/// What a person reads whose machine lacks an engine.
#[must_use]
pub fn without(engine: Engine) -> String {
    let (name, elsewhere) = match engine {
        Engine::Chromium => ("Chromium", "name it in CHROMIUM, and ChromeDriver in CHROMEDRIVER"),
        Engine::Firefox => ("Firefox", "name it in FIREFOX"),
        Engine::WebKit => {
            ("WebKit", "name WebKitWebDriver in WEBKIT_WEBDRIVER, MiniBrowser in MINIBROWSER and Xvfb in XVFB")
        }
    };
    let os = if env::consts::OS == "linux" { "On Debian" } else { "On a machine with Debian" };
    format!("{name} is missing, so nothing is tested in it. {os}, run `{BY_HAND}` as root; elsewhere {elsewhere}.")
}
