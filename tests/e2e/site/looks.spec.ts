import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { SITE } from "../site.config";

/** The main pages, each with something that appears when it is ready. */
const pages: Record<string, string> = {
  "": "h1",
  "guide/introduction.html": "h1",
  "guide/recipes/canned-replies.html": ".live-run",
  "guide/components.html": "h1",
  "gallery/": ".gallery-entry",
  "gallery/?component=TextField": ".gallery-code",
  "api/": "h1",
};

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the main pages, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const [path, ready] of Object.entries(pages)) {
      await page.goto(`${SITE}${path}`);
      await expect(page.locator(ready).first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
      expect(found, path).toEqual([]);
    }
  });
}

test("no main page scrolls sideways on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  for (const [path, ready] of Object.entries(pages)) {
    await page.goto(`${SITE}${path}`);
    await expect(page.locator(ready).first()).toBeVisible();
    const [scroll, client] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    expect(scroll, path).toBeLessThanOrEqual(client!);
  }
});
