//! Reads which props have a control in the gallery.

use std::collections::BTreeMap;

use super::components::Component;
use crate::prelude::*;

/// The file with the controls.
pub const FILE: &str = "demo/src/gallery/controls/components.rs";

/// Props without a control: they add nothing to see.
const WITHOUT: [&str; 3] = ["class", "node_ref", "onkeydown"];
/// Props that `bind` replaces.
const BOUND: [&str; 3] = ["checked", "selected", "value"];

/// Returns the props with a control, by component.
pub fn read(text: &str) -> Result<BTreeMap<String, Vec<String>>> {
    let (component, prop) = (Regex::new(r"^    (\w+) \{$")?, Regex::new(r"^        (\w+): \w+\(")?);
    let mut controls: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut current = None;
    let table = text.split_once("\ntested! {\n").map_or("", |(_, table)| table);
    for line in table.lines() {
        if let Some(found) = component.captures(line) {
            current = Some(controls.entry(found[1].to_owned()).or_default());
        } else if let (Some(found), Some(props)) = (prop.captures(line), &mut current) {
            props.push(found[1].to_owned());
        }
    }
    Ok(controls)
}

/// Returns what is missing or superfluous.
pub fn gaps(components: &[Component], text: &str) -> Result<Vec<String>> {
    let controls = read(text)?;
    let row = Regex::new(r"(?m)^\| `(\w+)` \| `([^`]*)` \|")?;
    let mut gaps = Vec::new();
    for Component { name, props, .. } in components {
        let Some(own) = controls.get(name) else {
            gaps.push(format!("{name} has no controls: add them to {FILE}"));
            continue;
        };
        let has = |prop: &str| own.iter().any(|own| own == prop);
        let rows: Vec<(String, String)> =
            row.captures_iter(props).map(|row| (row[1].to_owned(), row[2].to_owned())).collect();
        for (prop, kind) in &rows {
            let is_content = prop == "children";
            // Functions that return a text, such as `Option<Callback<Source, AttrValue>>`.
            let is_function = kind.contains("Callback<") && kind.contains(", ");
            let is_replaced = BOUND.contains(&&**prop) && has("bind");
            if !(has(prop) || is_content || is_function || is_replaced || WITHOUT.contains(&&**prop)) {
                gaps.push(format!("{name} has no control for `{prop}`: add one to {FILE}"));
            }
        }
        let unknown = own.iter().filter(|own| rows.iter().all(|(prop, _)| prop != *own));
        gaps.extend(unknown.map(|prop| format!("{name} has no prop `{prop}`: remove its control from {FILE}")));
    }
    let unknown = controls.keys().filter(|name| components.iter().all(|component| component.name != **name));
    gaps.extend(unknown.map(|name| format!("{FILE} has controls for {name}, which is not a component: rename it")));
    Ok(gaps)
}
