//! Beside the chat: the customer's orders, and a note about them.

use rust_i18n::t;
use yew::prelude::*;
use yew_livechat::prelude::*;

use crate::{
    api::{self, ApiError},
    language::Translated,
    loaded::loaded,
    order::Order,
    settings::use_list_canceled,
};

/// The details panel.
#[component]
pub fn Details() -> Html {
    html! { <Translated><Customer /></Translated> }
}

#[component]
fn Customer() -> Html {
    let tab = use_stored("order-desk-tab", || "orders".to_owned());
    match use_customer_profile() {
        CustomerProfileState::Shown(customer) => html! {
            <Stack>
                <CustomerCard customer={customer.clone()} />
                <Tabs label={t!("order_desk").into_owned()} bind={&tab}>
                    <Tab id="orders" title={t!("orders").into_owned()}><Orders /></Tab>
                    <Tab id="note" title={t!("note").into_owned()}>
                        <Note key={customer.id.clone()} name={customer.display_name(&customer.id).to_owned()} />
                    </Tab>
                </Tabs>
            </Stack>
        },
        CustomerProfileState::Unreadable(_) => html! { <EmptyState title={t!("unreadable").into_owned()} level={1} /> },
        CustomerProfileState::Waiting | CustomerProfileState::Hidden { .. } => {
            html! { <EmptyState title={t!("open_a_chat").into_owned()} level={1} /> }
        }
    }
}

#[component]
fn Orders() -> Html {
    let details = use_details();
    let words = use_state(String::new);
    let canceled = use_list_canceled();
    let orders = use_customer_resource_with(*canceled, |customer, canceled| async move {
        api::orders_of(&customer.id, canceled).await
    });
    let item = |order: &Order| {
        let (details, news) = (details.clone(), order.news());
        let insert = move |_| drop(details.put_message(&news));
        html! {
            <ListItem
                key={order.number.clone()}
                title={order.article.clone()}
                description={format!("{} · {}", order.number, order.price())}
                end={html! { <Tag>{ order.state.title() }</Tag> }}
            >
                <Button onclick={insert}>{ t!("insert_news").into_owned() }</Button>
            </ListItem>
        }
    };
    html! {
        <Stack>
            <TextField label={t!("search_orders").into_owned()} kind={TextFieldKind::Search} bind={&words} />
            {
                loaded(&orders, |orders| html! {
                    <List label={t!("orders").into_owned()} empty={t!("no_orders").into_owned()}>
                        { for orders.iter().filter(|order| order.has(&words)).map(item) }
                    </List>
                })
            }
        </Stack>
    }
}

#[derive(PartialEq, Properties)]
struct NoteProps {
    name: String,
}

#[component]
fn Note(props: &NoteProps) -> Html {
    let details = use_details();
    let note = use_customer_resource(|customer| async move { api::note_about(&customer.id).await });
    let customer = use_customer_profile().shown().map(|customer| customer.id.clone());
    let saving = use_action(customer, {
        let note = note.clone();
        move |customer: Option<String>, text: String| {
            let (note, details) = (note.clone(), details.clone());
            async move {
                note.set(api::save_note(&customer.unwrap_or_default(), text).await?);
                details.toast_success(t!("saved"));
                Ok::<_, ApiError>(())
            }
        }
    });
    // The draft; initially the saved note.
    let draft = use_state(|| None::<String>);
    loaded(&note, |saved| {
        let text = draft.as_ref().unwrap_or(saved).clone();
        let bind = {
            let draft = draft.clone();
            Bind::new(text.clone(), move |text| draft.set(Some(text)))
        };
        let (is_saved, busy) = (text == *saved, saving.is_running());
        let error = saving.error().map(ToString::to_string);
        let onclick = move |_| saving.run(text.clone());
        html! {
            <Stack>
                <TextArea label={t!("about", name = props.name).into_owned()} {bind} {error} />
                <Button kind={ButtonKind::Primary} {busy} disabled={is_saved} {onclick}>{ t!("save").into_owned() }</Button>
            </Stack>
        }
    })
}
