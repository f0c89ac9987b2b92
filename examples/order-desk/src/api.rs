//! The shop's API.

use gloo_net::http::{Request, Response};
use rust_i18n::t;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::order::{Order, State};

#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub(crate) enum ApiError {
    #[error("{}", t!("no_network"))]
    Network,
    #[error("{}", t!("failed", status = .0))]
    Status(u16),
}

#[derive(Serialize, Deserialize)]
struct Note {
    text: String,
}

pub(crate) async fn orders_of(customer: &str, canceled: bool) -> Result<Vec<Order>, ApiError> {
    let orders: Vec<Order> = answer(Request::get("/api/orders").query([("customer", customer)]).send().await).await?;
    Ok(orders.into_iter().filter(|order| canceled || order.state != State::Canceled).collect())
}

pub(crate) async fn search(words: &str) -> Result<Vec<Order>, ApiError> {
    answer(Request::get("/api/orders").query([("words", words)]).send().await).await
}

pub(crate) async fn order(number: &str) -> Result<Option<Order>, ApiError> {
    match answer(Request::get(&format!("/api/orders/{number}")).send().await).await {
        Err(ApiError::Status(404)) => Ok(None),
        order => order.map(Some),
    }
}

pub(crate) async fn note_about(customer: &str) -> Result<String, ApiError> {
    let note: Note = answer(Request::get(&format!("/api/notes/{customer}")).send().await).await?;
    Ok(note.text)
}

/// Returns the note as the shop has saved it.
pub(crate) async fn save_note(customer: &str, text: String) -> Result<String, ApiError> {
    let request =
        Request::put(&format!("/api/notes/{customer}")).json(&Note { text }).map_err(|_| ApiError::Network)?;
    let note: Note = answer(request.send().await).await?;
    Ok(note.text)
}

async fn answer<T: DeserializeOwned>(response: Result<Response, gloo_net::Error>) -> Result<T, ApiError> {
    let response = response.map_err(|_| ApiError::Network)?;
    if !response.ok() {
        return Err(ApiError::Status(response.status()));
    }
    response.json().await.map_err(|_| ApiError::Network)
}
