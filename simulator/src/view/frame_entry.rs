//! One line of the log.

use std::{rc::Rc, time::Duration};

use serde_json::Value;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use crate::{
    extension,
    log::{Direction, Entry, Item},
};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FrameEntryProps {
    pub(crate) entry: Rc<Entry>,
}

/// A frame with its JSON, which is written out when it is opened and not before; or a note.
#[component]
pub(crate) fn FrameEntry(props: &FrameEntryProps) -> Html {
    let open = use_state(|| false);
    let json = use_node_ref();
    {
        let json = json.clone();
        use_effect_with(*open, move |_| {
            if let Some(json) = json.cast::<Element>() {
                scroll_into_view(&json);
            }
        });
    }
    let time = seconds(props.entry.time);
    match &props.entry.item {
        Item::Note { text, warning } => html! {
            <li class={classes!("sim-note", warning.then_some("sim-note-warning"))}>
                <span class="sim-time">{ time }</span><span>{ text }</span>
            </li>
        },
        Item::Frame { placement, direction, driver, name, value } => {
            let (arrow, class) = match direction {
                Direction::ToExtension => ("→", "sim-to"),
                Direction::FromExtension => ("←", "sim-from"),
            };
            // The element's own idea of whether it is open is the right one: it opens without asking.
            let ontoggle = {
                let open = open.clone();
                move |event: Event| {
                    let is_open = event.target_dyn_into::<Element>().is_some_and(|it| it.has_attribute("open"));
                    open.set(is_open);
                }
            };
            html! {
                <li>
                    <details {ontoggle}>
                        <summary>
                            <span class="sim-time">{ time }</span>
                            <span class={classes!("sim-direction", class)}>
                                { arrow }{ " " }{ extension::words(*placement) }
                            </span>
                            <span class="sim-name">{ name }</span>
                            if let Some(remark) = props.entry.remark {
                                <span class="sim-remark">{ remark }</span>
                            }
                            <span class="sim-driver">{ driver.name() }</span>
                        </summary>
                        if *open {
                            <pre ref={json} tabindex="0">{ pretty(value) }</pre>
                        }
                    </details>
                </li>
            }
        }
    }
}

/// Of what the person has just opened, as much as possible is in view.
fn scroll_into_view(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_else(|error| error.to_string())
}

pub(crate) fn seconds(time: Duration) -> String {
    format!("{}.{:03} s", time.as_secs(), time.subsec_millis())
}
