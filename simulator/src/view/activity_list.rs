//! What the extensions told of themselves.

use yew::prelude::*;

use super::{frame_entry::seconds, reports::words};
use crate::{
    extension,
    model::{Activity, Tracked},
};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ActivityListProps {
    pub(crate) activity: Activity,
}

/// The last properties, and below them the events that were tracked.
#[component]
pub(crate) fn ActivityList(props: &ActivityListProps) -> Html {
    let Activity { properties, tracked, .. } = &props.activity;
    html! {
        <>
            if props.activity.len() == 0 {
                <p class="sim-hint">{ "No extension has sent track or update_properties yet." }</p>
            }
            if !properties.is_empty() {
                <h3 class="sim-activity-title">{ "Properties" }</h3>
                <dl class="sim-activity-properties">
                    for (name, value) in properties.iter() {
                        <div key={name.clone()}><dt>{ name }</dt><dd dir="auto">{ words(value) }</dd></div>
                    }
                </dl>
            }
            if !tracked.is_empty() {
                <h3 class="sim-activity-title">{ "Tracked events" }</h3>
                <ol>
                    for event in tracked.iter() {
                        { row(event) }
                    }
                </ol>
            }
        </>
    }
}

fn row(event: &Tracked) -> Html {
    html! {
        <li key={event.number} class="sim-activity-event">
            <span class="sim-time">{ seconds(event.time) }</span>
            <span class="sim-direction sim-from">{ extension::words(event.placement) }</span>
            <span class="sim-name" dir="auto">{ &event.name }</span>
            <span class="sim-activity-values" dir="auto">
                for (name, value) in &event.properties {
                    <span key={name.clone()}>{ format!("{name}: {}", words(value)) }</span>
                }
            </span>
        </li>
    }
}
