//! Removes panic messages from a module, and the code that builds them.

mod locations;
mod reachable;

use std::collections::HashSet;

use wasm_encoder::reencode::{Error as ReencodeError, Reencode, utils};
use wasm_encoder::{CodeSection, Function};
use wasmparser::{FunctionBody, Operator, Parser, Payload};

use self::reachable::returns;
use super::summary::Summary;
use crate::Error;

pub use self::locations::blank_locations;

/// Replaces every function that never returns with a trap. Such a function panics, or reports that memory is exhausted.
/// wasm-opt then removes the code that only prepares its arguments.
///
/// Exports stay, and so do functions that throw a JavaScript exception, which the page may catch.
///
/// # Errors
/// If the module cannot be read.
pub fn cut(module: &[u8]) -> Result<Vec<u8>, Error> {
    let summary = Summary::read(module)?;
    let imported = summary.imported_functions();
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::CodeSectionEntry(body) = payload? {
            bodies.push(body);
        }
    }
    let kept = kept(&summary, &bodies)?;
    let mut never: HashSet<u32> = HashSet::new();
    loop {
        let before = never.len();
        for (function, body) in (0_u32..).skip(imported).zip(&bodies) {
            if !kept.contains(&function) && !never.contains(&function) && !returns(body, &never)? {
                never.insert(function);
            }
        }
        if never.len() == before {
            break;
        }
    }
    let mut written = wasm_encoder::Module::new();
    let next = u32::try_from(imported).map_err(|_| Error::Module("it has too many imports".to_owned()))?;
    Cut { never, next }.parse_core_module(&mut written, Parser::new(0), module)?;
    Ok(written.finish())
}

/// The functions that stay: exports, the start function, and those that call an import with `throw` in its name.
fn kept(summary: &Summary<'_>, bodies: &[FunctionBody<'_>]) -> Result<HashSet<u32>, Error> {
    let functions = summary.imports.iter().filter(|import| super::summary::is_function(import));
    let throws: HashSet<u32> =
        (0..).zip(functions).filter(|(_, import)| import.name.contains("throw")).map(|(index, _)| index).collect();
    let mut kept: HashSet<u32> = summary.entries.iter().copied().collect();
    for (function, body) in (0_u32..).skip(summary.imported_functions()).zip(bodies) {
        for operator in body.get_operators_reader()? {
            if matches!(operator?, Operator::Call { function_index } if throws.contains(&function_index)) {
                kept.insert(function);
            }
        }
    }
    Ok(kept)
}

/// Writes a module with a trap instead of these functions.
struct Cut {
    never: HashSet<u32>,
    /// The index of the next function.
    next: u32,
}

impl Reencode for Cut {
    type Error = std::convert::Infallible;

    fn parse_function_body(&mut self, section: &mut CodeSection, body: FunctionBody<'_>) -> Result<(), ReencodeError> {
        let function = self.next;
        self.next += 1;
        if !self.never.contains(&function) {
            return utils::parse_function_body(self, section, body);
        }
        let mut trap = Function::new([]);
        trap.instructions().unreachable().end();
        section.function(&trap);
        Ok(())
    }
}
