//! Figures that are of interest even if all tests pass.

/// Writes a line to the test runner's output. It prints the console only for failed tests.
pub(crate) fn report(line: &str) {
    let output = web_sys::window().unwrap().document().unwrap().get_element_by_id("output").unwrap();
    let text = output.text_content().unwrap_or_default();
    output.set_text_content(Some(&format!("{text}{line}\n")));
}
