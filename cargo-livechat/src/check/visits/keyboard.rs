//! The keyboard: Tab reaches every control, the focus is visible, and Enter or Space operates what it reaches.

use std::collections::BTreeSet;
use std::time::Duration;

use super::clicks::Control;
use crate::check::finding::Findings;
use crate::check::stage::{Key, Stage};
use crate::check::table;
use crate::prelude::*;

/// The most controls on a page to go through.
const MOST: usize = 120;

/// How long an effect may take to appear.
const PATIENCE: Duration = Duration::from_millis(300);

pub(super) fn visit(stage: &mut Stage<'_>, place: &str, findings: &mut Findings) -> Result<()> {
    let controls = Control::all(stage)?;
    let reached = tab(stage, controls.len(), place, findings)?;
    for control in controls.iter().take(MOST) {
        if reached.contains(&control.number) {
            // Browsers operate their own controls, and the arrow keys move in the others.
            if !control.is_native && control.is_focusable && !is_operated(stage, control)? {
                let what = format!("{} is clicked with the mouse, but not with Enter or Space", control.name);
                findings.add(&table::KEYBOARD, what, place);
            }
        } else if control.is_native || control.is_focusable || does_something(stage, control)? {
            findings.add(&table::KEYBOARD, format!("{} is not reached with Tab", control.name), place);
        }
    }
    Ok(())
}

/// Presses Tab through the page. Returns the controls that had the focus, or that the arrow keys reach from there.
fn tab(stage: &mut Stage<'_>, count: usize, place: &str, findings: &mut Findings) -> Result<BTreeSet<u64>> {
    let mut reached = BTreeSet::new();
    stage.inspect("unfocus()")?;
    stage.enter()?;
    let mut first = None;
    for _ in 0..(2 * count + 4).min(2 * MOST) {
        stage.press(Key::Tab)?;
        let focused = stage.inspect("focused()")?;
        let Some(number) = focused["number"].as_u64() else {
            // The focus has left the page at its end.
            if first.is_some() {
                break;
            }
            continue;
        };
        if first == Some(number) {
            break;
        }
        first.get_or_insert(number);
        reached.insert(number);
        reached.extend(focused["members"].as_array().into_iter().flatten().filter_map(serde_json::Value::as_u64));
        // A mark may fade in.
        let is_invisible = focused["isVisible"] == false && {
            stage.settle()?;
            stage.inspect("focused()")?["isVisible"] == false
        };
        if is_invisible {
            let name = focused["name"].as_str().unwrap_or_default();
            findings.add(&table::FOCUS, format!("{name} looks the same with and without the focus"), place);
        }
    }
    stage.inspect("unfocus()")?;
    Ok(reached)
}

/// Whether a key has an effect, or the mouse has none either.
fn is_operated(stage: &mut Stage<'_>, control: &Control) -> Result<bool> {
    for key in [Key::Enter, Key::Space] {
        stage.enter()?;
        stage.inspect(&format!("focus({})", control.number))?;
        stage.settle()?;
        if has_effect(stage, |stage| stage.press(key))? {
            return Ok(true);
        }
    }
    Ok(!does_something(stage, control)?)
}

/// Whether a click has an effect.
fn does_something(stage: &mut Stage<'_>, control: &Control) -> Result<bool> {
    let Some((x, y)) = control.point(stage)? else { return Ok(false) };
    stage.settle()?;
    has_effect(stage, |stage| stage.click(x, y))
}

/// Whether something changes, or is sent to the host.
fn has_effect(stage: &mut Stage<'_>, act: impl FnOnce(&mut Stage<'_>) -> Result<()>) -> Result<bool> {
    let before = (stage.inspect("changed()")?, stage.seen.posted.len());
    act(stage)?;
    stage.within(PATIENCE, |stage| Ok((stage.inspect("changed()")?, stage.seen.posted.len()) != before))
}
