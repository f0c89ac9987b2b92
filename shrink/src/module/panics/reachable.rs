use std::collections::HashSet;

use wasmparser::{FunctionBody, Operator};

use crate::Error;

/// An open block.
struct Block {
    /// A branch to a loop goes to its beginning.
    is_loop: bool,
    /// An `if` without `else` so far: a false condition leads to its end.
    is_if: bool,
    /// Whether its beginning can be reached.
    begins: bool,
    /// Whether a reachable branch leads to its end.
    left: bool,
}

/// Returns whether the function can return, given the functions that never do.
pub(super) fn returns(body: &FunctionBody<'_>, never: &HashSet<u32>) -> Result<bool, Error> {
    let mut blocks = vec![Block { is_loop: false, is_if: false, begins: true, left: false }];
    let mut reached = true;
    for operator in body.get_operators_reader()? {
        match operator? {
            Operator::Block { .. } => blocks.push(Block { is_loop: false, is_if: false, begins: reached, left: false }),
            Operator::Loop { .. } => blocks.push(Block { is_loop: true, is_if: false, begins: reached, left: false }),
            Operator::If { .. } => blocks.push(Block { is_loop: false, is_if: true, begins: reached, left: false }),
            Operator::Else => {
                if let Some(block) = blocks.last_mut() {
                    block.left |= reached;
                    block.is_if = false;
                    reached = block.begins;
                }
            }
            Operator::End => {
                let Some(block) = blocks.pop() else { return Ok(true) };
                reached |= block.left || (block.is_if && block.begins);
                if blocks.is_empty() {
                    return Ok(reached);
                }
            }
            Operator::Br { relative_depth } => {
                branch(&mut blocks, relative_depth, reached);
                reached = false;
            }
            Operator::BrIf { relative_depth } => branch(&mut blocks, relative_depth, reached),
            Operator::BrTable { targets } => {
                for target in targets.targets().chain([Ok(targets.default())]) {
                    branch(&mut blocks, target?, reached);
                }
                reached = false;
            }
            Operator::Return if reached => return Ok(true),
            Operator::Unreachable | Operator::Return => reached = false,
            Operator::Call { function_index } if never.contains(&function_index) => reached = false,
            Operator::Call { .. } | Operator::CallIndirect { .. } => {}
            operator if is_other_branch(&operator) => return Ok(true),
            _ => {}
        }
    }
    Ok(true)
}

fn branch(blocks: &mut [Block], depth: u32, reached: bool) {
    let target = usize::try_from(depth).ok().and_then(|depth| blocks.iter_mut().rev().nth(depth));
    if let Some(block) = target.filter(|block| !block.is_loop) {
        block.left |= reached;
    }
}

/// Whether control can leave in a way that [`returns`] does not follow, such as a tail call. rustc emits none by default.
fn is_other_branch(operator: &Operator<'_>) -> bool {
    let name = format!("{operator:?}");
    ["BrOn", "ReturnCall", "Try", "Catch", "Throw", "Delegate", "Rethrow", "Resume", "Switch", "Suspend"]
        .iter()
        .any(|other| name.starts_with(other))
}
