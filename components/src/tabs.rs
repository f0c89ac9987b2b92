//! Several views, one of which is shown.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::{html::ChildrenRenderer, prelude::*, virtual_dom::VChild};

use crate::{bind::Bind, id::use_id, scroll};

/// The properties of [`Tabs`].
#[derive(Clone, PartialEq, Properties)]
pub struct TabsProps {
    /// The name of the tab list, for assistive technology.
    pub label: AttrValue,
    /// The id of the selected tab. If no tab has this id, the first tab is shown.
    #[prop_or_default]
    pub selected: AttrValue,
    /// Binds the selected id to a state, an `AttrValue` or a `String`: `bind={&state}`. Takes precedence over
    /// `selected`.
    #[prop_or_default]
    pub bind: Bind<AttrValue>,
    /// Called with the id of another tab when it is selected; with `bind`, after the state was set.
    #[prop_or_default]
    pub onselect: Callback<AttrValue>,
    /// The [`Tab`]s.
    #[prop_or_default]
    pub children: ChildrenRenderer<VChild<Tab>>,
}

/// The properties of [`Tab`].
#[derive(Clone, PartialEq, Properties)]
pub struct TabProps {
    /// The id of the tab, unique within the tabs.
    pub id: AttrValue,
    /// The label of the tab.
    pub title: AttrValue,
    /// The content of the view.
    #[prop_or_default]
    pub children: Html,
}

/// Several views, one of which is shown. Bind the selected id to a state, or pass `selected` and update it in
/// `onselect`.
///
/// The tabs are a single tab stop: the arrow keys, Home and End move between them, and the view follows. Tabs that do
/// not fit next to each other scroll, and the selected one is in view. Views that are not shown are not rendered;
/// keep state that they should remember in the owner.
///
/// Tip: the children must be tabs, so write a loop as `{ for names.iter().map(|name| html_nested! { <Tab … /> }) }`.
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
                // It does not fail for an existing element.
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

/// A view in [`Tabs`].
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

/// The move that a key makes.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Next,
    Previous,
    First,
    Last,
}

impl Step {
    /// The resulting tab, wrapping around at the ends.
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
    // With these modifiers, the arrow keys belong to the browser.
    if event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key() {
        return None;
    }
    // A browser that does not know the selector returns an error.
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
