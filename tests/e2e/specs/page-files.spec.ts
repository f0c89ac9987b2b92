import { expect, test, type Page } from "@playwright/test";
import { SIMULATOR } from "../playwright.config";

/** The simulator, with modified extension pages. They are cross-origin, at the machine's other name. */
async function changed(page: Page, change: (html: string) => string) {
  await page.route(`${SIMULATOR.replace("127.0.0.1", "localhost")}/**`, async (route) => {
    if (route.request().resourceType() !== "document") return route.continue();
    const response = await route.fetch();
    const html = await response.text();
    expect(change(html)).not.toBe(html);
    return route.fulfill({ response, body: change(html) });
  });
  await page.goto(`${SIMULATOR}/?authorization=none&theme=dark`);
  return page.frameLocator('iframe[title="Extension"]');
}

/** The script of this name, with its element. */
const scripts = { prelude: /<script>(?:(?!<\/script>)[^])*?livechat-origins[^]*?<\/script>/, sheet: /<style>(?:(?!<\/style>)[^])*?\.lc-surface \{[^]*?<\/style>/ };

const missing: [string, RegExp, RegExp][] = [
  ["the prelude", scripts.prelude, /index\.html does not include static\/prelude\.js.*<link data-trunk rel="inline" type="js" href="static\/prelude\.js" \/>/],
  ["the style sheet", scripts.sheet, /index\.html does not include static\/yew-livechat\.css.*<link data-trunk rel="inline" href="static\/yew-livechat\.css" \/>/],
];

for (const [name, file, says] of missing) {
  test(`a development build without ${name} says which line is missing, readably`, async ({ page }) => {
    const extension = await changed(page, (html) => html.replace(file, ""));
    const notice = extension.locator("#yew-livechat-page");
    await expect(notice).toHaveText(says);
    await expect(notice).toContainText("cargo run -- page-files");
    await expect(notice).toHaveCSS("background-color", "rgb(255, 255, 255)");
    await expect(notice).toHaveCSS("color", "rgb(19, 19, 23)");
    await notice.getByRole("button", { name: "Hide" }).click();
    await expect(notice).toHaveCount(0);
  });
}

const versions: [string, (html: string) => string][] = [
  ["static/prelude.js", (html) => html.replace(/version: "\d[\d.]*"/, 'version: "0.0.7"')],
  ["static/start.js", (html) => html.replace(/startVersion = "\d[\d.]*"/, 'startVersion = "0.0.7"')],
  ["static/yew-livechat.css", (html) => html.replace(/--lc-version: "\d[\d.]*"/, '--lc-version: "0.0.7"')],
];

for (const [file, change] of versions) {
  test(`a development build with ${file} of another version says so`, async ({ page }) => {
    const extension = await changed(page, change);
    await expect(extension.locator("#yew-livechat-page")).toContainText(`${file} is version 0.0.7`);
  });
}

test("a page with the files of the crate has no such notice", async ({ page }) => {
  await page.goto(`${SIMULATOR}/?authorization=none`);
  await expect(page.frameLocator('iframe[title="Extension"]').getByText("No customer yet")).toBeVisible();
  for (const frame of page.frames()) await expect(frame.locator("#yew-livechat-page")).toHaveCount(0);
});
