import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, type Page, type Route } from "@playwright/test";
import { AgentApp, type HostDriver } from "../support/agent-app";
import { mary } from "../support/profiles";
import { dist } from "../support/paths";

const SHELL = '<div class="lc-surface" data-livechat-shell><p>One moment</p></div>';
const isWasm = (route: Route) => route.request().url().endsWith(".wasm");

/** The demo with a shell in its page; the test controls the response for its WebAssembly. */
async function open(page: Page, driver: HostDriver, wasm: (route: Route) => Promise<boolean>, query: Record<string, string> = {}) {
  const intercept = async (route: Route) => {
    if (isWasm(route)) return wasm(route);
    if (route.request().resourceType() !== "document") return false;
    const html = await readFile(join(dist, "index.html"), "utf8");
    await route.fulfill({ contentType: "text/html", body: html.replace("</noscript>", `</noscript>${SHELL}`) });
    return true;
  };
  // Without the policy, which matches the original page.
  return AgentApp.open(page, { driver, query: { plugin_id: "abc", ...query }, serving: { policy: false, intercept } });
}

for (const driver of ["0.3.5", "plain"] as const) {
  test(`the host removes its loader once, for a shell, before WebAssembly has loaded, with the driver ${driver}`, async ({ page }) => {
    let release!: () => void;
    const released = new Promise<void>((resolve) => (release = resolve));
    const app = await open(page, driver, async () => {
      await released;
      return false;
    });
    await app.startOnly();
    await expect(app.extension.getByText("One moment")).toBeVisible();
    expect(await app.command("plugin_inited")).toEqual({ plugin_id: "abc", message: "plugin_inited", data: null });
    if (driver === "plain") await app.send("customer_profile", mary);
    else void app.send("customer_profile", mary);
    release();
    // The profile that arrived during the shell is the application's first content.
    await expect(app.extension.getByText(mary.name).first()).toBeVisible();
    await expect(app.extension.getByText("One moment")).toHaveCount(0);
    expect(await app.names("plugin_inited")).toHaveLength(1);
  });
}

for (const theme of ["light", "dark"] as const) {
  test(`a shell has the ${theme} theme that the address names`, async ({ page }) => {
    const never = () => new Promise<boolean>(() => {});
    const app = await open(page, "0.3.5", never, { theme });
    await app.startOnly();
    const background = theme === "dark" ? "rgb(21, 21, 25)" : "rgb(255, 255, 255)";
    await expect(app.extension.locator("[data-livechat-shell]")).toHaveCSS("background-color", background);
  });
}

test("fault 40: a notice replaces the shell of an application that cannot be loaded", async ({ page }) => {
  const app = await open(page, "0.3.5", async (route) => {
    await route.abort();
    return true;
  });
  await app.startOnly();
  await expect(app.extension.getByRole("alert")).toHaveText("This extension could not be started. Please reload it.");
  await expect(app.extension.locator("[data-livechat-shell]")).toHaveCount(0);
});

test("a shell is not shown outside of an iframe", async ({ page }) => {
  await open(page, "0.3.5", () => new Promise(() => {}));
  await page.goto("https://extension.example/");
  await expect(page.locator("[data-livechat-shell]")).toBeAttached();
  await expect(page.locator("[data-livechat-shell]")).toBeHidden();
});

test("the application replaces the shell between two animation frames", async ({ page }) => {
  const app = await open(page, "0.3.5", async () => false);
  await page.addInitScript(() => {
    if (parent === self) return;
    // The content of each animation frame.
    const shown: string[] = [];
    Object.assign(window, { shown });
    const look = () => {
      if (document.body && document.readyState !== "loading")
        shown.push(document.querySelector("[data-livechat-shell]") ? "shell" : document.body.innerText.trim() ? "application" : "nothing");
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await app.start();
  await expect.poll(() => app.extension.locator("html").evaluate(() => (window as unknown as { shown: string[] }).shown.at(-1))).toBe("application");
  const shown = await app.extension.locator("html").evaluate(() => (window as unknown as { shown: string[] }).shown);
  expect(shown).toContain("shell");
  expect(shown).not.toContain("nothing");
});
