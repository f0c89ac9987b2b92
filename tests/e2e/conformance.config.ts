import config from "./playwright.config";

/** The conformance tests alone, which need no server; `cargo xtask conformance` runs them. */
export default { ...config, testMatch: ["conformance.spec.ts", "sign-in-conformance.spec.ts"], webServer: undefined };
