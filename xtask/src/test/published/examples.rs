//! Has every public hook and every public component an example in its documentation? Whether it compiles, the part `native`
//! tells.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use syn::{Attribute, Expr, Item, Lit, Meta, Visibility};

/// Where they are.
const FOLDERS: [&str; 2] = ["src", "components/src"];

/// Returns how many there are.
pub(super) fn check(root: &Path) -> Result<usize> {
    let mut found = Found::default();
    for folder in FOLDERS {
        look(&root.join(folder), &mut found)?;
    }
    ensure!(found.without.is_empty(), "there is no example in the documentation of {}", found.without.join(", "));
    Ok(found.with)
}

#[derive(Debug, Default)]
struct Found {
    with: usize,
    without: Vec<String>,
}

fn look(folder: &Path, found: &mut Found) -> Result<()> {
    let unreadable = || format!("cannot read {}", folder.display());
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let path = entry.with_context(unreadable)?.path();
        if path.is_dir() {
            look(&path, found)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).with_context(unreadable)?;
            look_into(&text, found).with_context(|| format!("cannot parse {}", path.display()))?;
        }
    }
    Ok(())
}

fn look_into(text: &str, found: &mut Found) -> Result<()> {
    for item in syn::parse_file(text)?.items {
        let Item::Fn(function) = item else { continue };
        let is = |name: &str| function.attrs.iter().any(|attribute| attribute.path().is_ident(name));
        if !matches!(function.vis, Visibility::Public(_)) || !(is("hook") || is("component")) {
            continue;
        }
        if function.attrs.iter().any(|attribute| documentation(attribute).is_some_and(|line| line.contains("```"))) {
            found.with += 1;
        } else {
            found.without.push(function.sig.ident.to_string());
        }
    }
    Ok(())
}

/// One line of documentation.
fn documentation(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(meta) = &attribute.meta else { return None };
    let Expr::Lit(literal) = &meta.value else { return None };
    match &literal.lit {
        Lit::Str(text) if meta.path.is_ident("doc") => Some(text.value()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn public_hooks_and_components_need_an_example_and_nothing_else_does() {
        let text = "
            /// Has one.
            ///
            /// ```
            /// use_one();
            /// ```
            #[hook]
            pub fn use_one() {}
            /// Has none.
            #[hook]
            pub fn use_two() {}
            #[component]
            pub fn Three() -> Html {}
            #[hook]
            pub(crate) fn use_four() {}
            pub fn five() {}
        ";
        let mut found = Found::default();
        look_into(text, &mut found).unwrap();
        assert_eq!((found.with, found.without), (1, vec!["use_two".to_owned(), "Three".to_owned()]));
    }
}
