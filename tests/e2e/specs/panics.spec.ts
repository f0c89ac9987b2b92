import { expect, test, type Page } from "@playwright/test";
import { SIMULATOR } from "../playwright.config";

/** The development build of the demo in the simulator; it panics at this place. */
async function panicking(page: Page, place: string, query = "") {
  await page.addInitScript((place) => void (self !== top && Object.assign(window, { demoPanics: place })), place);
  await page.goto(`${SIMULATOR}/?authorization=none&view=chats&drawer=messages${query}`);
  const extension = page.frameLocator('iframe[title="Extension"]');
  return { extension, alert: extension.getByRole("alert"), loader: page.getByText("Waiting for the extension…") };
}

/** The simulator's log shows the panic, in full once the entry is open. */
async function isLogged(page: Page, text: RegExp) {
  const line = page.getByRole("listbox", { name: "Log" }).getByRole("option").filter({ hasText: "The details extension panicked" });
  await line.first().click();
  await expect(page.getByRole("region", { name: "Entry" })).toContainText(text);
}

for (const place of ["main, with an extension", "first render"]) {
  test(`fault 40: a panic before anything is shown: ${place}`, async ({ page }) => {
    const { alert, loader } = await panicking(page, place);
    const words = new RegExp(`the demo panics on request: ${place}\\s+at demo/src/panics\\.rs:\\d+:\\d+`);
    await expect(alert).toHaveText(/^Something went wrong in this extension\./);
    await expect(alert).toContainText(words);
    await expect(loader).toHaveCount(0);
    await isLogged(page, words);
    // The reload link leads to the page's own address, whatever its `<base>`.
    await expect(alert.getByRole("link")).toHaveAttribute("href", /^\/\?plugin_id=simulator/);
  });
}

test("fault 40: a panic before the hook is set has no message, and the page explains how to get it", async ({ page }) => {
  const { alert, loader } = await panicking(page, "main");
  await expect(alert).toContainText("This extension could not be started. Please reload it.");
  await expect(alert).toContainText("`main` panicked before it called `Extension` or `Extensions`");
  await expect(loader).toHaveCount(0);
});

test("what an extension showed before it panicked is covered", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const { extension, alert } = await panicking(page, "customer");
  await expect(extension.getByText("No customer yet")).toBeVisible();
  await page.getByRole("button", { name: "Mary Brown", exact: true }).click();
  await expect(alert).toContainText("the demo panics on request: customer");
  const covered = await extension.locator("html").evaluate((html) => {
    const { clientWidth: width, clientHeight: height } = html;
    const points = [[5, 5], [width - 5, 5], [5, height - 5], [width / 2, height / 2], [width - 5, height - 5]];
    return points.every(([x, y]) => document.elementFromPoint(x!, y!)?.closest("[role=alert]"));
  });
  expect(covered).toBe(true);
  await alert.getByRole("button", { name: "Hide" }).click();
  await expect(alert).toHaveCount(0);
});

test("an iframe that panics in the simulator can be reloaded with the notice's link", async ({ page }) => {
  const { extension, alert } = await panicking(page, "customer");
  await page.getByRole("button", { name: "Mary Brown", exact: true }).click();
  await expect(alert).toBeVisible();
  await page.getByRole("button", { name: "Close profile" }).click();
  await alert.getByRole("link", { name: "Reload" }).click();
  await expect(alert).toHaveCount(0);
  await expect(extension.getByText("No customer yet").or(extension.getByText("The customer has left"))).toBeVisible();
});
