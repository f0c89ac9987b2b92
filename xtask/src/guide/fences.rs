//! Blocks of code in Markdown.

/// A block between three backquotes.
#[derive(Debug, PartialEq)]
pub(super) struct Fence<'a> {
    /// What follows the first backquotes, as `rust,ignore`.
    pub(super) language: &'a str,
    /// Its lines.
    pub(super) lines: Vec<&'a str>,
}

/// The blocks of a text, in order.
pub(super) fn fences(text: &str) -> Vec<Fence<'_>> {
    let mut found: Vec<Fence<'_>> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        match (line.trim_start().strip_prefix("```"), found.last_mut()) {
            (Some(_), _) if inside => inside = false,
            (Some(language), _) => {
                inside = true;
                found.push(Fence { language: language.trim(), lines: Vec::new() });
            }
            (None, Some(fence)) if inside => fence.lines.push(line),
            (None, _) => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_block_has_its_language_and_its_lines() {
        let text = "a\n```sh\none\n\ntwo\n```\nb ```c```\n```\nthree\n```\n";
        assert_eq!(
            fences(text),
            [Fence { language: "sh", lines: vec!["one", "", "two"] }, Fence { language: "", lines: vec!["three"] },]
        );
    }
}
