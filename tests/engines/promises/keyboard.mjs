// The agent's work without a mouse. In WebKit, a cross-origin iframe has the focus only after a click in it.

import { strict as assert } from "node:assert";
import { KEY, by, until } from "../support/page.mjs";
import { filled } from "./looks.mjs";

export const keyboard = [
  ...["", "message-box", "fullscreen", "settings"].map((path) => ({
    name: `every control has the focus in turn, and shows it, ${path || "details"}`,
    async run(context) {
      const app = await filled(context, path);
      const { extension } = app;
      await extension.evaluate(() => {
        document.querySelector("main").tabIndex = -1;
        window.controls = () =>
          [...document.querySelectorAll("main :is(button, input, select, textarea, a[href]):not([tabindex='-1'], :disabled)")].filter((one) => one.getClientRects().length > 0 && !one.closest("dialog"));
      });
      await extension.click({ selector: "main p, main h2" });
      await extension.evaluate(() => document.querySelector("main").focus());
      const count = await extension.evaluate(() => window.controls().length);
      assert.ok(count > 3, `${count} controls`);
      const unseen = [];
      for (let stops = 0; stops < 2 * count; stops++) {
        await extension.press(KEY.tab);
        const focused = await extension.evaluate(() => {
          const { activeElement: element } = document;
          if (!document.hasFocus() || element === document.body) return null;
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          element.setAttribute("data-focused", "");
          return { name: element.outerHTML.slice(0, 100), outline: `${outlineStyle} ${outlineWidth}`, isLast: window.controls().every((one) => one.hasAttribute("data-focused")) };
        });
        if (!focused) break;
        if (!/^solid [12]px$/.test(focused.outline)) unseen.push(`${focused.name}: ${focused.outline}`);
        if (focused.isLast) break;
      }
      assert.deepEqual(unseen, []);
      assert.deepEqual(await extension.evaluate(() => window.controls().filter((one) => !one.hasAttribute("data-focused")).map((one) => one.outerHTML.slice(0, 100))), []);
    },
  })),
  {
    name: "with the keyboard an agent greets, writes and folds sections",
    async run(context) {
      const app = await filled(context, "");
      await app.extension.click(by("textbox", "Your own message"));
      await app.extension.press(..."One moment.", KEY.tab, KEY.space);
      await app.command("put_message", (data) => data === "One moment.");
      await app.extension.focus(by("button", "Insert greeting"));
      await app.extension.press(KEY.enter);
      await app.command("put_message", (data) => /^Hello Mary Brown/.test(data));
      await app.extension.focus(by("button", "Custom variables"));
      await app.extension.press(KEY.enter);
      await app.extension.hides("Business");
      await app.extension.press(KEY.space);
      await app.extension.shows("Business");
    },
  },
  {
    name: "with the keyboard an agent goes through tabs and orders",
    async run(context) {
      const app = await filled(context, "fullscreen");
      await app.extension.click(by("tab", "All"));
      await app.extension.press(KEY.end);
      await app.extension.holds("the last tab", () => find({ role: "tab", name: "To pack" })[0]?.getAttribute("aria-selected") === "true");
      await app.extension.focus({ selector: "[role=tabpanel] .lc-list-item button" });
      await app.extension.press(KEY.enter);
      await app.extension.element({ selector: "[role=tabpanel] [aria-current=true]" });
      await app.extension.focus(by("switch", "Mute the badge"));
      await app.extension.press(KEY.space);
      await app.command("set_fullscreen_widget_notification_badge", (data) => data === null);
    },
  },
  {
    name: "preferences are saved, and reset with a dialog that Escape closes",
    async run(context) {
      const { extension } = await filled(context, "settings");
      await extension.fill(by("textbox", "Name of the shop"), "Northern House");
      await extension.choose(by("combobox", "An order is late after"), "Two weeks");
      await extension.focus(by("checkbox", "Ask for the order number"));
      await extension.press(KEY.space);
      await extension.focus(by("button", "Save preferences"));
      await extension.press(KEY.enter);
      await extension.shows("Preferences saved.");
      await extension.focus(by("button", "Reset…"));
      await extension.press(KEY.enter);
      const dialog = by("alertdialog", "Reset preferences?");
      await extension.element(dialog);
      await extension.press(KEY.escape);
      await extension.gone(dialog);
      await until("the focus back on the button", () => extension.look(() => document.activeElement === find({ role: "button", name: "Reset…" })[0]));
      await extension.press(KEY.enter);
      await extension.click(by("button", "Reset", dialog));
      await extension.holds("the name as it was", () => find({ role: "textbox", name: "Name of the shop" })[0].value === "Nordhus");
    },
  },
];
