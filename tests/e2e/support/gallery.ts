import { expect, type Locator, type Page } from "@playwright/test";
import { SIMULATOR } from "../playwright.config";
import { misplaced } from "./layout";

/** The gallery of all components, as `cargo xtask dev` serves it. */
export class Gallery {
  private constructor(readonly page: Page) {}

  static async open(page: Page, { width = 1200, dark = false } = {}) {
    await page.setViewportSize({ width, height: 800 });
    // Moving elements are not in their final place yet.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(`${SIMULATOR}/gallery`);
    const gallery = new Gallery(page);
    await expect(page.getByRole("heading", { name: "Components" })).toBeVisible();
    if (dark) await page.getByRole("switch", { name: "Dark" }).click();
    await expect(page.locator(`.gallery[data-theme=${dark ? "dark" : "light"}]`)).toBeVisible();
    return gallery;
  }

  /** A component in its states. */
  entry(component: string): Locator {
    return this.page.getByRole("region", { name: component, exact: true });
  }

  /** Doubles the text size, as a user does in the browser. */
  async doubleText() {
    await this.page.locator("html").evaluate((html) => (html.style.fontSize = "200%"));
  }

  async rightToLeft() {
    await this.page.locator("html").evaluate((html) => (html.dir = "rtl"));
  }

  /** The parts of it that are too wide, cut off, or overlap something else. */
  async misplaced(): Promise<string[]> {
    return misplaced(this.page.locator(".gallery"), { sideways: ".lc-tab-list" });
  }
}
