import type { Differences } from "../cases";

/** `tests/conformance/sign-in/cases.json`: the sign-in options for both implementations, and LiveChat's responses. */
export interface Cases {
  /** Members of the SDK's class that no case calls, and why. */
  otherMembers: Record<string, string>;
  /** Options of the SDK that no case sets, and why. */
  otherOptions: Record<string, string>;
  /** The authorize URL. */
  url: Group;
  /** The outcome of a response. */
  answer: Group;
}

export const kinds = ["url", "answer"] as const;
export type Kind = (typeof kinds)[number];

export interface Group {
  /** The options of every case. */
  base: Options;
  /** The messages of cases that have none: an exchange of the code reveals the verifier. */
  says?: unknown[];
  cases: Case[];
}

/** The SDK's options, and `answer_by_message`, which is true unless set to `false`. `null` removes an option of the base. */
export type Options = Record<string, unknown>;

export interface Case {
  name: string;
  /** The counterpart of the option. */
  here?: string;
  options?: Options;
  /** A popup unless this says otherwise. */
  flow?: "popup" | "redirect";
  /** The address of the extension's page, after its origin. */
  path?: string;
  /** The messages of LiveChat's page. A member that is `$state` repeats the state of the authorize URL. */
  says?: unknown[];
  /** Their source: the popup at LiveChat's accounts by default. */
  from?: "another window";
  origin?: string;
  /** The agent closes the popup. */
  closes?: boolean;
  /** The browser blocks the popup. */
  blocked?: boolean;
}

/** `tests/conformance/sign-in/differences.json`: where the two differ, and why they may. */
export interface Listed {
  /** Names of cases; `url: *` is every case of that kind. */
  cases: string[];
  /** Cases excluded from `*`. */
  except?: string[];
  differs: Differences;
  reason: string;
}

/** A case's name in the list of differences. */
export function nameOf(kind: Kind, { name }: Case): string {
  return `${kind}: ${name}`;
}

/** The names of all cases. */
export function names(cases: Cases): string[] {
  return kinds.flatMap((kind) => cases[kind].cases.map((one) => nameOf(kind, one)));
}

/** The names of the cases of a listed difference. */
export function casesOf(cases: Cases, { cases: listed, except = [] }: Listed): string[] {
  return listed.flatMap((name) => {
    if (!name.endsWith("*")) return [name];
    return names(cases).filter((one) => one.startsWith(name.slice(0, -1)) && !except.includes(one));
  });
}

/** A kind's cases, with their shared options. */
export function all(cases: Cases, kind: Kind): Case[] {
  const { base, says, cases: own } = cases[kind];
  return own.map((one) => {
    const options = Object.entries({ ...base, ...one.options }).filter(([, value]) => value !== null);
    return { says, ...one, options: Object.fromEntries(options) };
  });
}
