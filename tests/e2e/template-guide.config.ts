import config from "./playwright.config";

/** A block of code that the guide asks the reader to find, its replacement, and the resulting text of the file. */
interface Change {
  file: string;
  changed: string;
  find: string;
  write: string;
}

/** The address of the guide's project under `trunk serve`; `cargo xtask test --only template` starts it. */
export const SERVED = process.env.GUIDE_SERVED;
/** The project's own style sheet. */
export const STYLES = process.env.GUIDE_STYLES ?? "";
/** The changes that the guide asks the reader to make. */
export const changes: Change[] = JSON.parse(process.env.GUIDE_CHANGES ?? "[]");

if (!SERVED || !STYLES || changes.length === 0) throw new Error("nothing is served: run `cargo xtask test --only template`");

/** The guide's project while it is served. */
export default { ...config, testDir: "template", testMatch: "guide.spec.ts", globalSetup: undefined, webServer: undefined };
