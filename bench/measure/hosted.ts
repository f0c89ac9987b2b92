import type { Browser } from "./browser";
import type { Subject } from "./subject";

export interface Watch {
  /** Observe every message from the first on. Observing takes time, so it is off when the start is measured. */
  fromTheStart?: boolean;
  /** The slowdown of the iframe's processor. */
  slowdown?: number;
}

/** An extension in its own process, in a fresh host page with empty caches. */
export class Hosted implements Subject {
  private constructor(
    private readonly browser: Browser,
    private readonly context: string,
    private readonly host: string,
    private readonly frame: string,
  ) {}

  /** Opens the host page, starts the extension in it, and waits until it has sent `plugin_inited`. */
  static async start(browser: Browser, probe: string, url: string, watch: Watch = {}) {
    const { browserContextId: context } = await browser.call("Target.createBrowserContext");
    const { targetId } = await browser.call("Target.createTarget", { url: "about:blank", browserContextId: context });
    const { sessionId: host } = await browser.call("Target.attachToTarget", { targetId, flatten: true });
    await browser.call("Page.enable", {}, host);
    const loaded = new Promise<void>((resolve) => browser.on("Page.loadEventFired", host, () => resolve()));
    const { errorText } = await browser.call("Page.navigate", { url: "https://my.livechatinc.com/" }, host);
    if (errorText) throw new Error(`the host page does not load: ${errorText}`);
    await loaded;
    const start = () => evaluate(browser, host, `host.start(${JSON.stringify(url)})`);
    const frame =
      watch.fromTheStart || watch.slowdown
        ? await startWatched(browser, probe, host, start, watch.slowdown)
        : await startUnwatched(browser, probe, context, start);
    return new Hosted(browser, context, host, frame);
  }

  inHost<T>(expression: string): Promise<T> {
    return evaluate(this.browser, this.host, expression);
  }

  inFrame<T>(expression: string): Promise<T> {
    return evaluate(this.browser, this.frame, expression);
  }

  async firstCustomer(): Promise<number> {
    const [shown] = await Promise.all([this.inFrame<number>("probe.whenShown('C1')"), this.inHost("host.send(host.customer(1))")]);
    return shown;
  }

  firstContent(): Promise<number> {
    return this.inFrame("probe.painted()");
  }

  /** Bytes that the iframe retains after garbage collection: script objects, DOM, and WebAssembly memory. */
  async memory(): Promise<number> {
    const { browser, frame } = this;
    await browser.call("HeapProfiler.enable", {}, frame);
    await browser.call("HeapProfiler.collectGarbage", {}, frame);
    await browser.call("HeapProfiler.collectGarbage", {}, frame);
    const { usedSize, embedderHeapUsedSize } = await browser.call("Runtime.getHeapUsage", {}, frame);
    return usedSize + embedderHeapUsedSize + (await this.wasmMemory());
  }

  async close() {
    await this.browser.call("Target.disposeBrowserContext", { browserContextId: this.context });
  }

  private async wasmMemory(): Promise<number> {
    const { browser, frame } = this;
    const prototype = await browser.call("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" }, frame);
    const { objects } = await browser.call("Runtime.queryObjects", { prototypeObjectId: prototype.result.objectId }, frame);
    const sum = await browser.call(
      "Runtime.callFunctionOn",
      {
        objectId: objects.objectId,
        functionDeclaration: "function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0) }",
        returnByValue: true,
      },
      frame,
    );
    await browser.call("Runtime.releaseObject", { objectId: objects.objectId }, frame);
    return sum.result.value;
  }
}

/** Nothing observes the iframe until it has started. Returns the iframe's session. */
async function startUnwatched(browser: Browser, probe: string, context: string, start: () => Promise<void>) {
  await start();
  const { targetInfos } = await browser.call("Target.getTargets");
  const frame = targetInfos.find(
    (target: Record<string, string>) => target.type === "iframe" && target.browserContextId === context,
  );
  if (!frame) throw new Error("the frame has no process of its own");
  const { sessionId } = await browser.call("Target.attachToTarget", { targetId: frame.targetId, flatten: true });
  await evaluate(browser, sessionId, probe);
  return sessionId;
}

/** The iframe is paused until the probe is installed. Returns its session. */
async function startWatched(browser: Browser, probe: string, host: string, start: () => Promise<void>, slowdown = 1) {
  const prepare = async (session: string) => {
    await browser.call("Page.enable", {}, session);
    await browser.call("Page.addScriptToEvaluateOnNewDocument", { source: probe, runImmediately: true }, session);
    await browser.call("Emulation.setCPUThrottlingRate", { rate: slowdown }, session);
    await browser.call("Runtime.runIfWaitingForDebugger", {}, session);
    return session;
  };
  const attached = new Promise<string>((resolve, reject) => {
    browser.on("Target.attachedToTarget", host, ({ sessionId, targetInfo }) => {
      if (targetInfo.type === "iframe") prepare(sessionId).then(resolve, reject);
    });
  });
  await browser.call("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }, host);
  const [session] = await Promise.all([attached, start()]);
  return session;
}

async function evaluate(browser: Browser, session: string, expression: string): Promise<any> {
  const { result, exceptionDetails } = await browser.call(
    "Runtime.evaluate",
    { expression, awaitPromise: true, returnByValue: true },
    session,
  );
  if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
  return result.value;
}
