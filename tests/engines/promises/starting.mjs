// How a page starts, and its notice if it cannot start: the time of `load` and the text of errors depend on the
// browser.

import { strict as assert } from "node:assert";
import { AgentApp, drivers, isScript, isWasm } from "../support/agent-app.mjs";
import { build } from "../support/builds.mjs";
import { by, until } from "../support/page.mjs";
import { ABORT } from "../support/network.mjs";
import { mary } from "../support/profiles.mjs";

const NOT_STARTED = "This extension could not be started. Please reload it.";
const OLD_BROWSER = "This extension needs a newer browser. Please update yours.";
const POLICY = "This extension could not be started: its Content Security Policy does not allow it.";
/** Far earlier than the page's own timeout of 20 s. */
const AT_ONCE = 8_000;

/** Responses that are held back until the test releases them. */
function held(is) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  return {
    release,
    intercept: async (request) => {
      if (is(request)) await released;
      return undefined;
    },
  };
}

const answers = (is, answer) => async (request) => (is(request) ? answer : undefined);

/** The page shows this notice at once, and the host's loader disappears. */
async function cannotStart(context, options, sentence, driver = "0.3.5") {
  const app = await AgentApp.open(context, { driver, query: { plugin_id: "abc" }, ...options });
  const since = Date.now();
  await app.start();
  await app.extension.element(by("alert"));
  await app.extension.shows(sentence);
  assert.deepEqual(await app.command("plugin_inited"), { plugin_id: "abc", message: "plugin_inited", data: null });
  assert.ok(Date.now() - since < AT_ONCE, `it took ${Date.now() - since} ms`);
}

const failures = {
  "the network fails": answers(isWasm, ABORT),
  "the WebAssembly is gone": answers(isWasm, { status: 404, body: "gone" }),
  "the script is gone": answers(isScript, { status: 404, body: "gone" }),
  "the page comes in place of the WebAssembly": answers(isWasm, { headers: { "content-type": "text/html" }, body: "<!doctype html>" }),
  "the page comes in place of the script": answers(isScript, { headers: { "content-type": "text/html" }, body: "<!doctype html>" }),
  "the WebAssembly is broken": answers(isWasm, { headers: { "content-type": "application/wasm" }, body: Buffer.from("\0asm\x01\0\0\0broken", "latin1") }),
};

const inHead = (script) => (html) => html.replace("<head>", `<head><script>${script}</script>`);

export const starting = [
  ...["script", "WebAssembly"].map((what) => ({
    name: `load, at which the host shakes hands, does not wait for the ${what}`,
    async run(context) {
      const { release, intercept } = held(what === "script" ? isScript : isWasm);
      const app = await AgentApp.open(context, { intercept });
      await app.page.evaluate((url) => {
        const iframe = document.createElement("iframe");
        iframe.onload = () => (window.state = "loaded");
        iframe.src = url;
        document.getElementById("panel").append(iframe);
      }, app.url);
      try {
        await app.page.holds("the iframe's load event", () => window.state === "loaded");
      } finally {
        release();
      }
      // It starts nevertheless.
      await app.extension.shows("No customer yet");
    },
  })),
  {
    name: "the WebAssembly is requested before `load`, so that it loads in parallel",
    async run(context) {
      const { release, intercept } = held(({ url }) => url.pathname === "/slow.png");
      const change = (html) => html.replace("</noscript>", '</noscript><img src="/slow.png" alt="">');
      const app = await AgentApp.open(context, { intercept, change });
      await app.start();
      try {
        // Observed on the network: WebKit runs no script of a test in a loading page.
        await until("a request for the WebAssembly", () => context.network.requested.some((url) => url.endsWith(".wasm")));
      } finally {
        release();
      }
      await app.command("plugin_inited");
    },
  },
  ...drivers.map((driver) => ({
    name: `WebAssembly that loads after the host would have given up loses nothing, host ${driver}`,
    async run(context) {
      const { release, intercept } = held(isWasm);
      const app = await AgentApp.open(context, { driver, intercept });
      await app.start();
      if (driver === "plain") await app.extension.holds("the prelude listens", () => "yewLivechat" in window && document.readyState === "complete");
      else await app.isConnected();
      await app.send("customer_profile", { id: "C0", name: "An earlier one", chat: {} });
      await app.send("customer_profile", mary);
      await app.send("change_theme", { theme: "dark" });
      // The published library gives up 3 s after `load`.
      await new Promise((resolve) => setTimeout(resolve, 3_500));
      assert.deepEqual(await app.received(), []);
      release();
      await app.extension.shows("Mary Brown");
      await app.command("plugin_inited");
      await app.extension.holds("the dark theme", () => document.querySelector("[data-theme=dark]"));
      await app.extension.click(by("button", "Insert greeting"));
      await app.command("put_message");
      assert.equal((await app.names("plugin_inited")).length, 1);
    },
  })),
  ...Object.entries(failures).map(([failure, intercept]) => ({
    name: `fault 40: ${failure}, and the page reports it at once`,
    run: (context) => cannotStart(context, { intercept }, NOT_STARTED),
  })),
  {
    name: "fault 40: a host with the plain driver is notified too, before it has sent anything",
    run: (context) => cannotStart(context, { intercept: failures["the network fails"] }, NOT_STARTED, "plain"),
  },
  {
    name: "fault 40: so is one without a referrer",
    run: (context) => cannotStart(context, { intercept: failures["the network fails"], referrer: "no-referrer" }, NOT_STARTED, "plain"),
  },
  {
    name: "fault 40: so is one without a referrer, in a browser that does not reveal the parent's origin",
    only: ["firefox"],
    options: { firefox: { preferences: { "dom.location.ancestorOrigins.enabled": false } } },
    async run(context) {
      await cannotStart(context, { intercept: failures["the network fails"], referrer: "no-referrer" }, NOT_STARTED, "plain");
    },
  },
  {
    name: "fault 40: without WebAssembly, the notice says that the browser is too old",
    run: (context) => cannotStart(context, { change: inHead("delete window.WebAssembly") }, OLD_BROWSER),
  },
  {
    name: "fault 40: without the build's WebAssembly features, the notice says that the browser is too old",
    run: (context) =>
      cannotStart(
        context,
        { change: inHead("const no = () => Promise.reject(new WebAssembly.CompileError('no externref')); Object.assign(WebAssembly, { validate: () => false, instantiate: no, instantiateStreaming: no })") },
        OLD_BROWSER,
      ),
  },
  {
    name: "fault 40: a policy that forbids WebAssembly is named",
    run(context) {
      const policy = build("demo").policy.replace(" 'wasm-unsafe-eval'", "");
      return cannotStart(context, { headers: { "content-security-policy": policy } }, POLICY);
    },
  },
  {
    name: "fault 40: the policy of another build, which forbids the script that starts this one, is named",
    run(context) {
      const policy = build("demo").policy.replace(/(script-src.*) 'sha256-[^']+'; style-src/, "$1; style-src");
      return cannotStart(context, { headers: { "content-security-policy": policy } }, POLICY);
    },
  },
  {
    name: "an error of another site's script, which has no file name, is not a failure",
    async run(context) {
      const { release, intercept } = held(isWasm);
      const change = (html) => html.replace("</title>", '</title><script src="https://third.example/x.js"></script>');
      const app = await AgentApp.open(context, { intercept, change });
      context.network.sites["third.example"] = () => ({ headers: { "content-type": "text/javascript" }, body: "window.third = 1; throw new Error('not ours')" });
      await app.start();
      await app.isConnected();
      await app.extension.holds("the other script", () => window.third);
      assert.equal(await app.extension.count(by("alert")), 0);
      assert.deepEqual(await app.received(), []);
      release();
      await app.command("plugin_inited");
    },
  },
  {
    name: "fault 41: the launch parameters survive a navigation of the iframe",
    async run(context) {
      const app = await AgentApp.connected(context, { driver: "plain", query: { plugin_id: "abc", theme: "dark" } });
      await app.extension.evaluate(() => void (location.href = `${location.pathname}?code=xyz&state=1`));
      await until("the second plugin_inited", async () => (await app.names("plugin_inited")).length === 2);
      assert.equal((await app.command("plugin_inited")).plugin_id, "abc");
      await app.extension.holds("the dark theme", () => document.querySelector("[data-theme=dark]"));
    },
  },
];
