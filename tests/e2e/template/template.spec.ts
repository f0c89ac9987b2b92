import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page, type Route } from "@playwright/test";
import { AgentApp } from "../support/agent-app";
import { mary as documented } from "../support/profiles";
import { projects } from "../template.config";

/** A customer with orders in the details project. */
const mary = { ...documented, email: "mary.brown@example.com" };

/** The errors in a page and its console. */
function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  return errors;
}

/** The release build of a project, in the published host library's frame. */
async function open(page: Page, placement: string) {
  const project = projects[placement]!;
  const build = { dist: join(project, "dist"), contentSecurityPolicy: join(project, "content-security-policy.txt") };
  return AgentApp.connected(page, { driver: "0.3.5", width: 280, serving: { build } });
}

/** What each placement's app does for an agent. */
const works: Record<string, (app: AgentApp) => Promise<void>> = {
  async details(app) {
    // The reader changes its words when following the guide.
    await expect(app.extension.getByRole("heading", { level: 1 })).toBeVisible();
    await app.send("customer_profile", mary);
    await expect(app.extension.getByText("Desk lamp")).toBeVisible();
    await app.extension.getByRole("button", { name: "Insert update" }).first().click();
    await app.commandWhere("put_message", (data) => data === "Your order A-1024 (Desk lamp) is on its way.");
    await app.send("customer_profile", { ...mary, id: "C2", email: "somebody@else.example" });
    await expect(app.extension.getByText("No orders yet.")).toBeVisible();
  },

  async message_box(app) {
    await app.send("customer_profile", mary);
    await app.extension.getByLabel("Search replies").fill("how can I help");
    await expect(app.extension.getByRole("listitem")).toHaveCount(1);
    await app.extension.getByRole("button", { name: "Insert" }).click();
    const value = "Hello Mary Brown! How can I help you today?";
    await expect.poll(async () => (await app.command("put_messagebox_message")).data).toEqual({ type: "message", value });
    await app.extension.getByRole("button", { name: "Ask if it helped" }).click();
    await app.commandWhere("put_messagebox_message", (data: any) => data.payload?.template_id === "quick_replies");
  },

  async fullscreen(app) {
    const badge = "set_fullscreen_widget_notification_badge";
    await app.commandWhere(badge, (data) => data === 3);
    await app.send("page_data", { queryParams: { task: "T-3" } });
    await expect(app.extension.getByRole("listitem").first()).toContainText("requested");
    await app.extension.getByRole("button", { name: "Done" }).first().click();
    await app.commandWhere("set_toast", (data: any) => data.content === "T-3 is done");
    await app.commandWhere(badge, (data) => data === 2);
    await app.extension.getByRole("switch").click();
    await app.commandWhere(badge, (data) => data === null);
    await app.extension.getByRole("button", { name: "Back to chats" }).click();
    await app.commandWhere("navigate_from_fullscreen_widget", (data) => data === "/chats");
  },

  async settings(app) {
    const address = app.extension.getByLabel("Address of your shop");
    await address.fill("nowhere");
    await app.extension.getByRole("button", { name: "Add" }).click();
    await expect(app.extension.getByText("An address looks like this")).toBeVisible();
    await address.fill("shop.example");
    await app.extension.getByRole("button", { name: "Add" }).click();
    await app.commandWhere("set_toast", (data: any) => data.kind === "success");
    await app.extension.getByRole("button", { name: "Connect" }).click();
    await app.commandWhere("redirect", (data) => data === "https://shop.example/connect");
  },
};

for (const [placement, theme] of [["details", "dark"], ["message_box", "light"]] as const) {
  test(`the shell of the ${placement} project appears before WebAssembly, in ${theme}`, async ({ page }) => {
    const project = projects[placement]!;
    const build = { dist: join(project, "dist"), contentSecurityPolicy: join(project, "content-security-policy.txt") };
    // The WebAssembly never arrives.
    const intercept = (route: Route) => (route.request().url().endsWith(".wasm") ? new Promise<boolean>(() => {}) : Promise.resolve(false));
    const app = await AgentApp.open(page, { driver: "0.3.5", width: 280, query: { theme }, serving: { build, intercept } });
    await app.startOnly();
    await app.command("plugin_inited");
    const shell = app.extension.locator("[data-livechat-shell]");
    await expect(shell.getByRole("status")).toHaveText("Loading…");
    await expect(shell).toHaveCSS("background-color", theme === "dark" ? "rgb(21, 21, 25)" : "rgb(255, 255, 255)");
    await expect(shell.locator(".lc-skeleton-avatar")).toHaveCount(placement === "details" ? 1 : 0);
  });
}

test("there is a test for the project of every placement", () => {
  expect(Object.keys(projects).sort()).toEqual(Object.keys(works).sort());
});

for (const [placement, work] of Object.entries(works)) {
  test(`the ${placement} project works in the Agent App`, async ({ page }) => {
    const errors = errorsOf(page);
    const app = await open(page, placement);
    expect((await app.received())[0]).toMatchObject({ message: "plugin_inited" });
    await work(app);
    const width = await app.extension.locator("html").evaluate((html) => html.scrollWidth);
    expect(width).toBeLessThanOrEqual(280);
    const { violations } = await new AxeBuilder({ page }).include(["#panel iframe", "main"]).analyze();
    expect(violations).toEqual([]);
    expect(errors).toEqual([]);
  });
}
