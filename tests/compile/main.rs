//! What an app may not say does not compile, and the compiler says why.

mod right_use;

/// Each file in `fail/` is one mistake, with the compiler's words beside it. `TRYBUILD=overwrite` writes them anew,
/// for a new compiler or a new mistake.
#[test]
fn wrong_use_does_not_compile() {
    trybuild::TestCases::new().compile_fail("tests/compile/fail/*.rs");
}
