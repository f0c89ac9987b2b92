import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Frame, Page } from "@playwright/test";
import type { Serving } from "../../agent-app";
import { conformanceBuild, conformanceSdk, pageScripts } from "../../paths";
import type { Observation } from "../observe";
import { page, startOurs, type Implementation } from "../pages";
import { Accounts, ACCOUNTS } from "./accounts";
import type { Case, Options } from "./cases";
import { formOfChallenge, formOfState, formOfVerifier } from "./forms";
import type { Outcome } from "./sdk-page";

const HOST = "https://my.livechatinc.com";
/** Of the host's site: in an iframe of another one the browser would block the SDK's cookies. */
const EXTENSION = "https://extension.livechatinc.com";

/** A refusal that ends a sign-in that still waits for an answer. The page counts it. */
const END = { error: { oauth_exception: "conformance_end" }, conformance: "end" };

declare global {
  interface Window {
    ends: number;
  }
}

/** The result of a case. A blocked popup has no URL, and a redirect no outcome. */
export interface Shown {
  url?: Observation;
  outcome?: Observation;
}

/** A host page with an implementation in one iframe, and in another a page of LiveChat's that no sign-in has opened. */
export class Session {
  private accounts = new Accounts();
  private options: Options = {};
  private errors: string[] = [];
  private ends = 0;
  private loaded = "";
  private extension!: Frame;

  private constructor(
    private readonly context: BrowserContext,
    private readonly implementation: Implementation,
    private readonly host: Page,
    private readonly other: Frame,
  ) {}

  static async open(browser: Browser, implementation: Implementation): Promise<Session> {
    const context = await browser.newContext();
    // A token's expiry is a date: without this, it would depend on how long the page takes.
    await context.clock.setFixedTime(Date.now());
    let session: Session | undefined;
    await context.route("**/*", async (route) => {
      const { origin } = new URL(route.request().url());
      if (origin === EXTENSION) return void (await session!.page().intercept!(route));
      if (origin === HOST) return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Host</title><body>" });
      return (session?.accounts ?? new Accounts()).serve(route);
    });
    const host = await context.newPage();
    await host.goto(HOST);
    session = new Session(context, implementation, host, await addIframe(host, `${ACCOUNTS}/other`));
    context.on("weberror", (error) => session.errors.push(error.error().name));
    return session;
  }

  close(): Promise<void> {
    return this.context.close();
  }

  /** The members and options of the SDK. */
  async known(): Promise<{ members: string[]; options: string[] }> {
    await this.load({ name: "", options: { client_id: "my-client-id" } });
    return this.extension.evaluate(() => ({ members: window.conformance.methods!, options: window.conformance.exports! }));
  }

  /** Begins a sign-in, and has LiveChat's page post the messages of the case. */
  async observe(one: Case): Promise<Shown> {
    await this.load(one);
    const { flow = "popup", blocked, closes, says = [], from, origin = this.origin() } = one;
    const [popup] = await Promise.all([
      flow === "popup" && !blocked ? this.context.waitForEvent("page") : undefined,
      // Not awaited in the page: a redirect leaves it.
      this.extension.evaluate((flow) => void window.conformance.call("authorize", JSON.stringify([flow])), flow),
    ]);
    const url = blocked ? undefined : await this.accounts.authorized;
    if (flow === "redirect") return { url: this.shownUrl(url!, undefined) };
    // Ours opens an empty popup, in the click's own task, and then has it load LiveChat's page.
    if (url) await popup?.waitForURL(({ origin }) => origin === url.origin);
    // An address without a state is answered without one.
    const state = url?.searchParams.get("state") ?? undefined;
    const messages = JSON.parse(JSON.stringify(says), (_, member) => (member === "$state" ? state : member));
    if (closes) await popup!.close();
    if (closes || blocked || from) {
      await this.say(this.other, messages);
      if (from) await this.say(popup!, []);
    } else {
      const isElsewhere = origin !== this.origin();
      if (isElsewhere) await go(popup!, origin);
      await this.say(popup!, messages);
      if (isElsewhere) await this.endAt(popup!);
    }
    const outcome = await this.outcome();
    // The SDK leaves its popup open, and would reuse it for the next case.
    await popup?.close();
    return { url: url && this.shownUrl(url, outcome.exchange?.code_verifier), outcome: this.shownOutcome(outcome) };
  }

  /** Provides the extension for a case, without anything of the case before. */
  private async load({ path = "", options = {}, blocked = false }: Case) {
    this.accounts = new Accounts();
    this.errors = [];
    const loaded = JSON.stringify({ path, options, blocked });
    // To load WebAssembly is most of a case's time. An attempt of the SDK cannot be ended, so its page is loaded again.
    if (this.implementation === "ours" && loaded === this.loaded) return this.signOut();
    this.loaded = loaded;
    this.options = options;
    this.ends = 0;
    await this.context.clearCookies();
    this.extension = await addIframe(this.host, `${EXTENSION}/${path}`, blocked ? "allow-scripts allow-same-origin" : undefined);
    await this.extension.waitForFunction(() => "conformance" in window);
  }

  private async signOut() {
    await this.extension.evaluate(async () => {
      const call = async (method: string) => JSON.parse(await window.conformance.call(method, "[]")).returned;
      await call("sign_out");
      while (await call("outcome")) await new Promise(requestAnimationFrame);
    });
  }

  /** The implementation's page, with the options of the case. */
  private page(): Serving {
    const inline = (text: string) => `<script>${text}</script>`;
    const head =
      `<base href="/">` +
      inline(`
        sessionStorage.clear();
        ends = 0;
        addEventListener("message", ({ data }) => data?.conformance === "end" && ends++);
        signInOptions = ${JSON.stringify(JSON.stringify(this.options))};
      `);
    if (this.implementation === "sdk") return page(conformanceSdk, `<script src="/sign-in-page.js"></script>`, head);
    const scripts = pageScripts.map((file) => inline(readFileSync(file, "utf8")));
    return page(conformanceBuild, startOurs, head + scripts.join(""));
  }

  /** Where LiveChat's accounts are in this case. */
  private origin(): string {
    return new URL(String(this.options.server_url ?? ACCOUNTS)).origin;
  }

  /** Posts messages to the extension, and returns when they have been received. */
  private async say(window: Page | Frame, messages: unknown[]) {
    const ends = ++this.ends;
    await window.evaluate(
      (messages) => {
        // The extension is the iframe that was added last.
        const to = opener ?? parent[parent.length - 1];
        for (const message of messages) to.postMessage(message, "*");
      },
      [...messages, END],
    );
    await this.extension.waitForFunction((ends) => window.ends >= ends, ends);
  }

  /** Ends a sign-in that still waits for an answer, from LiveChat's origin. An answer may have closed the popup. */
  private async endAt(popup: Page) {
    try {
      await go(popup, this.origin());
      await this.say(popup, []);
    } catch (error) {
      if (!popup.isClosed()) throw error;
    }
  }

  private async outcome(): Promise<Outcome> {
    const outcome: Outcome = await this.extension.evaluate(async () => {
      for (;;) {
        const { returned } = JSON.parse(await window.conformance.call("outcome", "[]"));
        if (returned) return returned;
        // Ours reports the outcome once it has rendered.
        await new Promise(requestAnimationFrame);
      }
    });
    if (outcome.code === END.error.oauth_exception) return { ends: "pending" };
    const { exchanged } = this.accounts;
    // Ours has exchanged the code, which the SDK leaves to the app.
    if (exchanged) return { ends: "answered", data: { code: exchanged.code }, exchange: { code_verifier: exchanged.code_verifier } };
    return outcome;
  }

  private shownUrl(url: URL, verifier: string | undefined): Observation {
    const parameters = Object.fromEntries(url.searchParams);
    const { state, code_challenge } = parameters;
    if (state !== undefined) parameters.state = formOfState(state, this.options.state);
    if (code_challenge !== undefined) parameters.code_challenge = formOfChallenge(code_challenge, verifier);
    return { address: url.origin + url.pathname, parameters };
  }

  private shownOutcome(outcome: Outcome): Observation {
    const verifier = outcome.exchange?.code_verifier;
    return {
      ...outcome,
      ...(verifier === undefined ? {} : { exchange: { code_verifier: formOfVerifier(verifier) } }),
      ...(this.errors.length > 0 ? { errors: this.errors } : {}),
    };
  }
}

/** Replaces the page's second iframe, or adds it, and returns it when it has loaded. */
async function addIframe(page: Page, src: string, sandbox?: string): Promise<Frame> {
  const iframe = await page.evaluateHandle(
    async ({ src, sandbox }) => {
      document.querySelectorAll("iframe")[1]?.remove();
      const iframe = document.createElement("iframe");
      if (sandbox) iframe.setAttribute("sandbox", sandbox);
      iframe.src = src;
      const loaded = new Promise((done) => iframe.addEventListener("load", done));
      document.body.append(iframe);
      await loaded;
      return iframe;
    },
    { src, sandbox },
  );
  return (await iframe.contentFrame())!;
}

/** Navigates the popup to another origin, as a link would: it keeps its opener. */
async function go(popup: Page, origin: string) {
  await popup.evaluate((url) => location.assign(url), `${origin}/`);
  await popup.waitForURL(`${origin}/`);
}
