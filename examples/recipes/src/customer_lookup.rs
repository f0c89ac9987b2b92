//! Looks the customer up in an API of one's own.

use gloo_net::http::Request;
use serde::Deserialize;
use yew::prelude::*;
use yew_livechat::prelude::*;

// ANCHOR: api
/// What the API knows of a customer.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Account {
    /// What they pay for.
    pub plan: String,
    /// For how many people.
    pub seats: u32,
}

/// Why there is no account to show.
#[derive(Debug, thiserror::Error)]
pub enum LookupError {
    /// The API has no such customer, or there is nothing to look for.
    #[error("this customer has no account")]
    NoAccount,
    /// The API answered with something else.
    #[error("the server answered with status {0}")]
    Status(u16),
    /// The request did not come through, or the answer is no account.
    #[error("the server cannot be reached")]
    Network(#[from] gloo_net::Error),
}

/// Asks the API for the customer's account.
async fn account_of(customer: &CustomerProfile) -> Result<Account, LookupError> {
    let email = customer.email.as_deref().ok_or(LookupError::NoAccount)?;
    let answer = Request::get("/api/account").query([("email", email)]).send().await?;
    match answer.status() {
        200 => Ok(answer.json().await?),
        404 => Err(LookupError::NoAccount),
        status => Err(LookupError::Status(status)),
    }
}
// ANCHOR_END: api

// ANCHOR: component
/// The account of the customer whose chat is open.
#[component]
pub fn CustomerLookup() -> Html {
    let account = use_customer_resource(|customer| async move { account_of(&customer).await });
    match &*account {
        Resource::Idle => html! { <EmptyState title="Open a chat to see the account" /> },
        Resource::Loading => html! { <Loader label="Looking the customer up…" /> },
        Resource::Ready { value, .. } => html! {
            <PropertyList>
                <Property label="Plan" value={value.plan.clone()} />
                <Property label="Seats" value={value.seats.to_string()} />
            </PropertyList>
        },
        Resource::Failed(error) => {
            let again = {
                let account = account.clone();
                move |_| account.reload()
            };
            html! {
                <>
                    <InlineMessage kind={MessageKind::Warning}>{ error.to_string() }</InlineMessage>
                    <Button onclick={again}>{ "Try again" }</Button>
                </>
            }
        }
    }
}
// ANCHOR_END: component
