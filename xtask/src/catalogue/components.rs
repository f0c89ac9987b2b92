//! Reads the components out of their sources: what they say of themselves is the catalogue's text.

use quote::ToTokens;
use syn::{Attribute, Expr, Fields, File, FnArg, Item, ItemFn, ItemStruct, Type};

use super::rust;
use crate::files;
use crate::prelude::*;

/// A public component.
#[derive(Debug)]
pub struct Component {
    /// As in `<Name />`.
    pub name: String,
    /// The file it is in, without the ending. Components that only make sense together share one.
    pub file: String,
    /// The first paragraph of its documentation.
    pub summary: String,
    /// The code of its first example that is compiled and run.
    pub example: Option<String>,
    /// The rows of the table of its properties.
    pub props: String,
}

/// Every public component of a crate's sources, by file and then in the file's order.
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

/// A row for each field of the struct that a component takes; none if it takes none.
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

/// What a property is where it is not given.
fn default(attributes: &[Attribute]) -> String {
    // What `Default` makes.
    if rust::has(attributes, "prop_or_default") {
        return String::new();
    }
    let Some(attribute) = attributes.iter().find(|attribute| attribute.path().is_ident("prop_or")) else {
        return "required".to_owned();
    };
    let value = match attribute.parse_args::<Expr>() {
        // `AttrValue::Static("Copy")`: the text is what matters.
        Ok(Expr::Call(call)) if call.args.len() == 1 => call.args.to_token_stream().to_string(),
        Ok(value) => code(&value),
        Err(_) => code(&attribute.meta),
    };
    format!("`{value}`")
}

/// Types and paths as a person writes them: the tokens have spaces everywhere.
fn code(tokens: &impl ToTokens) -> String {
    let tokens = tokens.to_token_stream().to_string();
    let parts: Vec<_> = tokens.split("'static ").map(|part| part.replace(' ', "").replace(',', ", ")).collect();
    parts.join("'static ")
}
