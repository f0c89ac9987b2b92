import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { expect, type FrameLocator, type Page, type Route } from "@playwright/test";
import type { Command } from "../hosts/host";
import { contentSecurityPolicy, dist, hosts } from "./paths";

/** A release build, and the file with the policy to send with it. */
export interface Build {
  dist: string;
  contentSecurityPolicy: string;
}

const demo: Build = { dist, contentSecurityPolicy };

/** The origin of the Agent App. */
export const HOST_ORIGIN = "https://my.livechatinc.com";
/** The origin of the extension in these tests. */
export const EXTENSION_ORIGIN = "https://extension.example";

export const drivers = ["0.3.2", "0.3.5", "plain"] as const;
export type HostDriver = (typeof drivers)[number];

export interface Options {
  driver: HostDriver;
  /** The address of the host page: an origin, and a path if it is at the extension's origin. */
  origin?: string;
  /** Parameters of its URL; `null` removes a default one. */
  query?: Record<string, string | null>;
  /** The path of the extension: each placement of the demo has one. */
  path?: string;
  width?: number;
  /** How the extension is served; for tests of a network or of a hosting page. */
  serving?: Serving;
}

export interface Serving {
  /** The build to serve; the demo by default. */
  build?: Build;
  /** Whether to send the Content Security Policy that `cargo xtask build` prints; true by default. */
  policy?: boolean;
  /** Overrides some responses; returns `true` if it did. */
  intercept?(route: Route): Promise<boolean>;
}

const types: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** A page at the Agent App's origin that hosts the built demo or another extension, without a network. */
export class AgentApp {
  private constructor(
    readonly page: Page,
    readonly extension: FrameLocator,
    private readonly url: string,
  ) {}

  /** Opens the host page, without the iframe. */
  static async open(page: Page, { driver, origin = HOST_ORIGIN, query = {}, path = "", width = 320, serving }: Options) {
    await serveExtension(page, serving);
    await page.route(`${origin}/**`, async (route) => {
      if (route.request().url().endsWith("/host.js")) {
        return route.fulfill({ contentType: "text/javascript", body: await readFile(join(hosts, `${driver}.js`)) });
      }
      return route.fulfill({
        contentType: "text/html",
        body: `<!doctype html><title>Host</title>
          <style>iframe { width: ${width}px; height: 700px; border: 0 }</style>
          <div id="panel"></div><script src="host.js"></script>`,
      });
    });
    await page.goto(`${origin}/`);
    const given = Object.entries({ plugin_id: "demo", ...query });
    const parameters = new URLSearchParams(given.filter((pair): pair is [string, string] => pair[1] !== null));
    if (driver === "plain") parameters.set("connection", "plain");
    return new AgentApp(page, page.frameLocator("#panel iframe"), `${EXTENSION_ORIGIN}/${path}?${parameters}`);
  }

  /** Opens the host page and waits until the extension has connected and rendered. */
  static async connected(page: Page, options: Options) {
    const app = await AgentApp.open(page, options);
    await app.start();
    await app.command("plugin_inited");
    return app;
  }

  /** Creates the iframe and waits for the connection. */
  async start() {
    await this.page.evaluate((url) => window.host.start(url), this.url);
  }

  /** Creates the iframe without waiting. */
  async startOnly() {
    await this.page.evaluate((url) => void window.host.start(url).catch(() => {}), this.url);
  }

  async send(name: string, data?: unknown) {
    const event = { event_name: `livechat:${name}`, ...(data === undefined ? {} : { event_data: data }) };
    await this.page.evaluate((event) => window.host.send(event), event);
  }

  async received(): Promise<Command[]> {
    return this.page.evaluate(() => window.host.received);
  }

  /** The names of the received commands, filtered by these. */
  async names(...wanted: string[]): Promise<string[]> {
    return (await this.received()).map((command) => command.message).filter((name) => wanted.includes(name));
  }

  /** Waits for a command with that name and matching data, and returns the last one. */
  async commandWhere(message: string, holds: (data: unknown) => boolean): Promise<Command> {
    let found: Command | undefined;
    await expect
      .poll(async () => {
        const commands = (await this.received()).filter((command) => command.message === message);
        found = commands.filter((command) => holds(command.data)).at(-1);
        return found ? "found" : commands.map((command) => command.data);
      }, message)
      .toBe("found");
    return found!;
  }

  /** Sends HelpDesk's event with a date, which JSON, the format of everything else, cannot represent. */
  async sendTicket(ticket: object, date: number) {
    await this.page.evaluate(
      ([ticket, date]) =>
        window.host.send({ event_name: "livechat:ticket_info", event_data: { ...(ticket as object), date: new Date(date as number) } }),
      [ticket, date] as const,
    );
  }

  /** Waits for a command with that name and returns the last one. */
  async command(message: string): Promise<Command> {
    const commands = await this.page.waitForFunction((message) => {
      const found = window.host.received.filter((command) => command.message === message);
      return found.length > 0 && found;
    }, message);
    return (await commands.jsonValue() as Command[]).at(-1)!;
  }
}

/** Serves a release build at the extension's origin. */
export async function serveExtension(page: Page, { build = demo, policy = true, intercept }: Serving = {}) {
  const headers: Record<string, string> = policy
    ? { "content-security-policy": await readFile(build.contentSecurityPolicy, "utf8") }
    : {};
  await page.route(`${EXTENSION_ORIGIN}/**`, async (route) => {
    if (await intercept?.(route)) return;
    const { pathname } = new URL(route.request().url());
    const own = join(pathname.slice(1), "index.html");
    // As a server handles a router's path: with the page.
    const page = existsSync(join(build.dist, own)) ? own : "index.html";
    const file = extname(pathname) ? pathname.slice(1) : page;
    await route.fulfill({ contentType: types[extname(file)], headers, body: await readFile(join(build.dist, file)) });
  });
}
