import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { FrameLocator, Page } from "@playwright/test";
import { SITE } from "../site.config";

/** A sample customer of the simulator: Mary Brown. */
export const MARY = "K3M7Q1";

const docs = fileURLToPath(new URL("../../../docs/recipes/", import.meta.url));

/** The recipes that the guide shows live, by the paths of their pages. */
export const recipes = readdirSync(docs).flatMap((page) => {
  const text = readFileSync(`${docs}${page}`, "utf8");
  return [...text.matchAll(/data-recipe="([^"]+)"/g)].map(([, path]) => ({ page: page.replace(/\.md$/, ".html"), path }));
});

/** The views of recipes that are not beside the chat. */
const views: Record<string, string> = { "message-box-cards": "messagebox=open", "settings-page": "view=settings", desk: "view=fullscreen" };

/** Opens a recipe in the simulator, as the guide's page embeds it, and returns its extension. */
export async function openRecipe(page: Page, path: string, query = ""): Promise<FrameLocator> {
  await page.goto(`${SITE}recipes/${path}/?customer=${MARY}&layout=embedded&drawer=folded&${views[path] ?? ""}&${query}`);
  return page.locator('iframe[title$="xtension"]').contentFrame();
}
