import { expect, test } from "@playwright/test";
import { SITE } from "../site.config";
import { MARY, openRecipe, recipes } from "../support/site";

/** What each recipe shows about Mary Brown. */
const shown: Record<string, string | RegExp> = {
  authorization: "Signed in as ann@example.com",
  "canned-replies": "Hello Mary Brown! How can I help?",
  charts: "June: 23",
  "customer-lookup": "Team",
  "live-values": "open",
  "long-lists": "/products/lamp?visit=60",
  "message-box-cards": "Offer all",
  "search-as-you-type": "How returns work",
  "settings-page": "Address of your shop",
  "two-languages": /Mary Brown/,
  desk: "Desk lamp",
};
const signsIn = ["sign-in", "livechat-api", "send-at-once", "tag-the-thread", "verify-token"];

test("every recipe of the guide is live", () => {
  expect(recipes.length).toBeGreaterThan(15);
});

for (const { path } of recipes) {
  test(`the recipe ${path} connects and shows its content`, async ({ page }) => {
    const extension = await openRecipe(page, path);
    if (path === "details-section") {
      // The host renders it.
      await page.getByRole("tab", { name: "Customer" }).click();
      await page.getByRole("button", { name: "Insert tracking link" }).click();
      await expect(page.getByRole("textbox", { name: "Message" })).toHaveValue(/https:\/\/shop\.example\/track\/A-/);
    } else if (path === "theme") {
      await expect(extension.getByRole("img", { name: "Acme" })).toHaveJSProperty("naturalWidth", 160);
    } else if (path === "embedded-pages") {
      await extension.frameLocator("iframe").getByRole("button", { name: "Rynek 1, Wrocław" }).click();
      await expect(page.getByRole("textbox", { name: "Message" })).toHaveValue("Rynek 1, Wrocław");
    } else if (signsIn.includes(path)) {
      await expect(extension.getByRole("button", { name: /^Sign in/ })).toBeVisible();
    } else {
      if (path === "search-as-you-type") await extension.getByRole("searchbox").or(extension.getByRole("combobox")).first().fill("returns");
      await expect(extension.getByText(shown[path]!, { exact: typeof shown[path] === "string" }).first()).toBeVisible();
    }
  });
}

test("a recipe signs in at the page that takes LiveChat's place, and calls its API", async ({ page, context }) => {
  const extension = await openRecipe(page, "livechat-api");
  const opened = context.waitForEvent("page");
  await extension.getByRole("button", { name: /^Sign in/ }).click();
  await (await opened).getByRole("button", { name: "Sign in as Ann Agent" }).click();
  await expect(extension.getByRole("list", { name: "Earlier chats" }).getByRole("listitem")).toHaveCount(5);
  await extension.getByRole("button", { name: "Show more" }).click();
  await expect(extension.getByRole("list", { name: "Earlier chats" }).getByRole("listitem")).toHaveCount(10);
});

test("a recipe runs in its page of the guide", async ({ page }) => {
  await page.goto(`${SITE}guide/recipes/canned-replies.html`);
  await page.getByRole("link", { name: "Run it here" }).click();
  const simulator = page.frameLocator(".live iframe");
  await simulator.frameLocator('iframe[title="Extension"]').getByRole("button", { name: /^Greeting/ }).click();
  await expect(simulator.getByRole("textbox", { name: "Message" })).toHaveValue("Hello Mary Brown! How can I help?");
});

test("the guide's search finds a word, and its links lead into the simulator", async ({ page }) => {
  await page.goto(`${SITE}guide/simulator.html`);
  await page.getByRole("link", { name: "Open this in the simulator" }).nth(1).click();
  await expect(page.getByRole("button", { name: "1 fault" })).toBeVisible();
  expect(new URL(page.url()).searchParams.get("customer")).toBe(MARY);
  await page.goto(`${SITE}guide/introduction.html?search=toast`);
  await expect(page.locator("#mdbook-searchresults").getByRole("link").first()).toBeVisible();
});

test("every recipe's page of the guide has its picture and its link", async ({ page }) => {
  for (const { page: file, path } of recipes) {
    await page.goto(`${SITE}guide/recipes/${file}`);
    await expect(page.getByRole("link", { name: "Run it here" })).toHaveAttribute("href", new RegExp(`/${path}/\\?customer=${MARY}`));
    const picture = page.getByRole("img", { name: "The recipe in the simulator" });
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(760);
  }
});
