use std::collections::BTreeMap;

use wasm_encoder::reencode::{self, Reencode, utils};
use wasm_encoder::{CodeSection, ExportSection, FunctionSection, ImportSection, Module};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, Export, FunctionBody, FunctionSectionReader, ImportSectionReader, MemArg,
    Parser,
};

use crate::Error;

type Result<T> = std::result::Result<T, reencode::Error>;

/// Describes the changes to a module. Custom sections are removed; everything else stays as it is.
#[derive(Debug, Default)]
pub(super) struct Rewrite {
    /// The imports in their new order: old position, new module and new name.
    pub(super) imports: Vec<(usize, String, String)>,
    /// The old positions of the defined functions in their new order.
    pub(super) order: Vec<usize>,
    /// The new index of each function, imported or defined.
    pub(super) functions: Vec<u32>,
    /// The new names of exports. Other exports are removed.
    pub(super) exports: BTreeMap<String, String>,
    /// Whether to set the alignment hints of loads and stores to 1 byte. Engines ignore them.
    pub(super) without_alignment: bool,
}

impl Rewrite {
    /// Writes the changed module.
    pub(super) fn apply(&mut self, module: &[u8]) -> std::result::Result<Vec<u8>, Error> {
        let mut written = Module::new();
        self.parse_core_module(&mut written, Parser::new(0), module)?;
        Ok(written.finish())
    }

    /// The items in the new order of the functions.
    fn ordered<T: Clone>(&self, items: &[T]) -> Result<Vec<T>> {
        let items = self.order.iter().map(|index| items.get(*index).cloned());
        items.collect::<Option<Vec<T>>>().ok_or(reencode::Error::InvalidCodeSectionSize)
    }
}

impl Reencode for Rewrite {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32> {
        let index = usize::try_from(function).ok().and_then(|function| self.functions.get(function));
        index.copied().ok_or(reencode::Error::InvalidCodeSectionSize)
    }

    fn mem_arg(&mut self, arg: MemArg) -> Result<wasm_encoder::MemArg> {
        let arg = utils::mem_arg(self, arg)?;
        Ok(if self.without_alignment { wasm_encoder::MemArg { align: 0, ..arg } } else { arg })
    }

    fn parse_import_section(&mut self, section: &mut ImportSection, imports: ImportSectionReader<'_>) -> Result<()> {
        let imports = imports.into_imports().collect::<std::result::Result<Vec<_>, _>>()?;
        for (index, module, name) in self.imports.clone() {
            let import = imports.get(index).ok_or(reencode::Error::InvalidCodeSectionSize)?;
            section.import(&module, &name, self.entity_type(import.ty)?);
        }
        Ok(())
    }

    fn parse_export(&mut self, section: &mut ExportSection, export: Export<'_>) -> Result<()> {
        if let Some(name) = self.exports.get(export.name).cloned() {
            utils::parse_export(self, section, Export { name: &name, ..export })?;
        }
        Ok(())
    }

    fn parse_function_section(
        &mut self,
        section: &mut FunctionSection,
        types: FunctionSectionReader<'_>,
    ) -> Result<()> {
        let types = types.into_iter().collect::<std::result::Result<Vec<u32>, _>>()?;
        for of_function in self.ordered(&types)? {
            section.function(self.type_index(of_function)?);
        }
        Ok(())
    }

    fn parse_code_section(&mut self, section: &mut CodeSection, bodies: CodeSectionReader<'_>) -> Result<()> {
        let bodies = bodies.into_iter().collect::<std::result::Result<Vec<FunctionBody<'_>>, _>>()?;
        for body in self.ordered(&bodies)? {
            self.parse_function_body(section, body)?;
        }
        Ok(())
    }

    fn parse_custom_section(&mut self, _: &mut Module, _: CustomSectionReader<'_>) -> Result<()> {
        Ok(())
    }
}
