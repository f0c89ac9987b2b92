import { expect, test } from "@playwright/test";
import { SIMULATOR } from "../playwright.config";
import { Simulator } from "../support/simulator";

const pictures = "../../docs/pictures";

test("the demo in the simulator", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${SIMULATOR}/`);
  await page.getByRole("button", { name: "Mary Brown", exact: true }).click();
  const extension = page.frameLocator('iframe[title="Extension"]');
  await extension.getByRole("button", { name: "Insert greeting" }).click();
  await expect(page.getByRole("textbox", { name: "Message" })).toHaveValue(/Hello Mary Brown/);
  await page.screenshot({ path: `${pictures}/simulator.png` });
  await page.getByRole("button", { name: "Dark theme" }).click();
  await extension.locator("[data-theme=dark]").waitFor();
  const simulator = await Simulator.open(page, new URL(page.url()).search + "&faults=latency-100&filter=details");
  await expect(extension.getByRole("button", { name: "Insert link" }).first()).toBeVisible();
  await extension.getByRole("button", { name: "Insert greeting" }).click();
  await simulator.line("put_message").click();
  await expect(simulator.line("put_message")).toContainText("✓");
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${pictures}/simulator-dark.png` });
});
