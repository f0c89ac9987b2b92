//! Takes the README's smallest example out of the README, so that a test can run what people read.

use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let readme = Path::new("../../README.md");
    println!("cargo::rerun-if-changed={}", readme.display());
    let text = fs::read_to_string(readme)?;
    let (_, after) = text.split_once("```rust").ok_or("the README has no example in Rust")?;
    let (_, code) = after.split_once('\n').ok_or("the example is empty")?;
    let (code, _) = code.split_once("```").ok_or("the example has no end")?;
    // Its `main` mounts into the page's body; the test mounts the component beside a scripted host.
    let code = code.replace("fn main()", "#[allow(dead_code)]\nfn main()");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("smallest_example.rs"), code)?;
    Ok(())
}
