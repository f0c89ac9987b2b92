import { expect, type Locator, type Page } from "@playwright/test";
import { SIMULATOR } from "../playwright.config";

/**
 * Clicks in an extension that has just come into sight. On a slow machine the browser may not know yet that the pointer is
 * over a cross-origin iframe there, and a click is lost.
 */
export async function clickInSight(target: Locator) {
  await expect(async () => {
    await target.hover();
    expect(await target.evaluate((element) => element.matches(":hover"))).toBe(true);
  }).toPass();
  await target.click();
}

/** The simulator, operated as an agent would. `cargo xtask dev` serves it. */
export class Simulator {
  readonly extension;
  readonly input;
  readonly inspector;
  /** The log, of which only the visible lines are in the page. */
  readonly log;
  readonly messageBox;
  readonly fullscreen;
  readonly settings;

  private constructor(readonly page: Page) {
    this.extension = page.frameLocator('iframe[title="Extension"]');
    this.input = page.getByRole("textbox", { name: "Message" });
    this.inspector = page.getByRole("region", { name: "Inspector" });
    this.log = page.getByRole("listbox", { name: "Log" });
    this.messageBox = page.frameLocator('iframe[title="Message box extension"]');
    this.fullscreen = page.frameLocator('iframe[title="Fullscreen extension"]');
    this.settings = page.frameLocator('iframe[title="Settings extension"]');
  }

  /** Waits until every extension has rendered, in any view. */
  static async opened(page: Page, query: string, address = SIMULATOR) {
    await page.goto(`${address}/${query}`);
    const simulator = new Simulator(page);
    // All at once, when their origin is known.
    await expect(page.locator("iframe").first()).toBeAttached();
    for (const frame of await page.locator("iframe").all()) {
      await expect(frame.contentFrame().locator(".lc-surface")).toBeAttached();
    }
    return simulator;
  }

  /** Waits until the details extension is visible. */
  static async open(page: Page, query = "", address = SIMULATOR) {
    await page.goto(`${address}/${query}`);
    const simulator = new Simulator(page);
    await expect(simulator.extension.getByRole("button", { name: "Refresh session" })).toBeVisible();
    return simulator;
  }

  button(name: string) {
    return this.page.getByRole("button", { name, exact: true });
  }

  async openCustomer(view: "Chats" | "Archives" | "Visitors", customer: string) {
    await this.button(view).click();
    await this.page.getByRole("region", { name: "Customers" }).getByRole("button", { name: customer, exact: true }).click();
  }

  tab(name: "Customer" | "Extension") {
    return this.page.getByRole("tab", { name });
  }

  async openDrawer(name: "Messages" | "Faults" | "Scenario" | "Activity") {
    const toggle = this.inspector.getByRole("button", { name: new RegExp(`^${name}`) });
    if ((await toggle.getAttribute("aria-expanded")) !== "true") await toggle.click();
    await expect(toggle).toHaveAttribute("aria-expanded", "true");
  }

  /** Filters the log by these words. */
  async filter(words: string) {
    await this.page.getByRole("searchbox", { name: "Filter" }).fill(words);
  }

  /** The visible lines with this name. */
  line(name: string | RegExp) {
    return this.log.getByRole("option").filter({ has: this.page.locator(".sim-name").getByText(name, { exact: true }) });
  }

  /** The details of the selected line. */
  get entry() {
    return this.page.getByRole("region", { name: "Entry" });
  }

  /** How many lines the log has. */
  async logged() {
    return Number(await this.inspector.getByRole("button", { name: /^Messages/ }).locator(".sim-count").textContent());
  }

  /** The conversation between agent and customer. */
  get transcript() {
    return this.page.getByRole("log", { name: "Transcript" });
  }

  property(label: string) {
    return this.extension.locator("dt", { hasText: new RegExp(`^${label}$`) }).locator("xpath=following-sibling::dd[1]");
  }
}
