import { readFileSync, readdirSync } from "node:fs";
import { createSecureServer, type Http2SecureServer } from "node:http2";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const types: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

interface File {
  type: string;
  body: Buffer;
}

/** Every file in a folder by path, precompressed as a server would. A script for the page runs before all others. */
function files(folder: string, script?: string): Map<string, File> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => extname(name));
  return new Map(
    names.map((name) => {
      const path = name === "index.html" ? "/" : `/${name}`;
      const type = types[extname(name)] ?? "application/octet-stream";
      const content = readFileSync(join(folder, name));
      const isPage = script !== undefined && path === "/";
      // A minifier may have left out the `head` tag.
      const body = isPage ? content.toString().replace(/^<!doctype html>/i, (first) => `${first}<script>${script}</script>`) : content;
      return [path, { type, body: brotliCompressSync(body) }];
    }),
  );
}

/** One server for all sites, over HTTPS and HTTP/2, with brotli. The first part of the host name selects the site. */
export async function serve(
  sites: Record<string, string>,
  key: string,
  certificate: string,
  scriptFor: (site: string) => string | undefined = () => undefined,
) {
  const bySite = new Map(Object.entries(sites).map(([site, folder]) => [site, files(folder, scriptFor(site))]));
  const server: Http2SecureServer = createSecureServer({
    key: readFileSync(key),
    cert: readFileSync(certificate),
    allowHTTP1: true,
  });
  server.on("request", (request, response) => {
    const [site] = String(request.headers[":authority"] ?? request.headers.host).split(".");
    const file = bySite.get(site!)?.get(new URL(request.url!, "https://any").pathname);
    response.writeHead(file ? 200 : 404, {
      "content-type": file?.type ?? "text/plain",
      ...(file && { "content-encoding": "br", "content-length": file.body.length }),
      "cache-control": "no-cache",
    });
    response.end(file?.body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}
