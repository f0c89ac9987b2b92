//! The browser settings for wasm-bindgen's test runner.

use std::fs;
use std::path::Path;

use crate::folder;
use cargo_livechat::tools::browser::Driver;
use cargo_livechat::webdriver::{with_binary, with_driver};
use serde_json::{Value, json};
use xshell::{Shell, cmd};

#[test]
fn chromiums_path_is_added_and_the_arguments_stay() {
    let text = r#"{"goog:chromeOptions": {"args": ["disable-sync"]}}"#;
    let with: Value = serde_json::from_str(&with_binary(text, Path::new("/opt/a b/chromium")).unwrap()).unwrap();
    assert_eq!(with, json!({"goog:chromeOptions": {"args": ["disable-sync"], "binary": "/opt/a b/chromium"}}));
    assert!(with_binary("{}", Path::new("chromium")).is_ok());
    for broken in ["[]", r#"{"goog:chromeOptions": 1}"#] {
        assert!(with_binary(broken, Path::new("chromium")).is_err());
    }
}

#[test]
fn a_project_has_capabilities_of_its_own_or_ours() {
    let shell = Shell::new().unwrap();
    let (project, kept) = (folder(&[]), folder(&[]));
    let driver = Driver::Chrome { driver: "chromedriver".into(), browser: Some("/opt/chromium".into()) };
    let written = || {
        let _ = with_driver(cmd!(shell, "cargo test"), &driver, project.path(), kept.path())?;
        let text = fs::read_to_string(kept.path().join("webdriver.json"))?;
        anyhow::Ok(serde_json::from_str::<Value>(&text)?)
    };
    let ours = written().unwrap();
    assert_eq!(ours["goog:chromeOptions"]["binary"], "/opt/chromium");
    assert!(ours["goog:chromeOptions"]["args"].as_array().unwrap().contains(&json!("--headless=new")));

    fs::write(project.path().join("webdriver.json"), r#"{"timeouts": {"script": 7}}"#).unwrap();
    let own = json!({"timeouts": {"script": 7}, "goog:chromeOptions": {"binary": "/opt/chromium"}});
    assert_eq!(written().unwrap(), own);

    fs::write(project.path().join("webdriver.json"), "[]").unwrap();
    assert!(crate::says(written()).contains("webdriver.json has no capabilities of Chromium; correct it"));
}
