use std::collections::{BTreeMap, HashMap};

use wasmparser::{Import, TypeRef};

use super::likeness::by_likeness;
use super::rewrite::Rewrite;
use super::summary::{Summary, is_function};
use crate::Error;
use crate::glue::Glue;

/// The name under which a renamed module imports from its script.
pub const MODULE: &str = "a";

/// A module with short names, and the names that its script needs.
#[derive(Debug)]
pub struct Renamed {
    /// The module.
    pub module: Vec<u8>,
    /// The old names of its imports from the script. The new name of each is its position.
    pub imports: Vec<String>,
    /// The new names of its exports, by old name.
    pub exports: BTreeMap<String, String>,
}

/// Removes exports that the script does not use. Imports with the same value in the script and the same type get the same name, so that
/// wasm-opt merges them.
///
/// # Errors
/// If the module cannot be read, or imports what its script does not have.
pub fn prune(module: &[u8], glue: &Glue) -> Result<Vec<u8>, Error> {
    let summary = Summary::read(module)?;
    let mut firsts: HashMap<(TypeIndex, &str), &str> = HashMap::new();
    let mut imports = Vec::new();
    for (index, import) in summary.imports.iter().enumerate() {
        let name = match value(import, glue)? {
            Some(value) => firsts.entry((TypeIndex::of(import)?, value)).or_insert(import.name),
            None => import.name,
        };
        imports.push((index, import.module.to_owned(), name.to_owned()));
    }
    let used = glue.exports();
    let exports = summary.exports.iter().filter(|name| used.contains(**name));
    let exports = exports.map(|name| ((*name).to_owned(), (*name).to_owned())).collect();
    let functions = summary.imported_functions() + summary.bodies.len();
    let mut rewrite = Rewrite {
        imports,
        order: (0..summary.bodies.len()).collect(),
        functions: (0..functions).map(index).collect::<Result<_, _>>()?,
        exports,
        without_alignment: false,
    };
    rewrite.apply(module)
}

/// Gives imports and exports short names, and sorts functions by likeness.
///
/// # Errors
/// If the module cannot be read, or imports what its script does not have.
pub fn rename(module: &[u8], glue: &Glue) -> Result<Renamed, Error> {
    let summary = Summary::read(module)?;
    let mut ours: Vec<(TypeIndex, &str, usize)> = Vec::new();
    let mut others = Vec::new();
    for (index, import) in summary.imports.iter().enumerate() {
        match value(import, glue)? {
            // Values of imports with the same type look alike, so sorting by type helps both files.
            Some(value) => ours.push((TypeIndex::of(import)?, value, index)),
            None => others.push(index),
        }
    }
    ours.sort_unstable();
    let name = |index: usize| summary.imports.get(index).map_or("", |import| import.name).to_owned();
    let renamed = ours.iter().enumerate().map(|(number, (.., index))| (*index, MODULE.to_owned(), number.to_string()));
    let kept = others.iter().filter_map(|index| {
        let import = summary.imports.get(*index)?;
        Some((*index, import.module.to_owned(), import.name.to_owned()))
    });
    let imports: Vec<_> = renamed.chain(kept).collect();

    let order = by_likeness(&summary.bodies);
    let exports = summary.exports.iter().zip(0..).map(|(name, number)| ((*name).to_owned(), short(number))).collect();
    let mut rewrite = Rewrite {
        functions: new_indices(&summary, &imports, &order)?,
        imports,
        order,
        exports,
        // Atomic instructions are only valid with their own alignment.
        without_alignment: !summary.is_shared,
    };
    let module = rewrite.apply(module)?;
    Ok(Renamed { module, imports: ours.iter().map(|(.., index)| name(*index)).collect(), exports: rewrite.exports })
}

/// The new index of each function.
fn new_indices(summary: &Summary<'_>, imports: &[(usize, String, String)], order: &[usize]) -> Result<Vec<u32>, Error> {
    let mut places: HashMap<usize, usize> = HashMap::new();
    let is_imported = |index: &usize| summary.imports.get(*index).is_some_and(is_function);
    for (place, import) in imports.iter().map(|(import, ..)| *import).filter(is_imported).enumerate() {
        places.insert(import, place);
    }
    let mut functions = Vec::new();
    for import in (0..summary.imports.len()).filter(is_imported) {
        functions.push(places.get(&import).copied().unwrap_or_default());
    }
    let imported = functions.len();
    functions.resize(imported + order.len(), 0);
    for (place, function) in order.iter().enumerate() {
        if let Some(index) = functions.get_mut(imported + function) {
            *index = imported + place;
        }
    }
    functions.into_iter().map(index).collect()
}

/// The value that the script gives this import, if it is imported from this script.
fn value<'a>(import: &Import<'_>, glue: &'a Glue) -> Result<Option<&'a str>, Error> {
    if import.module != glue.module() {
        return Ok(None);
    }
    let value = glue.entries().get(import.name);
    value
        .map(|value| Some(value.as_str()))
        .ok_or_else(|| Error::Module(format!("it imports `{}`, which its script does not have", import.name)))
}

/// The type of an import from the script, which has to be a function.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct TypeIndex(u32);

impl TypeIndex {
    fn of(import: &Import<'_>) -> Result<Self, Error> {
        match import.ty {
            TypeRef::Func(index) | TypeRef::FuncExact(index) => Ok(Self(index)),
            _ => Err(Error::Module(format!("its import `{}` is not a function", import.name))),
        }
    }
}

fn index(index: usize) -> Result<u32, Error> {
    u32::try_from(index).map_err(|_| Error::Module("it has more functions than WebAssembly allows".to_owned()))
}

/// The name with this number: `a` to `z`, then `aa` and so on. A reserved word of JavaScript is a valid name after `wasm.`.
fn short(number: usize) -> String {
    let mut name = Vec::new();
    let mut rest = number + 1;
    while rest > 0 {
        rest -= 1;
        name.insert(0, b"abcdefghijklmnopqrstuvwxyz"[rest % 26]);
        rest /= 26;
    }
    name.into_iter().map(char::from).collect()
}
