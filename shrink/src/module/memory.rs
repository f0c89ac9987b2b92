use wasmparser::{DataKind, GlobalSectionReader, Operator, Parser, Payload, ValType};

use crate::Error;

/// What wasm-opt calls low memory.
const LOW: u32 = 1024;

/// Whether wasm-opt's `--low-memory-unused` keeps what the module does.
///
/// With it, wasm-opt turns an added constant into the offset of a load or store. The two differ only if the addition overflows and
/// the address is below 1024: the offset then traps. rustc has the linker put the stack first, below all data, and let it grow
/// down to address 0, so nothing is that low but the last kilobyte of a full stack, after which comes a trap in any case.
/// This is what is checked here: the stack begins where the data does, or below, and is larger than that kilobyte.
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
                        // An offset that is not a constant may be anywhere.
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

/// Where the stack begins: the linker makes its pointer the first global.
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
