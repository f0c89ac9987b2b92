//! Builds without the code and the texts of panics: `panic=immediate-abort`, with a standard library built the same way.
//!
//! Cargo and rustc offer both to nightly toolchains only. `RUSTC_BOOTSTRAP` has the installed stable toolchain accept them, so that
//! the compiler is the one that the project is tested with.

use std::env;

use crate::prelude::*;
use crate::process;

/// The compiler's options.
const FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort";

/// Installs the source of the standard library if it is missing and rustup is installed.
pub fn ensure(shell: &Shell) -> Result<()> {
    let sysroot = PathBuf::from(cmd!(shell, "rustc --print sysroot").quiet().read()?);
    if find_source(&sysroot).is_err() && super::on_path("rustup").is_some() {
        println!("Installing the source of the standard library. This takes about a minute.");
        process::run(cmd!(shell, "rustup component add rust-src"))?;
    }
    find_source(&sysroot)
}

/// Fails unless the toolchain has the source of the standard library.
fn find_source(sysroot: &Path) -> Result<()> {
    ensure!(
        sysroot.join("lib/rustlib/src/rust/library/std").is_dir(),
        "the source of the standard library is missing, and `--immediate-abort` compiles it; install your toolchain's rust-src"
    );
    Ok(())
}

/// Has the Cargo that this command starts build that way.
pub fn with(command: Cmd<'_>) -> Cmd<'_> {
    let flags = env::var("RUSTFLAGS").map_or_else(|_| FLAGS.to_owned(), |others| format!("{others} {FLAGS}"));
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .env("RUSTFLAGS", flags)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_toolchain_without_the_source_of_the_standard_library_is_refused() {
        let sysroot = tempfile::tempdir().unwrap();
        assert!(find_source(sysroot.path()).unwrap_err().to_string().ends_with("install your toolchain's rust-src"));
        fs::create_dir_all(sysroot.path().join("lib/rustlib/src/rust/library/std")).unwrap();
        find_source(sysroot.path()).unwrap();
    }
}
