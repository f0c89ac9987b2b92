//! Hears every event: as its type, and as it came.

use serde::Serialize;
use serde_json::Value;
use yew::prelude::*;
use yew_livechat::{
    Authorize, AuthorizeError, ChangeTheme, CustomerProfile, CustomerProfileHidden, Decode, DecodeError, Event,
    Message, MessageBoxText, MessageSent, PageData, Payload, Reader, SectionButtonClick, TicketInfo,
    TransactionAccepted, TransactionDeclined, TransactionFailed, UpdateBillingCycle, protocol::to_json, use_any_event,
    use_event,
};

use crate::journal::{How, json, note};

/// An event that the framework has no type for, read by a type of the app's own.
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

/// Notes every event of a type, and every event as it came.
#[component]
pub(crate) fn Hearing() -> Html {
    use_noted::<Authorize>();
    use_noted::<AuthorizeError>();
    use_noted::<ChangeTheme>();
    use_noted::<CustomerProfile>();
    use_noted::<CustomerProfileHidden>();
    use_noted::<Message>();
    use_noted::<MessageBoxText>();
    use_noted::<MessageSent>();
    use_noted::<PageData>();
    use_noted::<SectionButtonClick>();
    use_noted::<ShiftStarted>();
    use_noted::<TicketInfo>();
    use_noted::<TransactionAccepted>();
    use_noted::<TransactionDeclined>();
    use_noted::<TransactionFailed>();
    use_noted::<UpdateBillingCycle>();
    use_any_event(|event| {
        let data = event.data.to_json().unwrap_or_else(|error| error.to_string().into());
        note(How::Raw, &event.name, data);
    });
    Html::default()
}

#[hook]
fn use_noted<E: Event + Serialize + 'static>() {
    use_event(|event: E| note(How::Typed, E::NAME, json(&event)));
}

/// The properties of [`Listener`].
#[derive(PartialEq, Properties)]
pub(crate) struct ListenerProps {
    /// The event to listen for.
    pub(crate) name: String,
}

/// What the SDK's `on` is here: a component that listens while it is mounted.
#[component]
pub(crate) fn Listener(props: &ListenerProps) -> Html {
    let name = props.name.clone();
    use_any_event(move |event| {
        if event.name == name {
            note(How::Listener, &event.name, event.data.to_json().unwrap_or_default());
        }
    });
    Html::default()
}
