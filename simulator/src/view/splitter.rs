//! A draggable edge.

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::choices::Range;

/// How far an arrow key moves the edge, in pixels.
const STEP: i32 = 16;
/// How far Page Up and Page Down move it.
const LEAP: i32 = 80;

/// The side of the part that the edge is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edge {
    /// The inline start: dragging toward it widens the part.
    Start,
    /// The top: dragging up makes the part higher.
    Top,
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SplitterProps {
    /// What it resizes, for example `Width of the details`.
    pub(crate) label: &'static str,
    pub(crate) edge: Edge,
    pub(crate) size: u32,
    pub(crate) range: Range,
    pub(crate) onresize: Callback<u32>,
}

/// The edge. Drag it, move it with arrow keys, or double-click it to reset the size.
#[component]
pub(crate) fn Splitter(props: &SplitterProps) -> Html {
    // The pointer's position and the size at the start of the drag.
    let held = use_mut_ref(|| None::<(i32, u32)>);
    let SplitterProps { edge, size, range, .. } = *props;
    let resize = {
        let onresize = props.onresize.clone();
        move |from: u32, by: i32| {
            let wanted = range.within(from.saturating_add_signed(by));
            if wanted != size {
                onresize.emit(wanted);
            }
        }
    };
    let position = move |event: &PointerEvent| match edge {
        Edge::Start => event.client_x(),
        Edge::Top => event.client_y(),
    };
    let onpointerdown = {
        let held = held.clone();
        move |event: PointerEvent| {
            if let Some(splitter) = event.target_dyn_into::<Element>() {
                // Without capture, the iframe below the pointer would receive its events.
                let _ = splitter.set_pointer_capture(event.pointer_id());
                *held.borrow_mut() = Some((position(&event), size));
            }
        }
    };
    let onpointermove = {
        let (held, resize) = (held.clone(), resize.clone());
        move |event: PointerEvent| {
            let Some((begin, from)) = *held.borrow() else { return };
            let towards_end = edge == Edge::Start && is_right_to_left(&event);
            let by = begin - position(&event);
            resize(from, if towards_end { -by } else { by });
        }
    };
    // Prevents WebKit from selecting text during the drag. That also suppresses the focus, so set it here.
    let onmousedown = |event: MouseEvent| {
        event.prevent_default();
        if let Some(splitter) = event.target_dyn_into::<HtmlElement>() {
            let _ = splitter.focus();
        }
    };
    let release = move |_: PointerEvent| *held.borrow_mut() = None;
    let onkeydown = {
        let resize = resize.clone();
        move |event: KeyboardEvent| {
            let towards_end = is_right_to_left(&event);
            let by = match (&*event.key(), edge) {
                ("ArrowLeft", Edge::Start) => {
                    if towards_end {
                        -STEP
                    } else {
                        STEP
                    }
                }
                ("ArrowRight", Edge::Start) => {
                    if towards_end {
                        STEP
                    } else {
                        -STEP
                    }
                }
                ("ArrowUp", Edge::Top) => STEP,
                ("ArrowDown", Edge::Top) => -STEP,
                ("PageUp", _) => LEAP,
                ("PageDown", _) => -LEAP,
                ("Home", _) => i32::MIN,
                ("End", _) => i32::MAX,
                _ => return,
            };
            event.prevent_default();
            resize(size, by);
        }
    };
    let ondblclick = props.onresize.reform(move |_| range.default);
    let (class, orientation) = match edge {
        Edge::Start => ("sim-splitter sim-splitter-start", "vertical"),
        Edge::Top => ("sim-splitter sim-splitter-top", "horizontal"),
    };
    html! {
        <div
            {class}
            role="separator"
            tabindex="0"
            aria-label={props.label}
            aria-orientation={orientation}
            aria-valuenow={size.to_string()}
            aria-valuemin={range.least.to_string()}
            aria-valuemax={range.most.to_string()}
            aria-valuetext={format!("{size} px")}
            title={format!("{}: {size} px", props.label)}
            {onmousedown}
            {onpointerdown}
            {onpointermove}
            onpointerup={release.clone()}
            onpointercancel={release}
            {onkeydown}
            {ondblclick}
        />
    }
}

fn is_right_to_left(event: &Event) -> bool {
    let style = || {
        let element = event.target_dyn_into::<Element>()?;
        web_sys::window()?.get_computed_style(&element).ok()??.get_property_value("direction").ok()
    };
    style().as_deref() == Some("rtl")
}
