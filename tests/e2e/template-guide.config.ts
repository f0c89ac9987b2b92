import config from "./playwright.config";

/** A block of code that the guide has a newcomer find, the one to write in its place, and the file's text with it. */
interface Change {
  file: string;
  changed: string;
  find: string;
  write: string;
}

/** Where `trunk serve` shows the guide's project; `cargo xtask test --only template` starts it. */
export const SERVED = process.env.GUIDE_SERVED;
/** What the guide has a newcomer change meanwhile. */
export const changes: Change[] = JSON.parse(process.env.GUIDE_CHANGES ?? "[]");

if (!SERVED || changes.length === 0) throw new Error("nothing is served: run `cargo xtask test --only template`");

/** The guide's project while it is served. */
export default { ...config, testDir: "template", testMatch: "guide.spec.ts", globalSetup: undefined, webServer: undefined };
