import { expect, type Locator, type Page } from "@playwright/test";
import { SIMULATOR } from "../playwright.config";

/** The gallery of all components, as `cargo xtask dev` serves it. */
export class Gallery {
  private constructor(readonly page: Page) {}

  static async open(page: Page, { width = 1200, dark = false } = {}) {
    await page.setViewportSize({ width, height: 800 });
    // What moves is not where it will be.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(`${SIMULATOR}/gallery`);
    const gallery = new Gallery(page);
    await expect(page.getByRole("heading", { name: "Components" })).toBeVisible();
    if (dark) await page.getByRole("switch", { name: "Dark" }).click();
    await expect(page.locator(`[data-theme=${dark ? "dark" : "light"}]`)).toBeVisible();
    return gallery;
  }

  /** A component in its states. */
  entry(component: string): Locator {
    return this.page.getByRole("region", { name: component, exact: true });
  }

  /** The text twice as large, as a person sets it in the browser. */
  async doubleText() {
    await this.page.locator("html").evaluate((html) => (html.style.fontSize = "200%"));
  }

  async rightToLeft() {
    await this.page.locator("html").evaluate((html) => (html.dir = "rtl"));
  }

  /** What is wider than its place, cut, or on top of something else. */
  async misplaced(): Promise<string[]> {
    return this.page.evaluate(() => {
      const found: string[] = [];
      const html = document.documentElement;
      if (html.scrollWidth > html.clientWidth) found.push(`the page is ${html.scrollWidth} wide`);
      const name = (element: Element) =>
        `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} “${(element.textContent ?? "").trim().slice(0, 30)}”`;
      const hidden = (element: Element) =>
        element.closest(".lc-visually-hidden, option") !== null || element.getClientRects().length === 0;
      for (const element of document.querySelectorAll(".lc-surface *")) {
        if (hidden(element) || element.closest("svg, head, style")) continue;
        const { left, right } = element.getBoundingClientRect();
        if (left < -0.5 || right > html.clientWidth + 0.5) found.push(`outside of the page: ${name(element)}`);
        // A field scrolls, and a select says so by an ellipsis.
        if (element.matches("input, textarea, select")) continue;
        if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) found.push(`wider than its place: ${name(element)}`);
        if (element.scrollHeight > element.clientHeight + 1 && getComputedStyle(element).overflowY !== "visible") {
          found.push(`cut below: ${name(element)}`);
        }
        const siblings = [...(element.parentElement?.children ?? [])];
        for (const other of siblings.slice(siblings.indexOf(element) + 1)) {
          if (hidden(other) || getComputedStyle(other).position === "fixed" || getComputedStyle(element).position === "fixed") continue;
          const a = element.getBoundingClientRect();
          const b = other.getBoundingClientRect();
          const overlap = Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
          if (overlap && a.width * a.height > 0 && b.width * b.height > 0) found.push(`${name(element)} is on top of ${name(other)}`);
        }
      }
      return found;
    });
  }
}
