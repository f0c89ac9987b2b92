// Derives which browsers run the release build, from its features and MDN's data on each browser's support.
//
// node main.mjs [--write]: compares docs/deploying.md with the result, or writes it there. A change that raises a
// version has to be written, so it is noticed.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../support/builds.mjs";
import { BROWSERS, Needs, data } from "./needs.mjs";
import { css } from "./css.mjs";
import { javaScript } from "./javascript.mjs";
import { webAssembly } from "./webassembly.mjs";

const PAGE = join(root, "docs/deploying.md");
const MARKS = ["<!-- supported:begin -->", "<!-- supported:end -->"];

const { values } = parseArgs({ options: { write: { type: "boolean" } } });

const needs = new Needs();
webAssembly(needs);
javaScript(needs);
css(needs);
const policy = new Needs(needs);
policy.add("`'wasm-unsafe-eval'`", data.http.headers["Content-Security-Policy"]["script-src"]["wasm-unsafe-eval"]);

const row = (title, of) => `| ${title} | ${BROWSERS.map(({ key }) => of.oldest(key)).join(" | ")} |`;
const table = [
  `| | ${BROWSERS.map(({ title }) => title).join(" | ")} |`,
  "|---|---|---|---|",
  row("oldest that works", needs),
  row("oldest that works under the whole policy", policy),
  "",
  ...BROWSERS.map(({ key, title }) => `- ${title}: ${needs.latest(key).join(", ")}; under the policy ${policy.latest(key).join(", ")}`),
].join("\n");

const text = readFileSync(PAGE, "utf8");
const [begin, end] = MARKS.map((mark) => text.indexOf(mark));
if (begin < 0 || end < begin) throw new Error(`${PAGE} has lost its marks ${MARKS.join(" and ")}: restore them`);
const written = `${text.slice(0, begin)}${MARKS[0]}\n${table}\n${text.slice(end)}`;
console.log(`${needs.count} features of WebAssembly, JavaScript and CSS are used.\n\n${table}`);
if (values.write) writeFileSync(PAGE, written);
else if (written !== text) {
  console.error("\ndocs/deploying.md says otherwise: give up what needs a newer browser, or run `cargo xtask supported --write`");
  process.exit(1);
}
