//! The script that wasm-bindgen writes for a module with `--target web`.
//!
//! A script in another shape is an error, because a wrong guess would be a page that does not start. This is the shape in the
//! sources of wasm-bindgen 0.2.112, 0.2.120, 0.2.128 and 0.2.130. The project's pages are built with 0.2.128.
//!
//! ```text
//! import * as import1 from "./snippets/…"           optional
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
//!         "./snippets/…": import1,                   optional
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

/// The parts of wasm-bindgen's script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glue {
    /// The statements that import other scripts.
    imports: String,
    /// The name under which the module imports from this script.
    module: String,
    /// The module's imports from this script: names and JavaScript expressions.
    entries: BTreeMap<String, String>,
    /// The module's imports from other scripts, as lines of an object literal.
    others: String,
    /// The functions that the entries use, and exports other than the loader.
    functions: String,
    /// Whether the loader calls an export of the module after loading it.
    starts: bool,
}

impl Glue {
    /// Parses the script.
    ///
    /// # Errors
    /// [`Error::Glue`] if the script is in another shape.
    pub fn parse(script: &str) -> Result<Self, Error> {
        let (imports, rest) = before(script, "function __wbg_get_imports() {\n")?;
        let rest = after(rest, "    const import0 = {\n        __proto__: null,\n")?;
        let (entries, rest) = before(rest, "    };\n    return {\n        __proto__: null,\n")?;
        let (objects, rest) = before(rest, "    };\n}\n")?;
        let (module, others) = before(objects, ": import0,\n")?;
        let (functions, loader) = before(rest, "let wasmModule, ")?;
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

    /// The module's imports from this script: names and JavaScript expressions.
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

    /// Writes the script for a module with new names. The module imports these entries from `module`, and the name of each is its
    /// position.
    ///
    /// # Errors
    /// [`Error::Module`] if there is no such entry, or if `exports` lacks an export that the script uses.
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

    /// The parts that use the module's exports.
    fn sources(&self) -> impl Iterator<Item = &str> {
        self.entries.values().map(String::as_str).chain([self.functions.as_str()])
    }

    /// Refuses a script that uses `wasm` other than as `wasm.name`, since it could use an export by its old name.
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

/// Replaces the names of the module's exports.
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
