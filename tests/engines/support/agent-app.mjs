// A page at the Agent App's own origin that hosts a release build, with either driver.

import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { Frame, until } from "./page.mjs";
import { build, hosts } from "./builds.mjs";

export const HOST = "my.livechatinc.com";
export const EXTENSION = "extension.example";
export const drivers = ["0.3.2", "0.3.5", "plain"];

const TYPES = { ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".svg": "image/svg+xml", ".wasm": "application/wasm" };

/** Serves a build. `intercept` may respond instead, and `change` modifies the page, which is then sent without the policy. */
export function serve({ dist, policy } = build("demo"), { intercept, change, headers = {} } = {}) {
  return async (request) => {
    const answer = await intercept?.(request);
    if (answer) return answer;
    const { pathname } = request.url;
    const isPage = !extname(pathname);
    const page = join(dist, pathname, "index.html");
    const file = isPage ? (existsSync(page) ? page : join(dist, "index.html")) : join(dist, pathname);
    if (!existsSync(file)) return { status: 404, body: "gone" };
    const text = isPage && change ? change(readFileSync(file, "utf8")) : readFileSync(file);
    return {
      headers: { "content-type": TYPES[extname(file)] ?? "text/plain", ...(!change && { "content-security-policy": policy }), ...headers },
      body: text,
    };
  };
}

export const isWasm = ({ url }) => url.pathname.endsWith(".wasm");
export const isScript = ({ url }) => url.pathname.endsWith(".js");

export class AgentApp {
  /** Opens the host page, without an iframe. */
  static async open({ session, network, exercised }, { driver = "0.3.5", path = "", query = {}, width = 320, host = HOST, referrer, sandbox, ...serving } = {}) {
    const app = new AgentApp();
    app.page = new Frame(session);
    app.extension = app.page.inside("#panel iframe");
    app.exercises = (kind, name) => exercised.add(kind, name, path);
    const html = `<!doctype html><meta charset="utf-8"><title>Host</title>${referrer ? `<meta name="referrer" content="${referrer}">` : ""}
      <style>body { margin: 0 } iframe { width: ${width}px; height: 700px; border: 0 }</style><div id="panel"></div><script src="/host.js"></script>`;
    network.reset({
      [host]: ({ url }) =>
        url.pathname === "/host.js"
          ? { headers: { "content-type": "text/javascript" }, body: readFileSync(join(hosts, `${driver}.js`)) }
          : { headers: { "content-type": "text/html" }, body: html },
      [EXTENSION]: serve(serving.build, serving),
    });
    const parameters = new URLSearchParams({ plugin_id: "demo", ...query });
    if (driver === "plain") parameters.set("connection", "plain");
    app.url = `https://${EXTENSION}/${path}?${parameters}`;
    await session.goto(`https://${host}/`);
    return app;
  }

  /** The same, connected and rendered. */
  static async connected(context, options) {
    const app = await AgentApp.open(context, options);
    await app.start();
    await app.command("plugin_inited");
    return app;
  }

  /** Creates the iframe without waiting. */
  start() {
    return this.page.evaluate((url) => {
      window.state = "starting";
      window.host.start(url).then(() => (window.state = "connected"), (error) => (window.state = String(error)));
    }, this.url);
  }

  async isConnected() {
    await this.page.holds("the host is connected", () => window.state === "connected");
  }

  async send(name, data) {
    const event = { event_name: `livechat:${name}`, ...(data === undefined ? {} : { event_data: data }) };
    // JSON has no dates, and HelpDesk sends them.
    await this.page.evaluate((event) => {
      if (typeof event.event_data?.date === "number") event.event_data.date = new Date(event.event_data.date);
      window.host.send(event);
    }, event);
    this.exercises("event", name);
  }

  received() {
    return this.page.evaluate(() => window.host.received);
  }

  async names(name) {
    return (await this.received()).filter(({ message }) => message === name);
  }

  /** Waits for a command with matching data, and returns the last one. */
  async command(name, holds = () => true) {
    const command = await until(`the command ${name}`, async () => (await this.names(name)).filter(({ data }) => holds(data)).at(-1));
    this.exercises("command", name);
    return command;
  }
}
