//! Looks the customer up in your own API.

use gloo_net::http::Request;
use serde::Deserialize;
use yew::prelude::*;
use yew_livechat::prelude::*;

// ANCHOR: api
/// A customer's account in the API.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Account {
    /// The plan that they pay for.
    pub plan: String,
    /// The number of seats.
    pub seats: u32,
}

/// Why there is no account to show.
#[derive(Debug, thiserror::Error)]
pub enum LookupError {
    /// The API has no such customer, or the customer has no email address.
    #[error("this customer has no account")]
    NoAccount,
    /// The API responded with another status.
    #[error("the server answered with status {0}")]
    Status(u16),
    /// The request failed, or the response is invalid.
    #[error("the server cannot be reached")]
    Network(#[from] gloo_net::Error),
}

/// Requests the customer's account from the API.
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
/// The account of the open customer.
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
