//! The drawer: the log of frames, and what the extensions told of themselves.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::{
    activity_list::ActivityList,
    frame_entry::FrameEntry,
    icon::{Icon, icon},
};
use crate::{choices::Drawer, log::Log, model::Activity, msg::Msg};

/// How far from its end a list may be and still count as at its end, in pixels.
const CLOSE: i32 = 8;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FramesProps {
    /// What is open; nothing if the drawer is folded.
    pub(crate) open: Option<Drawer>,
    pub(crate) log: Log,
    pub(crate) activity: Activity,
    pub(crate) dispatch: Callback<Msg>,
}

/// The drawer at the foot of the page. It follows the newest frame, unless the person has scrolled up.
#[component]
pub(crate) fn Frames(props: &FramesProps) -> Html {
    let list = use_node_ref();
    let follows = use_mut_ref(|| true);
    {
        let (list, follows) = (list.clone(), follows.clone());
        use_effect_with((props.open, props.log.clone()), move |_| {
            if *follows.borrow()
                && let Some(list) = list.cast::<Element>()
            {
                list.set_scroll_top(list.scroll_height());
            }
        });
    }
    let onscroll = {
        let list = list.clone();
        move |_: Event| {
            if let Some(list) = list.cast::<Element>() {
                *follows.borrow_mut() = list.scroll_height() - list.scroll_top() - list.client_height() <= CLOSE;
            }
        }
    };
    let count = props.log.entries().len();
    let toggle = |drawer: Drawer, name: &'static str, controls: &'static str, count: usize| {
        let is_open = props.open == Some(drawer);
        html! {
            <>
                <button
                    type="button"
                    class="sim-quiet"
                    aria-expanded={is_open.to_string()}
                    aria-controls={controls}
                    onclick={props.dispatch.reform(move |_| Msg::DrawerToggled(drawer))}
                >
                    { icon(if is_open { Icon::Fold } else { Icon::Unfold }) }{ name }
                </button>
                <span class="sim-count">{ count }</span>
            </>
        }
    };
    let clear = match props.open {
        Some(Drawer::Activity) => html! {
            <button
                type="button"
                class="sim-quiet sim-clear"
                disabled={props.activity.len() == 0}
                onclick={props.dispatch.reform(|_| Msg::ActivityCleared)}
            >
                { "Clear activity" }
            </button>
        },
        Some(Drawer::Frames) | None => html! {
            <button
                type="button"
                class="sim-quiet sim-clear"
                disabled={count == 0}
                onclick={props.dispatch.reform(|_| Msg::FramesCleared)}
            >
                { "Clear frames" }
            </button>
        },
    };
    html! {
        <section class="sim-frames" aria-label="Frames">
            <div class="sim-frames-head">
                { toggle(Drawer::Frames, "Frames", "sim-frames-list", count) }
                { toggle(Drawer::Activity, "Activity", "sim-activity-list", props.activity.len()) }
                { clear }
            </div>
            <div id="sim-frames-list" class="sim-frames-list" ref={list} {onscroll} tabindex="0"
                hidden={props.open != Some(Drawer::Frames)} role="group" aria-label="Log">
                if count == 0 {
                    <p class="sim-hint">{ "Nothing has gone by yet." }</p>
                }
                <ol>
                    for entry in props.log.entries() {
                        <FrameEntry key={entry.number} entry={Rc::clone(entry)} />
                    }
                </ol>
            </div>
            <div id="sim-activity-list" class="sim-frames-list sim-activity" tabindex="0"
                hidden={props.open != Some(Drawer::Activity)} role="group" aria-label="Activity">
                <ActivityList activity={props.activity.clone()} />
            </div>
        </section>
    }
}
