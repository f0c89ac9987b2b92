//! Shows a saved style sheet without a build.
//!
//! Trunk ignores the page's inline style sheets meanwhile. A server on loopback watches them, and a script that the
//! hook `trunk/styles.sh` adds to the page puts each saved one in place. The page keeps its state.

mod page;
mod server;
mod watch;

use std::ffi::OsString;
use std::net::{Ipv4Addr, SocketAddr};
use std::thread;

use tokio::net::TcpListener;

pub use self::page::{Sheet, sheets};
use crate::prelude::*;
use crate::project::PAGE;

/// The variable with the server's address, for the hook.
const VARIABLE: &str = "YEW_LIVECHAT_STYLES";

/// The hook that adds the script. Older projects have none.
const HOOK: &str = "trunk/styles.sh";

/// A running server. It ends with this process.
#[derive(Debug)]
pub struct Styles {
    address: SocketAddr,
    files: Vec<PathBuf>,
}

impl Styles {
    /// Starts the server for the page in this folder, unless Trunk has to build its style sheets: the page has no
    /// inline one, or the project no hook.
    pub fn start(folder: &Path) -> Result<Option<Self>> {
        let sheets = sheets(&fs::read_to_string(folder.join(PAGE))?);
        if sheets.is_empty() || !folder.join(HOOK).is_file() {
            return Ok(None);
        }
        let files: Vec<PathBuf> = sheets.iter().map(|sheet| folder.join(&sheet.path)).collect();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))?;
        let address = listener.local_addr()?;
        let watched = sheets.into_iter().zip(files.clone()).collect();
        thread::spawn(move || runtime.block_on(server::run(listener, watched)));
        Ok(Some(Self { address, files }))
    }

    /// Adds the style sheets that Trunk ignores, and the address for the hook.
    pub fn told<'a>(&self, trunk: Cmd<'a>) -> Cmd<'a> {
        let ignored = self.files.iter().flat_map(|file| [OsString::from("--ignore"), file.into()]);
        trunk.args(ignored).env(VARIABLE, format!("http://{}", self.address))
    }
}
