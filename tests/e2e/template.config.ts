import config from "./playwright.config";

/** The projects made from the template, by placement; `cargo xtask test --only template` creates them. */
export const projects: Record<string, string> = JSON.parse(process.env.TEMPLATE_PROJECTS ?? "{}");
/** The development build of a details project with sign-in. */
export const SIGN_IN = process.env.TEMPLATE_SIGN_IN!;

if (!projects.details || !SIGN_IN) throw new Error("no projects are named here: run `cargo xtask test --only template`");

/** The projects' builds; `cargo xtask test --only template` runs it. */
export default { ...config, testDir: "template", testMatch: ["template.spec.ts", "sign-in.spec.ts"], webServer: undefined };
