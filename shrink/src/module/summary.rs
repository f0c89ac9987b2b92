use wasmparser::{ExternalKind, Import, Parser, Payload, TypeRef};

use crate::Error;

/// The parts of a module that decide about its new names and order.
#[derive(Debug, Default)]
pub(super) struct Summary<'a> {
    /// Its imports, in order.
    pub(super) imports: Vec<Import<'a>>,
    /// The names of its exports, in order.
    pub(super) exports: Vec<&'a str>,
    /// The exported functions, and the start function.
    pub(super) entries: Vec<u32>,
    /// The bodies of the defined functions, in order.
    pub(super) bodies: Vec<&'a [u8]>,
    /// Whether its memory is shared between threads.
    pub(super) is_shared: bool,
}

impl<'a> Summary<'a> {
    pub(super) fn read(module: &'a [u8]) -> Result<Self, Error> {
        let mut summary = Self::default();
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let import = import?;
                        summary.is_shared |= matches!(import.ty, TypeRef::Memory(memory) if memory.shared);
                        summary.imports.push(import);
                    }
                }
                Payload::MemorySection(section) => {
                    for memory in section {
                        summary.is_shared |= memory?.shared;
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        let export = export?;
                        summary.exports.push(export.name);
                        if export.kind == ExternalKind::Func {
                            summary.entries.push(export.index);
                        }
                    }
                }
                Payload::StartSection { func, .. } => summary.entries.push(func),
                Payload::CodeSectionEntry(body) => summary.bodies.push(body.as_bytes()),
                _ => {}
            }
        }
        Ok(summary)
    }

    /// The number of imported functions. Their indices are below those of defined functions.
    pub(super) fn imported_functions(&self) -> usize {
        self.imports.iter().filter(|import| is_function(import)).count()
    }
}

/// Whether the import is a function.
pub(super) fn is_function(import: &Import<'_>) -> bool {
    matches!(import.ty, TypeRef::Func(_) | TypeRef::FuncExact(_))
}
