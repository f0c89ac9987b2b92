/** `tests/conformance/cases.json`: what both implementations are told. */
export interface Cases {
  widgets: Record<string, Widget>;
  /** What the packages export besides widgets, and why that is not tried here. */
  otherExports: Record<string, string>;
  groups: Group[];
}

export interface Widget {
  package: string;
  /** The package's function that makes it. */
  create: string;
  /** Where our extension has the placement. */
  path: string;
}

/** The cases of one method, or of one event, of some widgets. */
export interface Group {
  method?: string;
  event?: string;
  /** The method as the table shows it. */
  sdk?: string;
  here: string;
  widgets: string[];
  cases: Case[];
}

export interface Case {
  name: string;
  /** Fewer widgets than the group's. */
  widgets?: string[];
  /** A page of its own, with this in its URL; `null` takes a parameter away. */
  query?: Record<string, string | null>;
  /** A method's arguments. */
  args?: unknown[];
  /** An event's data. */
  data?: unknown;
  /** What the host says before the call. */
  before?: Event[];
  /** What the host says after the call. */
  then?: Event[];
}

export interface Event {
  event: string;
  data?: unknown;
}

/** A case of one widget, under the name that the list of differences has for it. */
export interface Step extends Case {
  id: string;
  method?: string;
  event?: string;
}

/** `tests/conformance/differences.json`: where the two differ, and why they may. */
export interface Listed {
  widgets: string[];
  case: string;
  differs: Differences;
  reason: string;
}

/** By the path of what differs. What one of the two does not have is left out. */
export type Differences = Record<string, { sdk?: unknown; here?: unknown }>;

/** A widget's cases, in order. */
export function steps(cases: Cases, widget: string): Step[] {
  return cases.groups.filter((group) => group.widgets.includes(widget)).flatMap(({ method, event, cases }) =>
    cases
      .filter(({ widgets }) => widgets?.includes(widget) ?? true)
      .map((one) => ({ ...one, method, event, id: nameOf({ method, event }, one) })),
  );
}

/** A case's name in the list of differences. */
export function nameOf({ method, event }: Pick<Group, "method" | "event">, { name }: Case): string {
  return `${method ?? event}: ${name}`;
}

/** Whether a listed difference is one of that group's. */
export function isOf(entry: Listed, group: Group): boolean {
  return (
    entry.widgets.some((widget) => group.widgets.includes(widget)) &&
    group.cases.some((one) => nameOf(group, one) === entry.case)
  );
}
