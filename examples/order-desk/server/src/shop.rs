//! Orders and notes.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    Json, Router,
    extract::{Path, Query, State},
    http::StatusCode,
    routing::get,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// For the simulator's customers.
fn orders() -> Vec<Value> {
    let order = |number: &str, customer: &str, article: &str, total: u32, state: &str| json!({ "number": number, "customer": customer, "article": article, "total": total, "state": state });
    ["customer-mary", "customer-kenji", "customer-leyla"]
        .iter()
        .zip(1_u32..)
        .flat_map(|(customer, at)| {
            let number = |index: u32| format!("A-{}", 1000 * at + index);
            [
                order(&number(24), customer, "Desk lamp", 4900, "open"),
                order(&number(31), customer, "Chair", 12_900, "delivered"),
                order(&number(42), customer, "Shelf", 7900, "canceled"),
            ]
        })
        .collect()
}

type Notes = Arc<Mutex<BTreeMap<String, String>>>;

#[derive(Deserialize)]
struct Wanted {
    customer: Option<String>,
    words: Option<String>,
}

#[derive(Deserialize, Serialize)]
struct Note {
    text: String,
}

pub(crate) fn router() -> Router {
    Router::new()
        .route("/api/orders", get(list))
        .route("/api/orders/{number}", get(one))
        .route("/api/notes/{customer}", get(note).put(save))
        .with_state(Notes::default())
}

async fn list(Query(wanted): Query<Wanted>) -> Json<Vec<Value>> {
    let words = wanted.words.unwrap_or_default().trim().to_lowercase();
    let has =
        |order: &Value, member: &str| order[member].as_str().is_some_and(|text| text.to_lowercase().contains(&words));
    let is_wanted = |order: &Value| {
        wanted.customer.as_ref().is_none_or(|customer| order["customer"] == **customer)
            && (has(order, "number") || has(order, "article"))
    };
    Json(orders().into_iter().filter(is_wanted).collect())
}

async fn one(Path(number): Path<String>) -> Result<Json<Value>, StatusCode> {
    orders().into_iter().find(|order| order["number"] == *number).map(Json).ok_or(StatusCode::NOT_FOUND)
}

async fn note(State(notes): State<Notes>, Path(customer): Path<String>) -> Json<Note> {
    let notes = notes.lock().unwrap_or_else(PoisonError::into_inner);
    Json(Note { text: notes.get(&customer).cloned().unwrap_or_default() })
}

/// Returns the saved note.
async fn save(State(notes): State<Notes>, Path(customer): Path<String>, Json(note): Json<Note>) -> Json<Note> {
    let text = note.text.trim().to_owned();
    notes.lock().unwrap_or_else(PoisonError::into_inner).insert(customer, text.clone());
    Json(Note { text })
}

#[cfg(test)]
mod tests {
    use axum::{body::Body, http::Request};
    use http_body_util::BodyExt;
    use tower::ServiceExt;

    use super::*;

    async fn answer(router: Router, method: &str, path: &str, body: Value) -> (StatusCode, Value) {
        let request = Request::builder().method(method).uri(path).header("content-type", "application/json");
        let answer = router.oneshot(request.body(Body::from(body.to_string())).unwrap()).await.unwrap();
        let status = answer.status();
        let bytes = answer.into_body().collect().await.unwrap().to_bytes();
        (status, serde_json::from_slice(&bytes).unwrap_or_default())
    }

    #[tokio::test]
    async fn orders_are_found_by_customer_and_by_words() {
        let (status, found) = answer(router(), "GET", "/api/orders?customer=customer-mary", Value::Null).await;
        assert_eq!((status, found.as_array().unwrap().len()), (StatusCode::OK, 3));
        let (_, found) = answer(router(), "GET", "/api/orders?words=chair", Value::Null).await;
        assert!(found.as_array().unwrap().iter().all(|order| order["article"] == "Chair"));
        assert_eq!(answer(router(), "GET", "/api/orders/A-1024", Value::Null).await.1["article"], "Desk lamp");
        assert_eq!(answer(router(), "GET", "/api/orders/A-0", Value::Null).await.0, StatusCode::NOT_FOUND);
    }

    #[tokio::test]
    async fn a_note_is_saved_without_the_space_around_it() {
        let router = router();
        let (_, saved) = answer(router.clone(), "PUT", "/api/notes/C1", json!({ "text": " rang twice \n" })).await;
        assert_eq!(saved["text"], "rang twice");
        assert_eq!(answer(router.clone(), "GET", "/api/notes/C1", Value::Null).await.1["text"], "rang twice");
        assert_eq!(answer(router, "GET", "/api/notes/C2", Value::Null).await.1["text"], "");
    }
}
