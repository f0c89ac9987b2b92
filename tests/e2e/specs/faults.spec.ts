import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, type Page, type Route } from "@playwright/test";
import { AgentApp, drivers, EXTENSION_ORIGIN, type HostDriver } from "../support/agent-app";
import { mary } from "../support/profiles";
import { dist } from "../support/paths";

/** Delays the application until released, like a slow network. */
function slowNetwork() {
  let release!: () => void;
  const released = new Promise<void>((resolve) => (release = resolve));
  const intercept = async (route: Route) => {
    if (route.request().url().endsWith(".wasm")) await released;
    return false;
  };
  return { intercept, release };
}

/** Waits until the page in the iframe listens, without its application. */
async function preludeListens(app: AgentApp) {
  // An iframe that is leaving its empty page throws: try again.
  await expect(async () => {
    expect(await app.extension.locator("html").evaluate(() => "yewLivechat" in window)).toBe(true);
  }).toPass();
}

/** Posts to the iframe as its parent window. */
async function post(page: Page, data: unknown) {
  await page.evaluate((data) => window.frames[0].postMessage(data, "*"), data);
}

async function shows(app: AgentApp, text: string) {
  await expect(app.extension.getByText(text).first()).toBeVisible();
}

for (const driver of drivers) {
  test(`fault 37: the application loads after the host would have given up, host ${driver}`, async ({ page }) => {
    const network = slowNetwork();
    const app = await AgentApp.open(page, { driver, serving: { intercept: network.intercept } });
    if (driver === "plain") {
      // This driver has no handshake: the host sends, and gets no answer.
      await app.startOnly();
    } else {
      // The host reports that it is connected, without any application.
      await app.start();
    }
    await preludeListens(app);
    const sent = app.send("customer_profile", { id: "C0", name: "An earlier one", chat: {} });
    const last = app.send("customer_profile", mary);
    // Longer than the 3 s after which the published library gives up.
    await page.waitForTimeout(4_000);
    expect(await app.received(), "nothing renders yet").toEqual([]);
    network.release();
    await Promise.all([sent, last]);
    await shows(app, "Mary Brown");
    await app.command("plugin_inited");
    await app.extension.getByRole("button", { name: "Insert greeting" }).click();
    await app.command("put_message");
    expect(await app.names("plugin_inited", "put_message")).toEqual(["plugin_inited", "put_message"]);
  });

  test(`fault 27: events that arrive before the application are not lost, host ${driver}`, async ({ page }) => {
    const network = slowNetwork();
    const app = await AgentApp.open(page, { driver, serving: { intercept: network.intercept } });
    await (driver === "plain" ? app.startOnly() : app.start());
    await preludeListens(app);
    const sent = [
      app.send("customer_profile", mary),
      app.send("authorize", { session_id: "early" }),
      app.send("change_theme", { theme: "dark" }),
      app.send("ticket_info", { id: "T1", subject: "A ticket before the application" }),
      app.send("message_box_text", { value: "thank you" }),
    ];
    network.release();
    await Promise.all(sent);
    await shows(app, "Mary Brown");
    await shows(app, "early");
    await expect(app.extension.locator("[data-theme=dark]")).toBeVisible();
    await shows(app, "A ticket before the application");
    await expect(app.extension.locator(".demo-reply"), "that the message input goes on to").toHaveText(["Thank you for waiting!"]);
  });

  test(`fault 27: a settings page receives earlier events, host ${driver}`, async ({ page }) => {
    const network = slowNetwork();
    const app = await AgentApp.open(page, { driver, path: "settings", serving: { intercept: network.intercept } });
    await (driver === "plain" ? app.startOnly() : app.start());
    await preludeListens(app);
    const sent = [
      app.send("page_data", { queryParams: { from: "marketplace" } }),
      app.send("transaction_failed", { error: "no card" }),
    ];
    network.release();
    await Promise.all(sent);
    await shows(app, "Welcome! Connect your shop");
    await shows(app, "not bought, no card");
  });
}

for (const driver of ["0.3.5", "plain"] as const) {
  test(`fault 37: an application that never loads is reported, and the host's loader gives way, host ${driver}`, async ({ page }) => {
    const app = await AgentApp.open(page, {
      driver,
      query: { plugin_id: "abc" },
      serving: {
        intercept: async (route) => {
          const isWasm = route.request().url().endsWith(".wasm");
          if (isWasm) await route.abort();
          return isWasm;
        },
      },
    });
    await (driver === "plain" ? app.startOnly() : app.start());
    // At once, rather than after the 20 s timeout for unnoticed failures.
    await expect(app.extension.getByRole("alert")).toHaveText(/could not be started/, { timeout: 10_000 });
    expect(await app.command("plugin_inited")).toEqual({ plugin_id: "abc", message: "plugin_inited", data: null });
  });
}

test("fault 37: an application that loads after its failure was reported takes over, and sends `plugin_inited` once", async ({ page }) => {
  const network = slowNetwork();
  const app = await AgentApp.open(page, { driver: "0.3.5", serving: { intercept: network.intercept } });
  await app.start();
  await preludeListens(app);
  await app.extension.locator("html").evaluate(() =>
    (window as unknown as { yewLivechat: { failed(error: unknown): void } }).yewLivechat.failed("too slow"),
  );
  await expect(app.extension.getByRole("alert")).toHaveText(/could not be started/);
  await app.command("plugin_inited");
  network.release();
  await app.send("customer_profile", mary);
  await shows(app, "Mary Brown");
  await expect(app.extension.getByRole("alert")).toHaveCount(0);
  await app.extension.getByRole("button", { name: "Insert greeting" }).click();
  await app.command("put_message");
  expect(await app.names("plugin_inited", "put_message")).toEqual(["plugin_inited", "put_message"]);
});

test("the prelude stays under 2 kB as Trunk minifies it", async () => {
  const page = await readFile(join(dist, "index.html"), "utf8");
  const scripts = [...page.matchAll(/<script>(.*?)<\/script>/gs)].map((match) => match[1]!);
  const [minified] = scripts.filter((script) => script.includes("livechat-origins"));
  expect(minified!.length).toBeGreaterThan(1_000);
  expect(minified!.length).toBeLessThan(2_000);
});

/** Neither the prelude nor the application answers a host at this origin; the application names it on screen. */
function refused(origin: string, path = "") {
  return async ({ page }: { page: Page }) => {
    const app = await AgentApp.open(page, {
      driver: "0.3.5",
      origin: `${origin}${path}`,
      query: { development: "1", debug: "true", origins: origin },
      serving: { policy: false },
    });
    await page.evaluate(() => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      addEventListener("message", (event) => heard.push(event.data));
    });
    await app.startOnly();
    await shows(app, `The page around the extension is "${origin}"`);
    expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([]);
  };
}

test("fault 01: an unknown origin is refused, and the reason names it", refused("https://attacker.example"));
test("fault 02: a lookalike is refused, and the reason names it", refused("https://my.livechat.com.attacker.example"));
test("fault 03: the Agent App over http is refused, and the reason names it", refused("http://my.livechatinc.com"));
test("fault 04: an odd port is refused, and the reason names it", refused("https://my.livechatinc.com:8443"));
test("fault 05: a release build refuses a development origin, and the reason names it", refused("http://localhost:3333"));
test("fault 05: a release build refuses a host at its own origin, and the reason names it", refused(EXTENSION_ORIGIN, "/host"));

test("fault 04: a host whose origin is null is refused", async ({ page }) => {
  await AgentApp.open(page, { driver: "0.3.5", serving: { policy: false } });
  await page.evaluate((url) => {
    // A `data:` page has an opaque origin. A sandboxed one would too, but would remove the extension's own origin.
    const html = `<iframe src="${url}"></iframe><script>
      const frame = { "@@livechat/postmessenger": true, owner: "x", instance: 0, type: "handshake", data: {}, request: null };
      setInterval(() => frames[0].postMessage(frame, "*"), 100);
    <\/script>`;
    const opaque = document.createElement("iframe");
    opaque.id = "opaque";
    opaque.src = `data:text/html,${encodeURIComponent(html)}`;
    document.body.append(opaque);
  }, `${EXTENSION_ORIGIN}/`);
  const extension = page.frameLocator("#opaque").frameLocator("iframe");
  await expect(extension.getByText('The page around the extension is "null", which is opaque')).toBeVisible();
});

test("fault 09: a sibling that floods handshakes neither delays nor rebinds the connection", async ({ page }) => {
  const network = slowNetwork();
  const app = await AgentApp.open(page, { driver: "0.3.2", serving: { intercept: network.intercept } });
  await page.evaluate(() => {
    const sibling = document.createElement("iframe");
    sibling.srcdoc = `<script>
      const frame = { "@@livechat/postmessenger": true, owner: "flood", type: "handshake", data: {}, request: null };
      let instance = 0;
      window.answered = 0;
      addEventListener("message", () => answered++);
      setInterval(() => parent.frames[1]?.postMessage({ ...frame, instance: instance++ }, "*"), 10);
    <\/script>`;
    document.body.prepend(sibling);
  });
  // The library gives up after 3 s: the prelude answers in spite of the flood.
  await app.start();
  await preludeListens(app);
  const extension = app.extension.locator("html");
  await extension.evaluate(() => {
    const flood = { handshakes: 0 };
    Object.assign(window, { flood });
    addEventListener("message", (event) => void (event.source !== parent && event.data.type === "handshake" && flood.handshakes++));
  });
  const handshakes = () => extension.evaluate(() => (window as unknown as { flood: { handshakes: number } }).flood.handshakes);
  /** Waits until the flood has reached the page. */
  const flooded = async () => {
    const before = await handshakes();
    await expect.poll(handshakes).toBeGreaterThan(before + 20);
  };
  await flooded();
  // The prelude answers on the host's connection, not on one of the sibling's.
  await app.send("customer_profile", { ...mary, name: "Before the application" });
  await flooded();
  network.release();
  await app.command("plugin_inited");
  await shows(app, "Before the application");
  await flooded();
  await app.send("customer_profile", mary);
  await shows(app, "Mary Brown");
  await app.extension.getByRole("button", { name: "Insert greeting" }).click();
  await app.command("put_message");
  expect(await app.names("plugin_inited", "put_message")).toEqual(["plugin_inited", "put_message"]);
  const answered = await page.evaluate(() => (window.frames[0] as unknown as { answered: number }).answered);
  expect(answered, "to the sibling").toBe(0);
});

test("fault 10: a silent host is named on screen, and can connect later", async ({ page }) => {
  const app = await AgentApp.open(page, { driver: "0.3.5" });
  // An iframe without a handshake.
  await page.evaluate((url) => {
    const frame = document.createElement("iframe");
    frame.src = url;
    document.getElementById("panel")!.append(frame);
  }, `${EXTENSION_ORIGIN}/`);
  await shows(app, "The host did not answer within 5 s: open the extension inside the LiveChat Agent App.");
  const link = { "@@livechat/postmessenger": true, owner: "late", instance: 0 };
  await post(page, { ...link, type: "handshake", data: {}, request: null });
  await expect(app.extension.getByText("The host did not answer")).toHaveCount(0);
  const event = { event_name: "livechat:customer_profile", event_data: mary };
  await post(page, { ...link, type: "call", data: { method: "handle", args: [event] }, request: 0 });
  await shows(app, "Mary Brown");
});

test("fault 12: a query that cannot be decoded breaks nothing", async ({ page }) => {
  const app = await AgentApp.open(page, { driver: "0.3.5" });
  await page.evaluate((url) => window.host.start(url), `${EXTENSION_ORIGIN}/?%E0%A4%A&plugin_id=good&plugin_id=bad&a==b=c&&=&theme=dark`);
  expect((await app.command("plugin_inited")).plugin_id).toBe("good");
  await expect(app.extension.locator("[data-theme=dark]")).toBeVisible();
});

test("fault 25: URLs that run scripts do not become links", async ({ page }) => {
  const app = await AgentApp.connected(page, { driver: "0.3.5" });
  for (const email of ["javascript:alert(1)//@example.com", "data:text/html,<script>alert(1)</script>@x", "java\nscript:alert(1)@x"]) {
    await app.send("customer_profile", { id: "C1", name: email, email, chat: { id: email }, geolocation: { city: email } });
    await shows(app, email.split("\n").at(-1)!);
    const hrefs = await app.extension.locator("[href], [src]").evaluateAll((elements) =>
      elements.map((element) => element.getAttribute("href") ?? element.getAttribute("src")),
    );
    for (const href of hrefs) expect(href).not.toMatch(/javascript:|data:/i);
  }
  for (const url of ["javascript:alert(1)", "JAVASCRIPT://shop.example/%0aalert(1)", "data:text/html,x", "vbscript:x", "//shop.example"]) {
    await app.send("customer_profile", { ...mary, customVariables: { site: url, shop: "https://shop.example/?to=javascript:x" } });
    await shows(app, url);
    const links = app.extension.locator("a[href]:not([href^='mailto:'])");
    await expect(links, "of what is safe to follow").toHaveText(["https://shop.example/?to=javascript:x"]);
    await expect(links).toHaveAttribute("href", "https://shop.example/?to=javascript:x");
  }
  await app.send("customer_profile", mary);
  await expect(app.extension.getByRole("link", { name: mary.email })).toHaveAttribute("href", `mailto:${mary.email}`);
});

test("fault 26: host text with markup is text", async ({ page }) => {
  const app = await AgentApp.connected(page, { driver: "0.3.5" });
  const markup = '<img src=x onerror="parent.pwned = 1"><b>bold</b>&amp;';
  await app.send("customer_profile", { ...mary, name: markup, customVariables: { [markup]: markup } });
  await shows(app, markup);
  await expect(app.extension.locator("b, img")).toHaveCount(0);
});

/** Posts a value that the browser cannot deserialize: a WebAssembly module cannot leave its agent cluster. */
async function postUnreadable(page: Page) {
  await page.evaluate(() => {
    const module = new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
    window.frames[0].postMessage(module, "*");
  });
}

test("fault 35: a message that the browser cannot read changes nothing", async ({ page }) => {
  const app = await AgentApp.connected(page, { driver: "0.3.5" });
  await app.send("customer_profile", mary);
  await shows(app, "Mary Brown");
  const extension = app.extension.locator("html");
  await extension.evaluate(() => addEventListener("messageerror", () => Object.assign(window, { unreadable: true })));
  await postUnreadable(page);
  await expect.poll(() => extension.evaluate(() => "unreadable" in window)).toBe(true);
  await shows(app, "Mary Brown");
  await app.send("customer_profile", { ...mary, name: "The next one" });
  await shows(app, "The next one");
});

test("fault 35: the sender of an unreadable message is named if no host connects", async ({ page }) => {
  const origin = "https://attacker.example";
  const app = await AgentApp.open(page, { driver: "0.3.5", origin, serving: { policy: false } });
  // An iframe without a handshake.
  await page.evaluate((url) => {
    const frame = document.createElement("iframe");
    frame.src = url;
    document.getElementById("panel")!.append(frame);
  }, `${EXTENSION_ORIGIN}/`);
  await shows(app, "No customer yet");
  await postUnreadable(page);
  await shows(app, `The page around the extension is "${origin}"`);
});

test("the page works under exactly the policy that `cargo xtask build` prints", async ({ page }) => {
  const violations: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
  });
  const driver: HostDriver = "0.3.5";
  const served = page.waitForResponse(`${EXTENSION_ORIGIN}/**`);
  const app = await AgentApp.connected(page, { driver, query: { theme: "dark" } });
  expect((await served).headers()["content-security-policy"]).toMatch(
    /^default-src 'self'; script-src 'self' 'wasm-unsafe-eval'( 'sha256-[^']+')+; style-src 'self'( 'sha256-[^']+')+; connect-src 'self' https:\/\/accounts\.livechat\.com https:\/\/api\.livechatinc\.com; frame-ancestors .*; base-uri 'self'; form-action 'none'$/,
  );
  await app.send("customer_profile", mary);
  await shows(app, "Mary Brown");
  await app.extension.getByLabel("Your own message").fill("typed");
  await app.extension.getByRole("button", { name: "Insert message" }).click();
  await app.command("put_message");
  expect(violations).toEqual([]);
});
