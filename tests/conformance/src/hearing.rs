//! Receives every event, typed and raw.

use serde::Serialize;
use serde_json::Value;
use yew::prelude::*;
use yew_livechat::{
    protocol::{Decode, DecodeError, Event, EventName, EventVisitor, Payload, Reader, to_json},
    use_any_host_event, use_host_event,
};

use crate::journal::{How, json, note};

/// An event without a type in the framework, decoded as a type of the app.
#[derive(Serialize)]
struct ShiftStarted(Value);

impl Decode for ShiftStarted {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        to_json(from.value()).map(Self)
    }
}

impl Event for ShiftStarted {
    const NAME: &'static str = "shift_started";
}

/// Records every event, typed and raw.
#[component]
pub(crate) fn Hearing() -> Html {
    let mut listeners = Listeners::default();
    EventName::visit(&mut listeners);
    listeners.visit::<ShiftStarted>();
    html! { <>{ for listeners.0 }<AsTheyCame /></> }
}

/// A component for the type of each event.
#[derive(Default)]
struct Listeners(Vec<Html>);

impl EventVisitor for Listeners {
    fn visit<E: Event + Serialize + 'static>(&mut self) {
        self.0.push(html! { <Noted<E> /> });
    }
}

/// Records every event of one type.
#[component]
fn Noted<E: Event + Serialize + 'static>() -> Html {
    use_host_event(|event: E| note(How::Typed, E::NAME, json(&event)));
    Html::default()
}

/// Records every raw event.
#[component]
fn AsTheyCame() -> Html {
    use_any_host_event(|event| {
        let data = event.data.to_json().unwrap_or_else(|error| error.to_string().into());
        note(How::Raw, &event.name, data);
    });
    Html::default()
}

/// The properties of [`Listener`].
#[derive(PartialEq, Properties)]
pub(crate) struct ListenerProps {
    /// The event to listen for.
    pub(crate) name: String,
}

/// The counterpart of the SDK's `on`: a component that listens while it is mounted.
#[component]
pub(crate) fn Listener(props: &ListenerProps) -> Html {
    let name = props.name.clone();
    use_any_host_event(move |event| {
        if event.name == name {
            note(How::Listener, &event.name, event.data.to_json().unwrap_or_default());
        }
    });
    Html::default()
}
