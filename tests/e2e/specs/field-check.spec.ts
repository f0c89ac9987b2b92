import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type FrameLocator, type Page } from "@playwright/test";
import { AgentApp } from "../support/agent-app";
import { misplaced } from "../support/layout";
import { fieldCheck, fieldCheckDevelopment } from "../support/paths";
import { mary } from "../support/profiles";
import { clickInSight, Simulator } from "../support/simulator";

/** Nothing listens there: the test serves the development build itself. */
const PORT = 3996;
const types: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".svg": "image/svg+xml", ".wasm": "application/wasm" };

async function inSimulator(page: Page) {
  for (const name of ["127.0.0.1", "localhost"]) {
    await page.route(`http://${name}:${PORT}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      const file = extname(pathname) ? pathname.slice(1) : "index.html";
      // The charge's icon is made up.
      const body = await readFile(join(fieldCheckDevelopment, file)).catch(() => undefined);
      await route.fulfill(body ? { contentType: types[extname(file)], body } : { status: 404 });
    });
  }
  return Simulator.opened(page, "?authorization=none&origin=same", `http://127.0.0.1:${PORT}`);
}

function press(extension: FrameLocator, name: string) {
  return clickInSight(extension.getByRole("button", { name, exact: true }));
}

async function verdict(extension: FrameLocator, entry: string) {
  const item = extension.getByRole("listitem").filter({ has: extension.getByText(entry, { exact: true }) });
  return item.locator("span").last().textContent();
}

test("every step can be done in the simulator, and the report says what it does", async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  const simulator = await inSimulator(page);
  const { extension, messageBox, fullscreen, settings } = simulator;
  const step = (frame: FrameLocator, name: string) => expect(frame.getByRole("heading", { name, exact: true })).toBeVisible();

  await simulator.openCustomer("Chats", "Mary Brown");
  await step(extension, "Open a chat");
  await expect(extension.getByText("customer_profile")).toBeVisible();
  await press(extension, "Done");

  await step(extension, "Insert text without a chat");
  await simulator.openCustomer("Archives", "Mary Brown");
  await press(extension, "Insert text");
  await press(extension, "No");

  await step(extension, "Switch chats");
  await simulator.openCustomer("Chats", "Mary Brown");
  await press(extension, "Publish the section");
  await simulator.openCustomer("Chats", "ordering@riverside-bakery.example");
  await simulator.tab("Customer").click();
  await expect(page.getByRole("tabpanel", { name: "Customer" }).getByText("Published", { exact: true })).toBeVisible();
  await simulator.tab("Extension").click();
  await press(extension, "Yes");

  await step(extension, "Write to each other");
  await simulator.button("Write as the customer").click();
  await page.getByLabel("As the customer").fill("Hello");
  await simulator.button("Send as the customer").click();
  await simulator.input.fill("Hi");
  await simulator.button("Send").click();
  await expect(extension.getByText("message ×2")).toBeVisible();
  await press(extension, "Done");

  await step(extension, "Send a file");
  await press(extension, "Done");
  await step(extension, "A message in another chat");
  await press(extension, "Done");

  await step(extension, "Type into the message input");
  await simulator.input.pressSequentially("hello");
  await expect(extension.getByText("message_box_text ×5")).toBeVisible();
  await simulator.openCustomer("Chats", "Mary Brown");
  await expect(extension.getByText("customer_profile")).toBeVisible();
  await press(extension, "Done");

  await step(extension, "Private mode");
  await press(extension, "Done");
  await step(extension, "Request earlier messages");
  await press(extension, "Request the messages");
  await press(extension, "Done");

  await step(extension, "How long a toast is shown");
  await press(extension, "Show a toast");
  const toast = page.getByRole("status").filter({ hasText: "Field check" });
  await expect(toast).toBeVisible();
  await expect(toast).toBeHidden();
  await press(extension, "The toast is gone");

  await step(extension, "A message without a plugin id");
  await press(extension, "Send the message");
  await expect(page.getByRole("status").filter({ hasText: "Without a plugin id" })).toBeVisible();
  await press(extension, "Yes");

  await step(extension, "Sign in with LiveChat");
  await expect(extension.getByLabel("Client id")).toBeVisible();
  await press(extension, "Skip");
  await step(extension, "Call LiveChat's API");
  await press(extension, "Skip");
  await expect(extension.getByText("Done here. Open Field check in the message box next.")).toBeVisible();

  await simulator.button("Message box app").click();
  await press(messageBox, "Send quick replies");
  await expect(simulator.transcript.getByRole("button", { name: "Yes", exact: true })).toBeVisible();
  await press(messageBox, "Yes");

  const apps = page.getByRole("navigation", { name: "Views" }).getByRole("button", { name: /Apps/ });
  await apps.click();
  await page.getByRole("textbox", { name: "Page address" }).fill("field=1&field=2&check=yes");
  await simulator.button("Set").click();
  await expect(fullscreen.getByText("page_data")).toBeVisible();
  await press(fullscreen, "Done");
  await press(fullscreen, "Open the archives");
  await expect(page.getByRole("heading", { name: "Archives", exact: true })).toBeVisible();
  await apps.click();
  await press(fullscreen, "Yes");

  await simulator.button("Settings").click();
  const dialog = page.getByRole("dialog", { name: "Confirm purchase" });
  await press(settings, "Open a test purchase");
  await expect(dialog.getByLabel("Billing cycle").getByRole("option")).toHaveCount(2);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await press(settings, "Yes");
  await step(settings, "A payment that fails");
  await press(settings, "Open a test purchase");
  await dialog.getByRole("button", { name: "Fail payment" }).click();
  await expect(settings.getByText("transaction_failed")).toBeVisible();
  await press(settings, "Done");
  const file = page.waitForEvent("download");
  await press(settings, "Save a file");
  expect((await file).suggestedFilename()).toBe("field-check.txt");
  await press(settings, "Yes");

  const expected: Record<string, string> = {
    "section-kept": "confirmed",
    "agent-author": "confirmed",
    "message-fields": "refuted",
    "other-chats": "confirmed",
    "draft-events": "confirmed",
    "draft-switch": "confirmed",
    "text-needs-chat": "confirmed",
    "private-mode-sent": "refuted",
    "get-messages": "refuted",
    "plugin-id": "refuted",
    "toast-duration": "confirmed",
    "token-readable": "not seen",
    "quick-replies": "confirmed",
    "page-data": "confirmed",
    "page-data-repeated": "confirmed",
    "navigate-paths": "confirmed",
    "billing-cycles": "confirmed",
    "transaction-error": "confirmed",
    downloads: "confirmed",
    "iframe-name": "confirmed",
  };
  // The extensions of one origin share the report.
  for (const [entry, wanted] of Object.entries(expected)) {
    await expect.poll(() => verdict(settings, entry), entry).toBe(wanted);
  }

  const saved = page.waitForEvent("download");
  await press(settings, "Save with recording");
  const text = await readFile(await (await saved).path(), "utf8");
  const report = JSON.parse(text);
  expect(Object.keys(report.recordings).sort()).toEqual(["details", "fullscreen", "message-box", "settings"]);
  const events = (report.recordings.details.steps as { event?: string }[]).map(({ event }) => event);
  expect(events).toContain("message_box_text");
  for (const personal of ["Mary", "mary.brown", "K3M7Q1", "T9F2B7XK1C"]) expect(text).not.toContain(personal);
  expect(errors).toEqual([]);
});

for (const theme of ["light", "dark"]) {
  test(`it fits in 280 px, works with the keyboard and under the printed policy, ${theme}`, async ({ page }) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    await page.emulateMedia({ reducedMotion: "reduce" });
    const app = await AgentApp.connected(page, { driver: "0.3.5", width: 280, query: { theme }, serving: { build: fieldCheck } });
    const { extension } = app;
    const axe = async () => {
      const found = await new AxeBuilder({ page }).include(["#panel iframe", "html"]).analyze();
      return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
    };
    const looks = async () => {
      expect(await misplaced(extension.locator(".lc-surface"))).toEqual([]);
      expect(await axe()).toEqual([]);
    };
    await app.send("customer_profile", mary);
    await expect(extension.getByText("customer_profile")).toBeVisible();
    await looks();
    await extension.getByRole("button", { name: "Done", exact: true }).press("Enter");
    // The next step has the focus, and its buttons follow.
    await expect(extension.getByRole("heading", { name: "Insert text without a chat" })).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await app.commandWhere("put_message", (data) => data === "Field check");
    await expect(extension.getByText("Did the text appear?")).toBeVisible();
    await looks();
    await extension.getByRole("button", { name: "No", exact: true }).press("Enter");
    await expect(extension.getByRole("heading", { name: "Switch chats" })).toBeFocused();
    await extension.getByRole("button", { name: "Finished steps" }).press("Enter");
    await extension.getByRole("button", { name: "Report" }).press("Enter");
    await expect(extension.getByText("2 confirmed", { exact: false }).first()).toBeVisible();
    await looks();
    expect(errors).toEqual([]);
  });
}
