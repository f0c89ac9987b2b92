import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { steps, type Cases, type Listed } from "../support/conformance/cases";
import { compare, listedOf } from "../support/conformance/compare";
import { observe } from "../support/conformance/observe";
import { show, type Found } from "../support/conformance/texts";
import { conformance, events } from "../support/paths";

const read = (file: string) => JSON.parse(readFileSync(join(conformance, file), "utf8"));
const cases: Cases = read("cases.json");
const listed: Listed[] = read("differences.json");

// A trace of thousands of evaluations is slow to write and of no use.
test.use({ trace: "off" });

/** One host for each driver: other specs test the versions of the host library. */
const hosts = ["0.3.5", "plain"] as const;
/** The results of our page, by compared widget. */
const found: Found = {};

for (const [widget, { package: name, create, path }] of Object.entries(cases.widgets)) {
  for (const driver of hosts) {
    test(`${widget} behaves like the one of ${name}, host ${driver}`, async ({ context }) => {
      const told = { widget, create, path, driver, steps: steps(cases, widget) };
      const sdk = await observe(context, { ...told, implementation: "sdk" });
      const here = await observe(context, { ...told, implementation: "ours" });

      // Detects updates of the SDK: queries the live widget's members.
      const tried = new Set(told.steps.map(({ method }) => method));
      expect(sdk.methods, "the live widget's methods").toContain("sendMessage");
      expect(sdk.methods.filter((method) => !tried.has(method)), "methods that no case calls").toEqual([]);
      const known = [...Object.values(cases.widgets).map(({ create }) => create), ...Object.keys(cases.otherExports)];
      expect(sdk.exports.filter((name) => !known.includes(name)), `exports of ${name} that no case knows`).toEqual([]);

      expect(compare(sdk, here), "against tests/conformance/differences.json").toStrictEqual(listedOf(listed, widget));
      found[widget] = here.observations;
    });
  }
}

test("every event that has a type has a case", () => {
  const typed = [...readFileSync(events, "utf8").matchAll(/ =\s+"(\w+)"[^="]*?(?: \| "\w+")? in &/g)].map(([, name]) => name);
  expect(typed, "the names in protocol/src/events/mod.rs").toContain("customer_profile");
  const tried = cases.groups.map(({ event }) => event);
  expect(typed.filter((name) => !tried.includes(name)), "events that no case feeds").toEqual([]);
});

test("every listed difference has a widget, a case and a reason", () => {
  for (const entry of listed) {
    for (const widget of entry.widgets) {
      const names = cases.widgets[widget] ? steps(cases, widget).map(({ id }) => id) : [];
      expect(names, `the cases of ${widget}`).toContain(entry.case);
    }
    expect(entry.widgets, entry.case).not.toHaveLength(0);
    expect(Object.keys(entry.differs), entry.case).not.toHaveLength(0);
    expect(entry.reason, entry.case).toMatch(/\w.*\.$/);
  }
});

test("docs/from-javascript.md and docs/conformance.md show the results", () => {
  // After a failure Playwright restarts without the results; by then the run has failed anyway.
  test.skip(Object.keys(found).length < Object.keys(cases.widgets).length, "not every widget was compared");
  show(cases, listed, found);
});
