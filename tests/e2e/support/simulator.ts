import { expect, type Page } from "@playwright/test";
import { SIMULATOR } from "../playwright.config";

/** The simulator, operated as an agent would. `cargo xtask dev` serves it. */
export class Simulator {
  readonly extension;
  readonly input;
  readonly frames;
  readonly messageBox;
  readonly fullscreen;
  readonly settings;

  private constructor(readonly page: Page) {
    this.extension = page.frameLocator('iframe[title="Extension"]');
    this.input = page.getByRole("textbox", { name: "Message" });
    this.frames = page.getByRole("region", { name: "Frames" });
    this.messageBox = page.frameLocator('iframe[title="Message box extension"]');
    this.fullscreen = page.frameLocator('iframe[title="Fullscreen extension"]');
    this.settings = page.frameLocator('iframe[title="Settings extension"]');
  }

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

  /** What agent and customer have said. */
  get transcript() {
    return this.page.getByRole("log", { name: "Transcript" });
  }

  property(label: string) {
    return this.extension.locator("dt", { hasText: new RegExp(`^${label}$`) }).locator("xpath=following-sibling::dd[1]");
  }
}
