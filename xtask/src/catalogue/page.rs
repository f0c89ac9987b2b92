//! Writes the page.

use std::fmt::Write;

use anyhow::Result;

use super::colours::Colour;
use super::components::{Component, Default, Prop};
use super::gallery::Group;
use super::pictures;

/// What stands before the components; the two comments in it are replaced.
const INTRODUCTION: &str = include_str!("introduction.md");
const CONTENTS_HERE: &str = "<!-- contents -->";
const COLOURS_HERE: &str = "<!-- colours -->";

/// Group by group, each component with its summary, picture, example and properties. What belongs to a component, and
/// so stands in the same file, follows it.
pub(super) fn render(groups: &[Group], components: &[Component], colours: &[Colour]) -> Result<String> {
    let introduction = INTRODUCTION.replace(CONTENTS_HERE, &contents(groups)).replace(COLOURS_HERE, &table(colours));
    let mut page = String::from(
        "<!-- `cargo xtask catalogue` writes this from the components' documentation: change that, and run it. -->\n\n",
    );
    page.push_str(introduction.trim_end());
    page.push('\n');
    for group in groups {
        write!(page, "\n## {}\n\n{}\n", group.title, group.summary)?;
        for component in group.entries.iter().filter_map(|entry| named(components, entry)) {
            write!(page, "\n### {}\n\n{}\n\n{}\n", component.name, component.summary, picture(&component.name))?;
            rest(&mut page, component)?;
            // Of several components in one file, those with an entry of their own stand there.
            let has_entry = |part: &Component| groups.iter().any(|group| group.entries.contains(&part.name));
            for part in components.iter().filter(|part| part.file == component.file && !has_entry(part)) {
                write!(page, "\n#### {}\n\n{}\n", part.name, part.summary)?;
                rest(&mut page, part)?;
            }
        }
    }
    Ok(page)
}

fn named<'a>(components: &'a [Component], name: &str) -> Option<&'a Component> {
    components.iter().find(|component| component.name == name)
}

/// Example and properties.
fn rest(page: &mut String, component: &Component) -> Result<()> {
    if let Some(example) = &component.example {
        write!(page, "\n```rust\n{example}\n```\n")?;
    }
    if component.props.is_empty() {
        return Ok(());
    }
    write!(page, "\n<details><summary>Props of <code>{}</code></summary>\n\n", component.name)?;
    page.push_str("| prop | type | | default |\n|---|---|---|---|\n");
    for Prop { name, kind, summary, default } in &component.props {
        let default = match default {
            Default::Required => "required".to_owned(),
            Default::OfItsType => String::new(),
            Default::Value(value) => format!("`{value}`"),
        };
        writeln!(page, "| `{name}` | `{kind}` | {} | {default} |", summary.replace('|', "\\|"))?;
    }
    page.push_str("\n</details>\n");
    Ok(())
}

/// Light or dark, as the reader has it.
fn picture(component: &str) -> String {
    let [light, dark] = pictures::names(component);
    let width = pictures::WIDTH;
    format!(
        "<picture>\n  \
           <source media=\"(prefers-color-scheme: dark)\" srcset=\"pictures/components/{dark}\" />\n  \
           <img src=\"pictures/components/{light}\" alt=\"{component} in the gallery\" width=\"{width}\" />\n\
         </picture>"
    )
}

/// The names, each a link to its place.
fn contents(groups: &[Group]) -> String {
    let line = |group: &Group| {
        let links: Vec<_> = group.entries.iter().map(|name| format!("[{name}](#{})", name.to_lowercase())).collect();
        format!("| [{}](#{}) | {} |", group.title, group.title.to_lowercase(), links.join(", "))
    };
    let lines: Vec<_> = groups.iter().map(line).collect();
    format!("| | |\n|---|---|\n{}", lines.join("\n"))
}

fn table(colours: &[Colour]) -> String {
    let line = |Colour { name, light, dark }: &Colour| format!("| `{name}` | `{light}` | `{dark}` |");
    let lines: Vec<_> = colours.iter().map(line).collect();
    format!("| custom property | light | dark |\n|---|---|---|\n{}", lines.join("\n"))
}
