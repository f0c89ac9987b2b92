// The features of the page's style sheets: properties, keywords, selectors, at-rules and functions.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../support/builds.mjs";
import { data } from "./needs.mjs";

/** Without these a page looks slightly different, but works. */
const DISPENSABLE = {
  ":has()": "the page's own scroll bar keeps the light theme",
  "text-size-adjust": "phones choose a size of text by themselves",
  "text-align: match-parent": "`-webkit-match-parent` is beside it, and what else is aligned to the start",
  outline: "before Safari 16.4 its corners are square",
  "user-select": "initials can be selected",
  "accent-color": "the browser's own color",
  "scrollbar-width": "the browser's own scroll bar",
};

export function css(needs) {
  const page = readFileSync(join(root, "dist/index.html"), "utf8");
  const text = [...page.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(([, style]) => style).join("\n").replace(/\/\*.*?\*\//gs, "").replace(/"[^"]*"|'[^']*'/g, '""');
  const add = (name, ...features) => {
    if (name in DISPENSABLE || features.some((feature) => !feature?.__compat)) return;
    try {
      needs.add(`\`${name}\``, ...features);
    } catch {
      // A keyword of another meaning, such as the name of an animation.
    }
  };
  for (const [, name] of text.matchAll(/@([a-z-]+)/g)) add(`@${name}`, data.css["at-rules"][name]);
  for (const [, selectors] of text.matchAll(/([^{};]+)\{/g)) {
    for (const [, colons, name, call] of selectors.matchAll(/(::?)([a-z][a-z-]+)(\(?)/g)) add(`${colons}${name}${call && "()"}`, data.css.selectors[name]);
  }
  for (const [, property, value] of text.matchAll(/[{;]\s*([a-z][a-z-]*)\s*:\s*([^{};]+)/g)) {
    const feature = data.css.properties[property];
    if (!feature) continue;
    add(property, feature);
    if (property in DISPENSABLE) continue;
    for (const [word] of value.matchAll(/(?<![-\w#.])[a-z][a-z-]*(?![-\w(])/g)) add(`${property}: ${word}`, feature[word]);
    for (const [, name] of value.matchAll(/(?<![-\w])([a-z][a-z-]*)\(/g)) add(`${name}()`, data.css.types[name]);
    for (const [, unit] of value.matchAll(/\d(d?v[hwib]|[sl]v[hwib]|rem|ch)\b/g)) {
      // If a property is set twice, the first one has the older unit.
      if (!unit.startsWith("d")) add(unit, data.css.types.length[unit]);
    }
  }
}
