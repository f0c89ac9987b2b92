//! Reads the components out of their sources: what they say of themselves is the catalogue's text.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use quote::ToTokens;
use syn::{Attribute, Expr, Field, Fields, FnArg, Item, ItemFn, ItemStruct, Meta, Type, Visibility};

use super::doc;

/// A public component.
#[derive(Debug)]
pub(super) struct Component {
    pub(super) name: String,
    /// The file it stands in, without the ending. Components that only make sense together share one.
    pub(super) file: String,
    /// The first paragraph of its documentation.
    pub(super) summary: String,
    /// The code of its first example that is compiled and run.
    pub(super) example: Option<String>,
    pub(super) props: Vec<Prop>,
}

/// A property of a component.
#[derive(Debug)]
pub(super) struct Prop {
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) summary: String,
    pub(super) default: Default,
}

/// What a property is where it is not given.
#[derive(Debug, PartialEq)]
pub(super) enum Default {
    /// It has to be given.
    Required,
    /// What `Default` makes.
    OfItsType,
    Value(String),
}

/// Every public component of a crate's sources, by file and then as they stand in it.
pub(super) fn read(sources: &Path) -> Result<Vec<Component>> {
    let unreadable = || format!("cannot read {}: restore it", sources.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(sources).with_context(unreadable)? {
        files.push(entry.with_context(unreadable)?.path());
    }
    files.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    files.sort();
    let mut components = Vec::new();
    for path in files {
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let found = parse(&stem, &text).with_context(|| format!("{} is not Rust", path.display()))?;
        components.extend(found);
    }
    Ok(components)
}

fn parse(file: &str, text: &str) -> syn::Result<Vec<Component>> {
    let items = syn::parse_file(text)?.items;
    let component = |item: &Item| match item {
        Item::Fn(function) if is_public(&function.vis) && has(&function.attrs, "component") => {
            let doc = doc::text(&function.attrs);
            Some(Component {
                name: function.sig.ident.to_string(),
                file: file.to_owned(),
                summary: doc::first_paragraph(&doc),
                example: doc::first_example(&doc),
                props: props_of(function, &items),
            })
        }
        _ => None,
    };
    Ok(items.iter().filter_map(component).collect())
}

/// The fields of the struct that a component takes; none if it takes none.
fn props_of(component: &ItemFn, items: &[Item]) -> Vec<Prop> {
    let Some(FnArg::Typed(argument)) = component.sig.inputs.first() else { return Vec::new() };
    let Type::Reference(reference) = &*argument.ty else { return Vec::new() };
    let wanted = reference.elem.to_token_stream().to_string();
    let fields = |item: &Item| match item {
        Item::Struct(ItemStruct { ident, fields: Fields::Named(fields), .. }) if *ident == wanted => {
            Some(fields.named.iter().filter_map(prop).collect())
        }
        _ => None,
    };
    items.iter().find_map(fields).unwrap_or_default()
}

fn prop(field: &Field) -> Option<Prop> {
    Some(Prop {
        name: field.ident.as_ref()?.to_string(),
        kind: code(&field.ty),
        summary: doc::first_paragraph(&doc::text(&field.attrs)),
        default: default(&field.attrs),
    })
}

fn default(attributes: &[Attribute]) -> Default {
    if has(attributes, "prop_or_default") {
        return Default::OfItsType;
    }
    let value = attributes.iter().find(|attribute| attribute.path().is_ident("prop_or")).map(|attribute| {
        match attribute.parse_args::<Expr>() {
            // `AttrValue::Static("Copy")`: the text is what matters.
            Ok(Expr::Call(call)) if call.args.len() == 1 => call.args.to_token_stream().to_string(),
            Ok(value) => code(&value),
            Err(_) => code(&attribute.meta),
        }
    });
    value.map_or(Default::Required, Default::Value)
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn has(attributes: &[Attribute], name: &str) -> bool {
    attributes.iter().any(|attribute| matches!(&attribute.meta, Meta::Path(path) if path.is_ident(name)))
}

/// Types and paths as a person writes them: the tokens have spaces everywhere.
fn code(tokens: &impl ToTokens) -> String {
    tokens.to_token_stream().to_string().replace(' ', "").replace(',', ", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = r#"
        /// The properties of [`Lamp`].
        pub struct LampProps {
            /// How bright, for the [`Room`](crate::Room).
            ///
            /// More of it.
            pub watts: Option<Callback<f64, AttrValue>>,
            /// Its name.
            #[prop_or(AttrValue::Static("A lamp, on"))]
            pub label: AttrValue,
            #[prop_or(LampKind::Desk)]
            kind: LampKind,
            #[prop_or_default]
            pub on: bool,
        }

        /// A lamp
        /// for a [`Room`].
        ///
        /// ```text
        /// not this
        /// ```
        ///
        /// ```rust
        /// # hidden();
        /// lamp();
        /// ```
        #[component]
        pub fn Lamp(props: &LampProps) -> Html { todo!() }

        #[component]
        fn Private() -> Html { todo!() }

        pub fn helper() {}
    "#;

    #[test]
    fn a_component_says_its_name_summary_example_and_props() {
        let components = parse("lamp", SOURCE).unwrap();
        let [lamp] = &components[..] else { panic!("one public component: {components:?}") };
        assert_eq!((&*lamp.name, &*lamp.summary), ("Lamp", "A lamp for a `Room`."));
        assert_eq!(lamp.example.as_deref(), Some("lamp();"));
        let props: Vec<_> =
            lamp.props.iter().map(|prop| (&*prop.name, &*prop.kind, &*prop.summary, &prop.default)).collect();
        assert_eq!(
            props,
            [
                ("watts", "Option<Callback<f64, AttrValue>>", "How bright, for the `Room`.", &Default::Required),
                ("label", "AttrValue", "Its name.", &Default::Value("\"A lamp, on\"".into())),
                ("kind", "LampKind", "", &Default::Value("LampKind::Desk".into())),
                ("on", "bool", "", &Default::OfItsType),
            ]
        );
    }
}
