//! The headers that a server must send with a build, in the formats of several servers.
//!
//! `docs/deploying.md` explains each header.

use clap::ValueEnum;
use serde_json::{Map, Value, json};

use crate::prelude::*;
use crate::{csp, files, precompress};

/// For files whose name contains a hash of their content.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// For all other files: browsers check whether they have changed.
const ASK: &str = "no-cache";

/// A regular expression for names with a hash.
const HASHED: &str = r"-[0-9a-f]{16}(_bg)?\.[a-z]+$";

/// The headers file that some hosts read from the site.
pub const HEADERS_FILE: &str = "_headers";

/// The server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A file to include in a `server` block of nginx
    Nginx,
    /// `_headers` of Netlify
    Netlify,
    /// `_headers` of Cloudflare Pages
    Cloudflare,
    /// A file to import in a site of a Caddyfile
    Caddy,
    /// Every file with its headers, for scripts
    Json,
}

impl Format {
    /// Returns the file for the headers, which is part of the site only where the host reads it from there.
    pub fn file(self, dist: &Path, kept: &Path) -> PathBuf {
        match self {
            Self::Netlify | Self::Cloudflare => dist.join(HEADERS_FILE),
            Self::Nginx => kept.join("headers.nginx.conf"),
            Self::Caddy => kept.join("headers.Caddyfile"),
            Self::Json => kept.join("headers.json"),
        }
    }
}

/// Returns the headers for the build in this folder.
pub fn of(dist: &Path, format: Format) -> Result<String> {
    let policy = csp::of(dist)?;
    Ok(match format {
        Format::Nginx => nginx(&policy),
        Format::Netlify | Format::Cloudflare => headers_file(&policy, &files_of(dist)?)?,
        Format::Caddy => caddy(&policy),
        Format::Json => format!("{:#}\n", by_file(&policy, &files_of(dist)?)?),
    })
}

/// Returns the names of the site's files, with `/` on every system.
pub fn files_of(dist: &Path) -> Result<Vec<String>> {
    let files = files::below(dist)?.into_iter().filter(|file| is_site(file));
    files.map(|file| Ok(file.strip_prefix(dist)?.to_string_lossy().replace('\\', "/"))).collect()
}

/// Whether Trunk wrote this file, rather than a command here.
pub fn is_site(file: &Path) -> bool {
    !precompress::is_copy(file) && !file.ends_with(HEADERS_FILE)
}

fn nginx(policy: &str) -> String {
    format!(
        r#"# Written by `cargo livechat build --headers nginx`: include it in the `server` block whose `root` is dist/.
gzip_static on;
gzip_vary on;
# With the module ngx_brotli: brotli_static on;

# For every file whose name has no hash. A location with an `add_header` of its own inherits none of these.
add_header Content-Security-Policy "{policy}" always;
add_header X-Content-Type-Options nosniff;
add_header Cache-Control "{ASK}";

location ~ "{HASHED}" {{
    add_header Cache-Control "{FOR_EVER}";
    add_header X-Content-Type-Options nosniff;
    try_files $uri =404;
}}

# A missing file of any kind is a 404, and not the page.
location ~ "\.[^./]+$" {{
    try_files $uri =404;
}}

location / {{
    try_files $uri $uri/index.html /index.html;
}}
"#
    )
}

fn caddy(policy: &str) -> String {
    format!(
        r#"# Written by `cargo livechat build --headers caddy`: import it in the site whose `root` is dist/.
@hashed path_regexp {HASHED}
header @hashed Cache-Control "{FOR_EVER}"
@unhashed not path_regexp {HASHED}
header @unhashed Cache-Control {ASK}
header Content-Security-Policy "{policy}"
header X-Content-Type-Options nosniff

# A missing file of any kind is a 404, and not the page.
@page not path_regexp \.[^./]+$
try_files @page {{path}} {{path}}/index.html /index.html
file_server {{
    precompressed br gzip
}}
"#
    )
}

/// Both hosts let browsers revalidate files without a `Cache-Control` rule, and join the values of matching rules. So
/// the rule for all files sets no `Cache-Control`.
fn headers_file(policy: &str, files: &[String]) -> Result<String> {
    let hashed = Regex::new(HASHED)?;
    let mut text = format!("/*\n  Content-Security-Policy: {policy}\n  X-Content-Type-Options: nosniff\n");
    for file in files.iter().filter(|file| hashed.is_match(file)) {
        text += &format!("/{file}\n  Cache-Control: {FOR_EVER}\n");
    }
    Ok(text)
}

fn by_file(policy: &str, files: &[String]) -> Result<Value> {
    let hashed = Regex::new(HASHED)?;
    let of_file = |file: &String| {
        let cached = if hashed.is_match(file) { FOR_EVER } else { ASK };
        let mut headers = Map::new();
        let mut put = |name: &str, value: &str| headers.insert(name.to_owned(), json!(value));
        put("Cache-Control", cached);
        if let Some(kind) = content_type(file) {
            put("Content-Type", kind);
        }
        put("X-Content-Type-Options", "nosniff");
        put("Content-Security-Policy", policy);
        (format!("/{file}"), Value::Object(headers))
    };
    Ok(Value::Object(files.iter().map(of_file).collect()))
}

/// The content types that matter to an extension. Hosts know those of pictures and fonts.
pub(crate) fn content_type(file: &str) -> Option<&'static str> {
    Some(match file.rsplit_once('.')?.1 {
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "wasm" => "application/wasm",
        _ => return None,
    })
}
