//! Reads the components' documentation from their sources, which becomes the catalogue's text.

use quote::ToTokens;
use syn::{Attribute, Expr, Fields, File, FnArg, Item, ItemFn, ItemStruct, Type};

use super::rust;
use crate::files;
use crate::prelude::*;

/// A public component.
#[derive(Debug)]
pub struct Component {
    /// Its name, as in `<Name />`.
    pub name: String,
    /// The name of its file without extension. Components that only make sense together share a file.
    pub file: String,
    /// The first paragraph of its documentation.
    pub summary: String,
    /// The code of its first tested example.
    pub example: Option<String>,
    /// The rows of its props table.
    pub props: String,
}

/// Returns every public component of a crate's sources, by file and then in source order.
pub fn read(sources: &Path) -> Result<Vec<Component>> {
    let mut components = Vec::new();
    for path in files::with_extension(sources, "rs")? {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let found = parse(&stem, &fs::read_to_string(&path)?);
        components.extend(found.with_context(|| format!("{} is not Rust", path.display()))?);
    }
    Ok(components)
}

fn parse(file: &str, text: &str) -> Result<Vec<Component>> {
    let source = syn::parse_file(text)?;
    let component = |function: &ItemFn| {
        let documentation = rust::documentation(&function.attrs);
        Ok(Component {
            name: function.sig.ident.to_string(),
            file: file.to_owned(),
            summary: rust::first_paragraph(&documentation)?,
            example: rust::first_example(&documentation)?,
            props: props_of(function, &source)?,
        })
    };
    rust::public_functions(&source, &["component"]).map(component).collect()
}

/// Returns a row for each field of the component's props; empty if it has none.
fn props_of(component: &ItemFn, source: &File) -> Result<String> {
    let mut rows = String::new();
    let Some(FnArg::Typed(argument)) = component.sig.inputs.first() else { return Ok(rows) };
    let Type::Reference(reference) = &*argument.ty else { return Ok(rows) };
    let wanted = reference.elem.to_token_stream().to_string();
    let fields = source.items.iter().find_map(|item| match item {
        Item::Struct(ItemStruct { ident, fields: Fields::Named(fields), .. }) if *ident == wanted => Some(fields),
        _ => None,
    });
    for field in fields.iter().flat_map(|fields| &fields.named) {
        let (name, kind) = (field.ident.to_token_stream(), code(&field.ty));
        let summary = rust::first_paragraph(&rust::documentation(&field.attrs))?.replace('|', "\\|");
        rows.push_str(&format!("| `{name}` | `{kind}` | {summary} | {} |\n", default(&field.attrs)));
    }
    Ok(rows)
}

/// Returns the default of a prop.
fn default(attributes: &[Attribute]) -> String {
    // The result of `Default`.
    if rust::has(attributes, "prop_or_default") {
        return String::new();
    }
    let Some(attribute) = attributes.iter().find(|attribute| attribute.path().is_ident("prop_or")) else {
        return "required".to_owned();
    };
    let value = match attribute.parse_args::<Expr>() {
        // `AttrValue::Static("Copy")`: show only the text.
        Ok(Expr::Call(call)) if call.args.len() == 1 => call.args.to_token_stream().to_string(),
        Ok(value) => code(&value),
        Err(_) => code(&attribute.meta),
    };
    format!("`{value}`")
}

/// Formats types and paths without the spaces between tokens.
fn code(tokens: &impl ToTokens) -> String {
    let tokens = tokens.to_token_stream().to_string();
    let parts: Vec<_> = tokens.split("'static ").map(|part| part.replace(' ', "").replace(',', ", ")).collect();
    parts.join("'static ")
}
