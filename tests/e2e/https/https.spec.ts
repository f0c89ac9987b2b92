import type { X509Certificate } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { connect } from "node:tls";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { SECURE_SIMULATOR } from "../https.config";
import { Simulator } from "../support/simulator";

/** A file that Trunk watches. */
const watched = fileURLToPath(new URL("../../../static/demo.css", import.meta.url));

/** The server's certificate. */
function certificateOf({ hostname, port }: URL): Promise<X509Certificate> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), rejectUnauthorized: false }, () => {
      const certificate = socket.getPeerX509Certificate();
      socket.destroy();
      certificate ? resolve(certificate) : reject(new Error("no certificate"));
    });
    socket.on("error", reject);
  });
}

test("the certificate is this machine's, and valid for months at the most", async () => {
  const certificate = await certificateOf(new URL(SECURE_SIMULATOR));
  expect(certificate.checkIP("127.0.0.1")).toBe("127.0.0.1");
  expect(certificate.checkHost("localhost")).toBe("localhost");
  expect(certificate.checkHost("livechat.com")).toBeUndefined();
  expect(certificate.verify(certificate.publicKey), "signed by itself").toBe(true);
  const days = (Date.parse(certificate.validTo) - Date.now()) / (24 * 60 * 60 * 1000);
  expect(days).toBeGreaterThan(6);
  expect(days).toBeLessThan(366);
});

test("the simulator, the backend and live reload work over HTTPS", async ({ page, context }) => {
  const devTools = await context.newCDPSession(page);
  await devTools.send("Network.enable");
  const sockets = new Map<string, string>();
  devTools.on("Network.webSocketCreated", ({ requestId, url }) => void sockets.set(requestId, url));
  const opened = new Promise<string>((resolve) => {
    devTools.on("Network.webSocketHandshakeResponseReceived", ({ requestId, response }) => {
      if (response.status === 101) resolve(sockets.get(requestId) ?? "");
    });
  });
  const simulator = await Simulator.open(page, "?authorization=accepted", SECURE_SIMULATOR);
  const session = simulator.property("Session ID");
  await expect(session).toHaveText(/^[0-9a-f-]{32,36}$/);
  expect(await page.evaluate(() => isSecureContext && location.protocol)).toBe("https:");

  expect(new URL(await opened).origin).toBe(SECURE_SIMULATOR.replace("https:", "wss:"));
  const reloaded = page.waitForEvent("load");
  // Like an editor that saves an unchanged file.
  await writeFile(watched, await readFile(watched));
  await reloaded;
  await expect(session).toHaveText(/^[0-9a-f-]{32,36}$/);
});
