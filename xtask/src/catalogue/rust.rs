//! Reads functions and their documentation.

use syn::{Attribute, Expr, ExprLit, File, Item, ItemFn, Lit, Meta, Visibility};

use crate::markdown;
use crate::prelude::*;

/// Returns the public functions with one of these attributes.
pub fn public_functions<'a>(source: &'a File, names: &[&str]) -> impl Iterator<Item = &'a ItemFn> {
    source.items.iter().filter_map(move |item| match item {
        Item::Fn(function) if matches!(function.vis, Visibility::Public(_)) => {
            names.iter().any(|name| has(&function.attrs, name)).then_some(function)
        }
        _ => None,
    })
}

/// Whether one of the attributes is this one, without arguments.
pub(super) fn has(attributes: &[Attribute], name: &str) -> bool {
    attributes.iter().any(|attribute| matches!(&attribute.meta, Meta::Path(path) if path.is_ident(name)))
}

/// Returns the lines of a doc comment without their leading space.
pub fn documentation(attributes: &[Attribute]) -> String {
    let line = |attribute: &Attribute| {
        let Meta::NameValue(meta) = &attribute.meta else { return None };
        let Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) = &meta.value else { return None };
        let text = text.value();
        meta.path.is_ident("doc").then(|| text.strip_prefix(' ').unwrap_or(&text).to_owned())
    };
    attributes.iter().filter_map(line).collect::<Vec<_>>().join("\n")
}

/// Returns the first paragraph in one line. Links to other items become plain code, since only rustdoc can resolve
/// them: ``[`List`]`` and ``[`List`](crate::List)`` become `` `List` ``.
pub fn first_paragraph(documentation: &str) -> Result<String> {
    let lines: Vec<_> = documentation.lines().map(str::trim).take_while(|line| !line.is_empty()).collect();
    let link = Regex::new(r"\[(`[^`]*`)\](?:\([^)]*\))?")?;
    Ok(link.replace_all(&lines.join(" "), "$1").into_owned())
}

/// Returns the code of the first tested block, without hidden lines.
pub fn first_example(documentation: &str) -> Result<Option<String>> {
    let example = markdown::blocks(documentation)?.into_iter().find(|block| block.language == "rust");
    let is_shown = |line: &&str| *line != "#" && !line.starts_with("# ");
    Ok(example.map(|block| block.code.lines().filter(is_shown).collect::<Vec<_>>().join("\n")))
}
