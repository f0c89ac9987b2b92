import { mkdir } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { SITE } from "../site.config";
import { MARY, openRecipe, recipes } from "../support/site";

/** The folders below `docs/pictures`, and the widths of the guide's images. Their heights leave room for the extension. */
const pictures = "../../docs/pictures";
const RECIPE = { width: 760, height: 400 };
const PLACEMENT = { width: 1000, height: 620 };

// A fixed date: otherwise the pictures would depend on the day.
const NOW = new Date("2026-11-25T12:00:00Z");

/** What to do before the picture, so that it shows what the recipe is about. */
const before: Record<string, (page: Page, extension: Awaited<ReturnType<typeof openRecipe>>) => Promise<void>> = {
  "canned-replies": async (page, extension) => {
    await extension.getByRole("button", { name: /^Greeting/ }).click();
    await expect(page.getByRole("textbox", { name: "Message" })).not.toHaveValue("");
  },
  "details-section": async (page) => {
    await page.getByRole("tab", { name: "Customer" }).click();
    await page.getByRole("button", { name: "Insert tracking link" }).click();
  },
  "search-as-you-type": async (page, extension) => {
    await extension.locator("input").first().fill("order");
    await expect(extension.getByText("Change the address of an order")).toBeVisible();
  },
  "two-languages": async (page, extension) => {
    await extension.getByRole("button").first().click();
  },
  desk: async (page, extension) => {
    await extension.getByText("Desk lamp").click();
    await expect(extension.getByText("A-1024")).toBeVisible();
  },
  "livechat-api": async (page, extension) => {
    await signIn(page, extension);
    await expect(extension.getByText("Show more")).toBeVisible();
  },
  "send-at-once": async (page, extension) => {
    await signIn(page, extension);
    await extension.getByRole("textbox").fill("Your parcel is on its way.");
  },
  "tag-the-thread": async (page, extension) => {
    await signIn(page, extension);
    await expect(extension.getByRole("switch", { name: "vip" })).toBeVisible();
  },
};

async function signIn(page: Page, extension: Awaited<ReturnType<typeof openRecipe>>) {
  const opened = page.context().waitForEvent("page");
  await extension.getByRole("button", { name: /^Sign in/ }).click();
  await (await opened).getByRole("button", { name: "Sign in as Ann Agent" }).click();
}

async function settled(page: Page) {
  await page.waitForLoadState("networkidle");
  for (const frame of page.frames()) await expect(frame.locator(".lc-loader")).toHaveCount(0);
  await page.mouse.move(0, 0);
}

for (const theme of ["light", "dark"] as const) {
  const suffix = theme === "dark" ? "-dark" : "";

  test(`the recipes, ${theme}`, async ({ page }) => {
    test.setTimeout(600_000);
    await mkdir(`${pictures}/recipes`, { recursive: true });
    await page.clock.setFixedTime(NOW);
    for (const { path } of recipes) {
      await test.step(path, async () => {
        // An extension above the message input needs more room.
        await page.setViewportSize({ ...RECIPE, height: path === "message-box-cards" ? 480 : RECIPE.height });
        const extension = await openRecipe(page, path, `theme=${theme}`);
        await expect(extension.locator(".lc-surface")).toBeAttached();
        await settled(page);
        await before[path]?.(page, extension);
        await settled(page);
        await page.screenshot({ path: `${pictures}/recipes/${path}${suffix}.png`, animations: "disabled" });
        await page.evaluate(() => sessionStorage.clear());
      });
    }
  });

  test(`the placements, ${theme}`, async ({ page }) => {
    await mkdir(`${pictures}/placements`, { recursive: true });
    await page.setViewportSize(PLACEMENT);
    await page.clock.setFixedTime(NOW);
    const placements = {
      details: { query: "", title: "Extension", shown: "Customer ID" },
      "message-box": { query: "messagebox=open&boxheight=240", title: "Message box extension", shown: "Choose products for Mary Brown." },
      fullscreen: { query: "view=fullscreen", title: "Fullscreen extension", shown: "A-20431" },
      settings: { query: "view=settings", title: "Settings extension", shown: "Shop settings" },
    };
    for (const [name, { query, title, shown }] of Object.entries(placements)) {
      await page.goto(`${SITE}simulator/?customer=${MARY}&drawer=folded&theme=${theme}&${query}`);
      await expect(page.frameLocator(`iframe[title="${title}"]`).getByText(shown).first()).toBeVisible();
      await settled(page);
      await page.screenshot({ path: `${pictures}/placements/${name}${suffix}.png`, animations: "disabled" });
    }
  });
}
