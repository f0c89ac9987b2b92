// The browser features that a build needs, each with the versions that support it.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../support/builds.mjs";

export const packages = createRequire(join(root, "tests/e2e/package.json"));
/** MDN's data: every feature with the versions that support it. */
export const data = JSON.parse(readFileSync(packages.resolve("@mdn/browser-compat-data"), "utf8"));

export const BROWSERS = [
  { key: "chrome", title: "Chrome, Edge" },
  { key: "firefox", title: "Firefox" },
  { key: "safari", title: "Safari" },
];

const number = (version) => version.split(".").map(Number);

/** Whether one version is newer than another. */
export function isNewer(one, other) {
  const [a, b] = [number(one), number(other)];
  return a[0] !== b[0] ? a[0] > b[0] : (a[1] ?? 0) > (b[1] ?? 0);
}

/** The version since which a browser fully supports a feature, including with a vendor prefix; undefined if it doesn't. */
export function since(feature, browser) {
  const statements = [feature.__compat.support[browser]].flat();
  const found = statements.find(({ version_added, version_removed, flags }) => typeof version_added === "string" && !version_removed && !flags);
  return found?.version_added.replace(/^[≤]|preview$/g, "");
}

export class Needs {
  #since = new Map();

  constructor(others) {
    if (others) this.#since = new Map(others.#since);
  }

  get count() {
    return this.#since.size;
  }

  /** A feature with MDN's data. Of alternatives, the page needs only the oldest. */
  add(name, ...alternatives) {
    const versions = {};
    for (const { key } of BROWSERS) {
      const all = alternatives.map((feature) => since(feature, key)).filter(Boolean);
      if (all.length === 0) throw new Error(`no ${key} has ${name}: give it up, or name it as dispensable`);
      versions[key] = all.reduce((oldest, version) => (isNewer(oldest, version) ? version : oldest));
    }
    this.#since.set(name, versions);
  }

  /** A feature by versions. */
  addVersions(name, versions) {
    this.#since.set(name, versions);
  }

  oldest(browser) {
    return [...this.#since.values()].map((versions) => versions[browser] ?? "1").reduce((newest, version) => (isNewer(version, newest) ? version : newest));
  }

  /** The features that need that version. */
  latest(browser) {
    const oldest = this.oldest(browser);
    return [...this.#since].filter(([, versions]) => versions[browser] === oldest).map(([name]) => name).sort();
  }
}
