//! The activity that extensions report.

use yew::prelude::*;

use super::format::{seconds, value_text};
use crate::{
    extension::placement_name,
    model::{Activity, Msg, Tracked},
};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ActivityListProps {
    pub(crate) activity: Activity,
    pub(crate) dispatch: Callback<Msg>,
}

/// The latest properties, followed by the tracked events.
#[component]
pub(crate) fn ActivityList(props: &ActivityListProps) -> Html {
    let Activity { properties, tracked, .. } = &props.activity;
    html! {
        <div class="sim-activity" tabindex="0" role="group" aria-label="Activity">
            <div class="sim-bar">
                <button
                    type="button"
                    class="sim-quiet sim-clear"
                    disabled={props.activity.len() == 0}
                    onclick={props.dispatch.reform(|_| Msg::ActivityCleared)}
                >
                    { "Clear activity" }
                </button>
            </div>
            if props.activity.len() == 0 {
                <p class="sim-hint">{ "No extension has sent track or update_properties yet." }</p>
            }
            if !properties.is_empty() {
                <h2 class="sim-activity-title">{ "Properties" }</h2>
                <dl class="sim-activity-properties">
                    for (name, value) in properties.iter() {
                        <div key={name.clone()}><dt>{ name }</dt><dd dir="auto">{ value_text(value) }</dd></div>
                    }
                </dl>
            }
            if !tracked.is_empty() {
                <h2 class="sim-activity-title">{ "Tracked events" }</h2>
                <ol>
                    for event in tracked.iter() {
                        { row(event) }
                    }
                </ol>
            }
        </div>
    }
}

fn row(event: &Tracked) -> Html {
    html! {
        <li key={event.number} class="sim-activity-event">
            <span class="sim-time">{ seconds(event.time) }</span>
            <span class="sim-direction sim-from">{ placement_name(event.placement) }</span>
            <span class="sim-name" dir="auto">{ &event.name }</span>
            <span class="sim-activity-values" dir="auto">
                for (name, value) in &event.properties {
                    <span key={name.clone()}>{ format!("{name}: {}", value_text(value)) }</span>
                }
            </span>
        </li>
    }
}
