//! The choices for the simulation.

use livechat_protocol::{Driver, Theme};
use yew::prelude::*;

use super::{
    event_target::selected_index,
    icon::{Icon, icon},
};
use crate::{
    choices::{Authorization, Drawer},
    model::Msg,
};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ToolbarProps {
    pub(crate) driver: Driver,
    /// `None` if no extension waits for authorization.
    pub(crate) authorization: Option<Authorization>,
    pub(crate) theme: Theme,
    /// The number of faults.
    pub(crate) faults: usize,
    pub(crate) recording: bool,
    /// Whether a scenario controls the host.
    pub(crate) replaying: bool,
    pub(crate) dispatch: Callback<Msg>,
}

/// The bar at the top of the page.
#[component]
pub(crate) fn Toolbar(props: &ToolbarProps) -> Html {
    let drivers = [Driver::Trusted, Driver::Plain];
    let driver_chosen = props.dispatch.reform(move |index: usize| Msg::DriverChosen(drivers[index % 2]));
    let authorization_chosen = props
        .dispatch
        .reform(|index: usize| Msg::AuthorizationChosen(Authorization::ALL.get(index).copied().unwrap_or_default()));
    let dark = props.theme == Theme::Dark;
    html! {
        <header class="sim-toolbar">
            <h1 class="sim-title">{ "Agent App simulator" }</h1>
            if props.replaying {
                <button
                    type="button"
                    class="sim-tool sim-tool-alert"
                    onclick={props.dispatch.reform(|_| Msg::ReplayEnded)}
                >
                    { icon(Icon::Play) }{ "End replay" }
                </button>
            }
            if props.recording {
                <button
                    type="button"
                    class="sim-tool sim-tool-alert"
                    onclick={props.dispatch.reform(|_| Msg::RecordingToggled)}
                >
                    { icon(Icon::Record) }{ "Stop recording" }
                </button>
            }
            if props.faults > 0 {
                <button
                    type="button"
                    class="sim-tool sim-tool-alert"
                    onclick={props.dispatch.reform(|_| Msg::DrawerOpened(Drawer::Faults))}
                >
                    { icon(Icon::Warning) }
                    { if props.faults == 1 { "1 fault".to_owned() } else { format!("{} faults", props.faults) } }
                </button>
            }
            { select(
                "Driver",
                &["Trusted", "Plain"],
                usize::from(props.driver == Driver::Plain),
                driver_chosen,
            ) }
            if let Some(chosen) = props.authorization {
                { select(
                    "Authorization",
                    &Authorization::ALL.map(Authorization::title),
                    Authorization::ALL.iter().position(|authorization| *authorization == chosen).unwrap_or(0),
                    authorization_chosen,
                ) }
            }
            <button
                type="button"
                class="sim-tool"
                aria-pressed={dark.to_string()}
                onclick={props.dispatch.reform(|_| Msg::ThemeToggled)}
            >
                { icon(Icon::Theme) }{ "Dark theme" }
            </button>
            <button type="button" class="sim-tool" onclick={props.dispatch.reform(|_| Msg::ReloadRequested)}>
                { icon(Icon::Reload) }{ "Reload iframe" }
            </button>
        </header>
    }
}

fn select(label: &'static str, options: &[&'static str], selected: usize, chosen: Callback<usize>) -> Html {
    let onchange = chosen.reform(|event: Event| selected_index(&event).unwrap_or(0));
    html! {
        <label class="sim-choice">
            <span>{ label }</span>
            <select {onchange}>
                for (index, option) in options.iter().enumerate() {
                    <option key={index} selected={index == selected}>{ *option }</option>
                }
            </select>
        </label>
    }
}
