//! Responses of the example nginx configuration, and of the one that `cargo livechat build --headers nginx` writes.
//! Runs if nginx is installed: on `PATH`, in `/usr/sbin`, or named in `YEW_LIVECHAT_NGINX`; otherwise only the last
//! tests check the configurations' texts.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "Clippy lets a test unwrap, but not what several tests share")]

use std::env;
use std::fs;
use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use cargo_livechat::headers::{self, Format};
use tempfile::TempDir;

/// An extension built by Trunk, and one of several in the same build.
const FILES: [&str; 5] =
    ["index.html", "settings/index.html", "app-0123456789abcdef.js", "static/orders.json", "LICENSE"];

fn deploy(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/deploy").join(file)
}

fn nginx() -> Option<PathBuf> {
    let named = env::var_os("YEW_LIVECHAT_NGINX").map(PathBuf::from);
    let path = env::var_os("PATH").unwrap_or_default();
    named.or_else(|| {
        env::split_paths(&path)
            .chain([PathBuf::from("/usr/sbin")])
            .map(|folder| folder.join("nginx"))
            .find(|program| program.is_file())
    })
}

/// The example configuration, and the generated one for a build. Both are in a server block.
fn configurations() -> [String; 2] {
    let example = fs::read_to_string(deploy("nginx.conf")).unwrap();
    let dist = tempfile::tempdir().unwrap();
    fs::write(dist.path().join("index.html"), "<script>start()</script>").unwrap();
    let written = headers::of(dist.path(), Format::Nginx).unwrap();
    let written = format!("server {{\n    listen 8080;\n    root /usr/share/nginx/html;\n{written}}}\n");
    [example, written]
}

/// An nginx with one of these configurations, behind a Unix socket instead of port 8080.
struct Server {
    child: Child,
    folder: TempDir,
}

impl Server {
    /// Starts one for each configuration; none if nginx is missing.
    fn start() -> Vec<Self> {
        let Some(program) = nginx() else {
            eprintln!(
                "nginx is not installed: its answers are not tested. Install it, or name it in YEW_LIVECHAT_NGINX."
            );
            return Vec::new();
        };
        configurations().into_iter().map(|server| Self::start_with(&program, server)).collect()
    }

    fn start_with(program: &Path, mut server: String) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().to_str().unwrap();
        for file in FILES {
            let path = folder.path().join("dist").join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, file).unwrap();
        }
        for (theirs, ours) in [
            ("listen 8080;", format!("listen unix:{root}/socket;")),
            ("root /usr/share/nginx/html;", format!("root {root}/dist;")),
            ("/etc/nginx/policy.conf", deploy("policy.conf").display().to_string()),
        ] {
            server = server.replace(theirs, &ours);
        }
        let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|name| format!("{name}_temp_path {root}/{name};\n"))
            .concat();
        let configuration = format!(
            "daemon off; master_process off; pid {root}/pid; error_log stderr;\nevents {{}}\nhttp {{\naccess_log off;\n\
             types {{ text/html html; text/javascript js; application/json json; }}\n{temporary}{server}}}\n"
        );
        let file = folder.path().join("nginx.conf");
        fs::write(&file, configuration).unwrap();
        let child = Command::new(program).args(["-e", "stderr", "-p", root, "-c"]).arg(file).spawn().unwrap();
        let mut server = Self { child, folder };
        let since = Instant::now();
        while UnixStream::connect(server.socket()).is_err() {
            assert_eq!(server.child.try_wait().unwrap(), None, "nginx refuses the configuration");
            assert!(since.elapsed() < Duration::from_secs(30), "nginx does not listen");
            thread::sleep(Duration::from_millis(20));
        }
        server
    }

    fn socket(&self) -> PathBuf {
        self.folder.path().join("socket")
    }

    /// Returns status line, lowercase headers, and body.
    fn get(&self, path: &str) -> (String, String, String) {
        let mut stream = UnixStream::connect(self.socket()).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let (status, headers) = head.split_once("\r\n").unwrap();
        (status.to_owned(), headers.to_lowercase(), body.to_owned())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_missing_file_of_any_kind_is_not_answered_with_the_page() {
    for server in Server::start() {
        for path in [
            "/app-ffffffffffffffff.js",
            "/app-ffffffffffffffff_bg.wasm",
            "/prelude.js",
            "/app.wasm",
            "/icon.svg",
            "/static/customers.json",
            "/settings/picture.png",
            "/favicon.ico",
            "/app.js.map",
            "/.env",
        ] {
            let (status, _, body) = server.get(path);
            assert!(status.contains(" 404 "), "{path}: {status}");
            assert_ne!(body, "index.html", "{path}");
        }
    }
}

#[test]
fn every_path_of_an_extension_is_answered_with_its_page_and_the_policy() {
    for server in Server::start() {
        for (path, file) in [
            ("/", "index.html"),
            ("/index.html", "index.html"),
            ("/orders/17?plugin_id=a.b", "index.html"),
            ("/v1.2/orders", "index.html"),
            ("/settings", "settings/index.html"),
        ] {
            let (status, headers, body) = server.get(path);
            assert!(status.contains(" 200 "), "{path}: {status}");
            assert_eq!(body, file, "{path}");
            assert!(
                headers.contains("content-security-policy: ")
                    && headers.contains("frame-ancestors https://livechatinc.com"),
                "{path}: {headers}"
            );
            assert!(headers.contains("cache-control: no-cache"), "{path}: {headers}");
            assert!(headers.contains("x-content-type-options: nosniff"), "{path}: {headers}");
            assert!(!headers.contains("x-frame-options"), "{path}: {headers}");
        }
    }
}

#[test]
fn a_file_is_cached_for_as_long_as_its_name_stays_the_same() {
    for server in Server::start() {
        for (path, cached) in [
            ("/app-0123456789abcdef.js", "cache-control: public, max-age=31536000, immutable"),
            ("/static/orders.json", "cache-control: no-cache"),
            ("/LICENSE", "cache-control: no-cache"),
        ] {
            let (status, headers, body) = server.get(path);
            assert!(status.contains(" 200 "), "{path}: {status}");
            assert_eq!(body, path.trim_start_matches('/'));
            assert!(headers.contains(cached), "{path}: {headers}");
            assert_eq!(headers.matches("cache-control").count(), 1, "{path}: {headers}");
        }
    }
}

#[test]
fn only_a_path_without_an_extension_falls_back_to_the_page() {
    for configuration in configurations() {
        let lines = configuration.lines().map(str::trim);
        let locations: Vec<&str> =
            lines.filter(|line| line.starts_with("location ") || line.starts_with("try_files ")).collect();
        assert_eq!(
            locations,
            [
                r#"location ~ "-[0-9a-f]{16}(_bg)?\.[a-z]+$" {"#,
                "try_files $uri =404;",
                r#"location ~ "\.[^./]+$" {"#,
                "try_files $uri =404;",
                "location / {",
                "try_files $uri $uri/index.html /index.html;",
            ]
        );
    }
}
