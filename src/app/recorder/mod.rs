//! What a person does with a recording: saves it by keys or from the console, or forgets it.

mod console;
mod file;

pub(super) use self::console::offer;
