import base from "./playwright.config";

/** Not a loopback name, below a path: as on any static host. */
const [HOST, PORT, PATH] = ["site.example", 3633, "/some/path/"];
export const SITE = `http://${HOST}:${PORT}${PATH}`;

const { launchOptions } = base.use!;

/** The website, which `cargo xtask site` builds into `target/site`. */
export default {
  ...base,
  testDir: "site",
  globalSetup: undefined,
  // A page of the site is ready in a second or two; some tests open many.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  use: {
    ...base.use,
    launchOptions: {
      ...launchOptions,
      args: [
        ...launchOptions!.args!,
        `--host-resolver-rules=MAP ${HOST} 127.0.0.1`,
        // Like HTTPS, which static hosts have.
        `--unsafely-treat-insecure-origin-as-secure=http://${HOST}:${PORT}`,
      ],
    },
  },
  webServer: {
    command: `node support/serve-site.mjs ${PORT} ${PATH}`,
    port: PORT,
    gracefulShutdown: { signal: "SIGTERM" as const, timeout: 5_000 },
  },
};
