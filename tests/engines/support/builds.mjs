// The builds that the tests run on, which `cargo xtask test` makes for Playwright too.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
const e2e = join(root, "tests/e2e");
const target = join(root, "target/engines");
const esbuild = createRequire(join(e2e, "package.json"))("esbuild");

export const hosts = join(target, "hosts");
export const pictures = join(target, "pictures");

const BUILDS = {
  demo: ["dist", "target/content-security-policy.txt"],
  "sign-in": ["target/sign-in/dist", "target/sign-in/content-security-policy.txt"],
};

/** A release build and the policy to send with it. */
export function build(name) {
  const [dist, policy] = BUILDS[name].map((path) => join(root, path));
  if (!existsSync(policy)) throw new Error(`there is no release build in ${dist}: run \`cargo xtask test --only engines\``);
  return { dist, policy: readFileSync(policy, "utf8").trim() };
}

/** Bundles the host pages of tests/e2e, each with its version of the published library. */
export async function bundleHosts() {
  mkdirSync(pictures, { recursive: true });
  await esbuild.build({
    entryPoints: ["0.3.2", "0.3.5", "plain"].map((name) => ({ in: join(e2e, `hosts/host-${name}.ts`), out: name })),
    bundle: true,
    define: { "process.env.NODE_ENV": '"production"' },
    outdir: hosts,
  });
}

/** A module of tests/e2e/support, which is written in TypeScript. */
export async function shared(name) {
  mkdirSync(target, { recursive: true });
  const { code } = await esbuild.transform(readFileSync(join(e2e, `support/${name}.ts`), "utf8"), { loader: "ts" });
  const file = join(target, `${name}.mjs`);
  writeFileSync(file, code);
  return import(pathToFileURL(file).href);
}
