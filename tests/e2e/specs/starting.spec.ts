import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, type Page, type Route } from "@playwright/test";
import { AgentApp, type HostDriver, type Options } from "../support/agent-app";
import { mary } from "../support/profiles";
import { contentSecurityPolicy, dist } from "../support/paths";

/** A notice appears at once: far earlier than the timeout of 20 s. */
const AT_ONCE = { timeout: 12_000 };

const NOT_STARTED = "This extension could not be started. Please reload it.";
const OLD_BROWSER = "This extension needs a newer browser. Please update yours.";
const POLICY = "This extension could not be started: its Content Security Policy does not allow it.";

const isPage = (route: Route) => route.request().resourceType() === "document";
const isWasm = (route: Route) => route.request().url().endsWith(".wasm");
const isGlue = (route: Route) => /\.js$/.test(new URL(route.request().url()).pathname);

/** Serves a modified page; without the policy, which matches the original page, unless one is given. */
function changed(change: (html: string) => string, policy?: string) {
  return {
    policy: false,
    async intercept(route: Route) {
      if (!isPage(route)) return false;
      const html = change(await readFile(join(dist, "index.html"), "utf8"));
      const headers: Record<string, string> = policy === undefined ? {} : { "content-security-policy": policy };
      await route.fulfill({ contentType: "text/html", headers, body: html });
      return true;
    },
  };
}

/** Collects the page's console errors. */
function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  return errors;
}

/** The page shows this notice at once, the reason is in the console, and the host's loader disappears. */
async function cannotStart(
  page: Page,
  options: Omit<Options, "driver">,
  sentence: string,
  driver: HostDriver = "0.3.5",
  reason = "",
) {
  const errors = errorsOf(page);
  const app = await AgentApp.open(page, { driver, query: { plugin_id: "abc" }, ...options });
  await app.startOnly();
  await expect(app.extension.getByRole("alert")).toHaveText(sentence, AT_ONCE);
  expect(await app.command("plugin_inited")).toEqual({ plugin_id: "abc", message: "plugin_inited", data: null });
  const reasons = errors.filter((error) => error.startsWith("yew-livechat: the extension could not be started: "));
  expect(reasons).toHaveLength(1);
  expect(reasons[0]).toContain(reason);
}

const failures: Record<string, (route: Route) => Promise<void> | false> = {
  "the network fails": (route) => isWasm(route) && route.abort(),
  "the WebAssembly is gone": (route) => isWasm(route) && route.fulfill({ status: 404, body: "gone" }),
  "the script is gone": (route) => isGlue(route) && route.fulfill({ status: 404, body: "gone" }),
  "the page comes in place of the WebAssembly": (route) =>
    isWasm(route) && route.fulfill({ contentType: "text/html", body: "<!doctype html>" }),
  "the WebAssembly is broken": (route) =>
    isWasm(route) && route.fulfill({ contentType: "application/wasm", body: Buffer.from("\0asm\x01\0\0\0broken", "latin1") }),
};

for (const [failure, fail] of Object.entries(failures)) {
  test(`fault 40: ${failure}, and the page reports it at once`, async ({ page }) => {
    const intercept = async (route: Route) => {
      const failed = fail(route);
      if (failed) await failed;
      return failed !== false;
    };
    await cannotStart(page, { serving: { intercept } }, NOT_STARTED);
  });
}

test("fault 40: a host with the plain driver is notified too, before it has sent anything", async ({ page }) => {
  const intercept = async (route: Route) => {
    if (isWasm(route)) await route.abort();
    return isWasm(route);
  };
  await cannotStart(page, { serving: { intercept } }, NOT_STARTED, "plain");
});

test("fault 40: a browser without `reportError` says so at once", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, "reportError"));
  const intercept = async (route: Route) => {
    if (isWasm(route)) await route.abort();
    return isWasm(route);
  };
  await cannotStart(page, { serving: { intercept } }, NOT_STARTED);
});

test("fault 40: without WebAssembly, the notice says that the browser is too old", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, "WebAssembly"));
  await cannotStart(page, {}, OLD_BROWSER);
});

test("fault 40: without the build's WebAssembly features, the notice says that the browser is too old", async ({ page }) => {
  await page.addInitScript(() => {
    const compile = () => Promise.reject(new WebAssembly.CompileError("invalid value type 'externref'"));
    Object.assign(WebAssembly, { validate: () => false, instantiate: compile, instantiateStreaming: compile });
  });
  await cannotStart(page, {}, OLD_BROWSER);
});

test("fault 40: a policy that forbids WebAssembly is named", async ({ page }) => {
  const policy = (await readFile(contentSecurityPolicy, "utf8")).replace(" 'wasm-unsafe-eval'", "");
  await cannotStart(page, { serving: changed((html) => html, policy) }, POLICY);
});

test("fault 40: the policy of another build, which forbids the script that starts this one, is named", async ({ page }) => {
  const policy = (await readFile(contentSecurityPolicy, "utf8")).replace(/(script-src.*) 'sha256-[^']+'; style-src/, "$1; style-src");
  const reason = "the Content Security Policy forbids the script that starts it";
  await cannotStart(page, { serving: changed((html) => html, policy) }, POLICY, "0.3.5", reason);
});

test("fault 40: a failure before the body is parsed is shown afterward", async ({ page }) => {
  const serving = changed((html) =>
    html.replace(/<\/head>/, "<script>yewLivechat.failed('early'); yewLivechat.start = () => {}</script></head>").replace(
      /<script>yewLivechat.start\(/,
      "<script>0 && yewLivechat.start(",
    ),
  );
  const app = await AgentApp.open(page, { driver: "0.3.5", serving });
  await app.startOnly();
  await expect(app.extension.getByRole("alert")).toHaveText(NOT_STARTED, AT_ONCE);
  await app.command("plugin_inited");
});

test("fault 40: a `main` that ends without mounting an extension is reported", async ({ page }) => {
  // Like an application whose `main` returns an unreadable error.
  const nothing = "Promise.resolve({ default: () => Promise.resolve() })";
  await cannotStart(page, { serving: changed((html) => html.replace(/import\(([`"']).*?\1\)/, nothing)) }, NOT_STARTED);
});

test("fault 40: a third party's module that fails to load is not a failure", async ({ page }) => {
  let release!: () => void;
  const released = new Promise<void>((resolve) => (release = resolve));
  const serving = changed((html) => html.replace("</title>", '</title><script type="module" src="https://third.example/x.js"></script>'));
  const { intercept } = serving;
  serving.intercept = async (route) => {
    if (isWasm(route)) await released;
    return intercept(route);
  };
  await page.route("https://third.example/**", (route) => route.abort());
  const aborted = page.waitForEvent("requestfailed", (request) => request.url().startsWith("https://third.example/"));
  const app = await AgentApp.open(page, { driver: "0.3.5", serving });
  await app.start();
  await aborted;
  // The browser reports it to the page in a separate task: this one comes later.
  await app.extension.locator("html").evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  await expect(app.extension.getByRole("alert")).toHaveCount(0);
  expect(await app.received()).toEqual([]);
  release();
  await app.command("plugin_inited");
});

test("the notice can be replaced, for example in the page's language", async ({ page }) => {
  const serving = changed((html) =>
    html.replace("</title>", '</title><meta name="livechat-not-started" content="Bitte neu laden.">').replace(/_bg\.wasm/g, "_gone.wasm"),
  );
  const { intercept } = serving;
  serving.intercept = async (route) => {
    if (isWasm(route)) {
      await route.fulfill({ status: 404, body: "gone" });
      return true;
    }
    return intercept(route);
  };
  await cannotStart(page, { serving }, "Bitte neu laden.");
});

test("a prelude with a version other than the application's is reported in the console", async ({ page }) => {
  const warned = page.waitForEvent("console", (message) => message.text().includes("static/prelude.js is version 0.0.7"));
  const serving = changed((html) => html.replace(/version:([`"])\d+\.\d+\.\d+[`"]/, "version:$10.0.7$1"));
  const app = await AgentApp.connected(page, { driver: "0.3.5", serving });
  expect((await warned).text()).toContain("update it with `cargo run -- page-files`");
  await app.send("customer_profile", mary);
});

for (const [about, change] of [
  ["", (html: string) => html],
  [", without the prelude too", (html: string) => html.replace(/<script>.*?livechat-origins.*?<\/script>/s, "")],
] as const) {
  test(`fault 41: the launch parameters survive a navigation of the iframe${about}`, async ({ page }) => {
    const query = { plugin_id: "abc", theme: "dark" };
    const app = await AgentApp.connected(page, { driver: "plain", query, serving: changed(change) });
    // As when a sign-in page redirects back.
    await app.extension.locator("html").evaluate(() => void (location.href = `${location.pathname}?code=xyz&state=1`));
    await expect.poll(() => app.names("plugin_inited")).toHaveLength(2);
    expect(await app.command("plugin_inited")).toEqual({ plugin_id: "abc", message: "plugin_inited", data: null });
    await expect(app.extension.locator("[data-theme=dark]")).toBeVisible();
    expect(await app.extension.locator("html").evaluate(() => location.search)).toBe("?code=xyz&state=1");
  });
}

test("fault 41: a relaunched iframe has its new parameters", async ({ page }) => {
  const app = await AgentApp.connected(page, { driver: "plain", query: { plugin_id: "abc", theme: "dark" } });
  await app.extension.locator("html").evaluate(() => void (location.search = "?plugin_id=other&connection=plain"));
  await expect.poll(async () => (await app.command("plugin_inited")).plugin_id).toBe("other");
  await expect(app.extension.locator("[data-theme=light]")).toBeVisible();
});
