//! The shop's API for the order desk, in memory. Like real servers, it is slow and sometimes fails. For development
//! only: it authenticates nobody.

mod shop;

use std::time::Duration;

use axum::{Router, http::StatusCode, middleware, response::IntoResponse};

const ADDRESS: &str = "127.0.0.1:8801";
/// In milliseconds.
const LATENCY: std::ops::Range<u64> = 100..900;
/// One in this many requests fails.
const FAILURES: u32 = 8;

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::bind(ADDRESS).await?;
    println!("The shop's API is at http://{ADDRESS}/api");
    axum::serve(listener, unreliable(shop::router())).await
}

/// Delays each response, and fails one in [`FAILURES`].
fn unreliable(router: Router) -> Router {
    router.layer(middleware::from_fn(async |request, next: middleware::Next| {
        tokio::time::sleep(Duration::from_millis(fastrand::u64(LATENCY))).await;
        if fastrand::u32(0..FAILURES) == 0 {
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
        next.run(request).await
    }))
}
