//! The whole page.

use std::rc::Rc;

use livechat_protocol::PlacementKind;
use yew::prelude::*;
use yew_livechat_components::Surface;

use super::{
    conversation::{Conversation, Thread},
    customer_list::CustomerList,
    customer_tab::CustomerTab,
    drawer::DrawerView,
    extension_page::ExtensionPage,
    iframe::{ExtensionIframe, IframeSlot},
    panel::Panel,
    purchase_dialog::PurchaseDialog,
    rail::Rail,
    recording::Recording,
    redirect_dialog::RedirectDialog,
    reports::Reports,
    support::Support,
    ticket_list::TicketList,
    toasts::Toasts,
    toolbar::Toolbar,
};
use crate::{
    choices::{Choices, View},
    model::{Model, Msg},
};

/// Returns the data for an extension's iframe.
type Slots<'a> = &'a dyn Fn(PlacementKind) -> Option<IframeSlot>;

/// The whole page.
pub(crate) fn page(model: &Model, slots: Slots<'_>, dispatch: &Callback<Msg>) -> Html {
    let choices = &model.choices;
    let is_page = !choices.view.has_conversations();
    html! {
        <Surface theme={choices.theme} class="sim-surface">
            <style>{ include_str!("simulator.css") }</style>
            <div
                class={classes!("sim", choices.embedded.then_some("sim-embedded"))}
                style={sizes(choices)}
            >
                <Toolbar
                    driver={choices.driver}
                    authorization={model.takes_part_in_authorization().then_some(choices.authorization)}
                    theme={choices.theme}
                    faults={model.fault_count()}
                    recording={model.scenarios.is_recording()}
                    replaying={model.scenarios.replay().is_some()}
                    {dispatch}
                />
                <Rail
                    view={choices.view}
                    fullscreen={model.frame(PlacementKind::Fullscreen).is_some()}
                    settings={model.frame(PlacementKind::Settings).is_some()}
                    badge={model.badge}
                    {dispatch}
                />
                <div
                    class={classes!(
                        "sim-work",
                        is_page.then_some("sim-work-page"),
                        model.shows_message_box().then_some("sim-work-app"),
                    )}
                >
                    { list(model, dispatch) }
                    { conversation(model, slots, dispatch) }
                    { panel(model, slots, dispatch) }
                    <Reports shown={choices.view == View::Reports} filters={model.reports_filters.clone()} />
                    { for [View::Fullscreen, View::Settings].map(|view| extension_page(view, model, slots, dispatch)) }
                    <DrawerView
                        open={choices.drawer}
                        height={choices.drawer_height}
                        log={model.log.clone()}
                        filter={choices.filter.clone()}
                        activity={model.activity.clone()}
                        faults={choices.faults}
                        fake={model.needs_fake().then(|| model.fake.view())}
                        fault_count={model.fault_count()}
                        same_origin={choices.same_origin}
                        other_name={model.other_name.clone()}
                        placements={model.placements()}
                        recording={Recording::of(model)}
                        {dispatch}
                    />
                </div>
                if model.support {
                    <Support {dispatch} />
                }
                if let Some(purchase) = model.purchase() {
                    <PurchaseDialog key={purchase.number} purchase={purchase.clone()} {dispatch} />
                }
                if let Some(target) = &model.redirect {
                    <RedirectDialog target={target.clone()} {dispatch} />
                }
                <Toasts toasts={Rc::from(model.toasts())} {dispatch} />
            </div>
        </Surface>
    }
}

/// The chosen sizes, as custom properties for the style sheet.
fn sizes(choices: &Choices) -> String {
    let Choices { panel_width, drawer_height, message_box_height, .. } = choices;
    format!("--sim-panel: {panel_width}px; --sim-drawer: {drawer_height}px; --sim-app: {message_box_height}px")
}

fn list(model: &Model, dispatch: &Callback<Msg>) -> Html {
    let open = model.open_id().map(|id| AttrValue::from(id.to_owned()));
    match model.choices.view {
        View::Chats | View::Archives | View::Visitors => html! {
            <CustomerList view={model.choices.view} customers={model.customers.clone()} {open} {dispatch} />
        },
        View::Tickets => html! { <TicketList tickets={model.tickets.clone()} {open} {dispatch} /> },
        View::Reports | View::Fullscreen | View::Settings => Html::default(),
    }
}

/// Stays in the page when hidden, because of its iframe.
fn conversation(model: &Model, slots: Slots<'_>, dispatch: &Callback<Msg>) -> Html {
    let customer = model.open_customer().map(|customer| Thread::from(&**customer));
    let thread = customer.or_else(|| model.open_ticket().map(|ticket| Thread::from(&**ticket)));
    html! {
        <Conversation
            shown={model.choices.view.has_conversations()}
            {thread}
            said={Rc::from(model.said())}
            draft={model.draft()}
            customer_draft={model.customer_draft().map(|draft| AttrValue::from(draft.to_owned()))}
            message_box={slots(PlacementKind::MessageBox)}
            message_box_open={model.choices.message_box}
            message_box_height={model.choices.message_box_height}
            {dispatch}
        />
    }
}

/// Stays in the page when hidden, too.
fn panel(model: &Model, slots: Slots<'_>, dispatch: &Callback<Msg>) -> Html {
    html! {
        <Panel
            shown={model.choices.view.has_conversations()}
            tab={model.choices.tab}
            width={model.choices.panel_width}
            customer_tab={html! {
                <CustomerTab
                    customer={model.open_customer().cloned()}
                    ticket={model.open_ticket().cloned()}
                    sections={model.sections()}
                    {dispatch}
                />
            }}
            extension_tab={slots(PlacementKind::Details).map(|slot| html! { <ExtensionIframe {slot} {dispatch} /> })}
            {dispatch}
        />
    }
}

fn extension_page(view: View, model: &Model, slots: Slots<'_>, dispatch: &Callback<Msg>) -> Html {
    let Some(slot) = view.placement().and_then(slots) else { return Html::default() };
    html! {
        <ExtensionPage
            {view}
            shown={model.choices.view == view}
            {slot}
            query={model.choices.page.clone()}
            {dispatch}
        />
    }
}
