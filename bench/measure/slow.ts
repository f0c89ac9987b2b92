import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** The size of a chunk, like that of packets; smaller chunks would measure timers. */
const SLICE = 4_096;

/**
 * A network between the browser and a port of this machine: `latency` milliseconds there and back, and `throughput`
 * bytes a second down, shared by all connections. It is beside the browser, so that nothing in it is different.
 */
export async function slowed(port: number, latency: number, throughput: number) {
  const down = lane(latency / 2, throughput);
  const up = lane(latency / 2, Infinity);
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port, host: "127.0.0.1", noDelay: true });
    carry(near, far, up);
    carry(far, near, down);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { port: (server.address() as AddressInfo).port, close };
}

/** Resolves when this many bytes have arrived at the other end. */
function lane(delay: number, throughput: number) {
  let free = 0;
  return (bytes: number) => {
    free = Math.max(free, performance.now()) + (bytes / throughput) * 1_000;
    return free + delay;
  };
}

function carry(from: Socket, to: Socket, arrival: (bytes: number) => number) {
  // In order: two timers for the same millisecond may fire in either order.
  const queue: { when: number; then: () => void }[] = [];
  const deliver = () => {
    while (queue[0] && queue[0].when <= performance.now()) queue.shift()!.then();
    if (queue[0]) setTimeout(deliver, Math.max(queue[0].when - performance.now(), 1));
  };
  const at = (when: number, then: () => void) => {
    if (queue.push({ when, then }) === 1) setTimeout(deliver, when - performance.now());
  };
  from.on("data", (chunk: Buffer) => {
    for (let start = 0; start < chunk.length; start += SLICE) {
      const slice = chunk.subarray(start, start + SLICE);
      at(arrival(slice.length), () => to.writable && to.write(slice));
    }
  });
  from.on("end", () => at(arrival(0), () => to.end()));
  from.on("error", () => to.destroy());
}
