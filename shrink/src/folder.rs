use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use crate::pair::{self, Pair};
use crate::{Error, Options, page};

/// The suffix of the file of a module that wasm-bindgen has processed.
const MODULE: &str = "_bg.wasm";

/// A file that was shrunk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shrunk {
    /// Its new name, relative to the folder.
    pub name: String,
    /// Its old size in bytes.
    pub before: u64,
    /// Its new size in bytes.
    pub after: u64,
}

/// Shrinks every module in the folder with its script, and every HTML page.
///
/// # Errors
/// If the folder has no module, if a file has an unexpected shape, or if wasm-opt or esbuild is missing or fails.
pub fn shrink(folder: &Path, options: Options) -> Result<Vec<Shrunk>, Error> {
    let modules: Vec<PathBuf> = files(folder)?.into_iter().filter(|file| name_of(file).ends_with(MODULE)).collect();
    if modules.is_empty() {
        return Err(Error::NoModule(folder.to_owned()));
    }
    let mut shrunk = Vec::new();
    for module in modules {
        shrunk.extend(shrink_pair(folder, &module, options)?);
    }
    for file in files(folder)?.into_iter().filter(|file| file.extension().is_some_and(|ending| ending == "html")) {
        let html = fs::read_to_string(&file).map_err(Error::file(&file))?;
        let minified = page::minify(&html)?;
        fs::write(&file, &minified).map_err(Error::file(&file))?;
        shrunk.push(Shrunk { name: name_in(folder, &file), before: length(&html), after: length(&minified) });
    }
    Ok(shrunk)
}

/// Shrinks a module and its script, and renames both after their new content.
fn shrink_pair(folder: &Path, module: &Path, options: Options) -> Result<[Shrunk; 2], Error> {
    let name = name_of(module);
    let stem = name.strip_suffix(MODULE).unwrap_or(name);
    let script = module.with_file_name(format!("{stem}.js"));
    if !script.is_file() {
        return Err(Error::NoModule(folder.to_owned()));
    }
    let before = [&script, module].map(|file| fs::metadata(file).map_or(0, |data| data.len()));
    let pair = pair::shrink(module, &script, options)?;
    let new = renamed(stem, &pair);
    for file in [&script, module] {
        fs::remove_file(file).map_err(Error::file(file))?;
    }
    let files = [module.with_file_name(format!("{new}.js")), module.with_file_name(format!("{new}{MODULE}"))];
    let contents = [pair.script.as_bytes(), &pair.module];
    for (file, content) in files.iter().zip(contents) {
        fs::write(file, content).map_err(Error::file(file))?;
    }
    if new != stem {
        refer(folder, stem, &new)?;
    }
    let names = files.map(|file| name_in(folder, &file));
    let [script, module] = names;
    let [script_before, module_before] = before;
    let [script_after, module_after] = contents.map(|content| u64::try_from(content.len()).unwrap_or(u64::MAX));
    Ok([
        Shrunk { name: script, before: script_before, after: script_after },
        Shrunk { name: module, before: module_before, after: module_after },
    ])
}

/// The name with the hash of the new content, if the old name has a hash.
fn renamed(stem: &str, pair: &Pair) -> String {
    let is_hash = |hash: &&str| (12..=16).contains(&hash.len()) && hash.chars().all(|char| char.is_ascii_hexdigit());
    let Some((name, _)) = stem.rsplit_once('-').filter(|(_, hash)| is_hash(hash)) else { return stem.to_owned() };
    let digest = Sha256::new().chain_update(&pair.module).chain_update(&pair.script).finalize();
    let hash: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("{name}-{hash}")
}

/// Replaces the old name with the new one in every file that refers to it.
fn refer(folder: &Path, old: &str, new: &str) -> Result<(), Error> {
    let mut count = 0;
    for file in files(folder)? {
        let bytes = fs::read(&file).map_err(Error::file(&file))?;
        let Ok(text) = String::from_utf8(bytes) else { continue };
        if !text.contains(old) {
            continue;
        }
        refuse_integrity(&file, &text, old)?;
        fs::write(&file, text.replace(old, new)).map_err(Error::file(&file))?;
        count += 1;
    }
    if count == 0 {
        return Err(Error::Page(format!("no page loads `{old}.js`")));
    }
    Ok(())
}

/// An `integrity` attribute is the hash of the old content: the browser would refuse the new one.
fn refuse_integrity(file: &Path, text: &str, name: &str) -> Result<(), Error> {
    let with_integrity = text.split('<').find(|element| element.contains(name) && element.contains("integrity="));
    match with_integrity {
        Some(element) => Err(Error::Page(format!(
            "{} has `<{}`, whose `integrity` does not fit the smaller file; leave it out by `pattern_preload` and \
             `pattern_script` in Trunk.toml, as the template does",
            file.display(),
            element.trim()
        ))),
        None => Ok(()),
    }
}

/// Every file in the folder, sorted.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_owned();
            Error::File { path, source: error.into() }
        })?;
        if entry.file_type().is_file() {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

fn name_of(file: &Path) -> &str {
    file.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}

fn name_in(folder: &Path, file: &Path) -> String {
    file.strip_prefix(folder).unwrap_or(file).to_string_lossy().replace('\\', "/")
}

fn length(text: &str) -> u64 {
    u64::try_from(text.len()).unwrap_or(u64::MAX)
}
