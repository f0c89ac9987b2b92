//! Replaces Liquid placeholders.

use liquid::{ParserBuilder, object};

use super::{Choices, Files};
use crate::prelude::*;

/// Expands the named files that the project contains.
pub(super) fn all(files: &mut Files, choices: &Choices, with_placeholders: &[String]) -> Result<()> {
    let parser = ParserBuilder::with_stdlib().build().context("cannot start the template engine")?;
    let example = choices.example();
    let mut values = object!({
        "project-name": choices.name(),
        "placement": choices.placement.name(),
        "signs_in": choices.sign_in,
    });
    if choices.sign_in {
        values.extend(object!({ "file": example.file, "component": example.component, "scope": example.scope }));
    }
    for (path, text) in files.iter_mut().filter(|(path, _)| with_placeholders.contains(path)) {
        let expanded = parser.parse(text).and_then(|template| template.render(&values));
        *text = expanded.with_context(|| format!("the template has a mistake in {path}"))?;
    }
    Ok(())
}
