//! Is every name of the prelude in the list?

use std::{collections::BTreeSet, fs, path::Path};

use syn::{Item, UseTree};

/// The names that a file's `use` items bring in.
fn names(file: &str) -> BTreeSet<String> {
    fn collect(tree: &UseTree, names: &mut BTreeSet<String>) {
        match tree {
            UseTree::Path(path) => collect(&path.tree, names),
            UseTree::Group(group) => group.items.iter().for_each(|tree| collect(tree, names)),
            UseTree::Name(name) => {
                names.insert(name.ident.to_string());
            }
            UseTree::Rename(name) => {
                names.insert(name.rename.to_string());
            }
            UseTree::Glob(_) => panic!("{names:?}: name them one by one"),
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let source = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let source = syn::parse_file(&source).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut names = BTreeSet::new();
    for item in source.items {
        if let Item::Use(item) = item {
            collect(&item.tree, &mut names);
        }
    }
    names
}

#[test]
fn every_name_of_the_prelude_is_used_beside_the_other_preludes() {
    assert_eq!(names("src/lib.rs"), names("../../src/prelude.rs"));
    assert!(names("src/lib.rs").len() > 50);
}

#[test]
fn no_properties_of_a_component_are_in_the_prelude() {
    assert!(names("../../src/prelude.rs").iter().all(|name| !name.ends_with("Props")));
}
