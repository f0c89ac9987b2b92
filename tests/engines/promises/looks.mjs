// The demo's appearance: at the Agent App's smallest width, in both themes, and where engines render a control
// differently.

import { strict as assert } from "node:assert";
import { AgentApp } from "../support/agent-app.mjs";
import { shared } from "../support/builds.mjs";
import { KEY, by, until } from "../support/page.mjs";
import { mary } from "../support/profiles.mjs";

const PATHS = { details: "", "message box": "message-box", fullscreen: "fullscreen", settings: "settings" };
const SHOWN = { "": "Customer ID", "message-box": "Choose products for Mary Brown.", fullscreen: "A-20431", settings: "Welcome!" };

export async function filled(context, path, options = {}) {
  const app = await AgentApp.connected(context, { path, width: 280, ...options });
  await app.send("customer_profile", mary);
  await app.send("page_data", { queryParams: { order: "A-20431", from: "marketplace" } });
  await app.extension.shows(SHOWN[path]);
  if (path === "") for (const closed of ["Chat", "Location"]) await app.extension.click(by("button", closed));
  return app;
}

/** The parts of a page that are cut off, too wide or overlap something else, by the rules of tests/e2e. */
export async function misplaced(frame, selector, meant) {
  const { misplaced: rules } = await shared("layout");
  const root = { evaluate: (run, argument) => frame.evaluate(`(selector, argument) => (${run})(document.querySelector(selector), argument)`, selector, argument) };
  return rules(root, meant);
}

/** The contrast of two colors as the browser computes them, `rgb(…)`. */
function contrast(one, other) {
  const luminance = (color) => {
    const [r, g, b] = color.match(/[\d.]+/g).slice(0, 3).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

export const looks = [
  ...Object.entries(PATHS).map(([name, path]) => ({
    name: `at 280 px nothing in the demo is cut off, too wide or overlaps, ${name}`,
    async run(context) {
      const app = await filled(context, path);
      assert.deepEqual(await misplaced(app.extension, ".lc-surface", { sideways: ".demo-tiles, .lc-tab-list" }), []);
    },
  })),
  ...Object.entries(PATHS).map(([name, path]) => ({
    name: `the theme of the address, and then that of the host, ${name}`,
    async run(context) {
      const app = await filled(context, path, { query: { theme: "dark" } });
      const is = (theme, background) =>
        app.extension.holds(
          theme,
          (theme, background) => document.querySelector(`[data-theme=${theme}]`) && getComputedStyle(document.querySelector(".lc-surface")).backgroundColor === background,
          theme,
          background,
        );
      await is("dark", "rgb(21, 21, 25)");
      await app.send("change_theme", { theme: "light" });
      await is("light", "rgb(255, 255, 255)");
    },
  })),
  {
    name: "the page's own scroll bar has the theme too",
    async run(context) {
      const app = await filled(context, "", { query: { theme: "dark" } });
      const is = (theme) => app.extension.holds(`the root's color scheme ${theme}`, (theme) => getComputedStyle(document.documentElement).colorScheme === theme, theme);
      await is("dark");
      await app.send("change_theme", { theme: "light" });
      await is("normal");
    },
  },
  {
    name: "the page's own scroll bar has the theme of the shell",
    async run(context) {
      const change = (html) => html.replace("</noscript>", '</noscript><div class="lc-surface" data-livechat-shell><p>One moment</p></div>');
      const intercept = async ({ url }) => (url.pathname.endsWith(".wasm") ? new Promise((resolve) => setTimeout(resolve, 2_000)) : undefined);
      const app = await AgentApp.open(context, { query: { theme: "dark" }, change, intercept });
      await app.start();
      await app.extension.shows("One moment");
      assert.equal(await app.extension.evaluate(() => getComputedStyle(document.documentElement).colorScheme), "dark");
    },
  },
  ...["light", "dark"].map((theme) => ({
    name: `a tick is visible on its box, ${theme}`,
    async run(context) {
      const app = await filled(context, "settings", { query: { theme } });
      // Drawn by the style sheet: an engine's own drawing has a color of its choice.
      const { appearance, ground, tick } = await app.extension.evaluate(() => {
        const box = document.querySelector("input.lc-checkbox:checked");
        const { appearance, backgroundColor } = getComputedStyle(box);
        return { appearance, ground: backgroundColor, tick: getComputedStyle(box, "::before").borderInlineEndColor };
      });
      assert.equal(appearance, "none");
      assert.ok(contrast(ground, tick) >= 4.5, `${tick} on ${ground}`);
    },
  })),
  {
    name: "a selected option that does not fit has an ellipsis",
    async run(context) {
      const app = await filled(context, "settings");
      // Only with both does WebKit draw one.
      const style = await app.extension.evaluate(() => {
        const { overflowX, textOverflow } = getComputedStyle(document.querySelector(".lc-select > select"));
        return `${overflowX} ${textOverflow}`;
      });
      assert.match(style, /^(hidden|clip) ellipsis$/);
    },
  },
  {
    name: "the focused tile is fully visible, at any scroll position",
    async run(context) {
      const app = await filled(context, "message-box");
      await app.extension.click(by("button", /Chair/));
      const tiles = await app.extension.count({ selector: ".demo-tile" });
      assert.ok(tiles > 4);
      for (let index = 1; index < tiles; index++) {
        await app.extension.press(KEY.tab);
        await until(`tile ${index} in view`, () =>
          app.extension.evaluate((index) => {
            const tile = document.querySelectorAll(".demo-tile")[index];
            if (document.activeElement !== tile) return false;
            const [inner, outer] = [tile, tile.closest(".demo-tiles")].map((element) => element.getBoundingClientRect());
            return inner.left >= outer.left - 1 && inner.right <= outer.right + 1;
          }, index),
          5_000,
        );
      }
    },
  },
];
