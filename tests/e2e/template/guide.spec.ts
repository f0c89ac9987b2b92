import { appendFile, writeFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { changes, SERVED, STYLES } from "../template-guide.config";

/** The title that a line of `html!` shows. */
const titleIn = (code: string) => /title="([^"]+)"/.exec(code)![1]!;

test("the guide's project runs in the simulator, and every change of the guide appears", async ({ browser, page }) => {
  // Trunk builds the project again.
  test.setTimeout(15 * 60_000);
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  // There is no backend for authorization, and the project requests none.
  await page.goto(SERVED);
  const extension = page.frameLocator('iframe[title="Extension"]');
  for (const { find } of changes) {
    await expect(extension.getByText(titleIn(find))).toBeVisible();
  }
  await page.getByRole("region", { name: "Customers" }).getByRole("button", { name: "Mary Brown", exact: true }).click();
  await extension.getByRole("button", { name: "Insert update" }).first().click();
  await expect(page.getByRole("textbox", { name: "Message" })).toHaveValue("Your order A-1024 (Desk lamp) is on its way.");
  await expect(page.getByText(/Authorization failed/)).toHaveCount(0);
  expect(errors).toEqual([]);

  // A saved style sheet appears without a reload, and is still there after one.
  const surface = extension.locator(".lc-surface").first();
  const body = page.frames().find((frame) => frame.parentFrame())!;
  await body.evaluate(() => Object.assign(window, { notReloaded: true }));
  await appendFile(STYLES, "\n.lc-surface { outline: 3px solid rgb(1, 2, 3); }\n");
  await expect(surface).toHaveCSS("outline-color", "rgb(1, 2, 3)");
  expect(await body.evaluate(() => "notReloaded" in window)).toBe(true);
  await page.reload();
  await expect(surface).toHaveCSS("outline-color", "rgb(1, 2, 3)");

  // Choices survive a reload: here, no customer is open.
  const other = await browser.newPage();
  await other.goto(SERVED);
  const changed = other.frameLocator('iframe[title="Extension"]');
  for (const change of changes) {
    await expect(changed.getByText(titleIn(change.find))).toBeVisible();
    await writeFile(change.file, change.changed);
    await expect(changed.getByText(titleIn(change.write))).toBeVisible({ timeout: 10 * 60_000 });
  }
});
