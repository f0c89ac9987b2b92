import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { AgentApp, EXTENSION_ORIGIN, type Options } from "../support/agent-app";
import { misplaced } from "../support/layout";
import { mary } from "../support/profiles";

const driver = "0.3.5";
const placements = { details: "", "message box": "message-box", fullscreen: "fullscreen", settings: "settings" };

/** The demo in a placement, with everything that it can show. */
async function open(page: Page, path: string, options: Partial<Options> = {}) {
  // Moving elements and changing colors are not in their final state yet.
  await page.emulateMedia({ reducedMotion: "reduce" });
  const app = await AgentApp.connected(page, { driver, path, width: 280, ...options });
  await app.send("customer_profile", mary);
  await app.send("page_data", { queryParams: { order: "A-20431", from: "marketplace" } });
  if (path === "") {
    await app.sendTicket({ id: "T1", shortId: "AB12", subject: "A late parcel", tagIds: ["late", "billing"] }, Date.now());
    await expect(app.extension.getByRole("heading", { name: "Ticket" })).toBeVisible();
    await expect(app.extension.getByRole("button", { name: "Insert link" }).first()).toBeVisible();
    for (const closed of ["Chat", "Location"]) await app.extension.getByRole("button", { name: closed, exact: true }).click();
  }
  const shown: Record<string, string> = {
    "": "Time zone",
    "message-box": "Choose products for Mary Brown.",
    fullscreen: "A-20431",
    settings: "Welcome!",
  };
  await expect(app.extension.getByText(shown[path]).first()).toBeVisible();
  return app;
}

/** axe's findings in the extension's iframe, which it has to enter. */
async function violations(page: Page): Promise<string[]> {
  let violations: Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"] = [];
  // axe silently skips an iframe that is too busy to respond: then run it again.
  await expect(async () => {
    const found = await new AxeBuilder({ page }).include(["#panel iframe", "html"]).analyze();
    const texts = found.passes.find(({ id }) => id === "color-contrast")?.nodes.length ?? 0;
    expect(texts, "texts in the frame").toBeGreaterThan(2);
    violations = found.violations;
  }).toPass({ timeout: 30_000 });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
}

for (const [name, path] of Object.entries(placements)) {
  for (const theme of ["light", "dark"]) {
    test(`axe finds nothing in the demo, ${name}, ${theme}`, async ({ page }) => {
      const app = await open(page, path, { query: { theme } });
      await expect(app.extension.locator(`[data-theme=${theme}]`)).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  }

  for (const [way, { double, rtl }] of Object.entries({
    "as it is": { double: false, rtl: false },
    "at twice the text size": { double: true, rtl: false },
    "right to left": { double: false, rtl: true },
    "right to left at twice the text size": { double: true, rtl: true },
  })) {
    test(`at 280 px nothing in the demo is cut off, too wide or overlaps, ${name}, ${way}`, async ({ page }) => {
      const app = await open(page, path);
      await app.extension.locator("html").evaluate(
        (html, { double, rtl }) => {
          if (double) html.style.fontSize = "200%";
          if (rtl) html.dir = "rtl";
        },
        { double, rtl },
      );
      expect(await misplaced(app.extension.locator(".lc-surface"), { sideways: ".demo-tiles, .lc-tab-list" })).toEqual([]);
    });
  }

  test(`the focus is visible on everything focusable in the demo, ${name}`, async ({ page }) => {
    const app = await open(page, path);
    const frame = page.frames().find((frame) => frame.url().startsWith(EXTENSION_ORIGIN))!;
    const controls = app.extension.locator("main :is(button, input, select, textarea, a):enabled:not([tabindex='-1'], dialog *), main a");
    const count = await controls.count();
    expect(count).toBeGreaterThan(3);
    await app.extension.locator("main").evaluate((main) => {
      main.tabIndex = -1;
      main.focus();
    });
    const unseen: string[] = [];
    for (let stops = 0; stops < 2 * count; stops++) {
      await page.keyboard.press("Tab");
      const focused = await frame.evaluate(() => {
        const element = document.activeElement;
        if (!document.hasFocus() || !element || element === document.body) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        element.setAttribute("data-focused", "");
        return { name: element.outerHTML.slice(0, 120), outline: `${outlineStyle} ${outlineWidth}` };
      });
      if (!focused) break;
      if (!/^solid [12]px$/.test(focused.outline)) unseen.push(`${focused.name}: ${focused.outline}`);
    }
    expect(unseen).toEqual([]);
    expect(await controls.evaluateAll((all) => all.filter((one) => !one.hasAttribute("data-focused")).map((one) => one.outerHTML))).toEqual([]);
  });
}

test("axe finds nothing in the demo without a customer", async ({ page }) => {
  const app = await AgentApp.connected(page, { driver });
  await expect(app.extension.getByRole("heading", { name: "No customer yet", level: 1 })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await app.send("customer_profile", mary);
  await app.send("customer_profile_hidden", { id: mary.id });
  await expect(app.extension.getByRole("heading", { name: "The customer has left", level: 1 })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("axe enters the iframe, and would find a fault there", async ({ page }) => {
  const app = await open(page, "");
  await app.extension.locator("main").evaluate((main) => {
    const pale = document.createElement("p");
    pale.textContent = "Pale";
    // The page's policy allows this, unlike a `style` attribute in markup.
    Object.assign(pale.style, { background: "#fff", color: "#aaa" });
    main.append(document.createElement("button"), pale);
  });
  const found = (await violations(page)).join("\n");
  expect(found).toContain("button-name: <button></button>");
  expect(found).toMatch(/color-contrast: <p .*>Pale<\/p>/);
});

test("a broken layout in the iframe would be found", async ({ page }) => {
  const app = await open(page, "");
  await app.extension.locator(".lc-list-item-title").first().evaluate((title) => {
    title.style.whiteSpace = "nowrap";
    title.textContent = "long".repeat(20);
  });
  const found = await misplaced(app.extension.locator(".lc-surface"));
  expect(found.join("\n")).toMatch(/wider than its place: span\.lc-list-item-title/);
});

test("with the keyboard an agent greets, replies, and looks things up", async ({ page }) => {
  const app = await open(page, "");
  const press = async (name: string | RegExp, key: string) => {
    await app.extension.getByRole("button", { name }).first().focus();
    await page.keyboard.press(key);
  };
  await press("Insert greeting", "Enter");
  await app.commandWhere("put_message", (data) => /^Hello Mary Brown/.test(String(data)));
  await app.extension.getByLabel("Your own message").focus();
  await page.keyboard.type("One moment.");
  await page.keyboard.press("Tab");
  await expect(app.extension.getByRole("button", { name: "Insert message" })).toBeFocused();
  await page.keyboard.press("Space");
  await app.commandWhere("put_message", (data) => data === "One moment.");
  await press("Insert link", "Enter");
  await app.commandWhere("put_message", (data) => /shop\.example\/track/.test(String(data)));
  await press(/Returns are free/, "Space");
  await app.commandWhere("put_message", (data) => /^Returns are free/.test(String(data)));

  await press("Custom variables", "Enter");
  await expect(app.extension.getByText("Business")).toBeHidden();
  await press("Custom variables", "Space");
  await expect(app.extension.getByText("Business")).toBeVisible();
});

test("with the keyboard an agent chooses products and adds them to the message", async ({ page }) => {
  const app = await open(page, "message-box");
  const lamp = app.extension.getByRole("button", { name: /Lamp/ });
  await lamp.focus();
  await page.keyboard.press("Space");
  await expect(lamp).toHaveAttribute("aria-pressed", "true");
  await expect(app.extension.getByRole("status")).toHaveText("1 product selected");
  // The last tile scrolls into view when it receives the focus.
  const mug = app.extension.getByRole("button", { name: /Mug/ });
  await mug.focus();
  await expect(mug).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await app.commandWhere("put_messagebox_message", (data: any) => data.payload.elements[0].title === "Lamp Nord");
});

test("with the keyboard an agent goes through the open orders", async ({ page }) => {
  const app = await open(page, "fullscreen");
  const current = app.extension.locator("[aria-current=true]");
  await expect(current).toContainText("A-20431");
  await app.extension.getByRole("tab", { name: "All" }).focus();
  await page.keyboard.press("End");
  const packing = app.extension.getByRole("tabpanel", { name: "To pack" });
  await expect(packing.getByRole("listitem")).toHaveCount(2);
  await expect(current).toHaveCount(0);
  await packing.getByRole("button", { name: /Shelf/ }).focus();
  await page.keyboard.press("Enter");
  await expect(current).toContainText("A-20440");
  await expect(packing.getByRole("time")).toHaveText("1 day ago");
  await page.keyboard.press("Enter");
  await expect(current).toHaveCount(0);
  await packing.getByRole("button", { name: "Mark as done" }).first().focus();
  await page.keyboard.press("Enter");
  await expect(packing.getByRole("listitem")).toHaveCount(1);

  const mute = app.extension.getByRole("switch", { name: "Mute the badge" });
  await mute.focus();
  await page.keyboard.press("Space");
  await expect(mute).toBeChecked();
  await app.commandWhere("set_fullscreen_widget_notification_badge", (data) => data === null);
});

test("preferences are saved, and reset after confirmation", async ({ page }) => {
  const app = await open(page, "settings");
  const name = app.extension.getByLabel("Name of the shop");
  const save = app.extension.getByRole("button", { name: "Save preferences" });
  const reset = app.extension.getByRole("button", { name: "Reset…" });
  const dialog = app.extension.getByRole("alertdialog", { name: "Reset preferences?" });
  await expect(save, "nothing to save").toBeDisabled();
  await expect(reset).toBeDisabled();

  await name.fill("");
  await expect(name).toHaveAccessibleDescription(/Enter the name of your shop\./);
  await expect(save).toBeDisabled();
  await name.fill("Northern House");
  await app.extension.getByLabel("An order is late after").selectOption("Two weeks");
  await app.extension.getByRole("checkbox", { name: "Ask for the order number" }).press("Space");
  await save.press("Enter");
  await expect(app.extension.getByText("Preferences saved.")).toBeVisible();
  await app.extension.getByRole("button", { name: "Close" }).press("Enter");
  await expect(app.extension.getByText("Preferences saved.")).toHaveCount(0);
  await expect(save).toBeDisabled();

  await reset.press("Enter");
  await expect(dialog).toBeInViewport({ ratio: 1 });
  expect(await violations(page), "with the dialog").toEqual([]);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(reset).toBeFocused();
  await expect(name, "Escape changes nothing").toHaveValue("Northern House");

  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Reset" }).press("Enter");
  await expect(name).toHaveValue("Nordhus");
  await expect(app.extension.getByLabel("An order is late after")).toHaveValue("7");
  await expect(app.extension.getByRole("checkbox", { name: "Ask for the order number" })).toBeChecked();
  await expect(app.extension.getByText("Preferences saved.")).toBeVisible();
});

for (const [name, path] of Object.entries(placements)) {
  test(`nothing in the demo moves if the agent prefers reduced motion, ${name}`, async ({ page }) => {
    const app = await open(page, path);
    const moving = await app.extension.locator(".lc-surface").evaluate((surface) =>
      [...surface.querySelectorAll("*")]
        .flatMap((element) => [undefined, "::before", "::after"].map((part) => ({ element, style: getComputedStyle(element, part) })))
        .filter(({ style }) => style.transitionDuration.split(", ").some((time) => time !== "0s") || style.animationName !== "none")
        .map(({ element }) => element.className),
    );
    expect(moving).toEqual([]);
  });
}
