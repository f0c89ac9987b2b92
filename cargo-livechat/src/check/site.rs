//! A built folder as its server sends it, at an address that exists only in the checking browser.

use std::collections::BTreeMap;
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

use crate::headers;
use crate::prelude::*;

/// Where the extension is, in the checking browser.
pub(super) const ORIGIN: &str = "https://extension.example";

/// A response.
#[derive(Debug, Clone)]
pub(super) struct Response {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
    /// How many bytes the network carries: compressed.
    pub(super) carried: usize,
}

/// The files, with the headers that the server must send.
#[derive(Debug)]
pub(super) struct Site {
    files: BTreeMap<String, Response>,
    answers: Option<PathBuf>,
    policy: String,
}

impl Site {
    /// Reads the built folder. Files in `answers` answer the requests for their paths that the build does not.
    pub(super) fn read(dist: &Path, policy: String, answers: Option<PathBuf>) -> Result<Self> {
        let mut files = BTreeMap::new();
        for name in headers::files_of(dist)? {
            let body = fs::read(dist.join(&name))?;
            let carried = carried(&dist.join(format!("{name}.br")), &body)?;
            let kind = content_type(&name).unwrap_or("application/octet-stream").to_owned();
            let headers = vec![
                ("Content-Type".to_owned(), kind),
                ("X-Content-Type-Options".to_owned(), "nosniff".to_owned()),
                ("Cache-Control".to_owned(), "no-cache".to_owned()),
            ];
            files.insert(format!("/{name}"), Response { status: 200, headers, body, carried });
        }
        Ok(Self { files, answers, policy })
    }

    /// Answers a request for a path, as the server should: the page for a path without an extension, and a 404 for a
    /// missing file.
    pub(super) fn answer(&self, path: &str, with_policy: bool) -> Response {
        let path = path.split(['?', '#']).next().unwrap_or(path);
        let folder = path.trim_end_matches('/');
        let is_page = !folder.rsplit('/').next().unwrap_or_default().contains('.');
        let mut response = self
            .files
            .get(path)
            .cloned()
            .or_else(|| self.own_answer(path))
            .or_else(|| is_page.then(|| self.files.get(&format!("{folder}/index.html")).cloned()).flatten())
            .or_else(|| is_page.then(|| self.files.get("/index.html").cloned()).flatten())
            .unwrap_or_else(missing);
        if with_policy {
            response.headers.push(("Content-Security-Policy".to_owned(), self.policy.clone()));
        }
        response
    }

    /// Returns the file that answers for the extension's own server.
    fn own_answer(&self, path: &str) -> Option<Response> {
        let relative = path.trim_start_matches('/');
        if relative.split('/').any(|part| part.is_empty() || part == "..") {
            return None;
        }
        let body = fs::read(self.answers.as_ref()?.join(relative)).ok()?;
        let kind = content_type(relative).unwrap_or("application/json").to_owned();
        Some(Response { status: 200, headers: vec![("Content-Type".to_owned(), kind)], carried: body.len(), body })
    }
}

fn missing() -> Response {
    Response { status: 404, headers: Vec::new(), body: b"gone".to_vec(), carried: 4 }
}

/// The size of the compressed copy beside the file, or else with gzip, which is fast.
fn carried(copy: &Path, body: &[u8]) -> Result<usize> {
    if let Ok(copy) = copy.metadata() {
        return Ok(usize::try_from(copy.len()).unwrap_or(body.len()));
    }
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(body)?;
    Ok(encoder.finish()?.len().min(body.len()))
}

fn content_type(name: &str) -> Option<&'static str> {
    headers::content_type(name).or_else(|| {
        Some(match name.rsplit_once('.')?.1 {
            "gif" => "image/gif",
            "ico" => "image/x-icon",
            "jpg" | "jpeg" => "image/jpeg",
            "png" => "image/png",
            "webp" => "image/webp",
            "woff2" => "font/woff2",
            "txt" => "text/plain; charset=utf-8",
            _ => return None,
        })
    })
}

/// How fast the network is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Network {
    /// As fast as the browser.
    Fast,
    /// The slow network of `cargo xtask bench`.
    Slow,
}

/// There and back.
const LATENCY: Duration = Duration::from_millis(100);
/// Bytes per second, shared by all responses.
const THROUGHPUT: f64 = 200_000.0;

/// When responses arrive. Each waits for those before it, as on one line.
#[derive(Debug)]
pub(super) struct Arrivals {
    network: Network,
    /// When the line is free.
    free: Duration,
}

impl Arrivals {
    pub(super) fn new(network: Network) -> Self {
        Self { network, free: Duration::ZERO }
    }

    /// Returns when a response of this size arrives that is requested now.
    pub(super) fn of(&mut self, now: Duration, bytes: usize) -> Duration {
        if self.network == Network::Fast {
            return now;
        }
        #[expect(clippy::cast_precision_loss, reason = "no file has 2^52 bytes")]
        let carrying = Duration::from_secs_f64(bytes as f64 / THROUGHPUT);
        self.free = self.free.max(now) + carrying;
        self.free + LATENCY
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn responses_on_a_slow_network_wait_for_each_other() {
        let mut arrivals = Arrivals::new(Network::Slow);
        let at = |millis| Duration::from_millis(millis);
        assert_eq!(arrivals.of(at(0), 20_000), at(200));
        assert_eq!(arrivals.of(at(0), 20_000), at(300), "after the first");
        assert_eq!(arrivals.of(at(1_000), 20_000), at(1_200), "the line is free again");
        assert_eq!(Arrivals::new(Network::Fast).of(at(7), 20_000), at(7));
    }

    #[test]
    fn paths_are_answered_as_the_guide_tells_servers_to() {
        let folder = tempfile::tempdir().unwrap();
        let dist = folder.path().join("dist");
        fs::create_dir_all(dist.join("static")).unwrap();
        fs::create_dir_all(folder.path().join("answers/api")).unwrap();
        for (file, text) in [
            ("dist/index.html", "page"),
            ("dist/static/app.css", "style"),
            ("answers/api/orders", "[]"),
            ("secret.txt", "not served"),
        ] {
            fs::write(folder.path().join(file), text).unwrap();
        }
        let site = Site::read(&dist, "default-src 'self'".to_owned(), Some(folder.path().join("answers"))).unwrap();
        let answer = |path: &str| {
            let Response { status, body, .. } = site.answer(path, true);
            (status, String::from_utf8(body).unwrap())
        };
        for path in ["/", "/?plugin_id=x", "/dashboard", "/dashboard/order/7"] {
            assert_eq!(answer(path), (200, "page".to_owned()), "{path}");
        }
        assert_eq!(answer("/static/app.css").1, "style");
        assert_eq!(answer("/api/orders?page=2").1, "[]");
        for path in ["/static/gone.js", "/api/../../secret.txt", "/..%2fsecret.txt"] {
            assert_eq!(answer(path).0, 404, "{path}");
        }
        let names = |with_policy| {
            let headers = site.answer("/", with_policy).headers;
            headers.iter().any(|(name, _)| name == "Content-Security-Policy")
        };
        assert!(names(true) && !names(false));
    }
}
