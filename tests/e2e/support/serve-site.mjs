// Serves `target/site` as a static host does: below a path, compressed, with a redirect from a folder's address without a
// slash, and nothing but GET.

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const [port, base] = process.argv.slice(2);
const root = fileURLToPath(new URL("../../../target/site/", import.meta.url));
const KINDS = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".png": "image/png", ".woff2": "font/woff2" };
const compressed = new Map();

async function answer({ method, url }) {
  const { pathname, search } = new URL(url, "http://site.example");
  if (method !== "GET" && method !== "HEAD") return { status: 405 };
  if (!pathname.startsWith(base)) return { status: 404 };
  let file = join(root, normalize(decodeURIComponent(pathname.slice(base.length))));
  const found = await stat(file).catch(() => null);
  if (found?.isDirectory()) {
    if (!pathname.endsWith("/")) return { status: 301, headers: { location: `${pathname}/${search}` } };
    file = join(file, "index.html");
  }
  if (!compressed.has(file)) {
    const bytes = await readFile(file).catch(() => null);
    if (!bytes) return { status: 404 };
    compressed.set(file, gzipSync(bytes));
  }
  const kind = KINDS[extname(file)] ?? "application/octet-stream";
  return { status: 200, headers: { "content-type": kind, "content-encoding": "gzip" }, body: compressed.get(file) };
}

createServer(async (request, response) => {
  const { status, headers, body } = await answer(request);
  response.writeHead(status, headers).end(body);
}).listen(Number(port));
