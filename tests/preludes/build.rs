//! Lists the names of the prelude.

use std::{env, error::Error, fs, path::Path};

use syn::{Item, UseTree};

const PRELUDE: &str = "../../src/prelude.rs";
/// The meaning of `hooks::*` in it.
const HOOKS: &str = "../../src/hooks/mod.rs";

fn main() -> Result<(), Box<dyn Error>> {
    let mut names = Vec::new();
    for file in [PRELUDE, HOOKS] {
        println!("cargo::rerun-if-changed={file}");
        for item in syn::parse_file(&fs::read_to_string(file)?)?.items {
            if let Item::Use(item) = item {
                collect(&item.tree, &mut names);
            }
        }
    }
    if let Some(properties) = names.iter().find(|name| name.ends_with("Props")) {
        return Err(format!("{properties} is in the prelude: properties are in the module of their component").into());
    }
    let list = format!("pub use all::{{{}}};", names.join(", "));
    Ok(fs::write(Path::new(&env::var("OUT_DIR")?).join("names.rs"), list)?)
}

fn collect(tree: &UseTree, names: &mut Vec<String>) {
    match tree {
        UseTree::Path(path) => collect(&path.tree, names),
        UseTree::Group(group) => group.items.iter().for_each(|tree| collect(tree, names)),
        UseTree::Name(name) => names.push(name.ident.to_string()),
        UseTree::Rename(name) => names.push(name.rename.to_string()),
        UseTree::Glob(_) => {}
    }
}
