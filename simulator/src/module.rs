//! The simulator as a separate WebAssembly module: the application passes the extensions to it and starts it, so that
//! saving a file rebuilds only the application.

use js_sys::Reflect;
use web_sys::{HtmlScriptElement, Window};

use crate::{
    SimulatedExtension, Simulator, SimulatorProps,
    handed_over::{PROPERTY, from_json, to_json},
};

/// The folder of the module's files, below the page's folder. `trunk/simulator.sh` writes them there.
const FOLDER: &str = "yew-livechat-simulator";

/// Loads the module. File names don't change between builds, so the browser revalidates its copies.
const LOADER: &str = r#"
const get = (file) => fetch(file, { cache: "no-cache" });
const script = folder + ".js";
await get(script);
const { default: init } = await import(script);
await init({ module_or_path: get(folder + "_bg.wasm") });
"#;

/// Renders the simulator with the given extensions. The module's `main` calls it.
pub fn run() {
    let handed_over = web_sys::window().and_then(|window| Reflect::get(&window, &PROPERTY.into()).ok());
    let extensions = from_json(&handed_over.and_then(|value| value.as_string()).unwrap_or_default());
    yew::Renderer::<Simulator>::with_props(SimulatorProps { extensions }).render();
}

/// Passes the extensions to the module, and starts it. `base` is the page's path without a trailing slash. Returns the
/// script that loads the module; it fires `error` if the module is missing.
pub fn start_module(window: &Window, base: &str, extensions: &[SimulatedExtension]) -> Option<HtmlScriptElement> {
    use wasm_bindgen::JsCast;

    let document = window.document()?;
    Reflect::set(window, &PROPERTY.into(), &to_json(extensions).into()).ok()?;
    let script: HtmlScriptElement = document.create_element("script").ok()?.unchecked_into();
    script.set_type("module");
    // A page's path contains no character that needs escaping in a JavaScript string.
    let folder = serde_json::Value::from(format!("{base}/{FOLDER}/{FOLDER}"));
    let report = "dispatchEvent(new ErrorEvent(\"error\", { error }))";
    let text = format!(
        "const folder = {folder};\nconst self = document.getElementById({FOLDER:?});\n\
         try {{{LOADER}}} catch (error) {{ console.error(error); self.{report}; }}"
    );
    script.set_id(FOLDER);
    script.set_text(&text).ok()?;
    document.head()?.append_child(&script).ok()?;
    Some(script)
}
