//! The code for a component's current state.

/// The longest tag that stays on one line.
const LINE: usize = 72;

/// A component with its attributes and its content, as code.
#[derive(Debug, Default)]
pub(super) struct Code {
    name: &'static str,
    attributes: Vec<String>,
    content: Option<String>,
}

impl Code {
    pub(super) fn new(name: &'static str) -> Self {
        Self { name, ..Self::default() }
    }

    /// Adds an attribute, such as `busy=true`; `None` if it has its default.
    pub(super) fn attribute(&mut self, attribute: Option<String>) {
        self.attributes.extend(attribute);
    }

    /// Sets the content between the tags.
    pub(super) fn content(&mut self, content: impl Into<String>) {
        self.content = Some(content.into()).filter(|content| !content.is_empty());
    }

    /// Formats the code, each attribute in a line of its own if they don't fit into one.
    pub(super) fn format(&self) -> String {
        let Self { name, attributes, content } = self;
        let end = if content.is_some() { ">" } else { " />" };
        let line = [vec![format!("<{name}")], attributes.clone()].concat().join(" ") + end;
        let tag = if line.len() <= LINE {
            line
        } else {
            format!("<{name}\n    {}\n{}", attributes.join("\n    "), end.trim_start())
        };
        match content {
            None => tag,
            Some(content) if !tag.contains('\n') && !content.contains('\n') && tag.len() + content.len() <= LINE => {
                format!("{tag}{content}</{name}>")
            }
            Some(content) => format!("{tag}\n{}\n</{name}>", indented(content)),
        }
    }
}

/// Puts one component into another.
pub(super) fn within(name: &'static str, attributes: &str, inner: &str) -> String {
    let space = if attributes.is_empty() { "" } else { " " };
    format!("<{name}{space}{attributes}>\n{}\n</{name}>", indented(inner))
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}

/// Puts each element of the content in its own line: `stringify!` writes all of them in one.
pub(super) fn lines(content: &str) -> String {
    let mut text = String::new();
    for part in content.split_inclusive("> ") {
        let is_end = part.trim_end().ends_with("/>") || part.contains("</");
        text.push_str(part.trim());
        text.push(if is_end { '\n' } else { ' ' });
    }
    text.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_code_is_one_line_and_long_code_has_a_line_for_each_attribute() {
        let mut code = Code::new("Button");
        code.attribute(Some("kind={ButtonKind::Primary}".to_owned()));
        code.attribute(None);
        code.content("{ \"Save\" }");
        assert_eq!(code.format(), "<Button kind={ButtonKind::Primary}>{ \"Save\" }</Button>");
        code.attribute(Some("title=\"Saves the note for all of your colleagues\"".to_owned()));
        let long = "<Button\n    kind={ButtonKind::Primary}\n    title=\"Saves the note for all of your colleagues\"\n>\n    { \"Save\" }\n</Button>";
        assert_eq!(code.format(), long);
    }

    #[test]
    fn elements_of_the_content_are_on_lines_of_their_own() {
        let content = "<option value=\"a\">{ \"A\" }</option> <option value=\"b\">{ \"B\" }</option> <Tag />";
        let expected = "<option value=\"a\">{ \"A\" }</option>\n<option value=\"b\">{ \"B\" }</option>\n<Tag />";
        assert_eq!(lines(content), expected);
    }
}
