import type { Subject } from "./subject";

/** The results of one run of one extension. Times are in milliseconds. */
export interface Samples extends Working {
  /** From navigation until the host had the answer to its handshake. */
  handshake: Loading;
  /** From navigation until the host received `plugin_inited`, and content was on screen. */
  inited: Loading;
  /** From navigation until a customer was on screen, whom the host sent as soon as it received `plugin_inited`. */
  content: Loading;
}

/** The same, under three conditions. */
interface Loading {
  plain: number;
  slowNetwork: number;
  slowProcessor: number;
}

interface Working {
  /** From the arrival of an event until it is on screen, each sent when the previous one was on screen. */
  eventToDom: number[];
  /** The same, each sent as soon as the previous one was acknowledged. */
  quickToDom: number[];
  /** The same, for a customer preceded by page data and a ticket in the same task. */
  burstToDom: number[];
  /** All at once. */
  flood: { events: number; took: number; acknowledged: number; commits: number; mostInAFrame: number; longestTask: number };
  commandToAnswer: number[];
  /** The growth in retained bytes after 100,000 events; `null` if not measured. */
  growth: number | null;
}

const EVENTS = 100;
const FLOOD = 5_000;
const COMMANDS = 30;
const MANY = 100_000;
const PORTION = 1_000;

/** The times from navigation until the host had the answer to its handshake, until there was content, and until there was a customer. */
export async function loading(hosted: Subject) {
  const shown = await hosted.firstCustomer();
  const painted = await hosted.firstContent();
  const { navigated, answered, inited } = await hosted.inHost<Record<string, number>>("host.marks");
  return { answered: answered - navigated, inited: Math.max(inited, painted) - navigated, content: shown - navigated };
}

/** Measures events and commands once the extension has started. */
export async function working(hosted: Subject, long: boolean): Promise<Working> {
  await hosted.inHost("host.oneByOne(1, 20)"); // Warms up everybody's code first.
  const latencies = await measured(hosted, 1_000, EVENTS, "oneByOne");
  const quick = await measured(hosted, 2_000, EVENTS, "quick");
  const bursts = await measured(hosted, 3_000, EVENTS, "bursts");
  const commandToAnswer = await hosted.inFrame<number[]>(`probe.commands(${COMMANDS})`);
  const flood = await measured(hosted, 10_000, FLOOD, "flood");
  const growth = long ? await growthOf(hosted) : null;
  const { commits, most, longest, took } = flood.result;
  return {
    eventToDom: latencies.result.latencies,
    quickToDom: quick.result.latencies,
    burstToDom: bursts.result.latencies,
    flood: {
      events: FLOOD,
      took,
      acknowledged: flood.sent as number,
      commits,
      mostInAFrame: most,
      longestTask: longest,
    },
    commandToAnswer,
    growth,
  };
}

async function growthOf(hosted: Subject): Promise<number | null> {
  const before = await hosted.memory?.();
  if (before === undefined) return null;
  await hosted.inHost(`host.portions(100_000, ${MANY}, ${PORTION})`);
  await hosted.inFrame(`probe.shown('C${100_000 + MANY - 1}')`);
  return (await hosted.memory!()) - before;
}

interface Measured {
  latencies: number[];
  commits: number;
  most: number;
  longest: number;
  took: number;
}

type How = "oneByOne" | "quick" | "bursts" | "flood";

async function measured(hosted: Subject, first: number, count: number, how: How) {
  const last = `C${first + count - 1}`;
  await hosted.inFrame(`probe.begin('${last}', ${how === "oneByOne" || how === "bursts"})`);
  const sent = await hosted.inHost<unknown>(`host.${how}(${first}, ${count})`);
  const result = await hosted.inFrame<Measured>("probe.end()");
  await hosted.inFrame(`probe.shown('${last}')`);
  return { sent, result };
}
