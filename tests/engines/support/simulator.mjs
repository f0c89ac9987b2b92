// The simulator, operated as an agent would. `cargo xtask dev` serves it.

import { Frame, by } from "./page.mjs";

export class Simulator {
  static async open({ session, network, simulator }, query = "") {
    network.reset();
    const opened = new Simulator();
    opened.page = new Frame(session);
    opened.extension = opened.page.inside('iframe[title="Extension"]');
    opened.messageBox = opened.page.inside('iframe[title="Message box extension"]');
    opened.fullscreen = opened.page.inside('iframe[title="Fullscreen extension"]');
    opened.input = by("textbox", "Message");
    await session.goto(`${simulator}/?authorization=none${query}`);
    await opened.extension.element(by("button", "Refresh session"));
    return opened;
  }

  button(name) {
    return this.page.click(by("button", name));
  }

  async openCustomer(view, customer) {
    await this.button(view);
    await this.page.click(by("button", customer, by("region", "Customers")));
  }

  /** Waits until agent or customer have sent a message: WebKit omits text that is scrolled out of view. */
  said(text) {
    return this.page.holds(`“${text}” in the transcript`, (text) => find({ role: "log", name: "Transcript" })[0]?.textContent.includes(text), text);
  }

  /** Opens a part of the drawer. */
  async drawer(name) {
    const toggle = by("button", new RegExp(`^${name}`), by("region", "Inspector"));
    if ((await this.page.look("(wanted) => find(wanted)[0]?.getAttribute('aria-expanded')", toggle)) !== "true") await this.page.click(toggle);
    await this.page.holds(`the drawer ${name} is open`, "(wanted) => find(wanted)[0]?.getAttribute('aria-expanded') === 'true'", toggle);
  }

  /** The visible lines of the log with this name. */
  lines(name) {
    return this.page.look("(name) => [...document.querySelectorAll('[role=log], [role=listbox]')].flatMap((log) => [...log.querySelectorAll('[role=option]')]).filter((line) => line.querySelector('.sim-name')?.textContent.trim() === name).map((line) => line.textContent)", name);
  }
}
