import { conformanceDocument } from "../../paths";
import { showIn, table } from "../texts";
import type { Differences } from "../cases";
import { casesOf, nameOf, type Cases, type Kind, type Listed } from "./cases";

/** Writes the tables about the sign-in into the document, or checks that they are in it. */
export function show(cases: Cases, listed: Listed[]) {
  const text = [...options(cases, listed), "", count(cases, listed), "", ...differences(listed), "", ...notCompared(cases)].join("\n");
  showIn(conformanceDocument, "sign-in", text);
}

/** The cases that differ by more than every case does. */
function differing(cases: Cases, listed: Listed[]): string[] {
  return listed.filter((entry) => !isOfEvery(entry)).flatMap((entry) => casesOf(cases, entry));
}

function count(cases: Cases, listed: Listed[]): string {
  const own = differing(cases, listed);
  const same = (kind: Kind) => cases[kind].cases.filter((one) => !own.includes(nameOf(kind, one))).length;
  const of = (kind: Kind, noun: string) => `${same(kind)} of ${cases[kind].cases.length} ${noun}`;
  return `The same are ${of("url", "URLs")} and ${of("answer", "answers")}. The others:`;
}

/** One row for each URL that is compared. */
function options(cases: Cases, listed: Listed[]): string[] {
  const own = differing(cases, listed);
  const rows = cases.url.cases.map((one) => [one.name, one.here ?? "", own.includes(nameOf("url", one)) ? "differs" : "the same"]);
  return table(["`@livechat/accounts-sdk`", "here", "URL"], rows);
}

/** One row for each listed difference. */
function differences(listed: Listed[]): string[] {
  const rows = listed.map((entry) => [about(entry), side(entry.differs, "sdk"), side(entry.differs, "here"), entry.reason]);
  return table(["case", "SDK", "here", "reason"], rows);
}

function notCompared({ otherMembers, otherOptions }: Cases): string[] {
  const rows = Object.entries({ ...otherMembers, ...otherOptions }).map(([name, reason]) => [`\`${name}\``, reason]);
  return table(["not compared", "reason"], rows);
}

function isOfEvery({ cases }: Pick<Listed, "cases">): boolean {
  return cases.some((name) => name.endsWith("*"));
}

/** The cases of a listed difference, which are of one kind. */
function about({ cases, except = [] }: Listed): string {
  const kind = cases[0]!.startsWith("url: ") ? "URL" : "answer";
  const but = except.length > 0 ? `, except: ${except.map(title).join("; ")}` : "";
  return (isOfEvery({ cases }) ? `every ${kind}` : `${kind}: ${cases.map(title).join("; ")}`) + but;
}

const title = (name: string) => name.slice(name.indexOf(": ") + 2);

/** How a sign-in ends, as the table shows it. */
const ends: Record<string, string> = {
  answered: "accepts it",
  refused: "reports the refusal",
  "wrong state": "rejects it: the state is wrong",
  unreadable: "rejects it: a value is missing or wrong",
  pending: "waits on",
  closed: "reports the closed popup",
  blocked: "reports the blocked popup",
};

/** What one of the two does where they differ. */
function side(differs: Differences, side: "sdk" | "here"): string {
  const present = Object.entries(differs).flatMap(([path, one]) => (side in one ? [[path, one[side]] as const] : []));
  const end = present.find(([path]) => path === "ends");
  // The end says enough.
  const shown = end ? [end] : present;
  return shown.map(([path, value]) => words(path, value)).join("; ") || "nothing";
}

function words(path: string, value: unknown): string {
  if (path === "ends") return ends[value as string]!;
  if (path === "explained") return value ? "has a sentence for it" : "has the code alone";
  if (path === "errors") return `throws a \`${(value as string[]).join()}\``;
  return `\`${path.slice(path.indexOf(".") + 1)}\`: ${shortened(value)}`;
}

/** A value, as narrow as it can be: long words would push the reasons off the page. */
function shortened(value: unknown): string {
  if (typeof value !== "string") return `\`${JSON.stringify(value)}\``;
  if (value === "") return "empty";
  // The origins of a case are always the same.
  return /^<.*>$/.test(value) ? value.slice(1, -1) : `\`${value.replace(/^https:\/\/[^/]+/, "…")}\``;
}
