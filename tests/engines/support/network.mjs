// All sites of the tests at their real origins, without a network: a local proxy accepts each connection and responds
// itself.

import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { readFileSync } from "node:fs";

/** Ends a connection without a response, like a failing network. */
export const ABORT = Symbol("abort");

export class Network {
  /** The handlers by host name: functions from a request to a response or `ABORT`. */
  sites = {};
  /** The addresses that were requested since the last `reset`. */
  requested = [];
  #servers = [];
  #sockets = new Set();

  /** `certificate` names a file with a key and a certificate, whatever names they are for. */
  static async start(certificate) {
    const network = new Network();
    const pem = readFileSync(certificate);
    const secure = createSecureServer({ key: pem, cert: pem }, (request, response) => network.#answer(request, response));
    const proxy = createServer((_, response) => response.writeHead(502).end());
    proxy.on("connect", (request, socket) => {
      network.#sockets.add(socket);
      socket.on("close", () => network.#sockets.delete(socket));
      socket.on("error", () => {});
      const [name] = request.url.split(":");
      if (!(name in network.sites)) return socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      secure.emit("connection", socket);
    });
    await new Promise((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    network.#servers = [proxy, secure];
    network.address = `127.0.0.1:${proxy.address().port}`;
    return network;
  }

  reset(sites = {}) {
    this.sites = sites;
    this.requested = [];
  }

  close() {
    for (const socket of this.#sockets) socket.destroy();
    for (const server of this.#servers) server.close();
  }

  async #answer(request, response) {
    const url = new URL(request.url, `https://${request.headers.host}`);
    this.requested.push(url.href);
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const answer = await this.sites[url.hostname]?.({ url, method: request.method, headers: request.headers, body: Buffer.concat(chunks).toString() });
    if (answer === ABORT) return request.socket.destroy();
    const { status = 200, headers = {}, body = "" } = answer ?? { status: 404, body: "not here" };
    response.writeHead(status, { "cache-control": "no-store", ...headers }).end(body);
  }
}
