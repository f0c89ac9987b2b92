//! What documentation comments say.

use syn::{Attribute, Expr, ExprLit, Lit, Meta};

/// The comment's lines, without the space that each begins with.
pub(super) fn text(attributes: &[Attribute]) -> String {
    let line = |attribute: &Attribute| match &attribute.meta {
        Meta::NameValue(value) if value.path.is_ident("doc") => match &value.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => {
                let text = text.value();
                Some(text.strip_prefix(' ').unwrap_or(&text).to_owned())
            }
            _ => None,
        },
        _ => None,
    };
    attributes.iter().filter_map(line).collect::<Vec<_>>().join("\n")
}

/// All before the first empty line, in one line. What links to other items becomes plain code: rustdoc alone can
/// follow such links.
pub(super) fn first_paragraph(doc: &str) -> String {
    let lines: Vec<_> = doc.lines().map(str::trim).take_while(|line| !line.is_empty()).collect();
    without_item_links(&lines.join(" "))
}

/// The code of the first block that rustdoc compiles and runs, without the lines that it hides.
pub(super) fn first_example(doc: &str) -> Option<String> {
    let mut lines = doc.lines();
    while let Some(line) = lines.next() {
        let Some(language) = line.strip_prefix("```") else { continue };
        let code: Vec<_> = lines.by_ref().take_while(|line| !line.starts_with("```")).collect();
        if language == "rust" {
            let shown: Vec<_> = code.into_iter().filter(|line| *line != "#" && !line.starts_with("# ")).collect();
            return Some(shown.join("\n"));
        }
    }
    None
}

/// ``[`List`]`` and ``[`List`](crate::List)`` become `` `List` ``.
fn without_item_links(text: &str) -> String {
    let mut pieces = text.split("[`");
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let Some((item, rest)) = piece.split_once("`]") else {
            plain.push_str("[`");
            plain.push_str(piece);
            continue;
        };
        let target = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'));
        plain.push_str(&format!("`{item}`{}", target.map_or(rest, |(_, rest)| rest)));
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_to_items_become_code() {
        for (text, plain) in [
            ("[`Tab`]s", "`Tab`s"),
            ("a sentence, or an [`EmptyState`](crate::EmptyState).", "a sentence, or an `EmptyState`."),
            ("[`A`](x) or [`B`] (or not)", "`A` or `B` (or not)"),
            ("no [`end", "no [`end"),
            ("[a page](https://example.org)", "[a page](https://example.org)"),
        ] {
            assert_eq!(without_item_links(text), plain);
        }
    }

    #[test]
    fn an_example_is_what_rustdoc_runs() {
        assert_eq!(
            first_example("text\n\n```rust\na\n# hidden\n#\n#[attribute]\n```\n"),
            Some("a\n#[attribute]".into())
        );
        assert_eq!(first_example("```ignore\nno\n```\n```rust\nyes\n```"), Some("yes".into()));
        assert_eq!(first_example("```rust,ignore\nno\n```"), None);
        assert_eq!(first_example("text"), None);
    }
}
