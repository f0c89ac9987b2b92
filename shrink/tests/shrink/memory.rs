//! The position of the stack.

use crate::support::with_memory;
use livechat_shrink::module::is_low_memory_unused;
use wasm_encoder::{ConstExpr, Module};

#[test]
fn low_memory_is_unused_below_a_stack_that_is_below_all_data() {
    let at = ConstExpr::i32_const;
    for (stack, is_mutable, data, expected) in [
        (at(0x10_0000), true, &[(0x10_0000, &b"a"[..]), (0x10_1000, b"b")][..], true),
        (at(0x10_0000), true, &[], true),
        // Data below the stack: the linker puts it at 1024 if the stack is not the first.
        (at(0x10_0000), true, &[(0x400, b"a"), (0x10_1000, b"b")], false),
        (at(0x400), true, &[(0x400, b"a")], false),
        (at(0x10_0000), false, &[(0x10_0000, b"a")], false),
        (ConstExpr::global_get(0), true, &[], false),
    ] {
        assert_eq!(
            is_low_memory_unused(&with_memory(&stack, is_mutable, data)).unwrap(),
            expected,
            "{stack:?} {data:?}"
        );
    }
    assert!(!is_low_memory_unused(&Module::new().finish()).unwrap(), "no stack is known");
    assert!(is_low_memory_unused(b"no module").is_err());
}
