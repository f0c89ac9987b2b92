//! The session.

use yew::prelude::*;
use yew_livechat::prelude::*;

/// The session's id, and a button to refresh it.
#[component]
pub(crate) fn SessionSection() -> Html {
    let session = use_session();
    let state = match &*session {
        Session::Pending => "Waiting for the Agent App".to_owned(),
        Session::Authorized { id: Some(id) } => id.to_string(),
        Session::Authorized { id: None } => "Authorized, without an id".to_owned(),
        Session::Refused => "Refused".to_owned(),
        Session::HandledByApp => "Handled by this app".to_owned(),
    };
    let refresh = move |_| {
        session.refresh();
    };
    html! {
        <Section heading="Session">
            <PropertyList>
                <Property label="Session ID">{ state }</Property>
            </PropertyList>
            <Button onclick={refresh}>{ "Refresh session" }</Button>
        </Section>
    }
}
