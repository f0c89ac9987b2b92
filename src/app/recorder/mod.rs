//! Saves or discards a recording, with keys or from the console.

mod console;
mod file;

pub(super) use self::console::offer;
