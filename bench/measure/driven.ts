import { start } from "../../tests/engines/support/engines.mjs";
import type { Session } from "../../tests/engines/support/webdriver.mjs";
import type { Subject } from "./subject";

/** A flood takes less, on any machine. */
const LATE = 80_000;
/** Firefox rounds times to milliseconds otherwise. WebKit has no such setting. */
const EXACT_TIMES = { "privacy.reduceTimerPrecision": false, "privacy.reduceTimerPrecision.unconditional": false };

/** Firefox or WebKit, driven over WebDriver. The server includes the probe in pages of the network `probed`. */
export class DrivenBrowser {
  private constructor(
    private readonly session: Session,
    private readonly stop: () => Promise<void>,
  ) {}

  static async start(engine: string, proxy: string) {
    const { session, stop } = await start(engine, proxy, engine === "firefox" ? { preferences: EXACT_TIMES } : {});
    await session.call("POST", "/timeouts", { script: LATE });
    return new DrivenBrowser(session, stop);
  }

  get name(): string {
    return this.session.browser;
  }

  /** Opens the host page, starts the extension in it, and waits until it has sent `plugin_inited`. */
  async open(url: string): Promise<Subject> {
    const { session } = this;
    await session.goto("https://my.livechatinc.com/");
    const inHost = async (expression: string) => {
      await session.top();
      return evaluate(session, expression);
    };
    const inFrame = async (expression: string) => {
      await session.top();
      await session.frame(await session.execute("return document.querySelector('iframe')"));
      return evaluate(session, expression);
    };
    await inHost(`host.start(${JSON.stringify(url)})`);
    return {
      inHost,
      inFrame,
      async firstCustomer() {
        await inHost("host.send(host.customer(1))");
        return inFrame("firstShown");
      },
      firstContent: () => inFrame(HAS_PAINT + " ? probe.painted() : firstContent"),
      close: () => session.goto("about:blank"),
    };
  }

  close() {
    return this.stop();
  }
}

/** WebKit does not report when it paints. */
const HAS_PAINT = "PerformanceObserver.supportedEntryTypes.includes('paint')";

/** What the server adds to the probe: a driver is too late to wait for these. */
export const FROM_THE_START = `window.firstShown = probe.whenShown('C1'); if (!${HAS_PAINT}) window.firstContent = probe.whenContent();`;

async function evaluate(session: Session, expression: string): Promise<any> {
  const { value, error } = await session.call("POST", "/execute/async", {
    script: `const done = arguments[0];
      Promise.resolve().then(() => (${expression})).then((value) => done({ value }), (error) => done({ error: String(error) }));`,
    args: [],
  });
  if (error) throw new Error(`${expression}: ${error}`);
  return value;
}
