import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, FrameLocator, Page, Route } from "@playwright/test";
import { signIn } from "./paths";

/** The Agent App's page, and LiveChat's accounts. */
const HOST = "https://my.livechatinc.com";
const ACCOUNTS = "https://accounts.livechat.com";

/** On another site than the Agent App: Chromium blocks its storage in an iframe. */
export const BLOCKED = "https://extension.example";
/** On the same site, where Chromium does not. */
export const STORED = "https://extension.livechatinc.com";

/** How LiveChat's page responds to a sign-in. */
export type Answer = "code" | "message" | "refusal" | "other state" | "nothing";

/** Intercepted accounts requests, and an Agent App with extensions. */
export class Accounts {
  answer: Answer = "code";
  /** Overrides the response to `/v2/token`. */
  token: ((route: Route) => Promise<void>) | undefined;
  lifetime = 28_800;
  /** The paths of visits to the authorize page, and the requests to `/v2/token`. */
  readonly authorized: URLSearchParams[] = [];
  readonly asked: Record<string, string>[] = [];
  readonly revoked: string[] = [];
  /** How often an extension's WebAssembly was loaded. */
  started = 0;
  /** The messages that the Agent App received. */
  readonly page: Page;
  private tokens = 0;

  private constructor(
    page: Page,
    private readonly origin: string,
  ) {
    this.page = page;
  }

  static async open(context: BrowserContext, origin: string, placements: string[], set?: (accounts: Accounts) => void, sandbox?: string): Promise<Accounts> {
    const accounts = new Accounts(await context.newPage(), origin);
    set?.(accounts);
    await context.route("**/*", (route) => accounts.serve(route));
    await accounts.page.goto(HOST);
    for (const [index, path] of placements.entries())
      await accounts.page.evaluate(
        ({ src, sandbox }) => {
          const frame = document.createElement("iframe");
          frame.style.cssText = "width: 300px; height: 260px";
          if (sandbox) frame.setAttribute("sandbox", sandbox);
          frame.src = src;
          document.body.append(frame);
        },
        { src: `${origin}/${path}?plugin_id=p${index}&connection=plain`, sandbox },
      );
    return accounts;
  }

  frame(index = 0): FrameLocator {
    return this.page.frameLocator("iframe").nth(index);
  }

  /** The host replaces an iframe, as it may at any time. */
  async replace(index = 0) {
    await this.page.evaluate((index) => {
      const frame = document.querySelectorAll("iframe")[index]!;
      frame.replaceWith(frame.cloneNode());
    }, index);
  }

  /** The names of plugins that have sent `plugin_inited`. */
  inited(): Promise<string[]> {
    return this.page.evaluate(() => (window as unknown as { inited: string[] }).inited);
  }

  private async serve(route: Route) {
    const url = new URL(route.request().url());
    if (url.origin === HOST)
      return route.fulfill({
        contentType: "text/html",
        body: `<!doctype html><body><script>inited = []; addEventListener("message", ({ data }) => data.message === "plugin_inited" && inited.push(data.plugin_id))</script>`,
      });
    if (url.origin === ACCOUNTS) return url.pathname.startsWith("/v2/") ? this.api(route) : this.authorize(route, url.searchParams);
    if (url.origin !== this.origin) return route.abort();
    if (/\.[^./]+$/.test(url.pathname)) {
      if (url.pathname.endsWith(".wasm")) this.started += 1;
      return route.fulfill({ path: join(signIn.dist, url.pathname) });
    }
    const policy = readFileSync(signIn.contentSecurityPolicy, "utf8").trim();
    return route.fulfill({
      path: join(signIn.dist, "index.html"),
      headers: { "content-type": "text/html", "content-security-policy": policy },
    });
  }

  private async authorize(route: Route, query: URLSearchParams) {
    this.authorized.push(query);
    const page = (script: string) => route.fulfill({ contentType: "text/html", body: `<!doctype html><body>LiveChat asks<script>${script}</script>` });
    const state = JSON.stringify(query.get("state"));
    const post = (message: string) => page(`opener.postMessage(${message}, "*"); setTimeout(close, 50)`);
    switch (this.answer) {
      case "nothing":
        return page("");
      case "message":
        return post(`{ data: { code: "dal%3Acode", state: ${state}, scope: null, expires_in: null } }`);
      case "refusal":
        return post(`{ error: { oauth_exception: "access_denied" } }`);
      case "other state":
        return page(`location.replace(${JSON.stringify(query.get("redirect_uri"))} + "?code=c&state=other")`);
      case "code":
        return page(`location.replace(${JSON.stringify(query.get("redirect_uri"))} + "?code=dal%3Acode&state=" + ${state})`);
    }
  }

  private async api(route: Route) {
    const request = route.request();
    const headers = { "access-control-allow-origin": "*", "access-control-allow-headers": "authorization, content-type", "access-control-allow-methods": "*" };
    if (request.method() === "OPTIONS") return route.fulfill({ status: 204, headers });
    if (request.method() === "DELETE") {
      this.revoked.push((await request.headerValue("authorization")) ?? "");
      return route.fulfill({ headers, json: {} });
    }
    if (request.method() === "POST") this.asked.push(request.postDataJSON() as Record<string, string>);
    if (this.token) return this.token(route);
    this.tokens += 1;
    return route.fulfill({
      headers,
      json: {
        access_token: `dal:token-${this.tokens}`,
        refresh_token: `refresh-${this.tokens}`,
        expires_in: this.lifetime,
        scope: "chats--access:ro,customers:ro",
        account_id: "ann",
        organization_id: "org",
        token_type: "Bearer",
      },
    });
  }
}
