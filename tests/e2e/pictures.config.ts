import config from "./playwright.config";

/** Takes pictures instead of testing; `cargo xtask screenshots` runs it. */
export default { ...config, testDir: "pictures", testIgnore: "site.spec.ts", globalSetup: undefined };
