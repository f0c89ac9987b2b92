// A test's view of a page or an iframe, with elements by role and name.

import { WebDriverError } from "./webdriver.mjs";

const PATIENCE = 20_000;

/** Retries until the result is truthy, and returns it. Fails with the last result or error. */
export async function until(what, attempt, patience = PATIENCE) {
  let last;
  for (const end = Date.now() + patience; ; ) {
    try {
      last = await attempt();
      if (last) return last;
    } catch (error) {
      if (!(error instanceof WebDriverError && error.passes) && !(error instanceof NotYet)) throw error;
      last = error.message;
    }
    if (Date.now() > end) throw new Error(`${what}: not within ${patience / 1000} s; last: ${JSON.stringify(last)}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** Errors that may disappear on a retry. */
export class NotYet extends Error {}

/** Runs in the page: returns the visible elements with a role and a name. */
const FIND = `
const ROLES = {
  alert: "[role=alert]", alertdialog: "[role=alertdialog]", button: "button, [role=button], summary", checkbox: "input[type=checkbox]:not([role])",
  combobox: "select", dialog: "dialog:not([role]), [role=dialog]", heading: "h1, h2, h3, h4, h5, h6", link: "a[href]", listitem: "li",
  log: "[role=log]", option: "[role=option], option", region: "section[aria-label], section[aria-labelledby], [role=region]", searchbox: "input[type=search]",
  separator: "[role=separator]", spinbutton: "input[type=number]", status: "[role=status]", switch: "[role=switch]", tab: "[role=tab]", tabpanel: "[role=tabpanel]",
  textbox: "input:not([type]), input[type=text], input[type=email], textarea",
};
const normal = (text) => (text || "").replace(/\\s+/g, " ").trim();
// Not by \`labels\`: WebKitGTK 2.50 ends when a script reads them.
const labelOf = (element) => element.id && [...document.querySelectorAll("label")].find((label) => label.htmlFor === element.id) || element.closest("label");
const isField = (element) => /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName) || element.getAttribute("role") === "switch";
const textOf = (node) => node.nodeType === 3 ? node.data : node.nodeType === 1 && node.getAttribute("aria-hidden") !== "true"
  ? node.getAttribute("aria-label") || [...node.childNodes].map(textOf).join(" ") : "";
const nameOf = (element) => {
  const by = element.getAttribute("aria-labelledby");
  if (by) return normal(by.split(" ").map((id) => document.getElementById(id)).filter(Boolean).map(textOf).join(" "));
  const label = element.getAttribute("aria-label");
  if (label) return normal(label);
  if (isField(element)) { const its = labelOf(element); return its ? normal(textOf(its)) : normal(element.title); }
  return normal(textOf(element)) || normal(element.title);
};
const seen = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden";
const find = ({ role, selector, name, pattern, within }) => {
  const root = within ? find(within)[0] : document;
  if (!root) return [];
  const rule = pattern && new RegExp(pattern);
  return [...root.querySelectorAll(role ? ROLES[role] : selector)].filter((element) => seen(element) &&
    (name === undefined || nameOf(element) === name) && (!rule || rule.test(nameOf(element))));
};
`;

/** Describes elements: a role and a name, exact or as a pattern. */
export function by(role, name, within) {
  if (!(name instanceof RegExp)) return { role, name, within };
  return { role, pattern: name.source, within };
}

export class Frame {
  /** `path` names each iframe from the page on, by a selector. */
  constructor(session, path = []) {
    this.session = session;
    this.path = path;
  }

  inside(selector) {
    return new Frame(this.session, [...this.path, selector]);
  }

  async enter() {
    await this.session.top();
    for (const selector of this.path) {
      const element = await this.session.execute("return document.querySelector(arguments[0])", [selector]);
      if (!element) throw new NotYet(`there is no ${selector}`);
      await this.session.frame(element);
    }
  }

  /** Runs a function in the iframe; it can only use its arguments. */
  async evaluate(run, ...args) {
    await this.enter();
    return this.session.execute(`return (${run}).apply(null, arguments)`, args);
  }

  /** The same, with `find` and `nameOf` for elements by role and name. */
  async look(run, ...args) {
    await this.enter();
    return this.session.execute(`${FIND}return (${run}).apply(null, arguments)`, args);
  }

  /** The single matching element. */
  element(wanted, index = 0) {
    return until(`${JSON.stringify(wanted)}, number ${index}, in ${this.path.join(" ") || "the page"}`, () => this.look("(wanted, index) => find(wanted)[index]", wanted, index));
  }

  count(wanted) {
    return this.look("(wanted) => find(wanted).length", wanted);
  }

  async gone(wanted) {
    await until(`no ${JSON.stringify(wanted)}`, async () => (await this.count(wanted)) === 0);
  }

  async click(wanted, index = 0) {
    await until(`a click on ${JSON.stringify(wanted)}`, async () => {
      const element = await this.look("(wanted, index) => find(wanted)[index]", wanted, index);
      if (!element) return false;
      await this.session.click(element);
      return true;
    });
  }

  async fill(wanted, text) {
    await this.element(wanted);
    // Not by keys: WebKit's driver types `-` for `_`.
    await this.look(
      (wanted, text) => {
        const field = find(wanted)[0];
        field.focus();
        Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, text);
        field.dispatchEvent(new InputEvent("input", { bubbles: true, data: text, inputType: "insertText" }));
        field.dispatchEvent(new Event("change", { bubbles: true }));
      },
      wanted,
      text,
    );
  }

  /** Selects an option by its visible text. */
  async choose(wanted, option) {
    await this.element(wanted);
    await this.look(
      (wanted, option) => {
        const select = find(wanted)[0];
        select.value = [...select.options].find(({ text }) => text.trim() === option).value;
        select.dispatchEvent(new Event("input", { bubbles: true }));
        select.dispatchEvent(new Event("change", { bubbles: true }));
      },
      wanted,
      option,
    );
  }

  /** Waits until a text is on screen. */
  async shows(text) {
    await until(`“${text}” on screen`, () => this.evaluate((text) => document.body?.innerText.replace(/\s+/g, " ").includes(text), text)).catch(async (error) => {
      const shown = await this.evaluate(() => document.body.innerText.slice(0, 600)).catch(() => "nothing to read");
      throw new Error(`${error.message}\nshown: ${shown}`);
    });
  }

  async hides(text) {
    await until(`no “${text}” on screen`, () => this.evaluate((text) => !document.body?.innerText.replace(/\s+/g, " ").includes(text), text));
  }

  /** Waits until an expression holds in the page, and returns its value. */
  holds(what, run, ...args) {
    return until(what, () => this.look(String(run), ...args));
  }

  async focus(wanted) {
    await this.element(wanted);
    await this.look("(wanted) => find(wanted)[0].focus()", wanted);
  }

  async press(...keys) {
    await this.enter();
    await this.session.keys(...keys);
  }
}

/** Keys, as WebDriver names them. */
export const KEY = { tab: "\uE004", enter: "\uE007", space: " ", escape: "\uE00C", end: "\uE010", home: "\uE011", left: "\uE012", right: "\uE014", down: "\uE015" };
