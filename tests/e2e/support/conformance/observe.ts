import type { BrowserContext, Frame, Page } from "@playwright/test";
import { AgentApp, type HostDriver } from "../agent-app";
import type { Event, Step } from "./cases";
import type { Entry, Outcome } from "./sdk-page";
import { pages, type Implementation } from "./pages";
import { revive } from "./tags";

/** Of a method: the frames that its host received, and what the caller got. Of an event: what was heard of it. */
export type Observation = Record<string, unknown>;

/** Ends a case: what came before it has come by then. */
const END = "conformance_end";

export interface Seen {
  observations: Map<string, Observation>;
  methods: string[];
  exports: string[];
}

/** Tells an implementation every step, and notes what it does. */
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
  // Steps that want the same URL share a page, in order.
  const queryOf = ({ query }: Step) => JSON.stringify(query ?? {});
  for (const query of new Set(steps.map(queryOf))) {
    const page = await context.newPage();
    const session = await Session.open(page, {
      driver,
      query: JSON.parse(query),
      path: implementation === "sdk" ? widget : path,
      serving: pages[implementation],
    });
    const connected = { frames: await session.framesSince(0) };
    for (const step of steps.filter((step) => queryOf(step) === query)) {
      const observation = step.method === create ? connected : await session.observe(step);
      seen.observations.set(step.id, observation);
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

/** One page with one implementation in it. */
class Session {
  private ends = 0;

  private constructor(readonly app: AgentApp, readonly frame: Frame) {}

  static async open(page: Page, options: Parameters<typeof AgentApp.open>[1]) {
    const app = await AgentApp.open(page, options);
    // Over the plain driver nobody is told of a connection: a HelpDesk page may say nothing.
    await (options.driver === "plain" ? app.startOnly() : app.start());
    const frame = await (await page.waitForSelector("#panel iframe")).contentFrame();
    await frame!.waitForFunction(() => "conformance" in window);
    return new Session(app, frame!);
  }

  async observe({ method, event, args = [], data, before = [], then = [] }: Step): Promise<Observation> {
    if (event) {
      const mark = (await this.heard()).length;
      await this.say({ event, data });
      const entries = (await this.heard()).slice(mark);
      const by = (how: Entry["how"]) => entries.filter((entry) => entry.how === how).map(({ data }) => data);
      return { typed: by("typed"), raw: by("raw") };
    }
    for (const event of before) await this.say(event);
    await this.rendered();
    const [received, heard] = [await this.receivedCount(), (await this.heard()).length];
    const { refused, returned } = await this.call(method!, args);
    await this.rendered();
    for (const event of then) await this.say(event);
    const listened = (await this.heard()).slice(heard).filter(({ how }) => how === "listener");
    const frames = await this.framesSince(received);
    return { frames, refused: refused !== null, returned, listened: listened.map(({ data }) => data) };
  }

  /** The frames as their host sees them, up to now. */
  async framesSince(mark: number): Promise<unknown[]> {
    const end = ++this.ends;
    await this.call("sendMessage", [END, end]);
    await this.app.page.waitForFunction(
      ([name, end]) => window.host.received.some(({ message, data }) => message === name && data === end),
      [END, end] as const,
    );
    const frames = await this.app.page.evaluate((mark) => {
      // As JSON has it; what that has no form for is tagged, as in the cases.
      const tagged = function (this: any, key: string, value: unknown) {
        if (this[key] instanceof Date) return { $date: this[key].getTime() };
        return value instanceof Error ? { $error: value.message } : value;
      };
      return JSON.stringify(window.host.received.slice(mark), tagged);
    }, mark);
    return JSON.parse(frames).filter(({ message }: { message: string }) => message !== END);
  }

  private receivedCount() {
    return this.app.page.evaluate(() => window.host.received.length);
  }

  private async call(method: string, args: unknown[]): Promise<Outcome> {
    const call = ([method, args]: string[]) => window.conformance.call(method, args);
    return JSON.parse(await this.frame.evaluate(call, [method, JSON.stringify(args)]));
  }

  private async say({ event, data }: Event) {
    const end = ++this.ends;
    await this.app.send(event, revive(data));
    await this.app.send(END, end);
    await this.frame.waitForFunction(
      ([name, end]) => JSON.parse(window.conformance.heard()).some((entry: Entry) => entry.name === name && entry.data === end),
      [END, end] as const,
    );
  }

  private async heard(): Promise<Entry[]> {
    const entries: Entry[] = JSON.parse(await this.frame.evaluate(() => window.conformance.heard()));
    return entries.filter(({ name }) => name !== END);
  }

  /** Components render at most once an animation frame: after two, what changed is on screen. */
  private async rendered() {
    await this.frame.evaluate(
      () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    );
  }
}
