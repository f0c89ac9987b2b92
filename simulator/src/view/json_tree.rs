//! A JSON value as a tree.

use serde_json::Value;
use web_sys::Element;
use yew::prelude::*;

/// How many members of a branch are shown before a click on "Show all".
const FIRST: usize = 100;
/// How many levels are expanded at first.
const OPEN_LEVELS: u32 = 4;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct JsonTreeProps {
    /// The member's name, or the item's index.
    #[prop_or_default]
    pub(crate) name: Option<AttrValue>,
    pub(crate) value: Value,
    #[prop_or_default]
    pub(crate) level: u32,
}

/// The value with its members. Folded members are not in the page.
#[component]
pub(crate) fn JsonTree(props: &JsonTreeProps) -> Html {
    let open = use_state(|| props.level < OPEN_LEVELS);
    let all = use_state(|| false);
    let name = props.name.as_ref().map(|name| html! { <span class="sim-json-name">{ name }{ ": " }</span> });
    let (members, brackets): (Vec<(String, &Value)>, _) = match &props.value {
        Value::Object(members) => (members.iter().map(|(name, value)| (name.clone(), value)).collect(), ("{", "}")),
        Value::Array(items) => {
            (items.iter().enumerate().map(|(at, item)| (at.to_string(), item)).collect(), ("[", "]"))
        }
        leaf => return html! { <div class="sim-json-leaf" dir="auto">{ name }{ self::leaf(leaf) }</div> },
    };
    let (begin, end) = brackets;
    if members.is_empty() {
        return html! { <div class="sim-json-leaf">{ name }{ begin }{ end }</div> };
    }
    // The element's own state is authoritative: browsers also open it by themselves, for example during a search.
    let ontoggle = {
        let open = open.clone();
        move |event: Event| {
            event.stop_propagation();
            open.set(event.target_dyn_into::<Element>().is_some_and(|it| it.has_attribute("open")));
        }
    };
    let shown = if *all { members.len() } else { FIRST.min(members.len()) };
    let count = members.len();
    let show_all = {
        let all = all.clone();
        move |_: MouseEvent| all.set(true)
    };
    html! {
        <details class="sim-json-branch" open={*open} {ontoggle}>
            <summary>{ name }{ begin }if !*open { { format!(" {count} ") }{ end } }</summary>
            if *open {
                for (name, value) in members.into_iter().take(shown) {
                    <JsonTree key={name.clone()} name={AttrValue::from(name.clone())} value={value.clone()} level={props.level + 1} />
                }
                if shown < count {
                    <button type="button" class="sim-quiet" onclick={show_all}>{ format!("Show all {count}") }</button>
                }
                <div class="sim-json-end">{ end }</div>
            }
        </details>
    }
}

fn leaf(value: &Value) -> Html {
    let class = match value {
        Value::String(_) => "sim-json-text",
        Value::Number(_) => "sim-json-number",
        _ => "sim-json-word",
    };
    html! { <span {class}>{ value.to_string() }</span> }
}
