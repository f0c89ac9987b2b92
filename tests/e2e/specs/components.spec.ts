import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { SIMULATOR } from "../playwright.config";
import { Gallery } from "../support/gallery";
import { dist, styleSheet } from "../support/paths";

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
}

test("the style sheet is small", async () => {
  const css = await readFile(styleSheet);
  const size = brotliCompressSync(css, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  expect(size).toBeLessThan(6_000);
});

test("a release build contains nothing of the gallery", async () => {
  const wasm = (await readdir(dist)).find((file) => file.endsWith(".wasm"));
  const bytes = await readFile(join(dist, wasm!));
  expect(bytes.includes("lc-surface"), "the wasm's texts are readable").toBe(true);
  for (const trace of ["gallery", "Wolfeschlegelstein"]) expect(bytes.includes(trace), trace).toBe(false);
});

for (const dark of [false, true]) {
  const theme = dark ? "dark" : "light";

  test(`axe finds nothing in the gallery, ${theme}`, async ({ page }) => {
    const gallery = await Gallery.open(page, { dark });
    await expect(page.locator(".gallery-entry")).toHaveCount(32);
    expect(await violations(page)).toEqual([]);

    await gallery.entry("Snackbar").getByRole("button", { name: "Warning" }).click();
    await expect(page.getByText("The tracking link is in the message")).toBeVisible();
    expect(await violations(page), "with a snackbar").toEqual([]);

    await gallery.entry("ConfirmDialog").getByRole("button", { name: "Delete…" }).click();
    await expect(page.getByRole("alertdialog", { name: "Delete this note?" })).toBeVisible();
    expect(await violations(page), "with a dialog").toEqual([]);
  });
}

for (const [name, { double, rtl }] of Object.entries({
  "as it is": { double: false, rtl: false },
  "at twice the text size": { double: true, rtl: false },
  "right to left": { double: false, rtl: true },
  "right to left at twice the text size": { double: true, rtl: true },
})) {
  test(`at 280 px nothing is cut off, too wide or overlaps, ${name}`, async ({ page }) => {
    const gallery = await Gallery.open(page, { width: 280 });
    if (double) await gallery.doubleText();
    if (rtl) await gallery.rightToLeft();
    expect(await gallery.misplaced()).toEqual([]);

    await gallery.entry("Snackbar").getByRole("button", { name: "Error" }).click();
    const close = page.getByRole("alert").getByRole("button", { name: "Close" });
    await expect(close).toBeInViewport({ ratio: 1 });
    await close.click();
    await expect(close).toHaveCount(0);

    await gallery.entry("ConfirmDialog").getByRole("button", { name: "Ask" }).click();
    const dialog = page.getByRole("alertdialog");
    await expect(dialog).toBeInViewport({ ratio: 1 });
    for (const answer of ["Cancel", "Send"]) await expect(dialog.getByRole("button", { name: answer })).toBeInViewport({ ratio: 1 });
    expect(await gallery.misplaced(), "with the dialog").toEqual([]);
  });
}

test("the end of a line is on the left in right-to-left text", async ({ page }) => {
  const gallery = await Gallery.open(page, { width: 280 });
  const middle = async (selector: string) => {
    const box = await gallery.page.locator(selector).first().boundingBox();
    return box!.x + box!.width / 2;
  };
  expect(await middle(".lc-list-item-end")).toBeGreaterThan(140);
  expect(await middle(".gallery-entry .lc-switch")).toBeLessThan(140);
  await gallery.rightToLeft();
  await expect.poll(() => middle(".lc-list-item-end")).toBeLessThan(140);
  expect(await middle(".lc-tab[aria-selected=true]")).toBeGreaterThan(140);
});

test("tabs are one stop, and the arrow keys, Home and End go from one to the next", async ({ page }) => {
  const gallery = await Gallery.open(page);
  const entry = gallery.entry("Tabs").locator(".lc-tabs").first();
  const tab = (name: string) => entry.getByRole("tab", { name });
  const shown = async (name: string, text: string) => {
    await expect(tab(name)).toBeFocused();
    await expect(tab(name)).toHaveAttribute("aria-selected", "true");
    await expect(entry.locator("[role=tab][tabindex='0']")).toHaveText([name]);
    await expect(entry.getByRole("tabpanel", { name })).toContainText(text);
  };
  await tab("Orders").focus();
  await page.keyboard.press("ArrowRight");
  await shown("Returns", "No returns yet.");
  await page.keyboard.press("End");
  await shown("Notes", "Add a note");
  await page.keyboard.press("ArrowRight");
  await shown("Orders", "Three orders");
  await page.keyboard.press("ArrowLeft");
  await shown("Notes", "Add a note");
  await page.keyboard.press("Home");
  await shown("Orders", "Three orders");
  await page.keyboard.press("Tab");
  await expect(entry.getByRole("tabpanel")).toBeFocused();

  await gallery.rightToLeft();
  await tab("Orders").focus();
  await page.keyboard.press("ArrowLeft");
  await shown("Returns", "No returns yet.");
});

test("tabs that do not fit scroll, and the focused one is visible", async ({ page }) => {
  const gallery = await Gallery.open(page, { width: 280 });
  const tabs = gallery.entry("Tabs").locator(".lc-tabs").last();
  const tab = (name: string) => tabs.getByRole("tab", { name });
  const visible = (name: string) =>
    tab(name).evaluate((tab) => {
      const [list, own] = [tab.parentElement!.getBoundingClientRect(), tab.getBoundingClientRect()];
      return own.left >= list.left - 1 && own.right <= list.right + 1;
    });
  await expect.poll(() => visible("Lieferinformationen"), "the selected one, from the beginning").toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollTop), "the page has not moved").toBe(0);
  await tab("Lieferinformationen").focus();
  for (const [key, name] of [["ArrowRight", "Rücksendungen"], ["ArrowRight", "Bestellübersicht"], ["End", "Rücksendungen"]] as const) {
    await page.keyboard.press(key);
    await expect(tab(name)).toBeFocused();
    await expect.poll(() => visible(name), name).toBe(true);
  }
  expect(await gallery.misplaced()).toEqual([]);
});

test("a list of options is one stop, and arrows, letters and Enter choose", async ({ page }) => {
  const gallery = await Gallery.open(page, { width: 280 });
  const list = gallery.entry("Listbox").getByRole("listbox", { name: "Warehouse" });
  await list.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(list.getByRole("option", { name: "South" }), "East is disabled").toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("n");
  await page.keyboard.press("Space");
  await expect(list.getByRole("option", { name: "North" })).toHaveAttribute("aria-selected", "true");

  const many = gallery.entry("Listbox").getByRole("listbox", { name: "Many options" });
  const option = (name: string) => many.getByRole("option", { name, exact: true });
  await expect(option("Order 30"), "the chosen one, from the beginning").toBeInViewport();
  await many.focus();
  await page.keyboard.press("End");
  await expect(option("Order 40")).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Home");
  await expect(option("Order 1")).toBeInViewport({ ratio: 1 });
  await page.keyboard.type("order 7");
  await expect(option("Order 7")).toHaveClass(/lc-option-active/);
});

test("in a search list a person types and moves without leaving the field", async ({ page }) => {
  const gallery = await Gallery.open(page, { width: 280 });
  const entry = gallery.entry("SearchList");
  const field = entry.getByRole("combobox", { name: "Search replies" });
  await field.click();
  await page.keyboard.type("parcel");
  await expect(entry.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Control+A");
  await page.keyboard.type("l");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(entry.getByText("Inserted: late")).toBeVisible();
  await entry.getByRole("option", { name: "Return label" }).click();
  await expect(entry.getByText("Inserted: label")).toBeVisible();
  await expect(field).toBeFocused();
  await page.keyboard.type("xyz");
  await expect(entry.getByText("No replies match.")).toBeVisible();
});

test("a link within the app opens here, or in a new tab if the person wants that", async ({ page, context }) => {
  const gallery = await Gallery.open(page);
  const entry = gallery.entry("InAppLink");
  const link = entry.getByRole("link", { name: "Order A-1024" });
  await link.click();
  await link.press("Enter");
  await expect(entry.getByText("Opened here: 2")).toBeVisible();
  const [other] = await Promise.all([context.waitForEvent("page"), link.click({ modifiers: ["ControlOrMeta"] })]);
  await other.waitForURL(/\/gallery\?order=A-1024$/);
  await expect(entry.getByText("Opened here: 2")).toBeVisible();
});

test("a modal keeps the focus, fits, closes by Escape, and the focus returns", async ({ page }) => {
  const gallery = await Gallery.open(page, { width: 280 });
  const opener = gallery.entry("Modal").getByRole("button", { name: "Add a note…" });
  await opener.focus();
  await page.keyboard.press("Enter");
  const modal = page.getByRole("dialog", { name: "Add a note to the order" });
  await expect(modal).toBeInViewport({ ratio: 1 });
  await expect(modal.getByLabel("Note for your colleagues")).toBeFocused();
  expect(await gallery.misplaced()).toEqual([]);
  expect(await violations(page)).toEqual([]);
  for (const name of ["Cancel", "Save", "Close"]) {
    await page.keyboard.press("Tab");
    await expect(modal.getByRole("button", { name })).toBeFocused();
  }
  await page.keyboard.press("Escape");
  await expect(modal).toHaveCount(0);
  await expect(opener).toBeFocused();
  await opener.click();
  await modal.getByRole("button", { name: "Close" }).click();
  await expect(modal).toHaveCount(0);
});

test("the dialog keeps the focus, Escape cancels it, and the focus returns", async ({ page }) => {
  const gallery = await Gallery.open(page);
  const entry = gallery.entry("ConfirmDialog");
  const dialog = page.getByRole("alertdialog", { name: "Delete this note?" });
  const opener = entry.getByRole("button", { name: "Delete…" });
  await opener.focus();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeVisible();
  await expect(dialog).toHaveAccessibleDescription("You can't undo this.");
  await expect(dialog.getByRole("button", { name: "Cancel" }), "the harmless answer").toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(entry.getByText("Answer: canceled")).toBeVisible();
  await expect(opener).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(entry.getByText("Answer: confirmed")).toBeVisible();
  await expect(opener).toBeFocused();
});

test("switch, checkbox, select and section work by the keyboard", async ({ page }) => {
  const gallery = await Gallery.open(page);
  const sounds = gallery.entry("ToggleSwitch").getByRole("switch", { name: "Sounds" });
  await sounds.focus();
  await page.keyboard.press("Space");
  await expect(sounds).toBeChecked();
  const gift = gallery.entry("Checkbox").getByRole("checkbox", { name: "Wrap it as a gift" });
  await gift.focus();
  await page.keyboard.press("Space");
  await expect(gift).toBeChecked();
  const priority = gallery.entry("Select").getByLabel("Priority");
  await priority.selectOption("Urgent");
  await expect(priority).toHaveValue("urgent");
  const section = gallery.entry("Section");
  const notes = section.getByRole("button", { name: "Notes" });
  await expect(notes).toHaveAttribute("aria-expanded", "true");
  await notes.focus();
  await page.keyboard.press("Enter");
  await expect(notes).toHaveAttribute("aria-expanded", "false");
  await expect(section.getByText("Rang twice.")).toBeHidden();
});

test("the focus is visible on everything focusable", async ({ page }) => {
  const gallery = await Gallery.open(page);
  const seen = new Set<string>();
  await gallery.page.locator("h1").click();
  for (;;) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement!;
      if (element === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      element.setAttribute("data-focused", "");
      return { name: element.outerHTML.slice(0, 120), outline: `${outlineStyle} ${outlineWidth}` };
    });
    if (!focused) break;
    expect(focused.outline, focused.name).toMatch(/^solid [12]px$/);
    seen.add(focused.name);
    expect(seen.size, "it ends").toBeLessThan(100);
  }
  const missed = page.locator("main :is(button, input, select, textarea, a):enabled:not([data-focused], [role=tab], dialog *)");
  await expect(missed).toHaveCount(0);
  expect(seen.size).toBeGreaterThan(30);
});

test("copying puts the text into the clipboard, by hand where the browser refuses", async ({ page, context }) => {
  const gallery = await Gallery.open(page, { width: 280 });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const entry = gallery.entry("CopyButton");
  const button = entry.getByRole("button", { name: "Copy the order number" });
  await button.click();
  await expect(entry.getByRole("status")).toHaveText("Copied");
  expect(await clipboard()).toBe("A-1024");

  await page.evaluate(async () => {
    await navigator.clipboard.writeText("something else");
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    document.execCommand = () => false;
  });
  await button.click();
  await expect(entry.getByRole("status")).toHaveText("Couldn't copy. Press Ctrl+C or ⌘C.");
  await expect(entry.getByRole("textbox", { name: "Copy the order number" })).toBeFocused();
  expect(await gallery.misplaced()).toEqual([]);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Control+C");
  await expect(entry.getByRole("status")).toHaveText("Copied");
  expect(await clipboard()).toBe("A-1024");
  await expect(button).toBeFocused();
});

for (const [permission, allow, api] of [["without", "", "NotAllowedError"], ["with", "clipboard-write", "written"]] as const) {
  test(`copying works in a cross-origin iframe ${permission} the permission`, async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    // A page of the server's: one that a test makes up counts as public, and browsers let none of those load a local page.
    await page.goto(`${SIMULATOR.replace("127.0.0.1", "localhost")}/gallery`);
    // An application that starts later would render over what the test puts there.
    await expect(page.getByRole("heading", { name: "Components" })).toBeVisible();
    await page.setContent(`<input aria-label="Paste here" />
      <iframe src="${SIMULATOR}/gallery" allow="${allow}" width="400" height="600"></iframe>`);
    const entry = page.frameLocator("iframe").getByRole("region", { name: "CopyButton", exact: true });
    const button = entry.getByRole("button", { name: "Copy the order number" });
    await button.click();
    await expect(entry.getByRole("status")).toHaveText("Copied");
    await page.getByLabel("Paste here").click();
    await page.keyboard.press("Control+V");
    await expect(page.getByLabel("Paste here")).toHaveValue("A-1024");
    await button.focus();
    const written = button.evaluate(() => navigator.clipboard.writeText("text").then(() => "written", (error) => error.name));
    expect(await written, "what the clipboard API says there").toBe(api);
  });
}

test("relative times update, and a snackbar disappears by itself unless the pointer is over it", async ({ page }) => {
  await page.clock.install({ time: new Date("2026-11-25T12:00:00Z") });
  const gallery = await Gallery.open(page);
  const times = gallery.entry("RelativeTime").getByRole("time");
  await expect(times.nth(0)).toHaveText("now");
  await expect(times.nth(1)).toHaveText("5 minutes ago");
  await expect(times.nth(1)).toHaveAttribute("datetime", /^2026-11-25T11:5\d:\d\d\.\d{3}Z$/);
  await page.clock.runFor(61_000);
  await expect(times.nth(0)).toHaveText("1 minute ago");
  await expect(times.nth(1)).toHaveText("6 minutes ago");

  const notice = page.getByText("The tracking link is in the message");
  await gallery.entry("Snackbar").getByRole("button", { name: "Info" }).click();
  await expect(notice).toBeVisible();
  await page.clock.runFor(3_000);
  await notice.hover();
  await page.clock.runFor(60_000);
  await expect(notice).toBeVisible();
  await page.locator("h1").hover();
  await page.clock.runFor(7_000);
  await expect(notice).toHaveCount(0);
});
