import site from "./site.config";

/** Takes the pictures of recipes and placements; `cargo xtask screenshots` runs it. */
export default { ...site, testDir: "pictures", testMatch: "site.spec.ts" };
