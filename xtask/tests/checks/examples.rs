//! Every public hook and component has an example in its documentation. The part `native` compiles them.

use syn::ItemFn;

use anyhow::{Context, Result, ensure};
use fs_err as fs;
use std::path::Path;
use xtask::{catalogue::rust, files};

/// The folders with hooks and components.
const FOLDERS: [&str; 2] = ["src", "components/src"];

/// Returns their number.
pub(super) fn check(root: &Path) -> Result<usize> {
    let (mut count, mut without) = (0, Vec::new());
    for folder in FOLDERS {
        for file in files::with_extension(&root.join(folder), "rs")? {
            for (name, has_example) in hooks_and_components(&fs::read_to_string(&file)?)
                .with_context(|| format!("cannot parse {}", file.display()))?
            {
                count += 1;
                if !has_example {
                    without.push(name);
                }
            }
        }
    }
    ensure!(without.is_empty(), "there is no example in the documentation of {}", without.join(", "));
    Ok(count)
}

/// Returns the public items of a source, and whether each has an example.
fn hooks_and_components(text: &str) -> Result<Vec<(String, bool)>> {
    let source = syn::parse_file(text)?;
    let functions = rust::public_functions(&source, &["hook", "component"]);
    let has_example = |function: &ItemFn| rust::documentation(&function.attrs).contains("```");
    Ok(functions.map(|function| (function.sig.ident.to_string(), has_example(function))).collect())
}
