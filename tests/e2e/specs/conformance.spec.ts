import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { steps, type Cases, type Listed } from "../support/conformance/cases";
import { compare, listedOf, type ByCase } from "../support/conformance/compare";
import { observe } from "../support/conformance/observe";
import { conformance } from "../support/paths";

const read = (file: string) => JSON.parse(readFileSync(join(conformance, file), "utf8"));
const cases: Cases = read("cases.json");
const listed: Listed[] = read("differences.json");

// A trace of some thousand evaluations is slow to write and nothing to look at.
test.use({ trace: "off" });

/** One host of each driver: what differs by the version of the host's library, other specs try. */
const hosts = ["0.3.5", "plain"] as const;
/** What the run has found, by widget. */
const found: Record<string, ByCase> = {};

for (const [widget, { package: name, create, path }] of Object.entries(cases.widgets)) {
  for (const driver of hosts) {
    test(`${widget} does what that of ${name} does, host ${driver}`, async ({ context }) => {
      const told = { widget, create, path, driver, steps: steps(cases, widget) };
      const sdk = await observe(context, { ...told, implementation: "sdk" });
      const here = await observe(context, { ...told, implementation: "ours" });

      // An update of the SDK is noticed: what it has is asked of the live widget.
      const tried = new Set(told.steps.map(({ method }) => method));
      expect(sdk.methods, "the live widget's methods").toContain("sendMessage");
      expect(sdk.methods.filter((method) => !tried.has(method)), "methods that no case calls").toEqual([]);
      const known = [...Object.values(cases.widgets).map(({ create }) => create), ...Object.keys(cases.otherExports)];
      expect(sdk.exports.filter((name) => !known.includes(name)), `exports of ${name} that no case knows`).toEqual([]);

      const differs = compare(sdk, here);
      expect(differs, "against tests/conformance/differences.json").toStrictEqual(listedOf(listed, widget));
      found[widget] = differs;
    });
  }
}
