//! A form for custom events.

use std::rc::Rc;

use livechat_protocol::{PlacementKind, RawEvent};
use serde_json::Value;
use yew::prelude::*;
use yew_livechat_components::{Button, ButtonKind, Select, TextArea, TextField};

use crate::{extension::placement_name, model::Msg};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct OwnEventProps {
    /// The placements with extensions.
    pub(crate) placements: Rc<[PlacementKind]>,
    pub(crate) dispatch: Callback<Msg>,
}

/// A form for any event, known or unknown, and for any bare message.
#[component]
pub(crate) fn OwnEvent(props: &OwnEventProps) -> Html {
    let placement = use_state(|| props.placements.first().copied().unwrap_or_default());
    let is_raw = use_state(|| false);
    let name = use_state(|| "customer_profile".to_owned());
    let data = use_state(|| "{ \"id\": \"C1\", \"name\": \"Ann\", \"chat\": {} }".to_owned());
    // Validates only after the first attempt to send: half-typed text is not an error.
    let tried = use_state(|| false);
    let value = if data.trim().is_empty() { Ok(Value::Null) } else { serde_json::from_str::<Value>(&data) };
    let data_error = (*tried).then(|| value.as_ref().err().map(|error| format!("Invalid JSON: {error}."))).flatten();
    let name_error = (*tried && name.trim().is_empty() && !*is_raw).then_some("Name the event.");
    let onclick = {
        let (dispatch, tried) = (props.dispatch.clone(), tried.clone());
        let (placement, is_raw, name) = (*placement, *is_raw, name.trim().to_owned());
        move |_: MouseEvent| {
            tried.set(true);
            match &value {
                Ok(value) if is_raw => dispatch.emit(Msg::MessagePosted(placement, value.clone())),
                Ok(value) if !name.is_empty() => {
                    let name = name.strip_prefix(livechat_protocol::PREFIX).unwrap_or(&name).to_owned();
                    dispatch.emit(Msg::EventSent(placement, RawEvent { name, data: value.clone() }));
                }
                _ => {}
            }
        }
    };
    let set = |state: &UseStateHandle<String>| {
        let state = state.clone();
        move |text: String| state.set(text)
    };
    let choose_placement = {
        let placement = placement.clone();
        move |name: String| placement.set(name.parse().unwrap_or_default())
    };
    let choose_kind = {
        let is_raw = is_raw.clone();
        move |kind: String| is_raw.set(kind == "message")
    };
    html! {
        <section class="sim-column" aria-label="Custom event">
            <div class="sim-column-head"><h2>{ "Custom event" }</h2></div>
            <div class="sim-own">
                <Select label="To" value={placement.as_str()} onchange={choose_placement}>
                    for placement in props.placements.iter() {
                        <option key={placement.as_str()} value={placement.as_str()}>
                            { format!("The {} extension", placement_name(*placement)) }
                        </option>
                    }
                </Select>
                <Select label="As" value={if *is_raw { "message" } else { "event" }} onchange={choose_kind}>
                    <option value="event">{ "Event" }</option>
                    <option value="message">{ "Bare message" }</option>
                </Select>
                if !*is_raw {
                    <TextField
                        label="Event name"
                        value={(*name).clone()}
                        oninput={set(&name)}
                        error={name_error.map(AttrValue::Static)}
                    />
                }
            </div>
            <TextArea
                label={if *is_raw { "Message as JSON" } else { "Event data as JSON" }}
                value={(*data).clone()}
                oninput={set(&data)}
                rows=4
                error={data_error.map(AttrValue::from)}
            />
            <div class="sim-own-foot"><Button kind={ButtonKind::Primary} {onclick}>{ "Send event" }</Button></div>
        </section>
    }
}
