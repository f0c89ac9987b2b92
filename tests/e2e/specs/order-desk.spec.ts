import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page, type Route } from "@playwright/test";
import { AgentApp, EXTENSION_ORIGIN, type Options } from "../support/agent-app";
import { misplaced } from "../support/layout";
import { orderDesk } from "../support/paths";
import { mary } from "../support/profiles";

const orders = [
  { number: "A-1024", customer: mary.id, article: "Desk lamp", total: 4900, state: "open" },
  { number: "A-1031", customer: mary.id, article: "Chair", total: 12_900, state: "delivered" },
  { number: "A-1042", customer: mary.id, article: "Shelf", total: 7900, state: "canceled" },
];

/** The shop: every response takes a while, and the first one to each address is an error. */
function shop() {
  const notes = new Map<string, string>();
  const asked = new Set<string>();
  return async (route: Route): Promise<boolean> => {
    const request = route.request();
    const url = new URL(request.url());
    if (!url.pathname.startsWith("/api/")) return false;
    await new Promise((resolve) => setTimeout(resolve, 150));
    const name = `${request.method()} ${url.pathname}`;
    if (!asked.has(name)) {
      asked.add(name);
      await route.fulfill({ status: 503, json: null });
      return true;
    }
    const [, , kind, id] = url.pathname.split("/");
    if (kind === "notes") {
      if (request.method() === "PUT") notes.set(id!, (request.postDataJSON().text as string).trim());
      await route.fulfill({ json: { text: notes.get(id!) ?? "" } });
    } else if (id) {
      const order = orders.find(({ number }) => number === id);
      await route.fulfill(order ? { json: order } : { status: 404, json: null });
    } else {
      const words = url.searchParams.get("words") ?? "";
      await route.fulfill({ json: orders.filter(({ article }) => article.toLowerCase().includes(words.toLowerCase())) });
    }
    return true;
  };
}

async function open(page: Page, options: Partial<Options> = {}) {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    // The shop causes the error responses.
    if (message.type() === "error" && !/status of (404|503)/.test(message.text())) errors.push(message.text());
  });
  await page.emulateMedia({ reducedMotion: "reduce" });
  const serving = { build: orderDesk, intercept: shop() };
  const app = await AgentApp.connected(page, { driver: "0.3.5", width: 280, serving, ...options });
  return { app, extension: app.extension, errors };
}

async function violations(page: Page) {
  const found = await new AxeBuilder({ page }).include(["#panel iframe", "html"]).analyze();
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

for (const theme of ["light", "dark"]) {
  test(`orders and a note beside the chat, under the printed policy, ${theme}`, async ({ page }) => {
    const { app, extension, errors } = await open(page, { query: { theme } });
    await app.send("customer_profile", mary);
    await extension.getByRole("button", { name: "Try again" }).click();
    await expect(extension.getByText("A-1024 · 49.00 EUR")).toBeVisible();
    await expect(extension.getByText("Shelf")).toBeHidden();
    expect(await misplaced(extension.locator(".lc-surface"))).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await extension.getByLabel("Search orders").fill("chair");
    await expect(extension.getByText("Desk lamp")).toBeHidden();
    await extension.getByRole("button", { name: "Insert update" }).click();
    await app.commandWhere("put_message", (data) => data === "Your order A-1031 (Chair) was delivered.");

    await extension.getByRole("tab", { name: "Note" }).click();
    await extension.getByRole("button", { name: "Try again" }).click();
    await extension.getByLabel(/^About/).fill("Rang twice ");
    await extension.getByRole("button", { name: "Save" }).click();
    await expect(extension.getByText("The shop answered with status 503.")).toBeVisible();
    await extension.getByRole("button", { name: "Save" }).click();
    await app.commandWhere("set_toast", (data: any) => data.content === "Note saved");
    await expect(extension.getByRole("button", { name: "Save" })).toBeEnabled();
    expect(await misplaced(extension.locator(".lc-surface"))).toEqual([]);
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
}

test("canned replies work with the keyboard, above the message input", async ({ page }) => {
  const { app, extension, errors } = await open(page, { path: "replies" });
  await extension.getByRole("combobox", { name: "Search replies" }).fill("o");
  await page.keyboard.press("ArrowDown");
  await expect(extension.getByRole("option", { selected: true })).toContainText("Returns");
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await app.commandWhere("put_messagebox_message", (data: any) => /^You can return it/.test(data.value));
  expect(errors).toEqual([]);
});

test("an order has its own address, and a reload of the iframe shows it again", async ({ page }) => {
  const { app, extension, errors } = await open(page, { driver: "plain", path: "desk", width: 720 });
  await extension.getByRole("button", { name: "Try again" }).click();
  await app.commandWhere("set_fullscreen_widget_notification_badge", (data) => data === 1);
  expect(await violations(page)).toEqual([]);
  await extension.getByLabel("Search orders").fill("chair");
  await expect(extension.getByText("Desk lamp")).toBeHidden();
  await extension.getByRole("link", { name: "A-1031 · Chair" }).click();
  await extension.getByRole("button", { name: "Try again" }).click();
  await expect(extension.getByText("129.00 EUR")).toBeVisible();
  const frame = page.frames().find((frame) => frame.url().startsWith(EXTENSION_ORIGIN))!;
  expect(new URL(frame.url()).pathname).toBe("/desk/orders/A-1031");

  await frame.evaluate(() => location.reload());
  await expect.poll(() => app.names("plugin_inited")).toHaveLength(2);
  await expect(extension.getByText("129.00 EUR")).toBeVisible();
  await extension.getByRole("link", { name: "Orders" }).click();
  await expect(extension.getByRole("link", { name: "A-1024 · Desk lamp" })).toBeVisible();
  await frame.evaluate(() => history.back());
  await expect(extension.getByText("129.00 EUR")).toBeVisible();
  expect(errors).toEqual([]);
});

test("a language chosen in the settings applies at once, and blocked storage is reported", async ({ page }) => {
  const { extension, errors } = await open(page, { path: "settings" });
  // Like a window in which the browser blocks third-party storage.
  await expect(extension.getByText("Your browser blocks storage.")).toBeVisible();
  await extension.getByLabel("Language").selectOption({ label: "Deutsch" });
  await expect(extension.getByRole("heading", { name: "Einstellungen" })).toBeVisible();
  await expect(extension.locator("html")).toHaveAttribute("lang", "de");
  await extension.getByLabel("Stornierte Bestellungen anzeigen").click();
  await expect(extension.getByLabel("Stornierte Bestellungen anzeigen")).toBeChecked();
  expect(await violations(page)).toEqual([]);
  expect(await misplaced(extension.locator(".lc-surface"))).toEqual([]);
  expect(errors).toEqual([]);
});

test.describe("in a German browser", () => {
  test.use({ locale: "de-AT" });

  test("all of it is in German", async ({ page }) => {
    const { app, extension, errors } = await open(page);
    await app.send("customer_profile", mary);
    await extension.getByRole("button", { name: "Noch einmal versuchen" }).click();
    await extension.getByRole("button", { name: "Auskunft einfügen" }).first().click();
    await app.commandWhere("put_message", (data) => data === "Ihre Bestellung A-1024 (Desk lamp) ist unterwegs.");
    await extension.getByRole("tab", { name: "Notiz" }).click();
    await extension.getByRole("button", { name: "Noch einmal versuchen" }).click();
    await expect(extension.getByLabel("Über Mary Brown, für das Team")).toBeVisible();
    expect(await misplaced(extension.locator(".lc-surface"))).toEqual([]);
    expect(errors).toEqual([]);
  });
});
