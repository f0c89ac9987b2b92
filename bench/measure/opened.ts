import type { Browser } from "./browser";

/** A page in its own tab, with its iframes in whatever process. */
export class Opened {
  /** Fires when the session ends: a pending call to it gets no response. */
  private readonly sessions = new Map<string, { ended: Promise<false>; end(): void }>();

  private constructor(private readonly browser: Browser) {}

  static async start(browser: Browser, url: string) {
    const opened = new Opened(browser);
    const { targetId } = await browser.call("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await browser.call("Target.attachToTarget", { targetId, flatten: true });
    await opened.watch(sessionId);
    await browser.call("Page.enable", {}, sessionId);
    await browser.call("Page.navigate", { url }, sessionId);
    return opened;
  }

  /** Whether the expression is true in the page or in one of its iframes. A loading iframe counts as false. */
  async shows(expression: string): Promise<boolean> {
    const evaluate = async (session: string) => {
      const { result } = await this.browser.call("Runtime.evaluate", { expression, returnByValue: true }, session);
      return result.value === true;
    };
    const sessions = [...this.sessions];
    const shown = await Promise.all(
      sessions.map(([session, { ended }]) => Promise.race([evaluate(session).catch(() => false), ended])),
    );
    return shown.includes(true);
  }

  private async watch(session: string) {
    let end = () => {};
    const ended = new Promise<false>((resolve) => (end = () => resolve(false)));
    this.sessions.set(session, { ended, end });
    this.browser.on("Target.attachedToTarget", session, ({ sessionId, targetInfo }) => {
      if (targetInfo.type === "iframe") void this.watch(sessionId);
    });
    this.browser.on("Target.detachedFromTarget", session, ({ sessionId }) => {
      this.sessions.get(sessionId)?.end();
      this.sessions.delete(sessionId);
    });
    const attach = { autoAttach: true, waitForDebuggerOnStart: false, flatten: true };
    await this.browser.call("Target.setAutoAttach", attach, session).catch(() => {});
  }
}
