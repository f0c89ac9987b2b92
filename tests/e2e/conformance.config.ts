import config from "./playwright.config";

/** The conformance test alone, which needs no server; `cargo xtask conformance` runs it. */
export default { ...config, testMatch: "conformance.spec.ts", webServer: undefined };
