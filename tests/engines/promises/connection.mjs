// The connection: both drivers, both published host libraries, and which hosts the extension accepts.

import { strict as assert } from "node:assert";
import { AgentApp, drivers, isWasm } from "../support/agent-app.mjs";
import { by } from "../support/page.mjs";
import { mary } from "../support/profiles.mjs";

/** Firefox before 148 does not tell a page the origin of the page around it. */
const UNREVEALED = { firefox: { preferences: { "dom.location.ancestorOrigins.enabled": false } } };

export const connection = [
  ...drivers.map((driver) => ({
    name: `the extension connects, receives and answers, host ${driver}`,
    async run(context) {
      const app = await AgentApp.connected(context, { driver });
      assert.deepEqual(await app.command("plugin_inited"), { plugin_id: "demo", message: "plugin_inited", data: null });
      await app.send("customer_profile", mary);
      await app.extension.shows("Mary Brown");
      await app.extension.click(by("button", "Insert greeting"));
      assert.match((await app.command("put_message")).data, /^Hello Mary Brown/);
      assert.equal((await app.names("plugin_inited")).length, 1);
    },
  })),
  ...Object.entries({
    "fault 01: an unknown origin": "attacker.example",
    "fault 02: a lookalike": "my.livechat.com.attacker.example",
  }).map(([which, host]) => ({
    name: `${which} is refused, and the reason names it`,
    async run(context) {
      const app = await AgentApp.open(context, { host, change: (html) => html });
      await app.page.evaluate(() => {
        window.heard = [];
        addEventListener("message", ({ data }) => window.heard.push(data));
      });
      await app.start();
      await app.extension.shows(`The page around the extension is "https://${host}"`);
      assert.deepEqual(await app.page.evaluate(() => window.heard), []);
    },
  })),
  {
    name: "a host with the plain driver receives plugin_inited before it has sent anything, even if the browser does not reveal it",
    options: UNREVEALED,
    async run(context) {
      const app = await AgentApp.open(context, { driver: "plain", referrer: "no-referrer" });
      await app.start();
      assert.deepEqual(await app.command("plugin_inited"), { plugin_id: "demo", message: "plugin_inited", data: null });
      await app.send("customer_profile", mary);
      await app.extension.click(by("button", "Insert greeting"));
      await app.command("put_message");
      assert.equal((await app.names("plugin_inited")).length, 1);
    },
  },
  ...Object.entries({
    "that cannot start": ["could not be started", async (request) => (isWasm(request) ? { status: 404 } : undefined)],
    "that works": ["No customer yet", undefined],
  }).map(([which, [shown, intercept]]) => ({
    name: `fault 08: a page of an unknown origin receives nothing from an extension ${which}, whatever the browser reveals`,
    options: UNREVEALED,
    async run(context) {
      const app = await AgentApp.open(context, { driver: "plain", host: "attacker.example", referrer: "no-referrer", change: (html) => html, intercept });
      await app.page.evaluate(() => {
        window.heard = [];
        addEventListener("message", ({ data }) => window.heard.push(data));
      });
      await app.start();
      await app.extension.shows(shown);
      // A message posted earlier would have arrived earlier.
      await app.extension.evaluate(() => parent.postMessage("last", "*"));
      await app.page.holds("the last message", () => window.heard.includes("last"));
      assert.deepEqual(await app.page.evaluate(() => window.heard), ["last"]);
    },
  })),
  {
    name: "fault 09: a sibling that floods handshakes does not become the host",
    async run(context) {
      const app = await AgentApp.open(context);
      await app.page.evaluate(() => {
        const sibling = document.createElement("iframe");
        sibling.style.height = "20px";
        sibling.srcdoc = `<script>
          const frame = { "@@livechat/postmessenger": true, owner: "flood", type: "handshake", data: {}, request: null };
          let instance = 0;
          window.answered = 0;
          addEventListener("message", () => answered++);
          setInterval(() => parent.frames[1]?.postMessage({ ...frame, instance: instance++ }, "*"), 10);
        <\/script>`;
        document.body.prepend(sibling);
      });
      await app.start();
      await app.isConnected();
      await app.send("customer_profile", mary);
      await app.extension.shows("Mary Brown");
      await app.extension.click(by("button", "Insert greeting"));
      await app.command("put_message");
      assert.equal(await app.page.evaluate(() => window.frames[0].answered), 0);
    },
  },
  {
    name: "fault 10: a silent host is named on screen, and can connect later",
    async run(context) {
      const app = await AgentApp.open(context);
      await app.page.evaluate((url) => {
        const iframe = document.createElement("iframe");
        iframe.src = url;
        document.getElementById("panel").append(iframe);
      }, app.url);
      await app.extension.shows("The host did not answer within 5 s");
      await app.page.evaluate((profile) => {
        const link = { "@@livechat/postmessenger": true, owner: "late", instance: 0 };
        const post = (message) => window.frames[0].postMessage({ ...link, ...message }, "*");
        post({ type: "handshake", data: {}, request: null });
        post({ type: "call", data: { method: "handle", args: [{ event_name: "livechat:customer_profile", event_data: profile }] }, request: 0 });
      }, mary);
      await app.extension.shows("Mary Brown");
      await app.extension.hides("The host did not answer");
    },
  },
  {
    name: "fault 25 and 26: text of the host is text, and a link runs no script",
    async run(context) {
      const app = await AgentApp.connected(context);
      const markup = '<img src=x onerror="parent.pwned = 1"><b>bold</b>';
      await app.send("customer_profile", { ...mary, name: markup, email: "javascript:alert(1)//@example.com", customVariables: { site: "java\nscript:alert(1)", [markup]: markup } });
      await app.extension.shows(markup);
      const { elements, links } = await app.extension.evaluate(() => ({
        elements: document.querySelectorAll("b, img").length,
        links: [...document.querySelectorAll("[href], [src]")].map((element) => element.getAttribute("href") ?? element.getAttribute("src")),
      }));
      assert.equal(elements, 0);
      for (const link of links) assert.doesNotMatch(link, /^\s*(javascript|data):/i);
    },
  },
  {
    name: "fault 35: a message that the browser cannot read changes nothing",
    async run(context) {
      const app = await AgentApp.connected(context);
      await app.send("customer_profile", mary);
      await app.extension.shows("Mary Brown");
      await app.extension.evaluate(() => {
        addEventListener("messageerror", () => (window.unreadable = true));
        // WebKit has both pages in one process, and delivers the module.
        addEventListener("message", ({ data }) => data instanceof WebAssembly.Module && (window.unreadable = true));
      });
      await app.page.evaluate(() => {
        // A module cannot leave its agent cluster.
        window.frames[0].postMessage(new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])), "*");
      });
      await app.extension.holds("the error, or the module", () => window.unreadable);
      await app.send("customer_profile", { ...mary, name: "The next one" });
      await app.extension.shows("The next one");
    },
  },
  {
    name: "fault 43: without storage, the extension starts, connects and works",
    async run(context) {
      const refuse = "for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError') } })";
      const app = await AgentApp.connected(context, { change: (html) => html.replace("<head>", `<head><script>${refuse}</script>`) });
      await app.send("customer_profile", mary);
      await app.extension.click(by("button", "Insert greeting"));
      await app.command("put_message");
    },
  },
  {
    name: "the page works under exactly the policy that is sent with it",
    async run(context) {
      const app = await AgentApp.connected(context);
      await app.extension.evaluate(() => {
        window.violations = [];
        document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => window.violations.push(`${violatedDirective} ${blockedURI}`));
      });
      await app.send("customer_profile", mary);
      await app.extension.click(by("button", "Insert greeting"));
      await app.command("put_message");
      await app.send("change_theme", { theme: "dark" });
      await app.extension.holds("the dark theme", () => document.querySelector("[data-theme=dark]"));
      assert.deepEqual(await app.extension.evaluate(() => window.violations), []);
    },
  },
];
