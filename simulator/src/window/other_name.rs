//! Checks whether the page's server responds at the machine's other loopback name.

use gloo_net::http::Request;
use web_sys::{RequestCache, RequestMode, Url};

use crate::model::{OtherName, other_name};

/// Sends a request. The response cannot be read across origins, but its arrival is enough.
pub(crate) async fn ask_other_name() -> OtherName {
    let Some(origin) = other_origin() else { return OtherName::Missing };
    let request = Request::get(&origin).mode(RequestMode::NoCors).cache(RequestCache::NoStore).send();
    if request.await.is_ok() { OtherName::Answers(origin.into()) } else { OtherName::Silent(origin.into()) }
}

fn other_origin() -> Option<String> {
    let url = Url::new(&web_sys::window()?.location().origin().ok()?).ok()?;
    url.set_hostname(other_name(&url.hostname())?);
    Some(url.origin())
}
