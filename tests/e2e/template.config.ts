import config from "./playwright.config";

/** Where the projects made from the template are, by placement; `cargo xtask test --only template` makes them. */
export const projects: Record<string, string> = JSON.parse(process.env.TEMPLATE_PROJECTS ?? "{}");

if (!projects.details) throw new Error("no projects are named here: run `cargo xtask test --only template`");

/** The projects' release builds in the host page; `cargo xtask test --only template` runs it. */
export default { ...config, testDir: "template", testMatch: "template.spec.ts", webServer: undefined };
