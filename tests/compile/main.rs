//! Misuse of the API does not compile, and the compiler explains why.

mod right_use;

/// Each file in `fail/` is one mistake, with the compiler's message beside it. `TRYBUILD=overwrite` updates them,
/// for a new compiler or a new mistake.
#[test]
fn wrong_use_does_not_compile() {
    trybuild::TestCases::new().compile_fail("tests/compile/fail/*.rs");
}
