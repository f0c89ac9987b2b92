//! The controls for the fake LiveChat's switches.

use serde_json::Value;
use yew::prelude::*;
use yew_livechat_components::{Button, Checkbox, Loader, Select};

use super::number_field::NumberField;
use crate::{
    fake_servers::fake_api,
    model::{Control, FakeRequest, FakeState, FakeView, Msg, SWITCHES, Switch},
};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FakePanelProps {
    pub(crate) fake: FakeView,
    pub(crate) dispatch: Callback<Msg>,
}

/// A form for the fake LiveChat's switches, or instructions to start the fake.
#[component]
pub(crate) fn FakePanel(props: &FakePanelProps) -> Html {
    let FakePanelProps { fake, dispatch } = props;
    let ask = |request: FakeRequest| dispatch.reform(move |_| Msg::FakeAsked(request.clone()));
    html! {
        <section class="sim-column sim-column-wide" aria-label="LiveChat">
            <div class="sim-column-head">
                <h2>{ "LiveChat" }</h2>
                if fake.state == FakeState::Running {
                    <Button onclick={ask(FakeRequest::ExpireTokens)}>{ "Expire tokens" }</Button>
                    <Button onclick={ask(FakeRequest::Reset)}>{ "Reset LiveChat" }</Button>
                }
            </div>
            <p class="sim-hint sim-word" role="status">{ word(fake) }</p>
            {
                match fake.state {
                    FakeState::Unused | FakeState::Sought => html! { <Loader label="Looking for the fake LiveChat…" /> },
                    FakeState::Silent => silent(dispatch),
                    FakeState::Running => html! {
                        <div class="sim-faults">
                            for switch in SWITCHES.iter() {
                                { control(switch, fake, dispatch) }
                            }
                        </div>
                    },
                }
            }
        </section>
    }
}

/// The result of the last request.
fn word(fake: &FakeView) -> &str {
    match &fake.word {
        Some(Ok(word) | Err(word)) => word,
        None => "",
    }
}

fn silent(dispatch: &Callback<Msg>) -> Html {
    let install = ["cargo install --git ", env!("CARGO_PKG_REPOSITORY"), " fake-livechat"].concat();
    html! {
        <>
            <p>
                { format!("No fake LiveChat answers at {}: start it with ", fake_api()) }
                <code class="sim-code">{ "cargo run -p fake-livechat" }</code>
                { " in yew-livechat's repository, or install it with " }
                <code class="sim-code">{ install }</code>
                { " and start " }
                <code class="sim-code">{ "fake-livechat" }</code>
                { "." }
            </p>
            <p class="sim-hint">{ "Without it, extensions sign in with LiveChat itself." }</p>
            <div><Button onclick={dispatch.reform(|_| Msg::FakeSought)}>{ "Try again" }</Button></div>
        </>
    }
}

/// A switch's control; nothing if this version of the fake lacks the switch.
fn control(switch: &Switch, fake: &FakeView, dispatch: &Callback<Msg>) -> Html {
    let Switch { name, label, hint, control } = *switch;
    let Some(value) = fake.switches.get(name) else { return Html::default() };
    match control {
        Control::Flag => html! {
            <Checkbox
                key={name}
                {label}
                {hint}
                checked={value.as_bool().unwrap_or_default()}
                onchange={dispatch.reform(move |on: bool| Msg::SwitchChosen(name, on.into()))}
            />
        },
        Control::Choice(choices) => {
            let chosen = value.as_str().unwrap_or_default().to_owned();
            // The command line and other pages can set values that are not offered here.
            let other = choices.iter().all(|(value, _)| *value != chosen).then(|| chosen.clone());
            html! {
                <Select
                    key={name}
                    {label}
                    {hint}
                    value={chosen}
                    onchange={dispatch.reform(move |chosen: String| Msg::SwitchChosen(name, chosen.into()))}
                >
                    for (value, title) in choices.iter().copied() {
                        <option key={value} {value}>{ title }</option>
                    }
                    if let Some(other) = other {
                        <option key="other" value={other.clone()}>{ other }</option>
                    }
                </Select>
            }
        }
        Control::Number(_) | Control::MaybeNumber => html! {
            <NumberField
                key={name}
                {label}
                {hint}
                value={value.as_u64().and_then(|number| u32::try_from(number).ok())}
                can_be_empty={matches!(control, Control::MaybeNumber)}
                onchange={dispatch.reform(move |number: Option<u32>| Msg::SwitchChosen(name, Value::from(number)))}
            />
        },
    }
}
