//! Messages, progress and dialogs.

use yew::prelude::*;
use yew_livechat::prelude::*;

use super::entry::{Entry, Extreme};

#[component]
pub(super) fn Feedback() -> Html {
    html! {
        <>
            <Entry name="InlineMessage">
                <InlineMessage>{ "The shop is responding slowly." }</InlineMessage>
                <InlineMessage kind={MessageKind::Success}>{ "The label is on its way." }</InlineMessage>
                <InlineMessage kind={MessageKind::Warning}>{ "The parcel is late by 2 days." }</InlineMessage>
                <InlineMessage kind={MessageKind::Error}>{ "Couldn't save: the server isn't responding." }</InlineMessage>
            </Entry>
            <Entry name="EmptyState">
                <EmptyState title="No customer yet" level=3>{ "Open a chat to see who you are talking to." }</EmptyState>
            </Entry>
            <Entry name="Loader"><Loader label="Loading orders…" /></Entry>
            <Entry name="ProgressBar">
                <ProgressBar label="Importing orders" value=3 max=7 text="3 of 7" />
                <ProgressBar label="Connecting to the shop" />
                <Extreme><ProgressBar label="Done" label_hidden=true value=200 /></Extreme>
            </Entry>
            <Entry name="Skeleton">
                <Skeleton avatar=true lines=2 label="Loading the customer…" />
                <Skeleton label="Loading orders…" />
            </Entry>
            <Entry name="Snackbar"><Snackbars /></Entry>
            <Entry name="ConfirmDialog"><Dialogs /></Entry>
            <Entry name="Modal"><Modals /></Entry>
        </>
    }
}

#[component]
fn Snackbars() -> Html {
    let shown = use_state(|| None::<MessageKind>);
    let show = |kind: MessageKind| {
        let shown = shown.clone();
        move |_| shown.set(Some(kind))
    };
    let close = {
        let shown = shown.clone();
        move |()| shown.set(None)
    };
    html! {
        <>
            <div class="gallery-row">
                <Button onclick={show(MessageKind::Info)}>{ "Info" }</Button>
                <Button onclick={show(MessageKind::Success)}>{ "Success" }</Button>
                <Button onclick={show(MessageKind::Warning)}>{ "Warning" }</Button>
                <Button onclick={show(MessageKind::Error)}>{ "Error" }</Button>
            </div>
            <Snackbar open={shown.is_some()} kind={shown.unwrap_or_default()} onclose={close}>
                { "The tracking link is in the message. You can still change it before you send it." }
            </Snackbar>
        </>
    }
}

#[component]
fn Dialogs() -> Html {
    let asking = use_state(|| None::<ButtonKind>);
    let answer = use_state(|| "none yet");
    let ask = |kind: ButtonKind| {
        let asking = asking.clone();
        move |_| asking.set(Some(kind))
    };
    let reply = |said: &'static str| {
        let (asking, answer) = (asking.clone(), answer.clone());
        move |()| {
            asking.set(None);
            answer.set(said);
        }
    };
    let destructive = *asking == Some(ButtonKind::Destructive);
    let (heading, label) = if destructive { ("Delete this note?", "Delete") } else { ("Send it now?", "Send") };
    html! {
        <>
            <div class="gallery-row">
                <Button onclick={ask(ButtonKind::Primary)}>{ "Ask" }</Button>
                <Button kind={ButtonKind::Destructive} onclick={ask(ButtonKind::Destructive)}>{ "Delete…" }</Button>
            </div>
            <Extreme><output>{ format!("Answer: {}", *answer) }</output></Extreme>
            <ConfirmDialog
                open={asking.is_some()}
                {heading}
                confirm_label={label}
                kind={asking.unwrap_or(ButtonKind::Primary)}
                onconfirm={reply("confirmed")}
                oncancel={reply("canceled")}
            >
                { if destructive { "You can't undo this." } else { "The customer receives it right away." } }
            </ConfirmDialog>
        </>
    }
}

#[component]
fn Modals() -> Html {
    let open = use_state(|| false);
    let note = use_state(String::new);
    let set = |value: bool| {
        let open = open.clone();
        Callback::from(move |()| open.set(value))
    };
    let actions = html! {
        <>
            <Button onclick={set(false).reform(|_| ())}>{ "Cancel" }</Button>
            <Button kind={ButtonKind::Primary} onclick={set(false).reform(|_| ())}>{ "Save" }</Button>
        </>
    };
    html! {
        <>
            <div class="gallery-row"><Button onclick={set(true).reform(|_| ())}>{ "Add a note…" }</Button></div>
            <Modal open={*open} heading="Add a note to the order" onclose={set(false)} {actions}>
                <TextArea label="Note for your colleagues" bind={&note} />
            </Modal>
        </>
    }
}
