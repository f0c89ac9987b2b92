import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";

/** A proxy for browsers that cannot map host names to ports: passes each connection to the port of its host name. */
export async function proxied(portOf: (name: string) => number | undefined) {
  const sockets = new Set<Socket>();
  const server = createServer((_, response) => response.writeHead(502).end());
  server.on("connect", (request, near: Socket) => {
    const port = portOf(request.url!.split(":")[0]!);
    if (port === undefined) return near.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    near.setNoDelay();
    const far = connect({ port, host: "127.0.0.1", noDelay: true });
    near.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => (near.destroy(), far.destroy()));
      socket.on("close", () => sockets.delete(socket));
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { address: `127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
