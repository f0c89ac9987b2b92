//! Several views of which one is shown.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::{html::ChildrenRenderer, prelude::*, virtual_dom::VChild};

use crate::{bind::Bind, id::use_id, scroll};

/// The properties of [`Tabs`].
#[derive(Clone, PartialEq, Properties)]
pub struct TabsProps {
    /// What the views are of, for assistive technology.
    pub label: AttrValue,
    /// The id of the tab that is shown; the first one where no tab has it.
    #[prop_or_default]
    pub selected: AttrValue,
    /// The state that holds that id, an `AttrValue` or a `String`, as `bind={&state}`: the tabs show it, and set it to the
    /// tab that is chosen. Wins over `selected`.
    #[prop_or_default]
    pub bind: Bind<AttrValue>,
    /// Called with the id of another tab when that is chosen; with `bind`, after the state was set.
    #[prop_or_default]
    pub onselect: Callback<AttrValue>,
    /// [`Tab`]s.
    #[prop_or_default]
    pub children: ChildrenRenderer<VChild<Tab>>,
}

/// The properties of [`Tab`].
#[derive(Clone, PartialEq, Properties)]
pub struct TabProps {
    /// Tells it from the others.
    pub id: AttrValue,
    /// What is written on it.
    pub title: AttrValue,
    /// What it shows.
    #[prop_or_default]
    pub children: Html,
}

/// Views that take turns. Which one is its owner's to say: bind a state, or give `selected` and set it to what `onselect`
/// passes on.
///
/// With the keyboard it is one stop: the arrow keys, Home and End go from tab to tab, and then the view follows. Tabs that do
/// not fit beside each other scroll, and the selected one is in view.
/// Views that are not shown do not exist; what they should remember belongs to the owner.
///
/// Tip: its children are tabs and nothing else, so a loop is written as
/// `{ for names.iter().map(|name| html_nested! { <Tab … /> }) }`.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::{Tab, Tabs};
///
/// #[component]
/// fn Shop() -> Html {
///     let selected = use_state(|| AttrValue::from("orders"));
///     html! {
///         <Tabs label="Shop" bind={&selected}>
///             <Tab id="orders" title="Orders">{ "No orders yet." }</Tab>
///             <Tab id="returns" title="Returns">{ "No returns yet." }</Tab>
///         </Tabs>
///     }
/// }
/// ```
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let id = use_id();
    let list = use_node_ref();
    let tabs: Vec<TabProps> = props.children.iter().map(|tab| (*tab.props).clone()).collect();
    let wanted = props.bind.value_or(&props.selected);
    let selected = tabs.iter().position(|tab| tab.id == wanted).unwrap_or_default();
    let onselect = props.bind.then(&props.onselect);
    let tab_id = |index: usize| format!("{id}-{index}");
    use_effect_with((selected, tabs.len()), {
        let list = list.clone();
        move |&(selected, _)| scroll::to_child(&list, selected)
    });

    let onkeydown = {
        let (list, onselect) = (list.clone(), onselect.clone());
        let ids: Vec<_> = tabs.iter().map(|tab| tab.id.clone()).collect();
        move |event: KeyboardEvent| {
            let Some(list) = list.cast::<Element>() else { return };
            let Some(wanted) = step(&event, &list).and_then(|step| step.from(selected, ids.len())) else { return };
            event.prevent_default();
            if let Some(tab) = list.children().item(wanted as u32).and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
                // It fails for no element that there is.
                let _ = tab.focus();
            }
            if wanted != selected {
                onselect.emit(ids[wanted].clone());
            }
        }
    };
    let choose = |tab: &TabProps, is_selected: bool| {
        let (onselect, id) = (onselect.clone(), tab.id.clone());
        move |_| {
            if !is_selected {
                onselect.emit(id.clone());
            }
        }
    };
    html! {
        <div class="lc-tabs">
            <div ref={list} class="lc-tab-list" role="tablist" aria-label={&props.label} {onkeydown}>
                for (index, tab) in tabs.iter().enumerate() {
                    <button
                        key={&*tab.id}
                        type="button"
                        id={tab_id(index)}
                        class="lc-tab"
                        role="tab"
                        dir="auto"
                        aria-selected={(index == selected).to_string()}
                        aria-controls={(index == selected).then(|| format!("{id}-panel"))}
                        tabindex={if index == selected { "0" } else { "-1" }}
                        onclick={choose(tab, index == selected)}
                    >
                        { &tab.title }
                    </button>
                }
            </div>
            if let Some(tab) = tabs.get(selected) {
                <div
                    key={&*tab.id}
                    id={format!("{id}-panel")}
                    class="lc-tab-panel"
                    role="tabpanel"
                    aria-labelledby={tab_id(selected)}
                    tabindex="0"
                >
                    { tab.children.clone() }
                </div>
            }
        </div>
    }
}

/// One of the views in [`Tabs`].
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::{Tab, Tabs};
///
/// #[component]
/// fn Orders() -> Html {
///     html! { <Tabs label="Shop" selected="orders"><Tab id="orders" title="Orders">{ "None yet." }</Tab></Tabs> }
/// }
/// ```
#[component]
pub fn Tab(props: &TabProps) -> Html {
    props.children.clone()
}

/// Where a key leads.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Next,
    Previous,
    First,
    Last,
}

impl Step {
    /// The tab there, around the ends.
    fn from(self, selected: usize, tabs: usize) -> Option<usize> {
        let last = tabs.checked_sub(1)?;
        Some(match self {
            Self::Next if selected == last => 0,
            Self::Next => selected + 1,
            Self::Previous => selected.checked_sub(1).unwrap_or(last),
            Self::First => 0,
            Self::Last => last,
        })
    }
}

fn step(event: &KeyboardEvent, list: &Element) -> Option<Step> {
    // With those, the arrow keys are the browser's.
    if event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key() {
        return None;
    }
    // A browser that does not know the selector says so by an error.
    let right_to_left = || list.matches(":dir(rtl)").unwrap_or(false);
    Some(match &*event.key() {
        "ArrowRight" if right_to_left() => Step::Previous,
        "ArrowLeft" if right_to_left() => Step::Next,
        "ArrowRight" => Step::Next,
        "ArrowLeft" => Step::Previous,
        "Home" => Step::First,
        "End" => Step::Last,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_go_around() {
        for (step, selected, tabs, wanted) in [
            (Step::Next, 0, 3, Some(1)),
            (Step::Next, 2, 3, Some(0)),
            (Step::Previous, 2, 3, Some(1)),
            (Step::Previous, 0, 3, Some(2)),
            (Step::First, 2, 3, Some(0)),
            (Step::Last, 0, 3, Some(2)),
            (Step::Next, 0, 1, Some(0)),
            (Step::Next, 0, 0, None),
            (Step::Last, 0, 0, None),
        ] {
            assert_eq!(step.from(selected, tabs), wanted, "{step:?} from {selected} of {tabs}");
        }
    }
}
