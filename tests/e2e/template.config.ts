import { mkdirSync } from "node:fs";
import { join } from "node:path";
import config from "./playwright.config";

/** Where the projects made from the template are, by placement; `cargo xtask test --only template` makes them. */
export const projects: Record<string, string> = JSON.parse(process.env.TEMPLATE_PROJECTS ?? "{}");

/** Where `trunk serve` shows the first of them; not its usual port, which may be in use. */
export const SERVED = "http://127.0.0.1:3583";

/** What the guide says to serve a project with. */
const serve = process.env.TEMPLATE_SERVE;

const details = projects.details;
if (!details || !serve) throw new Error("no projects are named here: run `cargo xtask test --only template`");
// Not `dist`: that holds the release build. Trunk wants it to be there.
const served = join(details, "served");
mkdirSync(served, { recursive: true });

/** The projects in the host page and in the simulator; `cargo xtask test --only template` runs it. */
export default {
  ...config,
  testDir: "template",
  webServer: {
    command: serve,
    // The command is the guide's, word for word; what differs on this machine is said beside it.
    env: { TRUNK_OFFLINE: "true", TRUNK_BUILD_DIST: "served", TRUNK_SERVE_PORT: new URL(SERVED).port },
    cwd: details,
    url: SERVED,
    timeout: 10 * 60_000,
    gracefulShutdown: { signal: "SIGTERM" as const, timeout: 5_000 },
    stdout: "pipe" as const,
  },
};
