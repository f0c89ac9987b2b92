//! Figures that a person wants to see also when all is well.

/// Writes a line where the test runner prints it. What goes to the console is printed only of tests that fail.
pub(crate) fn report(line: &str) {
    let output = web_sys::window().unwrap().document().unwrap().get_element_by_id("output").unwrap();
    let text = output.text_content().unwrap_or_default();
    output.set_text_content(Some(&format!("{text}{line}\n")));
}
