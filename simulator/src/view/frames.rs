//! The log of frames.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::{
    frame_entry::FrameEntry,
    icon::{Icon, icon},
};
use crate::{log::Log, msg::Msg};

/// How far from its end a list may be and still count as at its end, in pixels.
const CLOSE: i32 = 8;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FramesProps {
    pub(crate) open: bool,
    pub(crate) log: Log,
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
    html! {
        <section class={classes!("sim-frames", props.open.then_some("sim-frames-open"))} aria-label="Frames">
            <div class="sim-frames-head">
                <button
                    type="button"
                    class="sim-quiet"
                    aria-expanded={props.open.to_string()}
                    aria-controls="sim-frames-list"
                    onclick={props.dispatch.reform(|_| Msg::FramesToggled)}
                >
                    { icon(if props.open { Icon::Fold } else { Icon::Unfold }) }{ "Frames" }
                </button>
                <span class="sim-count">{ count }</span>
                <button
                    type="button"
                    class="sim-quiet sim-clear"
                    disabled={count == 0}
                    onclick={props.dispatch.reform(|_| Msg::FramesCleared)}
                >
                    { "Clear frames" }
                </button>
            </div>
            <div id="sim-frames-list" class="sim-frames-list" ref={list} {onscroll} tabindex="0" hidden={!props.open}
                role="group" aria-label="Log">
                if count == 0 {
                    <p class="sim-hint">{ "Nothing has gone by yet." }</p>
                }
                <ol>
                    for entry in props.log.entries() {
                        <FrameEntry key={entry.number} entry={Rc::clone(entry)} />
                    }
                </ol>
            </div>
        </section>
    }
}
