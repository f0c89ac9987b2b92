//! The script that wasm-bindgen writes for a module, with `--target web`.
//!
//! Its shape is known and checked, line by line where something is replaced. In another shape it is an error, since a wrong
//! guess would be a page that does not start. wasm-bindgen 0.2.112 to 0.2.128 write this one:
//!
//! ```text
//! import * as import1 from "./snippets/…"           statements, perhaps none
//! function __wbg_get_imports() {
//!     const import0 = {
//!         __proto__: null,
//!         <name>: function(arg0) {                   one entry for each import of the module
//!             …
//!         },
//!     };
//!     return {
//!         __proto__: null,
//!         "./<module>_bg.js": import0,
//!         "./snippets/…": import1,                   perhaps none
//!     };
//! }
//! …                                                  functions, which use the module's exports as `wasm.<name>`
//! let wasmModule, wasmInstance, wasm;
//! …                                                  the loader
//! export { initSync, __wbg_init as default };
//! ```

mod loader;
mod text;

use std::collections::{BTreeMap, BTreeSet};

use crate::Error;
use text::{after, before, mentions};

/// wasm-bindgen's script, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glue {
    /// Statements that import other scripts.
    imports: String,
    /// The name under which the module imports from this script.
    module: String,
    /// What the module imports from this script: by name, the JavaScript of its value.
    entries: BTreeMap<String, String>,
    /// What the module imports from other scripts, as lines of an object.
    others: String,
    /// The functions that the entries use, and what the script exports besides the loader.
    functions: String,
    /// Whether the module has a function to call when it has been loaded.
    starts: bool,
}

impl Glue {
    /// Takes the script apart.
    ///
    /// # Errors
    /// [`Error::Glue`], if it is in another shape.
    pub fn parse(script: &str) -> Result<Self, Error> {
        let (imports, rest) = before(script, "function __wbg_get_imports() {\n")?;
        let rest = after(rest, "    const import0 = {\n        __proto__: null,\n")?;
        let (entries, rest) = before(rest, "    };\n    return {\n        __proto__: null,\n")?;
        let (objects, rest) = before(rest, "    };\n}\n")?;
        let (module, others) = before(objects, ": import0,\n")?;
        let (functions, loader) = before(rest, "let wasmModule, wasmInstance, wasm;\n")?;
        let glue = Self {
            imports: imports.to_owned(),
            module: text::unquoted(module.trim_start())?.to_owned(),
            entries: text::entries(entries)?,
            others: others.to_owned(),
            functions: functions.to_owned(),
            starts: loader::starts(loader)?,
        };
        glue.refuse_other_uses()?;
        Ok(glue)
    }

    /// The name under which the module imports from this script.
    #[must_use]
    pub fn module(&self) -> &str {
        &self.module
    }

    /// What the module imports from this script: by name, the JavaScript of its value.
    #[must_use]
    pub fn entries(&self) -> &BTreeMap<String, String> {
        &self.entries
    }

    /// The exports of the module that this script uses.
    #[must_use]
    pub fn exports(&self) -> BTreeSet<&str> {
        let used = self.sources().flat_map(|source| mentions(source).filter_map(|at| text::member(source, at)));
        used.chain(self.starts.then_some(loader::START)).collect()
    }

    /// The script with these entries alone, as a list in this order, which the module imports from `module` under their
    /// numbers; and with these names of the module's exports.
    ///
    /// # Errors
    /// [`Error::Module`], if there is no such entry, or if an export that the script uses has no name.
    pub fn print(&self, module: &str, entries: &[&str], exports: &BTreeMap<String, String>) -> Result<String, Error> {
        let mut list = String::new();
        for name in entries {
            let entry = self.entries.get(*name);
            let entry =
                entry.ok_or_else(|| Error::Module(format!("it imports `{name}`, which its script does not have")))?;
            list += &format!("{entry},\n");
        }
        let Self { imports, others, functions, .. } = self;
        let script = format!(
            "{imports}function __wbg_get_imports() {{\nreturn {{ __proto__: null, {module}: [\n{list}],\n{others}}};\n}}\n\
             {functions}{}",
            loader::smaller(self.starts)
        );
        renamed(&script, exports)
    }

    /// The parts in which the module's exports are used.
    fn sources(&self) -> impl Iterator<Item = &str> {
        self.entries.values().map(String::as_str).chain([self.functions.as_str()])
    }

    /// `wasm` in another expression than `wasm.name`, by which an export could be used whose name is changed.
    fn refuse_other_uses(&self) -> Result<(), Error> {
        let is_other = |rest: &str| rest.trim_start().starts_with(['[', ')', ']', '}', ',', ';', '=', '?']);
        for source in self.sources() {
            if let Some(at) = mentions(source).find(|at| source.get(at + text::EXPORTS.len()..).is_some_and(is_other)) {
                let line = source.get(..at).and_then(|before| before.lines().last()).unwrap_or_default();
                return Err(Error::Glue(format!("it uses all exports after `{}`", line.trim())));
            }
        }
        Ok(())
    }
}

/// The script with these names of the module's exports.
fn renamed(script: &str, exports: &BTreeMap<String, String>) -> Result<String, Error> {
    let mut renamed = String::new();
    let mut rest = 0;
    for at in mentions(script) {
        let Some(name) = text::member(script, at) else { continue };
        let short = exports.get(name);
        let short =
            short.ok_or_else(|| Error::Module(format!("it does not export `{name}`, which its script uses")))?;
        renamed += script.get(rest..at).unwrap_or_default();
        renamed += &format!("{}.{short}", text::EXPORTS);
        rest = at + text::EXPORTS.len() + 1 + name.len();
    }
    Ok(renamed + script.get(rest..).unwrap_or_default())
}
