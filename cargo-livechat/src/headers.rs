//! The headers that a server has to send with a build, in the formats of several servers.
//!
//! `docs/deploying.md` has the reason for each.

use clap::ValueEnum;
use serde_json::{Map, Value, json};

use crate::prelude::*;
use crate::{csp, files, precompress};

/// For files whose name has a hash of their content.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// For all others: a browser asks whether they have changed.
const ASK: &str = "no-cache";

/// The names with a hash, as a regular expression.
const HASHED: &str = r"-[0-9a-f]{16}(_bg)?\.[a-z]+$";

/// The file of headers that some hosts read from the site.
pub const HEADERS_FILE: &str = "_headers";

/// For which server.
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
    /// Where the headers are written: into the site where the host reads them there, and otherwise not.
    pub fn file(self, dist: &Path, kept: &Path) -> PathBuf {
        match self {
            Self::Netlify | Self::Cloudflare => dist.join(HEADERS_FILE),
            Self::Nginx => kept.join("headers.nginx.conf"),
            Self::Caddy => kept.join("headers.Caddyfile"),
            Self::Json => kept.join("headers.json"),
        }
    }
}

/// The headers of the build in this folder.
pub fn of(dist: &Path, format: Format) -> Result<String> {
    let policy = csp::of(dist)?;
    Ok(match format {
        Format::Nginx => nginx(&policy),
        Format::Netlify | Format::Cloudflare => headers_file(&policy, &files_of(dist)?)?,
        Format::Caddy => caddy(&policy),
        Format::Json => format!("{:#}\n", by_file(&policy, &files_of(dist)?)?),
    })
}

/// The names of the files that are part of the site, with `/` on every system.
pub fn files_of(dist: &Path) -> Result<Vec<String>> {
    let files = files::below(dist)?.into_iter().filter(|file| is_site(file));
    files.map(|file| Ok(file.strip_prefix(dist)?.to_string_lossy().replace('\\', "/"))).collect()
}

/// Whether a file in the folder of a build came from Trunk, and not from here.
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

/// Both hosts let a browser ask again for files that have no rule for `Cache-Control`, and join the values of several rules. So the
/// rule for all files has none.
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

/// The types that matter to an extension. A host knows those of its pictures and fonts.
fn content_type(file: &str) -> Option<&'static str> {
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
