import config from "./playwright.config";

/** Where `cargo xtask dev --https` serves the simulator while its test runs. */
export const SECURE_SIMULATOR = "https://127.0.0.1:3783";

/** The simulator over HTTPS; `cargo xtask test --only end-to-end` runs it after everything else. */
export default {
  ...config,
  testDir: "https",
  globalSetup: undefined,
  // The certificate is self-signed; the test inspects it.
  use: { ...config.use, ignoreHTTPSErrors: true },
  webServer: {
    command: `cargo xtask dev --https --port ${new URL(SECURE_SIMULATOR).port}`,
    cwd: "../..",
    url: SECURE_SIMULATOR,
    ignoreHTTPSErrors: true,
    timeout: 20 * 60_000,
    gracefulShutdown: { signal: "SIGTERM" as const, timeout: 5_000 },
    stdout: "pipe" as const,
  },
};
