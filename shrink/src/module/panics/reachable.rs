use std::collections::HashSet;

use wasmparser::{FunctionBody, Operator};

use crate::Error;

/// A block that has begun.
struct Block {
    /// A branch to a loop goes to its beginning.
    is_loop: bool,
    /// Without an `else`, the condition may lead to the end.
    is_if: bool,
    /// Whether its beginning is reached.
    begins: bool,
    /// Whether a branch leads to its end.
    left: bool,
}

/// Whether the end of the body can be reached, with these functions that never return.
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

/// A transfer of control that the above does not follow, such as a tail call or an exception. rustc writes none by default.
fn is_other_branch(operator: &Operator<'_>) -> bool {
    let name = format!("{operator:?}");
    ["BrOn", "ReturnCall", "Try", "Catch", "Throw", "Delegate", "Rethrow", "Resume", "Switch", "Suspend"]
        .iter()
        .any(|other| name.starts_with(other))
}
