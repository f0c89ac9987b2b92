//! Renders the page.

use super::colors::Color;
use super::components::Component;
use super::gallery::Group;
use super::pictures;

/// The introduction; its two comments are replaced.
const INTRODUCTION: &str = include_str!("introduction.md");

/// Renders each group: every component with its summary, picture, example and props, followed by its parts, which are
/// in the same file.
pub(super) fn render(groups: &[Group], components: &[Component], colors: &[Color]) -> String {
    let introduction = INTRODUCTION
        .replace("<!-- contents -->", &contents(groups))
        .replace("<!-- colors -->", &table(colors))
        .trim_end()
        .to_owned();
    let mut page = format!(
        "<!-- `cargo xtask catalogue` writes this from the components' documentation: change that, and run it. -->\n\n\
         {introduction}\n"
    );
    for Group { title, summary, entries } in groups {
        page.push_str(&format!("\n## {title}\n\n{summary}\n"));
        for component in entries.iter().filter_map(|entry| components.iter().find(|other| other.name == *entry)) {
            let Component { name, summary, .. } = component;
            page.push_str(&format!("\n### {name}\n\n{summary}\n\n{}\n{}", picture(name), details(component)));
            // Components of one file with their own gallery entry are shown there.
            let has_entry = |part: &Component| groups.iter().any(|group| group.entries.contains(&part.name));
            for part in components.iter().filter(|part| part.file == component.file && !has_entry(part)) {
                page.push_str(&format!("\n#### {}\n\n{}\n{}", part.name, part.summary, details(part)));
            }
        }
    }
    page
}

/// Renders the example and the props.
fn details(Component { name, example, props, .. }: &Component) -> String {
    let example = example.as_ref().map(|example| format!("\n```rust\n{example}\n```\n")).unwrap_or_default();
    let props = if props.is_empty() {
        String::new()
    } else {
        format!(
            "\n<details><summary>Props of <code>{name}</code></summary>\n\n\
             | prop | type | meaning | default |\n|---|---|---|---|\n{props}\n</details>\n"
        )
    };
    example + &props
}

/// Light or dark, as the reader prefers. `cargo xtask site` adds a link to the component's controls.
fn picture(component: &str) -> String {
    let [light, dark] = pictures::names(component);
    let width = pictures::WIDTH;
    format!(
        "<picture data-gallery=\"{component}\">\n  \
           <source media=\"(prefers-color-scheme: dark)\" srcset=\"pictures/components/{dark}\" />\n  \
           <img src=\"pictures/components/{light}\" alt=\"{component} in the gallery\" width=\"{width}\" />\n\
         </picture>"
    )
}

/// Links each name to its heading.
fn contents(groups: &[Group]) -> String {
    let link = |name: &String| format!("[{name}](#{})", name.to_lowercase());
    let line = |Group { title, entries, .. }: &Group| {
        format!("\n| {} | {} |", link(title), entries.iter().map(link).collect::<Vec<_>>().join(", "))
    };
    format!("| group | components |\n|---|---|{}", groups.iter().map(line).collect::<String>())
}

fn table(colors: &[Color]) -> String {
    let line = |Color { name, light, dark }: &Color| format!("\n| `{name}` | `{light}` | `{dark}` |");
    format!("| custom property | light | dark |\n|---|---|---|{}", colors.iter().map(line).collect::<String>())
}
