use wasmparser::{DataKind, GlobalSectionReader, Operator, Parser, Payload, ValType};

use crate::Error;

/// The size of wasm-opt's low memory.
const LOW: u32 = 1024;

/// Returns whether wasm-opt's `--low-memory-unused` is safe for this module.
///
/// With the option, wasm-opt turns an added constant into the offset of a load or store. The results differ only where the addition
/// overflows to an address below 1024: the offset traps instead. rustc's linker puts the stack below all data, and the stack grows
/// down to address 0. The first 1024 bytes are therefore the end of a stack that is almost full, and a full stack traps too.
///
/// The check: the stack pointer starts at or below the lowest data, and above 1024.
///
/// # Errors
/// If the module cannot be read.
pub fn is_low_memory_unused(module: &[u8]) -> Result<bool, Error> {
    let (mut stack, mut data) = (None, None);
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::GlobalSection(section) => stack = stack_pointer(section)?,
            Payload::DataSection(section) => {
                for segment in section {
                    if let DataKind::Active { offset_expr, .. } = segment?.kind {
                        // An offset that is not a constant can be anywhere.
                        let offset = constant(&offset_expr)?.unwrap_or(0);
                        data = Some(data.map_or(offset, |lowest: u32| lowest.min(offset)));
                    }
                }
            }
            _ => {}
        }
    }
    Ok(stack.is_some_and(|stack| stack > LOW && data.is_none_or(|lowest| lowest >= stack)))
}

/// The initial value of the stack pointer, which the linker makes the first global.
fn stack_pointer(globals: GlobalSectionReader<'_>) -> Result<Option<u32>, Error> {
    let Some(first) = globals.into_iter().next() else { return Ok(None) };
    let first = first?;
    let is_pointer = first.ty.mutable && first.ty.content_type == ValType::I32;
    if is_pointer { constant(&first.init_expr) } else { Ok(None) }
}

fn constant(expression: &wasmparser::ConstExpr<'_>) -> Result<Option<u32>, Error> {
    let operators = expression.get_operators_reader().into_iter().collect::<Result<Vec<_>, _>>()?;
    match operators.as_slice() {
        [Operator::I32Const { value }, Operator::End] => Ok(Some(value.cast_unsigned())),
        _ => Ok(None),
    }
}
