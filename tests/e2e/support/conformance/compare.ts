import type { Differences, Listed } from "./cases";
import type { Seen } from "./observe";

/** By case. Cases with equal behavior are omitted. */
export type ByCase = Record<string, Differences>;

/** An implementation's behavior, by case. */
type Observed = Pick<Seen, "observations">;

/** The differences between two observations of the same steps. */
export function compare(sdk: Observed, here: Observed): ByCase {
  const found: ByCase = {};
  for (const id of new Set([...sdk.observations.keys(), ...here.observations.keys()])) {
    const differs: Differences = {};
    walk(sdk.observations.get(id), here.observations.get(id), "", differs);
    if (Object.keys(differs).length > 0) found[id] = differs;
  }
  return found;
}

/** The listed differences of a widget. */
export function listedOf(listed: Listed[], widget: string): ByCase {
  const found: ByCase = {};
  for (const entry of listed.filter(({ widgets }) => widgets.includes(widget))) {
    Object.assign((found[entry.case] ??= {}), entry.differs);
  }
  return found;
}

function walk(sdk: unknown, here: unknown, path: string, differs: Differences) {
  if (Array.isArray(sdk) && Array.isArray(here) && sdk.length === here.length) {
    sdk.forEach((item, index) => walk(item, here[index], `${path}[${index}]`, differs));
  } else if (isObject(sdk) && isObject(here)) {
    for (const name of new Set([...Object.keys(sdk), ...Object.keys(here)])) {
      walk(sdk[name], here[name], path ? `${path}.${name}` : name, differs);
    }
  } else if (JSON.stringify(sdk) !== JSON.stringify(here)) {
    differs[path] = { ...(sdk === undefined ? {} : { sdk }), ...(here === undefined ? {} : { here }) };
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
