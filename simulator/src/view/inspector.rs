//! The log of messages, and the details of one entry.

use std::rc::Rc;

use yew::prelude::*;
use yew_livechat_components::CopyButton;

use super::{
    event_target::{input_value, selected_index},
    format::{milliseconds, seconds},
    icon::{Icon, icon},
    json_tree::JsonTree,
    virtual_list::VirtualList,
};
use crate::{
    extension::placement_name,
    log::{Answer, Direction, Entry, Filter, FrameItem, Item, Log, Show},
    model::Msg,
};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct InspectorProps {
    pub(crate) log: Log,
    pub(crate) filter: Filter,
    pub(crate) dispatch: Callback<Msg>,
}

/// All messages, refused messages and notes.
#[component]
pub(crate) fn Inspector(props: &InspectorProps) -> Html {
    let selected = use_state(|| None::<u64>);
    let InspectorProps { log, filter, dispatch } = props;
    let onselect = {
        let (selected, log) = (selected.clone(), log.clone());
        move |index: usize| selected.set(log.shown(index).map(|entry| entry.number))
    };
    let row = {
        let log = log.clone();
        move |index: usize| log.shown(index).map(|entry| self::row(&entry)).unwrap_or_default()
    };
    let close = {
        let selected = selected.clone();
        move |_: MouseEvent| selected.set(None)
    };
    html! {
        <div class="sim-inspector">
            <div class="sim-inspector-main">
                { bar(log, filter, dispatch) }
                if log.shown_len() == 0 {
                    <p class="sim-hint">
                        { if log.len() == 0 { "No messages yet." } else { "No messages match the filter." } }
                    </p>
                }
                <VirtualList
                    id="sim-log"
                    label="Log"
                    len={log.shown_len()}
                    {row}
                    selected={selected.and_then(|number| log.position(number))}
                    {onselect}
                    follows={!log.is_paused()}
                />
            </div>
            if let Some(entry) = selected.and_then(|number| log.get(number)) {
                <section class="sim-entry" aria-label="Entry">
                    <div class="sim-entry-head">
                        { heading(&entry) }
                        <button type="button" class="sim-quiet" aria-label="Close the entry" onclick={close}>
                            { icon(Icon::Close) }
                        </button>
                    </div>
                    <div class="sim-entry-body" tabindex="0" role="group" aria-label="Payload">{ body(&entry) }</div>
                </section>
            }
        </div>
    }
}

fn bar(log: &Log, filter: &Filter, dispatch: &Callback<Msg>) -> Html {
    let oninput = {
        let (dispatch, show) = (dispatch.clone(), filter.show);
        move |event: InputEvent| {
            dispatch.emit(Msg::FilterChanged(Filter { text: input_value(&event), show }));
        }
    };
    let onchange = {
        let (dispatch, text) = (dispatch.clone(), filter.text.clone());
        move |event: Event| {
            let show = selected_index(&event).and_then(|index| Show::ALL.get(index)).copied().unwrap_or_default();
            dispatch.emit(Msg::FilterChanged(Filter { text: text.clone(), show }));
        }
    };
    let paused = log.is_paused();
    html! {
        <div class="sim-bar">
            <input
                type="search"
                class="sim-input sim-filter"
                aria-label="Filter"
                placeholder="Filter by name, payload or placement"
                value={filter.text.clone()}
                {oninput}
            />
            <select class="sim-input" aria-label="Show" {onchange}>
                for show in Show::ALL {
                    <option key={show.name()} selected={show == filter.show}>{ show.title() }</option>
                }
            </select>
            <button
                type="button"
                class="sim-quiet"
                aria-pressed={paused.to_string()}
                onclick={dispatch.reform(|_| Msg::PauseToggled)}
            >
                { icon(if paused { Icon::Play } else { Icon::Pause }) }
                { "Pause" }
            </button>
            if log.held_len() > 0 {
                <span class="sim-count" role="status">{ format!("{} new", log.held_len()) }</span>
            }
            <button
                type="button"
                class="sim-quiet sim-clear"
                disabled={log.len() == 0}
                onclick={dispatch.reform(|_| Msg::MessagesCleared)}
            >
                { "Clear messages" }
            </button>
        </div>
    }
}

/// Returns the class, time and line of an entry.
fn row(entry: &Rc<Entry>) -> Html {
    let time = html! { <span class="sim-time">{ seconds(entry.time) }</span> };
    match &entry.item {
        Item::Note { text, warning } => html! {
            <div class={classes!("sim-line", "sim-note", warning.then_some("sim-note-warning"))} title={text.clone()}>
                { time }<span class="sim-name">{ text }</span>
            </div>
        },
        Item::Refused { placement, origin, reason } => html! {
            <div class={classes!("sim-line", "sim-note", "sim-note-warning")} title={reason.clone()}>
                { time }
                <span class="sim-direction">{ "✕ " }{ placement_name(*placement) }</span>
                <span class="sim-name">{ format!("refused a message from {origin}: {reason}") }</span>
            </div>
        },
        Item::Frame(frame) => html! {
            <div class="sim-line">
                { time }
                <span class={classes!("sim-direction", direction(frame).1)}>
                    { direction(frame).0 }{ " " }{ placement_name(frame.placement) }
                </span>
                <span class="sim-name">{ &frame.name }</span>
                if let Some(remark) = entry.remark {
                    <span class="sim-remark">{ remark }</span>
                }
                { answer(frame, entry.answer) }
                <span class="sim-driver">{ frame.driver.as_str() }</span>
            </div>
        },
    }
}

fn direction(frame: &FrameItem) -> (&'static str, &'static str) {
    match frame.direction {
        Direction::ToExtension => ("→", "sim-to"),
        Direction::FromExtension => ("←", "sim-from"),
    }
}

/// Whether a call was acknowledged, and how fast.
fn answer(frame: &FrameItem, answer: Option<Answer>) -> Html {
    match answer {
        Some(Answer { after, is_error: false }) => {
            html! { <span class="sim-answer" title="Acknowledged after">{ "✓ " }{ milliseconds(after) }</span> }
        }
        Some(Answer { after, is_error: true }) => {
            html! { <span class="sim-answer sim-answer-error" title="Refused after">{ "✕ " }{ milliseconds(after) }</span> }
        }
        None if frame.is_call => html! { <span class="sim-answer" title="Not acknowledged">{ "…" }</span> },
        None => Html::default(),
    }
}

fn heading(entry: &Entry) -> Html {
    let time = seconds(entry.time);
    let Item::Frame(frame) = &entry.item else {
        return html! { <><h2>{ "Note" }</h2><span class="sim-entry-facts">{ time }</span></> };
    };
    let way = match frame.direction {
        Direction::ToExtension => format!("→ to the {} extension", placement_name(frame.placement)),
        Direction::FromExtension => format!("← from the {} extension", placement_name(frame.placement)),
    };
    let acknowledged = match entry.answer {
        Some(Answer { after, is_error: false }) => format!("acknowledged after {}", milliseconds(after)),
        Some(Answer { after, is_error: true }) => format!("refused after {}", milliseconds(after)),
        None if frame.is_call => "not acknowledged".to_owned(),
        None => String::new(),
    };
    let facts =
        [time, way, frame.driver.as_str().to_owned(), acknowledged, entry.remark.unwrap_or_default().to_owned()];
    let facts: Vec<_> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    html! {
        <>
            <h2>{ &frame.name }</h2>
            <CopyButton text={pretty(frame)} label="Copy as JSON" />
            <span class="sim-entry-facts">{ facts.join(" · ") }</span>
        </>
    }
}

fn body(entry: &Rc<Entry>) -> Html {
    match &entry.item {
        Item::Frame(frame) => html! { <JsonTree key={entry.number} value={frame.value.clone()} /> },
        Item::Note { text, .. } => html! { <p class="sim-entry-text" dir="auto">{ text }</p> },
        Item::Refused { placement, origin, reason } => html! {
            <p>
                { format!("The {} extension's bridge refused a message from {origin}: {reason}.", placement_name(*placement)) }
            </p>
        },
    }
}

fn pretty(frame: &FrameItem) -> String {
    serde_json::to_string_pretty(&frame.value).unwrap_or_else(|error| error.to_string())
}
