import { expect, test } from "@playwright/test";
import { AgentApp } from "../support/agent-app";
import { Simulator } from "../support/simulator";

/** What a router does when the agent opens an order, and what the browser does when the iframe reloads. */
function openOrder() {
  history.pushState(null, "", "/fullscreen/order/A-20431");
  location.reload();
}

test("an iframe that a router has moved below its extension's path starts the same extension when it reloads", async ({ page }) => {
  const query = { plugin_id: "abc", theme: "dark" };
  const app = await AgentApp.connected(page, { driver: "plain", path: "fullscreen", query });
  await app.extension.locator("html").evaluate(openOrder);
  await expect.poll(() => app.names("plugin_inited")).toHaveLength(2);
  expect(await app.command("plugin_inited")).toEqual({ plugin_id: "abc", message: "plugin_inited", data: null });
  await expect(app.extension.getByRole("tab", { name: "To pack" })).toBeVisible();
  await expect(app.extension.locator("[data-theme=dark]")).toBeVisible();
  const { path, search, relative } = await app.extension.locator("html").evaluate(() => ({
    path: location.pathname,
    search: location.search,
    // The policy allows the page's `<base>`.
    relative: new URL("products/lamp.svg", document.baseURI).pathname,
  }));
  expect([path, search, relative]).toEqual(["/fullscreen/order/A-20431", "", "/products/lamp.svg"]);
});

test("in the simulator it reconnects too, under the same name", async ({ page }) => {
  const simulator = await Simulator.opened(page, "?authorization=none&view=fullscreen&drawer=messages&filter=fullscreen");
  await expect(simulator.fullscreen.getByRole("tab", { name: "To pack" })).toBeVisible();
  await expect(simulator.line("plugin_inited")).toHaveCount(1);
  await simulator.fullscreen.locator("html").evaluate(openOrder);
  await expect(simulator.line("plugin_inited")).toHaveCount(2);
  await expect(simulator.fullscreen.getByRole("tab", { name: "To pack" })).toBeVisible();
  await simulator.line("plugin_inited").last().click();
  await expect(simulator.entry).toContainText('plugin_id: "simulator"');
});
