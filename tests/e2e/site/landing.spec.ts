import { expect, test, type Page } from "@playwright/test";
import { SITE } from "../site.config";

/** The simulator in the landing page. */
const simulator = (page: Page) => page.frameLocator('iframe[title="The demo in the simulator"]');

async function scrollsSideways(page: Page) {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

for (const [device, width] of [["a desktop", 1280], ["a phone", 390]] as const) {
  test(`on ${device}, an extension reacts within 10 s of the first click`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(SITE);
    expect(await scrollsSideways(page)).toBe(false);

    const since = Date.now();
    await page.getByRole("link", { name: "Run the demo" }).click();
    const app = simulator(page);
    await app.frameLocator('iframe[title="Extension"]').getByRole("button", { name: "Insert greeting" }).click();
    await expect(app.getByRole("textbox", { name: "Message" })).toHaveValue(/Hello Mary Brown/);
    expect(Date.now() - since).toBeLessThan(10_000);
    expect(await scrollsSideways(page)).toBe(false);
    // The backend that a static host doesn't have.
    await expect(app.frameLocator('iframe[title="Extension"]').getByText("site-session-1")).toBeAttached();
  });
}

test("every placement runs, and a fault is a click away", async ({ page }) => {
  await page.goto(SITE);
  const app = simulator(page);
  const open = (name: string) => page.getByRole("link", { name, exact: true }).click();

  await open("Above the message input");
  await expect(app.frameLocator('iframe[title="Message box extension"]').getByText("Choose products for Mary Brown.")).toBeVisible();
  await open("On a page of its own");
  await expect(app.frameLocator('iframe[title="Fullscreen extension"]').getByText("A-20431").first()).toBeVisible();
  await open("In the settings");
  await expect(app.frameLocator('iframe[title="Settings extension"]').getByRole("heading", { name: "Shop settings" })).toBeVisible();

  await open("A host that is not LiveChat");
  await expect(app.getByRole("button", { name: "1 fault" })).toBeVisible();
  const behind = app.frameLocator('iframe[title="Extension"]').frameLocator('iframe[title="Behind a wrong origin"]');
  await expect(behind.getByRole("status").first()).toContainText("opaque");
  // The extension reports to the simulator, which is itself in an iframe here.
  await expect(app.getByText(/^refused a message from null/).first()).toBeVisible();
});

test("the first content appears within 2 s on a slow network", async ({ page, context }) => {
  const session = await context.newCDPSession(page);
  // As in bench/measure/main.ts.
  await session.send("Network.emulateNetworkConditions", { offline: false, latency: 100, downloadThroughput: 200_000, uploadThroughput: -1 });
  for (const path of ["", "guide/introduction.html", "gallery/?component=Button"]) {
    await page.goto(`${SITE}${path}`, { waitUntil: "commit" });
    const painted = await page.evaluate(
      () =>
        new Promise<number>((resolve) =>
          new PerformanceObserver((list) => {
            const entry = list.getEntriesByName("first-contentful-paint")[0];
            if (entry) resolve(entry.startTime);
          }).observe({ type: "paint", buffered: true }),
        ),
    );
    test.info().annotations.push({ type: "first content", description: `${path}: ${Math.round(painted)} ms` });
    if (path.startsWith("gallery")) continue;
    expect(painted, path).toBeLessThan(2_000);
  }
});
