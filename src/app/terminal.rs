//! What an extension does outside a browser, under `cargo run`.

use std::{path::Path, process};

use super::{extensions::Extensions, page_files};

/// Prints the Developer Console's initial state, or runs the command in the arguments.
pub(crate) fn run(extensions: &Extensions) {
    let arguments: Vec<String> =
        std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect();
    match answer(extensions, &arguments, Path::new("")) {
        Ok(text) => println!("{text}"),
        Err(text) => {
            eprintln!("{text}");
            process::exit(2);
        }
    }
}

/// What to print for these arguments, in a project's folder.
fn answer(extensions: &Extensions, arguments: &[String], project: &Path) -> Result<String, String> {
    match arguments {
        [] => Ok(format!("{:#}", extensions.initial_state())),
        [command] if command == page_files::COMMAND => {
            page_files::write(project).map(|lines| lines.join("\n")).map_err(|error| error.to_string())
        }
        _ => Err(usage()),
    }
}

fn usage() -> String {
    let command = page_files::COMMAND;
    format!(
        "usage: cargo run                  print the initial state for the Developer Console\n       \
         cargo run -- {command}    write the framework's scripts and style sheet into static/"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(arguments: &[&str]) -> Result<String, String> {
        let arguments: Vec<String> = arguments.iter().map(|argument| (*argument).to_owned()).collect();
        answer(&Extensions::new(), &arguments, Path::new("no-such-folder"))
    }

    #[test]
    fn without_arguments_the_initial_state_is_printed() {
        let expected = format!("{:#}", Extensions::new().initial_state());
        assert_eq!(answered(&[]), Ok(expected));
    }

    #[test]
    fn arguments_that_mean_nothing_are_answered_with_the_usage() {
        for arguments in [&["page-file"][..], &["--help"], &["page-files", "now"]] {
            let usage = answered(arguments).err().unwrap_or_default();
            assert!(usage.starts_with("usage: cargo run ") && usage.contains("cargo run -- page-files "), "{usage}");
        }
    }

    #[test]
    fn the_page_s_files_are_written_where_there_is_a_page() {
        let error = answered(&["page-files"]).err().unwrap_or_default();
        assert!(error.contains("there is no index.html here"), "{error}");
    }
}
