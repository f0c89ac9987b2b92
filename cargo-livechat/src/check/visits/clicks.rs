//! Clicks on everything, with a host that accepts or refuses.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use livechat_protocol::{Driver, Theme};
use serde_json::Value;

use super::{Tools, Visited, common, inform, keyboard, setting, start};
use crate::check::extension::Page;
use crate::check::finding::Findings;
use crate::check::stage::{Key, Setting, Stage, is_for_people};
use crate::check::table;
use crate::prelude::*;

/// The most clicks on one page: pages without an end exist.
const MOST: usize = 60;

/// How long a failure may take to appear.
const PATIENCE: Duration = Duration::from_secs(1);

/// What a click led to.
#[derive(Debug, Clone)]
pub(in crate::check) struct Outcome {
    /// Identifies the control in another visit of the same page.
    key: String,
    /// The control, for people.
    name: String,
    /// The commands that a person waits for.
    commands: Vec<String>,
    /// Whether a toast about an error was sent.
    has_toast: bool,
    /// The texts that appeared.
    new_texts: BTreeSet<String>,
}

/// A control.
#[derive(Debug, Clone)]
pub(super) struct Control {
    pub(super) number: u64,
    pub(super) key: String,
    pub(super) name: String,
    pub(super) is_native: bool,
    pub(super) is_link: bool,
    pub(super) is_text: bool,
    pub(super) is_focusable: bool,
}

impl Control {
    /// Returns all controls of the page that a person could click now.
    pub(super) fn all(stage: &mut Stage<'_>) -> Result<Vec<Self>> {
        let list = stage.inspect("clickable()")?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let control = |value: &Value| Self {
            number: value["number"].as_u64().unwrap_or_default(),
            key: text(&value["key"]),
            name: text(&value["name"]),
            is_native: value["isNative"] == true,
            is_link: value["isLink"] == true,
            is_text: value["isText"] == true,
            is_focusable: value["isFocusable"] == true,
        };
        Ok(list.as_array().into_iter().flatten().map(control).collect())
    }

    /// Scrolls it into view. Returns where to click, unless something covers it.
    pub(super) fn point(&self, stage: &mut Stage<'_>) -> Result<Option<(f64, f64)>> {
        let point = stage.inspect(&format!("point({})", self.number))?;
        Ok(point["x"].as_f64().zip(point["y"].as_f64()))
    }
}

pub(super) fn visit(tools: Tools<'_>, page: &Page, refuses: bool) -> Result<Visited> {
    let setting = Setting { refuses, ..setting(page, Driver::Trusted, Theme::Light) };
    let mut stage = Stage::open(tools.chromium, tools.site, setting)?;
    let mut visited = Visited::default();
    if start(&mut stage)? {
        inform(&mut stage, page.placement)?;
        if !refuses {
            keyboard::visit(&mut stage, &page.name(), &mut visited.findings)?;
        }
        visited.outcomes = walk(&mut stage)?;
    }
    // A refusal may well be in the console.
    if !refuses {
        common(&stage, &format!("{}, clicked through", page.name()), &mut visited.findings);
    }
    stage.close()?;
    Ok(visited)
}

/// Clicks each control once, in the order of the page, and those that appear meanwhile.
fn walk(stage: &mut Stage<'_>) -> Result<Vec<Outcome>> {
    let mut outcomes = Vec::new();
    let mut done = BTreeSet::new();
    let mut has_escaped = false;
    while outcomes.len() < MOST {
        fill(stage)?;
        let controls = Control::all(stage)?;
        let mut next = None;
        for control in controls {
            // A link leaves the page, and a field is filled.
            if control.is_link || control.is_text || done.contains(&control.key) {
                continue;
            }
            if let Some(point) = control.point(stage)? {
                next = Some((control, point));
                break;
            }
        }
        let Some((control, (x, y))) = next else {
            // Something may cover the rest.
            if has_escaped {
                break;
            }
            has_escaped = true;
            stage.press(Key::Escape)?;
            stage.settle()?;
            continue;
        };
        has_escaped = false;
        done.insert(control.key.clone());
        outcomes.push(click(stage, control, x, y)?);
    }
    Ok(outcomes)
}

/// Fills empty fields, without which a button may do nothing.
fn fill(stage: &mut Stage<'_>) -> Result<()> {
    let fields = stage.inspect("empty()")?;
    for field in fields.as_array().into_iter().flatten() {
        stage.enter()?;
        stage.inspect(&format!("focus({})", field["number"]))?;
        stage.type_text(field["text"].as_str().unwrap_or_default())?;
        stage.settle()?;
    }
    Ok(())
}

fn click(stage: &mut Stage<'_>, control: Control, x: f64, y: f64) -> Result<Outcome> {
    stage.inspect("mark()")?;
    let sent = stage.seen.commands.len();
    stage.click(x, y)?;
    stage.settle()?;
    let of_people = |stage: &Stage<'_>| -> Vec<String> {
        let commands = stage.seen.commands.iter().skip(sent).map(|sent| sent.command.message.to_string());
        commands.filter(|name| is_for_people(name)).collect()
    };
    let has_toast = |stage: &Stage<'_>| {
        let commands = stage.seen.commands.iter().skip(sent).map(|sent| &sent.command);
        commands.filter(|command| command.message == "set_toast").any(|toast| toast.data["kind"] == "error")
    };
    let new_texts =
        |stage: &mut Stage<'_>| -> Result<BTreeSet<String>> { Ok(stage.list("appeared()")?.into_iter().collect()) };
    let mut appeared = new_texts(stage)?;
    if !of_people(stage).is_empty() && !has_toast(stage) && appeared.is_empty() {
        stage.within(PATIENCE, |stage| Ok(has_toast(stage)))?;
        appeared = new_texts(stage)?;
    }
    let Control { key, name, .. } = control;
    Ok(Outcome { key, name, commands: of_people(stage), has_toast: has_toast(stage), new_texts: appeared })
}

/// Compares clicks with a host that accepts and one that refuses: who sees the same in both cases believes that it has
/// worked.
pub(in crate::check) fn silent_failures(
    page: &Page,
    accepted: &[Outcome],
    refused: &[Outcome],
    findings: &mut Findings,
) {
    let accepted: BTreeMap<&str, &Outcome> = accepted.iter().map(|outcome| (&*outcome.key, outcome)).collect();
    for outcome in refused {
        let Some(command) = outcome.commands.first() else { continue };
        let usual = accepted.get(&*outcome.key).map(|outcome| &outcome.new_texts);
        let is_told = outcome.new_texts.iter().any(|text| usual.is_none_or(|usual| !usual.contains(text)));
        if !outcome.has_toast && !is_told {
            let what = format!("the host refuses `{command}` after a click on {}, and nothing says so", outcome.name);
            findings.add(&table::FAILURE, what, page.name());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(commands: &[&str], has_toast: bool, texts: &[&str]) -> Outcome {
        let all = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        Outcome {
            key: "button|Insert".to_owned(),
            name: "button “Insert”".to_owned(),
            commands: all(commands),
            has_toast,
            new_texts: all(texts).into_iter().collect(),
        }
    }

    fn count(accepted: &Outcome, refused: &Outcome) -> usize {
        let mut findings = Findings::default();
        let page: Page = "details".parse().unwrap();
        silent_failures(&page, std::slice::from_ref(accepted), std::slice::from_ref(refused), &mut findings);
        findings.0.len()
    }

    #[test]
    fn a_refusal_needs_a_toast_or_a_text_that_success_does_not_show() {
        let usual = outcome(&["put_message"], false, &["Inserted"]);
        assert_eq!(count(&usual, &outcome(&["put_message"], false, &[])), 1);
        assert_eq!(count(&usual, &outcome(&["put_message"], false, &["Inserted"])), 1, "it claims success");
        assert_eq!(count(&usual, &outcome(&["put_message"], true, &[])), 0);
        assert_eq!(count(&usual, &outcome(&["put_message"], false, &["Couldn't insert"])), 0);
        assert_eq!(count(&usual, &outcome(&[], false, &[])), 0, "nothing was refused");
    }
}
