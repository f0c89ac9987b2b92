//! What the model looks like.

mod composer;
mod conversation;
mod customer_list;
mod customer_tab;
mod extension_tab;
mod frame_entry;
mod frames;
mod icon;
mod panel;
mod rail;
mod toolbar;

use std::rc::Rc;

use yew::prelude::*;
use yew_livechat_components::Surface;

use self::{
    conversation::Conversation, customer_list::CustomerList, customer_tab::CustomerTab, extension_tab::ExtensionTab,
    frames::Frames, panel::Panel, rail::Rail, toolbar::Toolbar,
};
use crate::{customers::Message, model::Model, msg::Msg};

/// The whole page. `frame` refers to the extension's frame, `url` is what it loads.
pub(crate) fn page(model: &Model, frame: &NodeRef, url: Option<String>, dispatch: &Callback<Msg>) -> Html {
    let choices = &model.choices;
    let customer = model.open_customer().cloned();
    let sent: Rc<[Message]> = customer.as_ref().map_or(&[][..], |customer| model.sent(&customer.profile.id)).into();
    html! {
        <Surface theme={choices.theme} class="sim-surface">
            <style>{ include_str!("../simulator.css") }</style>
            <div class="sim">
                <Toolbar
                    driver={choices.driver}
                    authorization={choices.authorization}
                    theme={choices.theme}
                    {dispatch}
                />
                <Rail view={choices.view} {dispatch} />
                <div class="sim-work">
                    <CustomerList
                        view={choices.view}
                        customers={model.customers.clone()}
                        open={customer.as_ref().map(|customer| AttrValue::from(customer.profile.id.clone()))}
                        {dispatch}
                    />
                    <Conversation customer={customer.clone()} {sent} draft={model.draft().to_owned()} {dispatch} />
                    <Panel
                        tab={model.tab}
                        customer_tab={html! { <CustomerTab {customer} /> }}
                        extension_tab={html! {
                            <ExtensionTab
                                frame={frame.clone()}
                                load={model.frame.number}
                                url={url.map(AttrValue::from)}
                                progress={model.progress}
                                {dispatch}
                            />
                        }}
                        {dispatch}
                    />
                    <Frames open={choices.frames} log={model.log.clone()} {dispatch} />
                </div>
            </div>
        </Surface>
    }
}
