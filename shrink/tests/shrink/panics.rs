//! Cutting panics out.

use crate::support::with_memory;
use livechat_shrink::module::{panics, validate};
use wasm_encoder::Instruction::{
    self, Br, BrIf, BrTable, Call, Else, End, LocalGet, Nop, Return, ReturnCall, Unreachable,
};
use wasm_encoder::{
    BlockType, CodeSection, ConstExpr, DataSection, EntityType, ExportKind, ExportSection, Function, FunctionSection,
    ImportSection, MemorySection, MemoryType, Module, TypeSection, ValType,
};
use wasmparser::{Operator, Parser, Payload};

/// A module with an import 0 of this name, and functions from 1 on with these bodies. The last is exported.
fn module(import: &str, bodies: &[&[Instruction<'_>]]) -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([], []);
    let mut imports = ImportSection::new();
    imports.import("./extension_bg.js", import, EntityType::Function(0));
    let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
    for body in bodies {
        functions.function(0);
        let mut function = Function::new([(1, ValType::I32)]);
        for instruction in *body {
            function.instruction(instruction);
        }
        function.instructions().end();
        code.function(&function);
    }
    let mut exports = ExportSection::new();
    exports.export("last", ExportKind::Func, u32::try_from(bodies.len()).unwrap());
    let mut module = Module::new();
    module.section(&types).section(&imports).section(&functions).section(&exports).section(&code);
    module.finish()
}

/// Which functions are nothing but a trap after it, from 1 on.
fn cut(import: &str, bodies: &[&[Instruction<'_>]]) -> Vec<usize> {
    let cut = panics::cut(&module(import, bodies)).unwrap();
    validate(&cut).unwrap();
    let mut traps = Vec::new();
    let mut function = 0;
    for payload in Parser::new(0).parse_all(&cut) {
        if let Payload::CodeSectionEntry(body) = payload.unwrap() {
            function += 1;
            let operators: Vec<_> = body.get_operators_reader().unwrap().into_iter().map(Result::unwrap).collect();
            if matches!(operators.as_slice(), [Operator::Unreachable, Operator::End]) {
                traps.push(function);
            }
        }
    }
    traps
}

const IF: Instruction<'_> = Instruction::If(BlockType::Empty);
const BLOCK: Instruction<'_> = Instruction::Block(BlockType::Empty);
const LOOP: Instruction<'_> = Instruction::Loop(BlockType::Empty);

#[test]
fn what_never_returns_becomes_a_trap_and_so_does_what_only_calls_it() {
    let bodies: [&[Instruction<'_>]; 5] = [
        &[Call(0), Unreachable],
        &[Call(1)],
        // One branch panics, the other does not.
        &[LocalGet(0), IF, Call(1), Unreachable, End],
        &[Call(3)],
        // Exported.
        &[Call(0), Unreachable],
    ];
    assert_eq!(cut("log", &bodies), [1, 2]);
}

#[test]
fn every_way_to_the_end_counts() {
    for (what, body, returns) in [
        ("nothing", &[][..], true),
        ("a return before the trap", &[LocalGet(0), IF, Return, End, Unreachable], true),
        ("both branches trap", &[LocalGet(0), IF, Unreachable, Else, Unreachable, End], false),
        ("one branch traps", &[LocalGet(0), IF, Unreachable, Else, Nop, End], true),
        ("a branch out of a block", &[BLOCK, LocalGet(0), BrIf(0), Unreachable, End], true),
        ("a branch to a block, then a trap", &[BLOCK, Br(0), End, Unreachable], false),
        (
            "a table of branches",
            &[BLOCK, BLOCK, LocalGet(0), BrTable([0].as_slice().into(), 1), End, Unreachable, End],
            true,
        ),
        ("a loop back, then a trap", &[LOOP, LocalGet(0), BrIf(0), End, Unreachable], false),
        ("a branch that is not reached", &[BLOCK, Unreachable, Br(0), End], false),
        ("a tail call, which is not followed", &[ReturnCall(0)], true),
    ] {
        assert_eq!(cut("log", &[body, &[Nop]]).is_empty(), returns, "{what}");
    }
}

#[test]
fn what_throws_for_javascript_stays() {
    let bodies: [&[Instruction<'_>]; 2] = [&[Call(0), Unreachable], &[Nop]];
    assert_eq!(cut("__wbg___wbindgen_throw_5d9e815e6fdf150f", &bodies), []);
    assert_eq!(cut("__wbg_log_5d9e815e6fdf150f", &bodies), [1]);
}

const DATA: u32 = 0x10_0000;

/// Data with two files and four locations, followed by other data: `[text][locations][word]`.
fn data(word: u32) -> Vec<u8> {
    let mut data = b"src/app.rs\0\0src/panic.rs".to_vec();
    for (file, length) in [(DATA, 10), (DATA + 12, 12), (DATA + 12, 12)] {
        for field in [file, length, 7, 5] {
            data.extend(field.to_le_bytes());
        }
    }
    data.extend(word.to_le_bytes());
    data
}

/// The data of a module whose code refers to this number, after cutting panics.
fn blanked(number: u32, word: u32) -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([], [ValType::I32]);
    let mut functions = FunctionSection::new();
    functions.function(0);
    let mut code = CodeSection::new();
    let mut function = Function::new([]);
    function.instructions().i32_const(number.cast_signed()).end();
    code.function(&function);
    let mut data_section = DataSection::new();
    data_section.active(0, &ConstExpr::i32_const(DATA.cast_signed()), data(word));
    let mut memories = MemorySection::new();
    memories.memory(MemoryType { minimum: 32, maximum: None, memory64: false, shared: false, page_size_log2: None });
    let mut module = Module::new();
    module.section(&types).section(&functions).section(&memories).section(&code).section(&data_section);
    let module = panics::blank_locations(&module.finish()).unwrap();
    validate(&module).unwrap();
    for payload in Parser::new(0).parse_all(&module) {
        if let Payload::DataSection(section) = payload.unwrap() {
            return section.into_iter().next().unwrap().unwrap().data.to_vec();
        }
    }
    panic!("no data")
}

#[test]
fn locations_that_nothing_refers_to_become_zeros() {
    let all = data(0);
    let zeros = |ranges: &[std::ops::Range<usize>]| {
        let mut data = all.clone();
        for range in ranges {
            data[range.clone()].fill(0);
        }
        data
    };
    let (app, panic) = (0..10, 12..24);
    let (first, second, third) = (24..40, 40..56, 56..72);
    // No references.
    assert_eq!(blanked(1, 0), zeros(&[app.clone(), panic.clone(), first.clone(), second.clone(), third.clone()]));
    // One location, from the code.
    assert_eq!(blanked(DATA + 24, 0), zeros(&[panic.clone(), second.clone(), third.clone()]));
    // One of two with the same file: the name stays.
    assert_eq!(blanked(DATA + 40, 0), zeros(&[app.clone(), first.clone(), third.clone()]));
    // A file name that is used directly, for example with `file!()`.
    assert_eq!(blanked(DATA + 12, 0), zeros(&[app.clone(), first.clone(), second.clone(), third.clone()]));
    // Referenced by other data.
    let mut from_data = zeros(&[app, first, second]);
    from_data[72..76].copy_from_slice(&(DATA + 56).to_le_bytes());
    assert_eq!(blanked(1, DATA + 56), from_data);
}

#[test]
fn data_without_locations_stays() {
    let module = with_memory(
        &ConstExpr::i32_const(DATA.cast_signed()),
        true,
        &[(DATA.cast_signed(), b"src/app.rs and more of it")],
    );
    assert_eq!(panics::blank_locations(&module).unwrap(), module);
    assert!(panics::blank_locations(b"no module").is_err());
    assert!(panics::cut(b"no module").is_err());
}
