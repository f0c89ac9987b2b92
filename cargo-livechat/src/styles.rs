//! Shows a saved style sheet without a build.
//!
//! Trunk ignores the page's inline style sheets meanwhile. A server on loopback watches them, and a script that the
//! hook `trunk/styles.sh` adds to the page puts each saved one in place. The page keeps its state.

mod page;
mod server;
mod watch;

use std::net::Ipv4Addr;
use std::thread;

use tokio::net::TcpListener;

pub use self::page::{Sheet, sheets};
use crate::prelude::*;
use crate::project::PAGE;

/// The variable with the server's address, for the hook.
const VARIABLE: &str = "YEW_LIVECHAT_STYLES";

/// The hook that adds the script. Older projects have none.
const HOOK: &str = "trunk/styles.sh";

/// Has `trunk serve` leave the style sheets of the page in this folder to a server, which ends with this process. The
/// command stays as it is, and Trunk builds the style sheets, if the page has no inline one, if the project has no hook,
/// and over HTTPS: Safari lets no page that was served over HTTPS connect to the server.
///
/// # Errors
/// If the page cannot be read, or the server cannot start.
pub fn without_a_build<'a>(trunk: Cmd<'a>, folder: &Path, https: bool) -> Result<Cmd<'a>> {
    let sheets = sheets(&fs::read_to_string(folder.join(PAGE))?);
    if https || sheets.is_empty() || !folder.join(HOOK).is_file() {
        return Ok(trunk);
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))?;
    let address = listener.local_addr()?;
    let watched: Vec<_> = sheets.into_iter().map(|sheet| (folder.join(&sheet.path), sheet)).collect();
    let ignored = watched.iter().flat_map(|(file, _)| ["--ignore".as_ref(), file.as_os_str()]);
    let trunk = trunk.args(ignored).env(VARIABLE, format!("http://{address}"));
    thread::spawn(move || runtime.block_on(server::run(listener, watched)));
    Ok(trunk)
}
