/** `tests/conformance/cases.json`: the instructions for both implementations. */
export interface Cases {
  widgets: Record<string, Widget>;
  /** The packages' exports besides widgets, and why they are not tested here. */
  otherExports: Record<string, string>;
  groups: Group[];
}

export interface Widget {
  package: string;
  /** The package's function that creates it. */
  create: string;
  /** The path of the placement in our extension. */
  path: string;
}

/** The cases of one method, or of one event, of some widgets. */
export interface Group {
  method?: string;
  event?: string;
  /** The method's name in the table. */
  sdk?: string;
  here: string;
  widgets: string[];
  cases: Case[];
}

export interface Case {
  name: string;
  /** A subset of the group's widgets. */
  widgets?: string[];
  /** A separate page with this in its URL; `null` removes a parameter. */
  query?: Record<string, string | null>;
  /** A method's arguments. */
  args?: unknown[];
  /** An event's data. */
  data?: unknown;
  /** The host's messages before the call. */
  before?: Event[];
  /** The host's messages after the call. */
  then?: Event[];
}

export interface Event {
  event: string;
  data?: unknown;
}

/** A case of one widget, with its name in the list of differences. */
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

/** By the path of the difference. Absent values are omitted. */
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
