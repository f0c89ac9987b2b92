//! wasm-bindgen's script: which shapes are known, and what they become.

use std::collections::BTreeMap;

use crate::support::script;
use livechat_shrink::Error;
use livechat_shrink::glue::Glue;

const LOG: &str = "function(arg0) {\n            console.log(wasm.memory, arg0);\n        }";
const CATCH: &str =
    "function() { return handleError(function (arg0) {\n            arg0.close();\n        }, arguments); }";

fn two() -> String {
    script(
        &[("__wbg_log_0", LOG), ("__wbg_close_1", CATCH)],
        "function free(ptr) {\n    wasm.__wbindgen_free(ptr);\n}\n",
    )
}

/// Why the script is refused.
fn refusal(script: &str) -> String {
    match Glue::parse(script) {
        Err(Error::Glue(reason)) => reason,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_known_shape_is_taken_apart() {
    let glue = Glue::parse(&two()).unwrap();
    assert_eq!(glue.module(), "./extension_bg.js");
    let entries = [("__wbg_close_1", CATCH), ("__wbg_log_0", LOG)];
    assert_eq!(*glue.entries(), entries.map(|(name, value)| (name.to_owned(), value.to_owned())).into_iter().collect());
    assert_eq!(glue.exports().into_iter().collect::<Vec<_>>(), ["__wbindgen_free", "__wbindgen_start", "memory"]);
}

#[test]
fn what_is_printed_has_the_entries_as_a_list_and_short_names() {
    let glue = Glue::parse(&two()).unwrap();
    let names: BTreeMap<String, String> = [("__wbindgen_free", "x"), ("__wbindgen_start", "y"), ("memory", "z")]
        .map(|(a, b)| (a.into(), b.into()))
        .into();
    let printed = glue.print("a", &["__wbg_log_0"], &names).unwrap();
    let list = printed.split("a: [").nth(1).unwrap().split("],").next().unwrap();
    assert_eq!(list.trim(), format!("{},", LOG.replace("wasm.memory", "wasm.z")));
    assert!(printed.contains("wasm.x(ptr)") && printed.contains("wasm.y()"), "{printed}");
    for gone in ["__wbindgen_", "arg0.close", "initSync", "__wbg_init"] {
        assert!(!printed.contains(gone), "{gone} is still in {printed}");
    }
    assert!(printed.trim_end().ends_with("export { load as default };"), "{printed}");
}

#[test]
fn statements_and_other_scripts_stay() {
    let script = format!("import * as import1 from \"./snippets/a/inline0.js\"\n{}", two())
        .replace("import0,\n    };\n}", "import0,\n        \"./snippets/a/inline0.js\": import1,\n    };\n}");
    let names = ["__wbindgen_free", "__wbindgen_start", "memory"].map(|name| (name.to_owned(), "a".to_owned()));
    let printed = Glue::parse(&script).unwrap().print("a", &[], &names.into()).unwrap();
    assert!(printed.starts_with("import * as import1 from \"./snippets/a/inline0.js\"\nfunction"), "{printed}");
    assert!(printed.contains("\"./snippets/a/inline0.js\": import1,"), "{printed}");
}

#[test]
fn names_that_only_contain_wasm_stay() {
    let functions = "function wasm_bindgen__invoke(a) {\n    wasm.wasm_bindgen__invoke(a);\n    x.wasm.memory;\n    $wasm.memory;\n}\n";
    let glue = Glue::parse(&script(&[], functions)).unwrap();
    let exports = ["wasm_bindgen__invoke", "__wbindgen_start"].map(|name| (name.to_owned(), "a".to_owned()));
    let printed = glue.print("a", &[], &exports.into()).unwrap();
    assert!(printed.contains(&functions.replace("wasm.wasm_bindgen__invoke(a)", "wasm.a(a)")), "{printed}");
}

#[test]
fn another_shape_is_refused() {
    for (from, to, says) in [
        (
            "function __wbg_get_imports() {",
            "function __wbg_get_imports(memory) {",
            "it lacks \"function __wbg_get_imports()",
        ),
        ("__proto__: null,\n        __wbg", "__wbg", "it has something before"),
        ("        __wbg_log_0: function", "        (function", "is not the beginning of an import"),
        ("__wbg_close_1: ", "__wbg_log_0: ", "it has two imports `__wbg_log_0`"),
        (
            "        }, arguments); },\n",
            "        }, arguments); }\n",
            "the import `__wbg_close_1` does not end with a comma",
        ),
        ("wasm.__wbindgen_free(ptr)", "const { memory } = wasm;", "it uses all exports after `const { memory } =`"),
        ("wasm.__wbindgen_free(ptr)", "wasm[name](ptr)", "it uses all exports after ``"),
        (
            "cachedUint8ArrayMemory0 = null;",
            "threads = thread_stack_size;",
            "its loader has the line `threads = thread_stack_size;`",
        ),
        ("function initSync(module)", "function initSync(module, memory)", "its loader consists of"),
        ("export { initSync, __wbg_init as default };", "export default __wbg_init;", "its loader consists of"),
        (
            "instantiateStreaming(module, imports)",
            "instantiateStreaming(module, imports, {})",
            "it lacks \"WebAssembly.inst",
        ),
    ] {
        let changed = two().replacen(from, to, 1);
        assert_ne!(changed, two(), "{from}");
        let reason = refusal(&changed);
        assert!(reason.contains(says), "{from}: {reason}");
    }
    assert!(refusal("").contains("it lacks"));
    let text = Glue::parse("").unwrap_err().to_string();
    assert!(text.starts_with("wasm-bindgen wrote a script in an unknown shape: it lacks"), "{text}");
}

#[test]
fn the_loaders_of_older_and_newer_wasm_bindgens_are_known() {
    let older = two()
        .replace("let wasmModule, wasmInstance, wasm;", "let wasmModule, wasm;")
        .replace("    wasmInstance = instance;\n", "");
    let newer = two().replace(
        "async function __wbg_init(module_or_path) {\n",
        "let __wbg_init_promise;\nasync function __wbg_init(module_or_path) {\n    return __wbg_init_once(module_or_path);\n}\n\n\
         async function __wbg_init_once(module_or_path) {\n",
    );
    for script in [older, newer] {
        assert_ne!(script, two());
        assert_eq!(Glue::parse(&script).unwrap(), Glue::parse(&two()).unwrap());
    }
}

#[test]
fn what_only_one_of_the_two_has_is_an_error() {
    let glue = Glue::parse(&two()).unwrap();
    let says = |result: Result<String, Error>| result.unwrap_err().to_string();
    assert!(says(glue.print("a", &["__wbg_new_2"], &BTreeMap::new())).contains("it imports `__wbg_new_2`"));
    assert!(says(glue.print("a", &[], &BTreeMap::new())).contains("does not export `__wbindgen_free`"));
}
