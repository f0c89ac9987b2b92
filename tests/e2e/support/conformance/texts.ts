import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { expect } from "@playwright/test";
import { conformanceDocument, fromJavaScript } from "../paths";
import { isOf, nameOf, type Cases, type Differences, type Group, type Listed } from "./cases";
import type { Observation } from "./observe";

/** Our page's behavior, by widget and case. */
export type Found = Record<string, Map<string, Observation>>;

/** Writes the tables from a run if requested; otherwise checks them. */
export function show(cases: Cases, listed: Listed[], found: Found) {
  showIn(fromJavaScript, "conformance", features(cases, listed, found));
  showIn(conformanceDocument, "conformance", differences(listed));
}

/** Writes a text between the marks of that name in a file, if `CONFORMANCE_WRITE` is set; otherwise checks that it is there. */
export function showIn(file: string, mark: string, text: string) {
  const [begin, end] = [`<!-- ${mark}:begin -->`, `<!-- ${mark}:end -->`];
  const present = readFileSync(file, "utf8");
  const [from, to] = [present.indexOf(begin) + begin.length, present.indexOf(end)];
  expect(from < to && from >= begin.length, `${begin} and ${end} in ${file}`).toBe(true);
  const wanted = `${present.slice(0, from)}\n${text}\n${present.slice(to)}`;
  if (process.env.CONFORMANCE_WRITE) writeFileSync(file, wanted);
  else expect(present, `${basename(file)}; \`cargo xtask conformance --write\` writes it`).toBe(wanted);
}

/** One row for each method and event of the SDK. */
function features(cases: Cases, listed: Listed[], found: Found): string {
  const rows = cases.groups.map((group) => {
    const entries = listed.filter((entry) => isOf(entry, group));
    const differing = new Set(entries.map((entry) => entry.case)).size;
    const all = group.cases.length;
    const same = all === 1 ? "the same" : `the same in ${all} cases`;
    const only = !isHelpDesk(group) && entries.every(isHelpDesk) ? " with HelpDesk" : "";
    const compared = differing === 0 ? same : `[${differing} of ${all} differ](conformance.md)${only}`;
    return [sdkOf(group), group.here, `${wireOf(group, found)}; ${compared}`];
  });
  const tried = Object.values(found).reduce((sum, { size }) => sum + size, 0);
  const differing = listed.reduce((sum, { widgets }) => sum + widgets.length, 0);
  return [
    `${tried} cases in ${Object.keys(found).length} widgets: ${tried - differing} the same, ${differing} not, each for ` +
      "a reason that [the list of differences](conformance.md) gives.",
    "",
    ...table(["SDK", "here", "on the wire"], rows),
  ].join("\n");
}

/** One row for each listed difference. */
function differences(listed: Listed[]): string {
  const rows = listed.map(({ case: name, widgets, differs, reason }) => {
    const [method, ...what] = name.split(": ");
    return [`\`${method}\`: ${what.join(": ")}`, widgets.join(", "), sideOf(differs, "sdk"), sideOf(differs, "here"), reason];
  });
  return table(["case", "widgets", "SDK", "here", "reason"], rows).join("\n");
}

function sdkOf({ method, event, sdk, widgets }: Group): string {
  const call = sdk ?? (event ? `on("${event}", …)` : `${method}()`);
  return `\`${call}\`${isHelpDesk({ widgets }) ? " (HelpDesk)" : ""}`;
}

function isHelpDesk({ widgets }: { widgets: string[] }): boolean {
  return widgets.every((widget) => widget.startsWith("helpdesk_"));
}

/** The names of the sent messages. */
function wireOf(group: Group, found: Found): string {
  if (group.event) return `\`livechat:${group.event}\``;
  const names = group.cases.flatMap((one) =>
    group.widgets.flatMap((widget) => {
      const frames = (found[widget].get(nameOf(group, one))?.frames ?? []) as { message: string }[];
      return frames.map(({ message }) => (message === one.args?.[0] ? "<name>" : message));
    }),
  );
  return [...new Set(names)].map((name) => `\`${name}\``).join(", ") || "nothing";
}

/** The behavior of one implementation where they differ. */
function sideOf(differs: Differences, side: "sdk" | "here"): string {
  const told = Object.entries(differs).flatMap(([path, one]) => {
    if (!(side in one)) return [];
    if (path === "frames") {
      const names = (one[side] as { message: string }[]).map(({ message }) => `\`${message}\``);
      return `sends ${names.join(", ") || "nothing"}`;
    }
    if (path === "refused") return one[side] ? "refuses it" : "takes it";
    const name = path.replace(/^(typed|raw|frames)\[0\]\.?|^returned\.?/, "");
    return `${name ? `\`${name}\` ` : ""}\`${JSON.stringify(one[side])}\``;
  });
  // With this many fields, their names suffice.
  if (told.length > 4) return told.map((one) => one.slice(0, one.indexOf(" "))).join(", ");
  return told.join("; ") || "not there";
}

export function table(head: string[], rows: string[][]): string[] {
  const row = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [row(head), `|${"---|".repeat(head.length)}`, ...rows.map(row)];
}
