//! The URLs that the extensions' iframes load.

use js_sys::encode_uri_component;
use livechat_protocol::{Driver, SLOW_START};
use web_sys::Url;

use crate::{
    fake_servers::fake_servers,
    model::{FrameLoad, FrameOrigin},
};

/// The host's parameters in the iframe's URL.
const PLUGIN_ID: &str = "simulator";

/// Returns the URL of the extension's page with the host's parameters.
pub(crate) fn iframe_url(src: &str, origin: &FrameOrigin, load: FrameLoad) -> Option<String> {
    let url = absolute(src, origin)?;
    let parameters = url.search_params();
    parameters.set("plugin_id", PLUGIN_ID);
    parameters.set("theme", load.theme.as_str());
    match load.driver {
        Driver::Plain => parameters.set("connection", "plain"),
        Driver::Trusted => parameters.delete("connection"),
    }
    if load.slow_start.is_zero() {
        parameters.delete(SLOW_START);
    } else {
        parameters.set(SLOW_START, &load.slow_start.as_millis().to_string());
    }
    if let Some(fake) = fake_servers().filter(|_| load.at_fake) {
        for (name, value) in fake.parameters() {
            parameters.set(name, value);
        }
    }
    Some(if load.wrong_origin { behind_wrong_origin(&url.href()) } else { url.href() })
}

/// Resolves `src` against the page at that origin, without the page's query, which contains the simulator's choices.
pub(super) fn absolute(src: &str, origin: &FrameOrigin) -> Option<Url> {
    let location = web_sys::window()?.location();
    let own = location.origin().ok()?;
    let origin = if let FrameOrigin::Other(origin) = origin { origin } else { &*own };
    Url::new_with_base(src, &format!("{origin}{}", location.pathname().ok()?)).ok()
}

/// Returns a page that embeds the extension and forwards the simulator's messages. A `data:` page has an opaque origin,
/// which the extension sees as the origin of the host's messages.
fn behind_wrong_origin(url: &str) -> String {
    let url = url.replace('&', "&amp;").replace('"', "&quot;");
    let page = format!(
        "<!doctype html><meta charset=utf-8><title>Wrong origin</title>\
        <style>html,body{{margin:0;height:100%}}iframe{{display:block;width:100%;height:100%;border:0}}</style>\
        <iframe title=\"Behind a wrong origin\" src=\"{url}\"></iframe>\
        <script>addEventListener('message',e=>e.source===parent&&frames[0].postMessage(e.data,'*'))</script>"
    );
    format!("data:text/html,{}", encode_uri_component(&page))
}
