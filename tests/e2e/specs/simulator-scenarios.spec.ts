import { readFile } from "node:fs/promises";
import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { scenarioFile, type Step } from "../support/scenario";
import { Simulator } from "../support/simulator";

const QUERY = "?authorization=none&drawer=scenario";
const GREETING = "Hello Mary Brown! How can I help you today?";

/** A step's text, without its time. */
function said({ at: _, ...step }: Step) {
  return step;
}

async function saved(page: Page): Promise<{ version: number; name: string; steps: Step[] }> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as a file" }).click();
  return JSON.parse(await readFile((await (await download).path())!, "utf8"));
}

async function load(page: Page, name: string, steps: Step[]) {
  await page.getByLabel("Load a file").setInputFiles(scenarioFile(name, steps));
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(name);
}

/** Records a session with two customers, a theme, a fault and a command. */
async function record(page: Page) {
  const simulator = await Simulator.open(page, QUERY);
  await simulator.button("Record").click();
  await expect(simulator.button("Stop recording").first()).toBeVisible();
  await expect(simulator.extension.getByRole("button", { name: "Refresh session" })).toBeVisible();
  await simulator.openCustomer("Chats", "Mary Brown");
  const orders = simulator.extension.getByRole("button", { name: "Insert link" }).first();
  await expect(orders).toBeVisible();
  await simulator.extension.getByRole("button", { name: "Insert greeting" }).click();
  await expect(simulator.input).toHaveValue(GREETING);
  await simulator.button("Dark theme").click();
  await expect(simulator.extension.locator("[data-theme=dark]")).toBeVisible();
  await simulator.openDrawer("Faults");
  await page.getByRole("checkbox", { name: "Doubled messages" }).click();
  await simulator.openCustomer("Visitors", "Kenji Mori");
  await expect(simulator.property("Name")).toHaveText("Kenji Mori");
  await simulator.openDrawer("Scenario");
  // Hidden ones are in the recording too, and may take longer.
  for (const frame of await page.locator("iframe").all()) await expect(frame.contentFrame().locator(".lc-surface")).toBeAttached();
  await page.getByRole("region", { name: "Scenario" }).getByRole("button", { name: "Stop recording" }).click();
  const file = await saved(page);
  expect(file).toMatchObject({ version: 1, name: "Kenji Mori" });
  return file;
}

/** In another page, later. */
async function loaded(context: BrowserContext, { name, steps }: { name: string; steps: Step[] }, pace: string) {
  const simulator = await Simulator.open(await context.newPage(), QUERY);
  await load(simulator.page, name, steps);
  await simulator.page.getByLabel("Pace").selectOption(pace);
  await simulator.button("Play").click();
  return simulator;
}

// A recording and a replay in one test.
test.slow();

const hosts = (steps: Step[]) => steps.filter((step) => !("command" in step)).map(said);
/** For the customer who is opened last: whether the shop has responded by the end depends on timing. */
const LAST_ORDER = "A-39078";
const commands = (steps: Step[]) =>
  steps
    .filter((step) => "command" in step)
    .map((step) => JSON.stringify(said(step)))
    .filter((command) => !command.includes(LAST_ORDER))
    .sort();
const verdict = (page: Page) => page.getByText(/The extensions (sent|did not send) the same commands as in the recording/);

test("a recording contains every message of host and extension", async ({ page }) => {
  const { steps } = await record(page);
  for (const step of [
    { host: "loads" },
    { command: "plugin_inited" },
    { event: "customer_profile", data: expect.objectContaining({ name: "Mary Brown" }) },
    { command: "put_message", data: GREETING },
    { event: "change_theme", data: { theme: "dark" } },
    { faults: { doubled: true } },
    { event: "customer_profile", data: expect.objectContaining({ name: "Kenji Mori" }) },
  ]) {
    expect(steps).toContainEqual({ at: expect.any(Number), placement: "details", ...step });
  }
  const at = steps.map((step) => step.at);
  expect(at).toEqual(at.toSorted((a, b) => a - b));
});

for (const pace of ["1×", "Step by step"]) {
  test(`a replay produces the same messages, ${pace}`, async ({ page, context }) => {
    const { name, steps } = await record(page);
    // A pause between the two customers, so that the test can see the first.
    const click = steps.findIndex((step) => step.command === "put_message");
    const recorded = { name, steps: steps.map((step, index) => (index > click ? { ...step, at: step.at + 5_000 } : step)) };
    const simulator = await loaded(context, recorded, pace);
    const next = simulator.button("Next step");
    let clicked = false;
    while (!(await verdict(simulator.page).isVisible())) {
      // Repeats the person's clicks at the same point of the scenario.
      if (!clicked && (await simulator.property("Name").filter({ hasText: "Mary Brown" }).isVisible())) {
        // The clock is stopped for the click: a busy machine clicks later than the person did.
        await simulator.page.getByLabel("Pace").selectOption("Step by step");
        await expect(simulator.extension.getByRole("button", { name: "Insert link" }).first()).toBeVisible();
        await simulator.extension.getByRole("button", { name: "Insert greeting" }).click();
        await expect(simulator.input).toHaveValue(GREETING);
        await simulator.page.getByLabel("Pace").selectOption(pace);
        clicked = true;
      }
      // It is hidden while an extension is awaited, and at the end.
      if (pace === "Step by step" && (await next.isVisible())) await next.click({ timeout: 1_000 }).catch(() => undefined);
    }
    await expect(verdict(simulator.page)).toHaveText("The extensions sent the same commands as in the recording.");
    await expect(simulator.property("Name")).toHaveText("Kenji Mori");
    await expect(simulator.extension.locator("[data-theme=dark]"), "the theme is the recording's").toBeVisible();
    await expect(simulator.button("Visitors"), "the simulator follows").toHaveAttribute("aria-current", "page");

    await simulator.button("Use the session so far").click();
    const again = await saved(simulator.page);
    expect(hosts(again.steps)).toEqual(hosts(recorded.steps));
    expect(commands(again.steps)).toEqual(commands(recorded.steps));
  });
}

test("at ten times the speed the host sends the same", async ({ page, context }) => {
  const recorded = await record(page);
  const simulator = await loaded(context, recorded, "10×");
  await expect(verdict(simulator.page)).toBeVisible();
  await simulator.button("Use the session so far").click();
  const again = await saved(simulator.page);
  expect(hosts(again.steps)).toEqual(hosts(recorded.steps));
});

test("at ten times the speed, a gap of a hundred seconds takes ten", async ({ context }) => {
  const placement = "details";
  const steps: Step[] = [
    { at: 0, placement, host: "loads" },
    { at: 100, placement, command: "plugin_inited" },
    { at: 200, placement, event: "customer_profile", data: { id: "X1", name: "Ann", chat: {} } },
    { at: 100_200, placement, event: "customer_profile", data: { id: "X2", name: "Bob", chat: {} } },
  ];
  const simulator = await loaded(context, { name: "Far apart", steps }, "10×");
  await expect(simulator.property("Name")).toHaveText("Ann");
  // At the recorded pace it would exceed the timeout of an expectation.
  await expect(simulator.property("Name")).toHaveText("Bob");
});

test("missing commands are listed, and the user controls the Agent App again after the replay", async ({ page }) => {
  const simulator = await Simulator.open(page, QUERY);
  const placement = "details";
  await load(page, "A greeting", [
    { at: 0, placement, host: "loads" },
    { at: 100, placement, command: "plugin_inited" },
    { at: 200, placement, event: "customer_profile", data: { id: "X1", name: "Ann", chat: {} } },
    { at: 300, placement, command: "put_message", data: "Hello Ann! How can I help you today?" },
  ]);
  await simulator.button("Play").click();
  await expect(simulator.property("Name")).toHaveText("Ann");
  await expect(page.getByText(/The extensions did not send the same commands/)).toBeVisible();
  await expect(page.getByText(`details: missing put_message "Hello Ann! How can I help you today?"`)).toBeVisible();
  await simulator.openCustomer("Chats", "Mary Brown");
  await expect(simulator.property("Name"), "the scenario says what the host says").toHaveText("Ann");
  await page.getByRole("region", { name: "Scenario" }).getByRole("button", { name: "End replay" }).click();
  await simulator.openCustomer("Archives", "Mary Brown");
  await expect(simulator.property("Name")).toHaveText("Mary Brown");
});

test("an invalid scenario file is rejected with the position of the error, and the current scenario stays", async ({ page }) => {
  const simulator = await Simulator.open(page, QUERY);
  await load(page, "A good one", [{ at: 0, placement: "details", host: "loads" }]);
  const file = page.getByLabel("Load a file");
  for (const [text, problem] of [
    ["nonsense", /line 1/],
    [`{ "version": 9, "name": "", "steps": [] }`, /version/],
    [`{ "version": 1, "name": "", "steps": [{ "at": 0, "placement": "attic", "host": "loads" }] }`, /attic/],
    [`{ "version": 1, "name": "", "steps": [{ "at": 0, "placement": "details" }] }`, /exactly one of/],
  ] as const) {
    await file.setInputFiles({ name: "s.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await expect(page.getByRole("region", { name: "Scenario" }).getByRole("alert")).toHaveText(problem);
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("A good one");
  }
  await expect(simulator.button("Play")).toBeEnabled();
});

test("a link to a scenario plays it", async ({ page }) => {
  const placement = "details";
  const steps = [
    { at: 0, placement, host: "loads" },
    { at: 100, placement, command: "plugin_inited" },
    { at: 200, placement, event: "customer_profile", data: { id: "X1", name: "From a link", chat: {} } },
  ];
  await page.route(({ pathname }) => pathname === "/late-order.json", (route) => route.fulfill({ body: scenarioFile("Late order", steps).buffer }));
  const simulator = await Simulator.open(page, `${QUERY}&scenario=/late-order.json`);
  await expect(simulator.property("Name")).toHaveText("From a link");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Late order");
});

test("the steps are a navigable list, with played ones marked", async ({ page }) => {
  const simulator = await Simulator.open(page, QUERY);
  const placement = "details";
  await load(page, "Steps", [
    { at: 0, placement, host: "loads" },
    { at: 100, placement, command: "plugin_inited" },
    { at: 200, placement, event: "customer_profile", data: { id: "X1", name: "Ann", chat: {} } },
    { at: 60_000, placement, event: "customer_profile", data: { id: "X2", name: "Bob", chat: {} } },
  ]);
  const steps = page.getByRole("listbox", { name: "Steps" }).getByRole("option");
  await expect(steps).toHaveText([
    /the host loads the iframe \(trusted, light\)/,
    /plugin_inited/,
    /customer_profile .*Ann/,
    /customer_profile .*Bob/,
  ]);
  await page.getByLabel("Pace").selectOption("Step by step");
  await simulator.button("Play").click();
  await expect(page.getByText("Step 0 of 4")).toBeVisible();
  for (const played of [2, 3, 4]) {
    await simulator.button("Next step").click();
    await expect(steps.locator(".sim-played")).toHaveCount(played);
  }
  await expect(simulator.property("Name"), "without waiting a minute").toHaveText("Bob");
});
