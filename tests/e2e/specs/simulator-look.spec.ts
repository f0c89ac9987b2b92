import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { misplaced } from "../support/layout";
import { Simulator } from "../support/simulator";

/** The views to inspect, one after the other in the same page. */
const SIGHTS: Record<string, (simulator: Simulator) => Promise<void>> = {
  "nobody yet": async (simulator) => simulator.openDrawer("Activity"),
  "a chat, and an entry of the log": async (simulator) => {
    await simulator.openCustomer("Chats", "Mary Brown");
    await simulator.openDrawer("Messages");
    await simulator.filter("details customer_profile");
    await simulator.line("customer_profile").first().click();
    await expect(simulator.entry).toBeVisible();
    await expect(simulator.extension.getByRole("button", { name: "Insert link" }).first()).toBeVisible();
  },
  "the message box app": async (simulator) => {
    await simulator.button("Message box app").click();
    await expect(simulator.messageBox.getByText("Choose products for Mary Brown.")).toBeVisible();
    await simulator.openDrawer("Faults");
  },
  "a conversation right to left": async (simulator) => {
    await simulator.button("Message box app").click();
    await simulator.openCustomer("Chats", "ليلى حداد");
    await expect(simulator.property("Name")).toHaveText("ليلى حداد");
    await simulator.openDrawer("Activity");
  },
  "a very long name from the host": async (simulator) => {
    await simulator.openCustomer("Archives", "Maximiliana Konstantinopoulou-Featherstonehaugh von Hohenstein-Weißenburg");
    await expect(simulator.property("Name")).toContainText("Maximiliana");
    await simulator.tab("Customer").click();
  },
  "a scenario that was played": async (simulator) => {
    await simulator.openDrawer("Scenario");
    await simulator.button("Use the session so far").click();
    await simulator.page.getByLabel("Pace").selectOption("10×");
    await simulator.button("Play").click();
    await expect(simulator.page.getByText(/The extensions (sent|did not send) the same commands/)).toBeVisible();
  },
  "after the replay": async (simulator) => {
    await simulator.page.getByRole("region", { name: "Scenario" }).getByRole("button", { name: "End replay" }).click();
    await simulator.openCustomer("Visitors", "Kenji Mori");
  },
  "faults, and what is wrong with an event": async (simulator) => {
    await simulator.openDrawer("Faults");
    await simulator.page.getByRole("checkbox", { name: "Silent host" }).click();
    await simulator.page.getByLabel("Event data as JSON").fill("nonsense");
    await simulator.button("Send event").click();
    await expect(simulator.page.getByText(/Invalid JSON/)).toBeVisible();
  },
  tickets: async (simulator) => {
    await simulator.button("Tickets").click();
    await expect(simulator.page.getByRole("region", { name: "Tickets" })).toBeVisible();
  },
  reports: async (simulator) => {
    await simulator.button("Reports").click();
    await expect(simulator.page.getByRole("heading", { name: "Reports" }).first()).toBeVisible();
  },
  apps: async (simulator) => {
    await simulator.page.getByRole("navigation", { name: "Views" }).getByRole("button", { name: /Apps/ }).click();
    await expect(simulator.page.getByRole("textbox", { name: "Page address" })).toBeVisible();
  },
  settings: async (simulator) => {
    await simulator.button("Settings").click();
    await expect(simulator.settings.getByText("Welcome!").or(simulator.settings.locator("h1")).first()).toBeVisible();
  },
};

/** The simulator, without motion. */
async function open(page: Page, { query = "", theme = "light", width = 1280 } = {}) {
  await page.setViewportSize({ width, height: 900 });
  // Moving elements and changing colors are not in their final state yet.
  await page.emulateMedia({ reducedMotion: "reduce" });
  const simulator = await Simulator.opened(page, `?authorization=none&theme=${theme}${query}`);
  await expect(page.locator(`.sim-surface[data-theme=${theme}]`)).toBeVisible();
  return simulator;
}

async function violations(page: Page): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  expect(passes.find(({ id }) => id === "color-contrast")?.nodes.length, "texts looked at").toBeGreaterThan(10);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`));
}

for (const theme of ["light", "dark"]) {
  test(`axe finds nothing in the simulator, ${theme}`, async ({ page }) => {
    test.slow();
    const simulator = await open(page, { theme });
    for (const [name, show] of Object.entries(SIGHTS)) {
      await show(simulator);
      expect.soft(await violations(page), name).toEqual([]);
    }
  });
}

/** Elements that intentionally overlap others, or are wider than their container. */
const MEANT = {
  sideways: ".sim-bar, .sim-drawer-head, .sim-line, .sim-toolbar, .sim-rail",
  onTop: ".sim-splitter, .sim-badge, .sim-virtual-row",
};

const WAYS: Record<string, { width: number; double?: boolean; rtl?: boolean }> = {
  "as it is": { width: 1280 },
  "at twice the text size": { width: 1280, double: true },
  "right to left": { width: 1280, rtl: true },
  "at 280 px": { width: 280 },
  "at 280 px and twice the text size": { width: 280, double: true },
  "at 280 px, right to left": { width: 280, rtl: true },
};

/** Variants of the same page. */
async function turn(page: Page, { width, double = false, rtl = false }: (typeof WAYS)[string]) {
  await page.setViewportSize({ width, height: 900 });
  await page.locator("html").evaluate(
    (html, { double, rtl }) => {
      html.style.fontSize = double ? "200%" : "";
      html.dir = rtl ? "rtl" : "";
    },
    { double, rtl },
  );
}

test("nothing in the simulator is cut off, too wide or overlaps, and it works at 280 px", async ({ page }) => {
  test.slow();
  const simulator = await open(page, { width: 280 });
  for (const [name, show] of Object.entries(SIGHTS)) {
    await show(simulator);
    for (const [way, turned] of Object.entries(WAYS)) {
      await turn(page, turned);
      // Size-dependent content renders after the browser has reported the size.
      const still = expect.configure({ soft: true, timeout: 10_000 });
      await still.poll(() => misplaced(page.locator(".sim"), MEANT), `${name}, ${way}`).toEqual([]);
    }
    await turn(page, WAYS["at 280 px"]);
  }
});

const MARY = "&view=chats&customer=K3M7Q1&drawer=messages";

const box = async (locator: Locator) => (await locator.boundingBox())!;

test("the details panel is dragged wider and narrower, within its limits, and the address stores the width", async ({ page }) => {
  await open(page, { query: MARY });
  const splitter = page.getByRole("separator", { name: "Width of the details" });
  const frame = page.locator('iframe[title="Extension"]');
  const drag = async (by: number) => {
    const { x, y, width } = await box(splitter);
    await page.mouse.move(x + width / 2, y + 200);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + by / 2, y + 210);
    await page.mouse.move(x + width / 2 + by, y + 220);
    await page.mouse.up();
  };
  await expect.poll(async () => (await box(frame)).width).toBe(320);
  await drag(-100);
  await expect.poll(async () => (await box(frame)).width).toBeCloseTo(420, 0);
  await expect(page).toHaveURL(/[?&]width=420/);
  await drag(900);
  await expect.poll(async () => (await box(frame)).width, "no narrower than the Agent App's").toBe(280);
  await page.reload();
  await expect.poll(async () => (await box(frame)).width).toBe(280);
  await splitter.dblclick();
  await expect.poll(async () => (await box(frame)).width, "a double click: as it was").toBe(320);
});

const APP = `${MARY}&messagebox=open`;

/** The message box app, and the parts of the message input and the drawer that must stay visible. */
function messageBox(page: Page) {
  return {
    frame: page.locator('iframe[title="Message box extension"]'),
    splitter: page.getByRole("separator", { name: "Height of the message box app" }),
    send: page.getByRole("button", { name: "Send", exact: true }),
    drawer: page.getByRole("region", { name: "Inspector" }),
  };
}

test("the message box app is dragged higher and lower, above an input that stays visible, and the address stores the height", async ({ page }) => {
  await open(page, { query: APP });
  await page.setViewportSize({ width: 1280, height: 800 });
  const { frame, splitter, send, drawer } = messageBox(page);
  const height = async () => Math.round((await box(frame)).height);
  const drag = async (by: number) => {
    const { x, y } = await box(splitter);
    await page.mouse.move(x + 50, y + 3);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 3 + by / 2);
    await page.mouse.move(x + 70, y + 3 + by);
    await page.mouse.up();
  };
  const fits = async () => expect((await box(send)).y + (await box(send)).height).toBeLessThan((await box(drawer)).y);
  await expect.poll(height, "more than one of what it lists").toBe(280);
  await fits();
  await drag(-40);
  await expect.poll(height).toBe(320);
  await expect(page).toHaveURL(/[?&]boxheight=320/);
  await fits();
  await drag(500);
  await expect.poll(height).toBe(120);
  await page.reload();
  await expect.poll(height).toBe(120);
  await splitter.dblclick();
  await expect.poll(height, "a double click: as it was").toBe(280);
  await splitter.press("End");
  await expect(splitter).toHaveAttribute("aria-valuenow", "700");
  await fits();
  await expect(drawer, "the drawer gives way, but stays").toBeInViewport({ ratio: 1 });
  await expect.poll(async () => (await box(drawer)).height).toBeGreaterThan(100);
});

test("the message box app has its height on a narrow page too", async ({ page }) => {
  await open(page, { query: APP, width: 360 });
  const { frame, splitter, send } = messageBox(page);
  await expect.poll(async () => Math.round((await box(frame)).height)).toBe(280);
  await splitter.press("PageUp");
  await expect(splitter).toHaveAttribute("aria-valuenow", "360");
  await expect.poll(async () => Math.round((await box(frame)).height)).toBe(360);
  await send.scrollIntoViewIfNeeded();
  await expect(send).toBeInViewport({ ratio: 1 });
});

test("the splitters move with the keyboard, and report their position", async ({ page }) => {
  await open(page, { query: MARY });
  const width = page.getByRole("separator", { name: "Width of the details" });
  await expect(width).toHaveAttribute("aria-valuenow", "320");
  await width.press("ArrowLeft");
  await expect(width).toHaveAttribute("aria-valuenow", /^3[3-9]\d$/);
  await width.press("ArrowRight");
  await expect(width).toHaveAttribute("aria-valuenow", "320");
  await width.press("Home");
  await expect(width).toHaveAttribute("aria-valuenow", "280");
  await expect.poll(async () => (await box(page.locator('iframe[title="Extension"]'))).width).toBe(280);

  const height = page.getByRole("separator", { name: "Height of the inspector" });
  const drawer = page.getByRole("region", { name: "Inspector" });
  const before = (await box(drawer)).height;
  await height.press("PageUp");
  await expect.poll(async () => (await box(drawer)).height).toBeGreaterThan(before);
});

test("everything is reachable by keyboard, with a visible focus", async ({ page }) => {
  // Focus moves into and out of a cross-origin iframe asynchronously, and the next press of Tab may overtake it.
  const simulator = await open(page, { query: "&view=archives&drawer=faults&origin=same" });
  await simulator.button("Chats").focus();
  const seen = new Set<string>();
  for (let presses = 0; presses < 120; presses++) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement!;
      if (element === document.body) return null;
      const styles = [null, "::after"].map((pseudo) => getComputedStyle(element, pseudo));
      const label = element.getAttribute("aria-label") ?? (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent ?? "";
      // The focus within an iframe is the extension's responsibility.
      const shown = element.tagName === "IFRAME" || styles.some((style) => style.outlineStyle !== "none" || style.boxShadow !== "none");
      return { name: `${element.tagName.toLowerCase()} ${label.trim().slice(0, 40)}`, shown };
    });
    if (focused !== null) {
      expect(focused.shown, `the focus is seen on ${focused.name}`).toBe(true);
      if (seen.has(focused.name) && focused.name.startsWith("button Chats")) break;
      seen.add(focused.name);
    }
    await page.keyboard.press("Tab");
  }
  for (const name of [
    /^button Archives/,
    /^div Width of the details/,
    /^div Height of the inspector/,
    /^button Messages/,
    /^select Latency/,
    /^input Silent host/,
    /^button Reload host/,
    /^textarea Event data as JSON/,
    /^button Send event/,
  ]) {
    expect([...seen].some((seen) => name.test(seen)), `${name} among ${[...seen].join(", ")}`).toBe(true);
  }
});

test("drafts, messages and choices survive a reload of the page", async ({ page }) => {
  const simulator = await open(page, { query: MARY });
  await simulator.input.fill("Well begun");
  await simulator.button("Send").click();
  await expect(simulator.transcript.getByText("Well begun")).toBeVisible();
  await simulator.input.fill("half a sen");
  await simulator.filter("put_message");
  await simulator.openDrawer("Scenario");
  await simulator.button("Use the session so far").click();
  const name = page.getByLabel("Name", { exact: true });
  await name.fill("A late order");
  await page.reload();
  await expect(simulator.transcript.getByText("Well begun")).toBeVisible();
  await expect(simulator.input).toHaveValue("half a sen");
  await expect(name).toHaveValue("A late order");
  await simulator.openDrawer("Messages");
  await expect(page.getByRole("searchbox", { name: "Filter" })).toHaveValue("put_message");
});

test("a link has the view, the drawer, the filter and the sizes", async ({ page, context }) => {
  const simulator = await open(page, { query: MARY });
  await simulator.filter("customer profile");
  await page.getByLabel("Show", { exact: true }).selectOption("From the extension");
  await page.getByRole("separator", { name: "Width of the details" }).press("End");
  await simulator.tab("Customer").click();
  await expect(page).toHaveURL(/tab=customer/);
  const other = await Simulator.opened(await context.newPage(), new URL(page.url()).search);
  await expect(other.page.getByRole("searchbox", { name: "Filter" })).toHaveValue("customer profile");
  await expect(other.page.getByLabel("Show", { exact: true })).toHaveValue("From the extension");
  await expect(other.tab("Customer")).toHaveAttribute("aria-selected", "true");
  await expect(other.page.getByRole("separator", { name: "Width of the details" })).toHaveAttribute("aria-valuenow", "800");
});

test("nonsense in the address is the default", async ({ page }) => {
  await open(page, { query: "&view=attic&customer=nobody&drawer=%E0%A4%A&faults=latency-x,,%00&width=-9&height=1e9&filter=%F0%9F%A6%8A&show=all&pace=0&tab=" });
  await expect(page.getByRole("button", { name: "Chats" })).toHaveAttribute("aria-current", "page");
  await expect.poll(async () => (await box(page.locator('iframe[title="Extension"]'))).width).toBeGreaterThanOrEqual(280);
});
