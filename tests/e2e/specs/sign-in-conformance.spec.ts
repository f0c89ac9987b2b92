import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { compare, type ByCase } from "../support/conformance/compare";
import type { Observation } from "../support/conformance/observe";
import type { Implementation } from "../support/conformance/pages";
import { all, casesOf, kinds, nameOf, names, type Cases, type Kind, type Listed } from "../support/conformance/sign-in/cases";
import { Session } from "../support/conformance/sign-in/session";
import { show } from "../support/conformance/sign-in/texts";
import { signInConformance } from "../support/paths";

const read = (file: string) => JSON.parse(readFileSync(join(signInConformance, file), "utf8"));
const cases: Cases = read("cases.json");
const listed: Listed[] = read("differences.json");

// A trace of thousands of evaluations is slow to write and of no use.
test.use({ trace: "off" });

const titles: Record<Kind, string> = {
  url: "a sign-in opens the URL that @livechat/accounts-sdk opens",
  answer: "LiveChat's answer means what @livechat/accounts-sdk makes of it",
};

for (const kind of kinds) {
  test(titles[kind], async ({ browser }) => {
    const observe = async (implementation: Implementation) => {
      const session = await Session.open(browser, implementation);
      const observations = new Map<string, Observation>();
      for (const one of all(cases, kind)) {
        const { url, outcome } = await session.observe(one);
        observations.set(nameOf(kind, one), (kind === "url" ? url : outcome)!);
      }
      await session.close();
      return { observations };
    };
    const [sdk, here] = await Promise.all([observe("sdk"), observe("ours")]);
    const found = compare(sdk, here);
    // If the outcomes differ, their other values mean nothing.
    for (const [name, differs] of Object.entries(found)) if (differs.ends) found[name] = { ends: differs.ends };
    expect(found, "against tests/conformance/sign-in/differences.json").toStrictEqual(listedOf(kind));
  });
}

// A new member or option in an update of the SDK fails until it has a case.
test("every member and option of the sign-in's SDK has a case", async ({ browser }) => {
  const session = await Session.open(browser, "sdk");
  const known = await session.known();
  await session.close();
  const every = kinds.flatMap((kind) => all(cases, kind));
  // An answer counts after `verify`.
  const members = ["verify", ...every.map(({ flow = "popup" }) => flow), ...Object.keys(cases.otherMembers)];
  expect(known.members, "the members of the class").toContain("popup");
  expect(known.members.filter((name) => !members.includes(name)), "members that no case calls").toEqual([]);
  const options = [...every.flatMap(({ options = {} }) => Object.keys(options)), ...Object.keys(cases.otherOptions)];
  expect(known.options, "the options").toContain("client_id");
  expect(known.options.filter((name) => !options.includes(name)), "options that no case sets").toEqual([]);
});

test("every listed difference of the sign-in has a case and a reason", () => {
  const known = names(cases);
  expect(new Set(known).size, "names that are used twice").toBe(known.length);
  const paths = new Set<string>();
  for (const entry of listed) {
    const about = casesOf(cases, entry);
    expect(known, entry.reason).toEqual(expect.arrayContaining([...about, ...(entry.except ?? [])]));
    expect(about, entry.reason).not.toHaveLength(0);
    expect(Object.keys(entry.differs), entry.reason).not.toHaveLength(0);
    expect(entry.reason).toMatch(/\w.*\.$/);
    for (const path of about.flatMap((name) => Object.keys(entry.differs).map((path) => `${name}: ${path}`))) {
      expect(paths, "differences that are listed already").not.toContain(path);
      paths.add(path);
    }
  }
});

test("docs/conformance.md shows the differences of the sign-in", () => show(cases, listed));

/** The listed differences of the cases of a kind. */
function listedOf(kind: Kind): ByCase {
  const found: ByCase = {};
  for (const entry of listed) {
    const about = casesOf(cases, entry).filter((name) => name.startsWith(`${kind}: `));
    for (const name of about) Object.assign((found[name] ??= {}), entry.differs);
  }
  return found;
}
