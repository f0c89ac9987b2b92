import type { BrowserContext, Frame, Page } from "@playwright/test";
import { AgentApp, type HostDriver } from "../agent-app";
import type { Event, Step } from "./cases";
import type { Entry, Outcome } from "./sdk-page";
import { pages, type Implementation } from "./pages";
import { revive } from "./tags";

/** For a method: the frames that its host received, and the result for the caller. For an event: what listeners received. */
export type Observation = Record<string, unknown>;

/** Ends a case: everything sent before it has arrived by then. */
const END = "conformance_end";

export interface Seen {
  observations: Map<string, Observation>;
  methods: string[];
  exports: string[];
}

/** Runs every step on an implementation, and records its behavior. */
export async function observe(
  context: BrowserContext,
  { implementation, widget, path, create, driver, steps }: {
    implementation: Implementation;
    widget: string;
    path: string;
    create: string;
    driver: HostDriver;
    steps: Step[];
  },
): Promise<Seen> {
  const seen: Seen = { observations: new Map(), methods: [], exports: [] };
  // Steps with the same URL share a page, in order.
  const queryOf = ({ query }: Step) => JSON.stringify(query ?? {});
  for (const query of new Set(steps.map(queryOf))) {
    const page = await context.newPage();
    const session = await Session.open(page, {
      driver,
      query: JSON.parse(query),
      path: implementation === "sdk" ? widget : path,
      serving: pages[implementation],
    });
    const connected = { frames: await session.frames() };
    for (const step of steps.filter((step) => queryOf(step) === query)) {
      seen.observations.set(step.id, step.method === create ? connected : await session.observe(step));
    }
    const known = await session.frame.evaluate(() => {
      const { methods = [], exports = [] } = window.conformance;
      return { methods, exports };
    });
    Object.assign(seen, known);
    await page.close();
  }
  return seen;
}

/** A page with one implementation. */
class Session {
  private ends = 0;
  private entriesSeen = 0;
  private framesSeen = 0;

  private constructor(
    private readonly app: AgentApp,
    readonly frame: Frame,
  ) {}

  static async open(page: Page, options: Parameters<typeof AgentApp.open>[1]) {
    const app = await AgentApp.open(page, options);
    // The plain driver does not report a connection: a HelpDesk page may send nothing.
    await (options.driver === "plain" ? app.startOnly() : app.start());
    const frame = await (await page.waitForSelector("#panel iframe")).contentFrame();
    await frame!.waitForFunction(() => "conformance" in window);
    return new Session(app, frame!);
  }

  async observe({ method, event, args = [], data, before = [], then = [] }: Step): Promise<Observation> {
    const by = (entries: Entry[], how: Entry["how"]) => entries.filter((entry) => entry.how === how).map(({ data }) => data);
    if (event) {
      const heard = await this.say({ event, data });
      return { typed: by(heard, "typed"), raw: by(heard, "raw") };
    }
    for (const event of before) await this.say(event);
    if (before.length > 0) await this.rendered();
    const { refused, returned } = await this.call(method!, args);
    if (then.length > 0) await this.rendered();
    const listened: unknown[] = [];
    for (const event of then) listened.push(...by(await this.say(event), "listener"));
    return { frames: await this.frames(), refused: refused !== null, returned, listened };
  }

  /** The frames that the host has received since the last call. */
  async frames(): Promise<unknown[]> {
    const end = ++this.ends;
    await this.call("sendMessage", [END, end]);
    const received = await this.app.page.waitForFunction(
      ([name, end, seen]) => {
        const received = window.host.received.slice(seen);
        if (!received.some(({ message, data }) => message === name && data === end)) return null;
        // As JSON; values that it cannot represent are tagged, as in the cases.
        return JSON.stringify(received, function (this: any, key: string, value: unknown) {
          if (this[key] instanceof Date) return { $date: this[key].getTime() };
          return value instanceof Error ? { $error: value.message } : value;
        });
      },
      [END, end, this.framesSeen] as const,
    );
    const frames: { message: string }[] = JSON.parse((await received.jsonValue())!);
    this.framesSeen += frames.length;
    return frames.filter(({ message }) => message !== END);
  }

  private async call(method: string, args: unknown[]): Promise<Outcome> {
    const call = ([method, args]: string[]) => window.conformance.call(method, args);
    return JSON.parse(await this.frame.evaluate(call, [method, JSON.stringify(args)]));
  }

  /** Sends an event, and returns what listeners received. */
  private async say({ event, data }: Event): Promise<Entry[]> {
    const end = ++this.ends;
    await this.app.send(event, revive(data));
    await this.app.send(END, end);
    const heard = await this.frame.waitForFunction(
      ([name, end, seen]) => {
        const heard = window.conformance.heard(seen);
        return JSON.parse(heard).some((entry: Entry) => entry.name === name && entry.data === end) && heard;
      },
      [END, end, this.entriesSeen] as const,
    );
    const entries: Entry[] = JSON.parse((await heard.jsonValue()) as string);
    this.entriesSeen += entries.length;
    return entries.filter(({ name }) => name !== END);
  }

  /** Components render at most once an animation frame: after two, changes are on screen. */
  private async rendered() {
    await this.frame.evaluate(
      () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    );
  }
}
