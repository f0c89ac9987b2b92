//! The details panel and its tabs.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::{
    icon::{Icon, icon},
    splitter::{Edge, Splitter},
};
use crate::{
    choices::{PANEL, Tab},
    model::Msg,
};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PanelProps {
    /// Whether its view is shown.
    pub(crate) shown: bool,
    pub(crate) tab: Tab,
    /// The width of its content, in pixels.
    pub(crate) width: u32,
    pub(crate) customer_tab: Html,
    /// `None` if there is no extension.
    pub(crate) extension_tab: Option<Html>,
    pub(crate) dispatch: Callback<Msg>,
}

/// The panel on the right. Both tabs stay in the page: a hidden extension keeps running.
#[component]
pub(crate) fn Panel(props: &PanelProps) -> Html {
    let buttons = [use_node_ref(), use_node_ref()];
    let has_extension = props.extension_tab.is_some();
    let onkeydown = {
        let (dispatch, buttons, tab) = (props.dispatch.clone(), buttons.clone(), props.tab);
        move |event: KeyboardEvent| {
            let next = match (event.key().as_str(), tab) {
                ("ArrowLeft" | "ArrowRight", Tab::Extension) | ("Home", _) => Tab::Customer,
                ("ArrowLeft" | "ArrowRight", Tab::Customer) | ("End", _) => Tab::Extension,
                _ => return,
            };
            if !has_extension {
                return;
            }
            event.prevent_default();
            if let Some(button) = buttons[index(next)].cast::<HtmlElement>() {
                // If focusing fails, the tab is selected nevertheless.
                let _ = button.focus();
            }
            dispatch.emit(Msg::TabChosen(next));
        }
    };
    let button = |tab: Tab, name: &'static str, picture: Icon| {
        html! {
            <button
                ref={&buttons[index(tab)]}
                type="button"
                class="sim-tab"
                role="tab"
                id={format!("sim-tab-{}", index(tab))}
                aria-controls={format!("sim-tab-panel-{}", index(tab))}
                aria-selected={(tab == props.tab).to_string()}
                tabindex={if tab == props.tab { "0" } else { "-1" }}
                onclick={props.dispatch.reform(move |_| Msg::TabChosen(tab))}
            >
                { icon(picture) }<span>{ name }</span>
            </button>
        }
    };
    let content = |tab: Tab, content: &Html| {
        html! {
            <div
                class="sim-tab-panel"
                role="tabpanel"
                id={format!("sim-tab-panel-{}", index(tab))}
                aria-labelledby={format!("sim-tab-{}", index(tab))}
                hidden={tab != props.tab}
            >
                { content.clone() }
            </div>
        }
    };
    html! {
        <aside class="sim-panel" aria-label="Details" hidden={!props.shown}>
            <Splitter
                label="Width of the details"
                edge={Edge::Start}
                size={props.width}
                range={PANEL}
                onresize={props.dispatch.reform(Msg::PanelResized)}
            />
            <div class="sim-head sim-tabs" role="tablist" aria-label="Details" {onkeydown}>
                { button(Tab::Customer, "Customer", Icon::Customer) }
                if has_extension {
                    { button(Tab::Extension, "Extension", Icon::Extension) }
                }
            </div>
            { content(Tab::Customer, &props.customer_tab) }
            if let Some(extension_tab) = &props.extension_tab {
                { content(Tab::Extension, extension_tab) }
            }
        </aside>
    }
}

const fn index(tab: Tab) -> usize {
    match tab {
        Tab::Customer => 0,
        Tab::Extension => 1,
    }
}
