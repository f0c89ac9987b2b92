// The syntax of the scripts, and the browser members and globals that they use.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../support/builds.mjs";
import { BROWSERS, data, isNewer, packages } from "./needs.mjs";

const esbuild = packages("esbuild");

/** What the scripts work without. */
const DISPENSABLE = {
  ancestorOrigins: "the referrer says the same",
  FinalizationRegistry: "wasm-bindgen's script asks first",
};

/** The scripts' own names that also exist in some interface. */
const OWN = new Set(["address", "query"]);

/** The page's scripts and wasm-bindgen's. */
export function scripts() {
  const dist = join(root, "dist");
  const page = readFileSync(join(dist, "index.html"), "utf8");
  const inline = [...page.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script]) => script);
  const module = readFileSync(join(dist, readdirSync(dist).find((name) => name.endsWith(".js"))), "utf8");
  return { inline, module };
}

export function javaScript(needs) {
  const { inline, module } = scripts();
  const all = [...inline, module];
  needs.add("dynamic `import()`", data.javascript.operators.import);
  if (/\bBigInt\b/.test(module)) needs.add("WebAssembly's BigInt-to-i64-integration", data.webassembly["BigInt-to-i64-integration"]);
  needs.addVersions("JavaScript's syntax", Object.fromEntries(BROWSERS.map(({ key }) => [key, oldestThatParses(key, all)])));
  const known = index();
  for (const name of new Set(all.flatMap(names))) {
    const features = known.get(name);
    // A name that no browser has belongs to something else, such as a field of a response.
    if (!features || name in DISPENSABLE || OWN.has(name)) continue;
    try {
      needs.add(`\`${name}\``, ...features);
    } catch {
      continue;
    }
  }
}

/** The oldest version for whose syntax esbuild leaves the scripts unchanged. */
function oldestThatParses(browser, all) {
  const versions = Object.keys(data.browsers[browser].releases).filter((version) => /^[\d.]+$/.test(version)).sort((a, b) => (isNewer(a, b) ? 1 : -1));
  const output = (target) => all.map((code) => esbuild.transformSync(code, { target, format: "esm", logLevel: "silent" }).code).join("\n");
  const wanted = output("esnext");
  const parses = (version) => {
    try {
      return output(`${browser}${version}`) === wanted;
    } catch {
      return false;
    }
  };
  let [low, high] = [0, versions.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parses(versions[middle])) high = middle;
    else low = middle + 1;
  }
  return versions[low];
}

/** Members, and capitalized globals. */
function names(code) {
  const text = code.replace(/(["'`])(?:\\.|(?!\1).)*\1/g, "''");
  const members = [...text.matchAll(/\.\s*([a-zA-Z]\w{2,})\b/g)].map(([, name]) => name);
  const globals = [...text.matchAll(/(?<![.\w])([A-Z]\w{3,})\b/g)].map(([, name]) => name);
  return [...members, ...globals];
}

/** The candidates for a name: a member of any interface, since a script does not say which, or a global. */
function index() {
  const known = new Map();
  const note = (name, feature) => feature?.__compat && known.set(name, [...(known.get(name) ?? []), feature]);
  for (const interfaces of [data.api, data.javascript.builtins, data.javascript.builtins.Intl, data.webassembly.api]) {
    for (const [name, members] of Object.entries(interfaces)) {
      note(name, members);
      for (const [member, feature] of Object.entries(members)) note(member.replace(/_static$|_event$/, ""), feature);
    }
  }
  return known;
}
