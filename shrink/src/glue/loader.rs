//! The loader at the end of wasm-bindgen's script.

use super::text::before;
use crate::Error;

/// The export that the loader calls after it has loaded the module.
pub(super) const START: &str = "__wbindgen_start";

/// The function that makes the module's exports available.
const FINISH: &str = "function __wbg_finalize_init(instance, module) {";

/// The first line of every definition in the loader. With threads or an imported memory, the parameters differ.
const DEFINITIONS: [&str; 5] = [
    FINISH,
    "async function __wbg_load(module, imports) {",
    "function initSync(module) {",
    "async function __wbg_init(module_or_path) {",
    "export { initSync, __wbg_init as default };",
];

/// Definitions that only some versions have: variables, and a guard against a second call while the first one loads.
const OF_VERSIONS: [&str; 4] =
    ["wasmInstance, wasm;", "wasm;", "let __wbg_init_promise;", "async function __wbg_init_once(module_or_path) {"];

/// The call that compiles the module, without options.
const COMPILE: &str = "WebAssembly.instantiateStreaming(module, imports);";

/// Returns whether the loader calls [`START`]. Fails if it does anything that [`smaller`] does not do, other than loading from
/// bytes, from a compiled module or synchronously.
pub(super) fn starts(loader: &str) -> Result<bool, Error> {
    // A definition begins with a line that is not indented and does not close a block.
    let begins = |line: &&str| !line.is_empty() && !line.starts_with([' ', '}']);
    let definitions = loader.lines().filter(begins).filter(|line| !OF_VERSIONS.contains(line));
    let definitions: Vec<&str> = definitions.collect();
    if definitions != DEFINITIONS {
        return Err(Error::Glue(format!("its loader consists of {definitions:?}")));
    }
    before(loader, COMPILE)?;
    let (_, body) = before(loader, FINISH)?;
    let (body, _) = before(body, "\n}\n")?;
    let is_view = |line: &str| line.starts_with("cached") && line.ends_with(" = null;");
    let mut starts = false;
    for line in body.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line {
            "wasmInstance = instance;" | "wasm = instance.exports;" | "wasmModule = module;" | "return wasm;" => {}
            "wasm.__wbindgen_start();" => starts = true,
            // Only matters when a page loads two modules with one script.
            _ if is_view(line) => {}
            _ => return Err(Error::Glue(format!("its loader has the line `{line}`"))),
        }
    }
    Ok(starts)
}

/// A loader that takes a response, the promise of one, or an address.
pub(super) fn smaller(starts: bool) -> String {
    let start = if starts { format!("wasm.{START}();") } else { String::new() };
    format!(
        "let wasm;
        async function load({{ module_or_path }}) {{
            let response = await module_or_path;
            if (!(response instanceof Response)) response = await fetch(response);
            if (!response.ok) throw new Error(`cannot load ${{response.url}}: status ${{response.status}}`);
            const imports = __wbg_get_imports();
            const {{ instance }} = await (response.headers.get('Content-Type') === 'application/wasm'
                ? WebAssembly.instantiateStreaming(response, imports)
                : WebAssembly.instantiate(await response.arrayBuffer(), imports));
            wasm = instance.exports;
            {start}
        }}
        export {{ load as default }};\n"
    )
}
