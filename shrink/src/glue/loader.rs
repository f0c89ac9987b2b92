//! The end of wasm-bindgen's script, which loads the module.

use super::text::before;
use crate::Error;

/// The export that is called when the module has been loaded.
pub(super) const START: &str = "__wbindgen_start";

/// What the loader defines. Threads, and a memory of the page's own, change the parameters.
const DEFINITIONS: [&str; 5] = [
    "function __wbg_finalize_init(instance, module) {",
    "async function __wbg_load(module, imports) {",
    "function initSync(module) {",
    "async function __wbg_init(module_or_path) {",
    "export { initSync, __wbg_init as default };",
];

/// Checks that the loader does nothing else than the one below, but for the other sources that it can load from. Returns whether
/// it calls [`START`].
pub(super) fn starts(loader: &str) -> Result<bool, Error> {
    // What is not indented and does not close anything, which is how a definition begins.
    let begins = |line: &&str| !line.is_empty() && !line.starts_with([' ', '}']);
    let definitions: Vec<&str> = loader.lines().filter(begins).collect();
    if definitions != DEFINITIONS {
        return Err(Error::Glue(format!("its loader consists of {definitions:?}")));
    }
    let (_, body) = before(loader, DEFINITIONS[0])?;
    let (body, _) = before(body, "\n}\n")?;
    let is_view = |line: &str| line.starts_with("cached") && line.ends_with(" = null;");
    let mut starts = false;
    for line in body.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line {
            "wasmInstance = instance;" | "wasm = instance.exports;" | "wasmModule = module;" | "return wasm;" => {}
            "wasm.__wbindgen_start();" => starts = true,
            // For a second module, which does not happen here.
            _ if is_view(line) => {}
            _ => return Err(Error::Glue(format!("its loader has the line `{line}`"))),
        }
    }
    Ok(starts)
}

/// A loader for one module that is fetched, by the page or from an address.
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
