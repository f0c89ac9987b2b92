import { defineConfig } from "@playwright/test";
import { findChromium } from "./support/chromium";

/** The port for the simulator of `cargo xtask dev` during the tests; not its default, which may be in use. */
export const SIMULATOR = "http://127.0.0.1:3433";

export default defineConfig({
  testDir: "specs",
  outputDir: "../../target/e2e",
  globalSetup: "./support/bundle-hosts",
  // Most of a test is waiting; with two, one works while the other waits.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: "list",
  // Usually a second or two; a busy machine was observed to take half a minute.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  use: {
    launchOptions: {
      executablePath: findChromium(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
    // Tracing every test would double the time; use `--trace on`.
    screenshot: "only-on-failure",
  },
  webServer: {
    command: `cargo xtask dev --port ${new URL(SIMULATOR).port}`,
    cwd: "../..",
    url: SIMULATOR,
    timeout: 20 * 60_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
    stdout: "pipe",
  },
});
