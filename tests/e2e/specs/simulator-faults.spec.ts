import { expect, test } from "@playwright/test";
import { SIMULATOR } from "../playwright.config";
import { Simulator } from "../support/simulator";

const QUERY = "?authorization=none&drawer=faults";
const GREETING = "Hello Mary Brown! How can I help you today?";

/** Toggles a fault. */
async function choose(simulator: Simulator, fault: string, option?: string) {
  await simulator.openDrawer("Faults");
  if (option === undefined) await simulator.page.getByRole("checkbox", { name: fault }).click();
  else await simulator.page.getByLabel(fault).selectOption(option);
}

test("latency counts each way, in the log and for the extension", async ({ page }) => {
  const simulator = await Simulator.open(page, QUERY);
  await choose(simulator, "Latency", "300 ms");
  await expect(simulator.button("1 fault")).toBeVisible();
  await simulator.openDrawer("Messages");
  await simulator.filter("details customer_profile");
  await simulator.openCustomer("Chats", "Mary Brown");
  await expect(simulator.property("Name")).toHaveText("Mary Brown");
  const answer = simulator.line("customer_profile").locator(".sim-answer");
  await expect(answer).toHaveText(/✓ \d+ ms/);
  expect(Number((await answer.textContent())!.replace(/\D/g, ""))).toBeGreaterThanOrEqual(600);
});

test("messages of a silent host do not arrive, and later ones do", async ({ page }) => {
  const simulator = await Simulator.open(page, QUERY);
  await choose(simulator, "Silent host");
  await simulator.openCustomer("Chats", "Mary Brown");
  await simulator.openDrawer("Messages");
  await simulator.filter("details customer_profile");
  await expect(simulator.line("customer_profile")).toContainText("lost");
  await expect(simulator.extension.getByText("No customer yet")).toBeVisible();
  await choose(simulator, "Silent host");
  await simulator.openCustomer("Archives", "Mary Brown");
  await expect(simulator.property("Source")).toHaveText("archives");
});

test("an extension with a silent host shows an error instead of a loader, and a reload fixes it", async ({ page }) => {
  await page.goto(`${SIMULATOR}/${QUERY}&faults=silent`);
  await expect(page.getByRole("heading", { name: "No answer" })).toBeVisible();
  await page.getByRole("checkbox", { name: "Silent host" }).click();
  await page.getByRole("button", { name: "Reload", exact: true }).click();
  await expect(page.frameLocator('iframe[title="Extension"]').getByText("No customer yet")).toBeVisible();
});

test("a host that reloads begins a new connection and sends everything again", async ({ page }) => {
  const simulator = await Simulator.open(page, QUERY);
  await simulator.openCustomer("Chats", "Mary Brown");
  await expect(simulator.property("Name")).toHaveText("Mary Brown");
  await simulator.extension.getByLabel("Your own message").fill("half a sentence");
  await simulator.button("Reload host").click();
  await simulator.openDrawer("Messages");
  for (const [name, times] of [["handshake", 2], ["plugin_inited", 2], ["customer_profile", 2]] as const) {
    await simulator.filter(`details ${name}`);
    await expect(simulator.line(name), name).toHaveCount(times);
  }
  await expect(simulator.property("Name")).toHaveText("Mary Brown");
  await expect(simulator.extension.getByLabel("Your own message"), "the page stays").toHaveValue("half a sentence");
  await simulator.extension.getByRole("button", { name: "Insert greeting" }).click();
  await expect(simulator.input).toHaveValue(GREETING);
});

test("doubled messages appear twice and change nothing", async ({ page }) => {
  const simulator = await Simulator.open(page, QUERY);
  await choose(simulator, "Doubled messages");
  await simulator.openCustomer("Chats", "Mary Brown");
  await expect(simulator.property("Name")).toHaveText("Mary Brown");
  await simulator.extension.getByRole("button", { name: "Insert greeting" }).click();
  await expect(simulator.input).toHaveValue(GREETING);
  await simulator.openDrawer("Messages");
  await simulator.filter("details customer_profile");
  await expect(simulator.line("customer_profile")).toHaveCount(2);
  await expect(simulator.line("customer_profile").last()).toContainText("doubled");
  await expect(simulator.line("response to customer_profile")).toHaveCount(1);
  await page.getByLabel("Show", { exact: true }).selectOption("Problems");
  await simulator.filter("details response");
  await expect(simulator.log.getByRole("option").filter({ hasText: "ignored" }).first(), "an answer without a request").toBeVisible();
});

test("of two reordered messages the second arrives first", async ({ page }) => {
  const simulator = await Simulator.open(page, QUERY);
  await choose(simulator, "Reordered messages");
  await simulator.openCustomer("Chats", "Mary Brown");
  await simulator.openCustomer("Chats", "🦊 Robin Fuchs 🌈");
  await simulator.openDrawer("Messages");
  await simulator.filter("details customer_profile");
  await expect(simulator.line("customer_profile").filter({ hasText: "overtaken" })).toHaveCount(1);
  await expect(simulator.property("Name"), "the first came last").toHaveText("Mary Brown");
});

for (const driver of ["trusted", "plain"]) {
  test(`a refused command is not carried out, ${driver}`, async ({ page }) => {
    const simulator = await Simulator.open(page, `${QUERY}&driver=${driver}`);
    await simulator.openCustomer("Chats", "Mary Brown");
    await choose(simulator, "Refused commands");
    await simulator.extension.getByRole("button", { name: "Insert greeting" }).click();
    await simulator.openDrawer("Messages");
    await simulator.filter("details put_message");
    await expect(simulator.line("put_message")).toContainText("refused");
    if (driver === "trusted") {
      await expect(simulator.line("put_message").locator(".sim-answer-error")).toHaveText(/✕ [\d.]+ ms/);
      await expect(simulator.extension.getByText(/refused by the simulator/)).toBeVisible();
    }
    await expect(simulator.input).toHaveValue("");
    await simulator.openDrawer("Faults");
    await simulator.button("Reset").click();
    await expect(simulator.button("1 fault")).toHaveCount(0);
    await simulator.extension.getByRole("button", { name: "Insert greeting" }).click();
    await expect(simulator.input).toHaveValue(GREETING);
  });
}

for (const [origin, query] of [["its other name's", ""], ["its own", "&origin=same"]] as const) {
  test(`a host at a wrong origin gets no answer, and the log says why, with the extension at ${origin} origin`, async ({ page }) => {
    const simulator = await Simulator.open(page, QUERY + query);
    await choose(simulator, "Wrong origin");
    await simulator.openDrawer("Messages");
    await simulator.page.getByLabel("Show", { exact: true }).selectOption("Problems");
    await simulator.filter("details");
    await expect(simulator.log.getByRole("option").filter({ hasText: "refused a message from null" }).first()).toBeVisible();
    await expect(simulator.page.getByRole("heading", { name: "No answer" })).toBeVisible();
    await simulator.filter("details plugin_inited");
    await expect(simulator.log.getByRole("option")).toHaveCount(0);
    await choose(simulator, "Wrong origin");
    await simulator.openCustomer("Chats", "Mary Brown");
    await expect(simulator.property("Name")).toHaveText("Mary Brown");
  });
}

test("slow WebAssembly loses nothing, because the prelude answers at once", async ({ page }) => {
  const simulator = await Simulator.open(page, QUERY);
  await simulator.openCustomer("Chats", "Mary Brown");
  await expect(simulator.property("Name")).toHaveText("Mary Brown");
  await simulator.openDrawer("Messages");
  await simulator.button("Clear messages").click();
  await choose(simulator, "Slow WebAssembly", "4 s");
  await simulator.openDrawer("Messages");
  await simulator.filter("details handshake");
  // One, or more on a slow machine: the host repeats the handshake until it is answered.
  await expect(simulator.line("response to handshake")).not.toHaveCount(0);
  await simulator.filter("details plugin_inited");
  await expect(simulator.line("plugin_inited")).toHaveCount(1);
  await expect(simulator.property("Name")).toHaveText("Mary Brown");
  const at = async (name: string) => {
    await simulator.filter(`details ${name}`);
    return parseFloat((await simulator.line(name).first().locator(".sim-time").textContent())!);
  };
  const waited = (await at("plugin_inited")) - (await at("response to handshake"));
  expect(waited, "not before it has rendered").toBeGreaterThan(3);
});

test("a custom event reaches the extension, and invalid JSON is reported below its field", async ({ page }) => {
  const simulator = await Simulator.open(page, QUERY);
  const name = page.getByLabel("Event name");
  const data = page.getByLabel("Event data as JSON");
  await data.fill("{ id: nonsense");
  await expect(page.getByText("Invalid JSON"), "half-typed is no mistake").toHaveCount(0);
  await simulator.button("Send event").click();
  await expect(page.getByText(/Invalid JSON: .*line 1/)).toBeVisible();
  await expect(data).toHaveAttribute("aria-invalid", "true");
  await data.fill(`{ "id": "X1", "name": "Zoë <b>Bold</b>", "chat": {} }`);
  await name.fill("  ");
  await simulator.button("Send event").click();
  await expect(page.getByText("Name the event.")).toBeVisible();
  await name.fill("livechat:customer_profile");
  await simulator.button("Send event").click();
  await expect(simulator.property("Name")).toHaveText("Zoë <b>Bold</b>");

  await name.fill("change_theme");
  await data.fill(`{ "theme": "dark" }`);
  await simulator.button("Send event").click();
  await expect(simulator.extension.locator("[data-theme=dark]")).toBeVisible();
  await name.fill("customer_profile");
  await data.fill(`{ "id": 7, "name": "Bob", "email": [] }`);
  await simulator.button("Send event").click();
  await expect(simulator.property("Name"), "an odd field costs itself alone").toHaveText("Bob");
  await data.fill(`{ "name": "Nobody" }`);
  await simulator.button("Send event").click();
  await expect(simulator.extension.getByText("Couldn't read this customer"), "not the one before").toBeVisible();
  await expect(simulator.extension.getByText("Bob")).toHaveCount(0);
  await simulator.openDrawer("Messages");
  await page.getByLabel("Show", { exact: true }).selectOption("Problems");
  const problems = simulator.log.getByRole("option").filter({ hasText: "customer_profile" });
  await expect(problems).toHaveText([/left out a field: .*email is a list, expected text/, /refused a message.*id is nothing/]);
});

test("faults are in the address, and a link has them", async ({ page, context }) => {
  const simulator = await Simulator.open(page, QUERY);
  await choose(simulator, "Latency", "100 ms");
  await choose(simulator, "Doubled messages");
  await expect(simulator.button("2 faults")).toBeVisible();
  const other = await Simulator.open(await context.newPage(), new URL(page.url()).search);
  await expect(other.button("2 faults")).toBeVisible();
  await other.button("2 faults").click();
  await expect(other.page.getByLabel("Latency")).toHaveValue("100");
  await expect(other.page.getByRole("checkbox", { name: "Doubled messages" })).toBeChecked();
});
