//! CORS headers and latency for all responses.

use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};

use crate::{Fake, Switches};

/// Adds latency and CORS headers to the routes, and passes the fake to them.
pub(crate) fn around(router: Router<Fake>, fake: &Fake) -> Router {
    router
        .layer(from_fn_with_state(fake.clone(), delay))
        .layer(from_fn_with_state(fake.clone(), cors))
        .with_state(fake.clone())
}

async fn delay(State(fake): State<Fake>, request: Request, next: Next) -> Response {
    if !request.uri().path().starts_with("/fake/") {
        let latency = fake.lock().switches.latency_ms;
        tokio::time::sleep(Duration::from_millis(latency.into())).await;
    }
    next.run(request).await
}

/// Allows pages to read what LiveChat allows. Outside the routes, because preflight requests match none of them.
async fn cors(State(fake): State<Fake>, request: Request, next: Next) -> Response {
    let asked = request.headers().get(header::ACCESS_CONTROL_REQUEST_METHOD);
    let preflight = asked.filter(|_| request.method() == Method::OPTIONS);
    let method = preflight.map_or(request.method().as_str(), |method| method.to_str().unwrap_or_default()).to_owned();
    let path = request.uri().path().to_owned();
    let mut response =
        if preflight.is_some() { StatusCode::NO_CONTENT.into_response() } else { next.run(request).await };
    // After the response, so that a new switch already applies to it.
    if is_readable(&path, &method, &fake.lock().switches) {
        allow(response.headers_mut());
    }
    response
}

/// Pages can read the API and the accounts server's endpoints, but not its pages.
fn is_readable(path: &str, method: &str, switches: &Switches) -> bool {
    match path {
        "/v2/token" if method == "POST" => !switches.token_without_cors,
        _ => ["/v2/", "/v3", "/fake/"].iter().any(|beginning| path.starts_with(beginning)),
    }
}

fn allow(headers: &mut HeaderMap) {
    for (name, value) in [
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PUT, DELETE"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, "authorization, content-type, accept, x-region"),
        // UNVERIFIED (api-retry-after): whether LiveChat allows pages to read it.
        (header::ACCESS_CONTROL_EXPOSE_HEADERS, "retry-after"),
        // A cached preflight would outlive a change of the switch.
        (header::ACCESS_CONTROL_MAX_AGE, "0"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
}
