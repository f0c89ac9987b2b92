//! Measures the time from saving a file to seeing the change under `trunk serve`: the demo and a new project, compared
//! with a Yew hello world.

use serde_json::{Value, json};

use super::read;
use crate::prelude::*;
use crate::test::template;
use crate::tools::npm;
use crate::{process, workspace};

/// The maximum ratio to the hello world.
const LIMIT: f64 = 1.5;

/// Trunk's output folder for each page.
const DIST: &str = "target/developing";

/// The hello world of Yew's documentation, with Cargo's default settings.
const HELLO: [(&str, &str); 3] = [
    (
        "Cargo.toml",
        "[package]\nname = \"hello\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         yew = { version = \"0.23\", features = [\"csr\"] }\n\n[workspace]\n",
    ),
    (
        "index.html",
        "<!doctype html>\n<html lang=\"en\">\n  <head><title>Hello</title></head>\n  <body></body>\n</html>\n",
    ),
    (
        "src/main.rs",
        "use yew::prelude::*;\n\n#[component]\nfn App() -> Html {\n    html! { <h1>{ \"Hello world\" }</h1> }\n}\n\n\
         fn main() {\n    yew::Renderer::<App>::new().render();\n}\n",
    ),
];

/// Measures, and prints the medians with their ratio to the hello world.
pub(super) fn run(shell: &Shell, chromium: &Path, runs: u32) -> Result<()> {
    npm::ensure(shell)?;
    let root = workspace::root()?;
    let target = root.join("target/bench");
    let hello = hello(shell, &root, &target)?;
    let project = template::make_one(shell, "saved")?;

    for folder in [&hello, &project, &root] {
        shell.create_dir(folder.join(DIST))?;
    }
    let projects = json!([
        described("hello", &hello, "src/main.rs", "Hello world", "Hello world#", false),
        described("template", &project, "src/app.rs", "Open a chat to see", "Open a chat#", true),
        described("demo", &root, "demo/src/details/sidebar.rs", "Open a chat to see", "Open a chat#", true),
    ]);
    let (described, found) = (target.join("projects.json"), target.join("developing.json"));
    fs::write(&described, projects.to_string())?;
    let (source, program) = (root.join("bench/measure/developing.ts"), target.join("measure/developing.mjs"));
    process::run(cmd!(
        shell,
        "esbuild {source} --bundle --platform=node --format=esm --outfile={program} --log-level=error"
    ))?;
    println!("Measuring. The first builds take some minutes; leave the machine alone.");
    let runs = runs.to_string();
    process::run(cmd!(shell, "node {program} {described} {found} {chromium} {runs}"))?;
    println!("\n{}", table(&read(&found)?)?);
    Ok(())
}

fn hello(shell: &Shell, root: &Path, target: &Path) -> Result<PathBuf> {
    let folder = target.join("hello");
    for (file, text) in HELLO {
        shell.write_file(folder.join(file), text)?;
    }
    shell.copy_file(root.join("Cargo.lock"), folder.join("Cargo.lock"))?;
    Ok(folder)
}

/// Describes a project for `developing.ts`. In the simulator, the extension is in an iframe.
fn described(name: &str, folder: &Path, source: &str, replaced: &str, by: &str, simulated: bool) -> Value {
    let frame = if simulated { "!document.querySelector('iframe') && " } else { "" };
    json!({
        "name": name,
        "folder": folder,
        "dist": folder.join(DIST),
        "path": "",
        "source": folder.join(source),
        "replaced": replaced,
        "by": by,
        "seen": format!("{frame}document.body.innerText.includes('{by}')"),
    })
}

/// Formats the medians in milliseconds, one project per line.
fn table(samples: &Value) -> Result<String> {
    const COLUMNS: [&str; 7] = ["seen", "noticed", "cargo", "bindgen", "trunk", "page", "builds"];
    let median = |name: &str, column: &str| -> Result<f64> {
        let samples = samples[name].as_array().with_context(|| format!("{name} was not measured"))?;
        let mut values: Vec<f64> = samples.iter().filter_map(|sample| sample[column].as_f64()).collect();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied().with_context(|| format!("{name} has no {column}"))
    };
    let floor = median("hello", "seen")?;
    let mut lines = vec![format!("{:10}{:>7}{}", "ms", "ratio", COLUMNS.map(|column| format!("{column:>9}")).concat())];
    for name in ["hello", "template", "demo"] {
        let values: Vec<f64> = COLUMNS.iter().map(|column| median(name, column)).collect::<Result<_>>()?;
        let ratio = values[0] / floor;
        let missed = if ratio > LIMIT { format!("   more than {LIMIT}") } else { String::new() };
        let values: String = values.iter().map(|value| format!("{value:9.0}")).collect();
        lines.push(format!("{name:10}{ratio:7.2}{values}{missed}"));
    }
    Ok(lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(seen: u32) -> Value {
        json!({ "seen": seen, "noticed": 30, "cargo": 500, "bindgen": 200, "trunk": 40, "page": 70, "builds": 1 })
    }

    #[test]
    fn a_project_that_takes_too_long_is_named_with_its_ratio() -> Result<()> {
        let samples = json!({
            "hello": [sample(1000), sample(900), sample(5000)],
            "template": [sample(1200)],
            "demo": [sample(1800)],
        });
        let table = table(&samples)?;
        let line = |name: &str| table.lines().find(|line| line.starts_with(name)).unwrap_or_default().to_owned();
        assert!(line("template").starts_with("template     1.20     1200"), "{table}");
        assert!(!line("template").contains("more than"), "{table}");
        assert!(line("demo").contains("1.80") && line("demo").ends_with("more than 1.5"), "{table}");
        Ok(())
    }

    #[test]
    fn a_project_without_samples_is_an_error() {
        assert!(table(&json!({ "hello": [] })).is_err());
    }
}
