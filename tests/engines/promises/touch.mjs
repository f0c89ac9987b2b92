// Phones and tablets: targets for a finger, and the on-screen keyboard. Touch is emulated in Chromium; the style sheet is
// the same for every engine.

import { strict as assert } from "node:assert";
import { by, until } from "../support/page.mjs";
import { filled, misplaced } from "./looks.mjs";

/** The minimum size of a target by Apple and WCAG 2.5.5, in CSS pixels. */
const SIDE = 44;
const PHONE = { chromium: { touch: { width: 390, height: 844 } } };

/** Runs in the page: returns the controls with a smaller hit area, as the browser finds it at their edges. */
const TOO_SMALL = (side) => {
  const found = [];
  const isInText = (element) => element.matches("a") && element.parentElement.textContent.trim() !== element.textContent.trim();
  for (const element of document.querySelectorAll("main :is(button, input, select, textarea, a[href], summary, [role=option])")) {
    if (element.getClientRects().length === 0 || element.closest("dialog:not([open])") || element.closest("[hidden]") || isInText(element)) continue;
    element.scrollIntoView({ block: "center", inline: "center" });
    const label = element.id === "" ? undefined : [...document.querySelectorAll("label")].find(({ htmlFor }) => htmlFor === element.id);
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    // A label beside a box takes the finger for it.
    const hits = (x, y) => {
      const at = document.elementFromPoint(x, y);
      return at !== null && (at === element || element.contains(at) || label === at || label?.contains(at));
    };
    const half = side / 2 - 1;
    const reaches = element.matches("[type=checkbox]") ? [[x, y - half], [x, y + half]] : [[x - half, y], [x + half, y], [x, y - half], [x, y + half]];
    if (!reaches.every(([x, y]) => x < 0 || x >= innerWidth || hits(x, y))) {
      found.push(`${element.outerHTML.slice(0, 90)} is ${Math.round(right - left)} × ${Math.round(bottom - top)}`);
    }
  }
  return found;
};

/** Fields of the demo, each with the path of its placement. */
const FIELDS = {
  "details": ["", by("textbox", "Your own message")],
  "settings, a text field": ["settings", by("textbox", "Name of the shop")],
  "settings, a select": ["settings", by("combobox", "An order is late after")],
};

export const touch = [
  ...Object.entries(FIELDS).map(([which, [path, field]]) => ({
    name: `touch: a host that shrinks the iframe for the on-screen keyboard does not hide the focused field, ${which}`,
    options: PHONE,
    async run(context) {
      const { page, extension } = await filled(context, path, { width: 360 });
      const resize = (height) => page.evaluate((height) => void (document.querySelector("iframe").style.height = `${height}px`), height);
      const place = () =>
        extension.look((field) => {
          const { top, bottom } = find(field)[0].getBoundingClientRect();
          return { top, bottom, height: innerHeight };
        }, field);
      await extension.click(field);
      // The field is in the lower half, where a keyboard covers it.
      await extension.look((field) => window.scrollBy(0, find(field)[0].getBoundingClientRect().bottom - innerHeight + 20), field);
      await until("its place", async () => (await place()).bottom > 400);
      await resize(320);
      await until("the field in view", async () => {
        const { top, bottom, height } = await place();
        return height === 320 && top >= 0 && bottom <= height;
      });
      // Scrolled away by a finger, it stays there, since the iframe grows.
      await extension.evaluate(() => window.scrollTo(0, 0));
      await resize(700);
      await extension.holds("the taller iframe", () => innerHeight === 700);
      assert.equal(await extension.evaluate(() => window.scrollY), 0);
    },
  })),
  ...["", "message-box", "fullscreen", "settings"].map((path) => ({
    name: `touch: a finger reaches every control, ${path || "details"}`,
    only: ["chromium"],
    options: PHONE,
    async run(context) {
      const { extension } = await filled(context, path, { width: 360 });
      assert.ok(await extension.evaluate(() => matchMedia("(pointer: coarse)").matches && matchMedia("(hover: none)").matches), "the browser has a touch screen");
      assert.deepEqual(await extension.evaluate(TOO_SMALL, SIDE), []);
      assert.deepEqual(await misplaced(extension, ".lc-surface", { sideways: ".demo-tiles, .lc-tab-list" }), []);
    },
  })),
  {
    name: "touch: taps do what clicks do, and hovering affects only colors and lines",
    only: ["chromium"],
    options: PHONE,
    async run(context) {
      const app = await filled(context, "", { width: 360 });
      await app.extension.click(by("button", "Insert greeting"));
      await app.command("put_message", (data) => /^Hello Mary Brown/.test(data));
      const rules = await app.extension.evaluate(() => {
        const all = (list) => [...list].flatMap((rule) => (rule.cssRules?.length ? all(rule.cssRules) : [rule]));
        return [...document.styleSheets]
          .flatMap((sheet) => all(sheet.cssRules))
          .filter(({ selectorText }) => selectorText?.includes(":hover"))
          .flatMap(({ selectorText, style }) => [...style].filter((property) => !/color|decoration|background|border|opacity/.test(property)).map((property) => `${selectorText}: ${property}`));
      });
      assert.deepEqual(rules, []);
    },
  },
];
