import { expect, test } from "@playwright/test";
import { Simulator } from "../support/simulator";
import { scenarioFile } from "../support/scenario";

const QUERY = "?authorization=none&drawer=messages";

test("every frame is in the log, in both directions, with driver, placement and acknowledgment", async ({ page }) => {
  const simulator = await Simulator.open(page, QUERY);
  await simulator.openCustomer("Chats", "Mary Brown");
  await simulator.extension.getByRole("button", { name: "Insert greeting" }).click();
  await expect(simulator.input).not.toHaveValue("");
  for (const [name, arrow] of [
    ["handshake", "→"],
    ["plugin_inited", "←"],
    ["customer_profile", "→"],
    ["put_message", "←"],
  ]) {
    await simulator.filter(`details ${name}`);
    const calls = simulator.line(name);
    await expect(calls).not.toHaveCount(0);
    // Of several handshakes, the extension received only the last one.
    const call = calls.last();
    await expect(call).toContainText(`${arrow} details`);
    await expect(call).toContainText("trusted");
    await expect(call).toContainText(/✓ [\d.]+ ms/);
    const responses = simulator.line(`response to ${name}`);
    // On a slow machine the host repeats the handshake before the answer arrives; everything else occurs once.
    if (name !== "handshake") {
      await expect(calls).toHaveCount(1);
      await expect(responses).toHaveCount(1);
    }
    await expect(responses.first()).toContainText(`${arrow === "→" ? "←" : "→"} details`);
  }
});

test("a line's payload is a tree that folds, and is copied as JSON", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const simulator = await Simulator.open(page, QUERY);
  await simulator.openCustomer("Chats", "Mary Brown");
  await simulator.filter("details put_message");
  await simulator.extension.getByRole("button", { name: "Insert greeting" }).click();
  await simulator.line("put_message").click();
  await expect(simulator.entry.getByRole("heading")).toHaveText("put_message");
  await expect(simulator.entry).toContainText("from the details extension");
  await expect(simulator.entry).toContainText(/acknowledged after [\d.]+ ms/);

  const greeting = simulator.entry.getByText("Hello Mary Brown! How can I help you today?");
  await expect(greeting).toBeVisible();
  const branch = simulator.entry.locator("summary", { hasText: "args:" });
  await branch.click();
  await expect(greeting).toHaveCount(0);
  await expect(branch).toHaveText("args: [ 1 ]");
  await branch.click();
  await expect(greeting).toBeVisible();

  await simulator.entry.getByRole("button", { name: "Copy as JSON" }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain("put_message");
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  expect(copied).toMatchObject({
    type: "call",
    data: { method: "handle", args: [{ message: "put_message", data: "Hello Mary Brown! How can I help you today?" }] },
  });
  await simulator.button("Close the entry").click();
  await expect(simulator.entry).toHaveCount(0);
});

test("the filter finds words in names and payloads, and can show one direction or only problems", async ({ page }) => {
  const simulator = await Simulator.open(page, QUERY);
  await simulator.openCustomer("Chats", "Mary Brown");
  await expect(simulator.property("Name")).toHaveText("Mary Brown");
  const lines = simulator.log.getByRole("option");

  await simulator.filter("mary.brown@example.com details");
  await expect(simulator.line("customer_profile")).toHaveCount(1);
  await expect(lines).toHaveCount(1);
  await simulator.filter("nothing of this kind (");
  await expect(simulator.inspector.getByText("No messages match the filter.")).toBeVisible();
  await simulator.filter("");

  const show = page.getByLabel("Show", { exact: true });
  await show.selectOption("To the extension");
  await expect(lines.filter({ hasText: "→" }).first()).toBeVisible();
  await expect(lines.filter({ hasText: "←" })).toHaveCount(0);
  await show.selectOption("From the extension");
  await expect(lines.filter({ hasText: "←" }).first()).toBeVisible();
  await expect(lines.filter({ hasText: "→" })).toHaveCount(0);
  await show.selectOption("Problems");
  // On a slow machine there may be some: answers to late handshakes.
  for (const name of ["plugin_inited", "customer_profile", "response to customer_profile"]) {
    await expect(simulator.line(name)).toHaveCount(0);
  }
  await simulator.openDrawer("Faults");
  await page.getByLabel("As", { exact: true }).selectOption("Bare message");
  await simulator.button("Send event").click();
  await simulator.openDrawer("Messages");
  await expect(lines.filter({ hasText: "refused a message" })).toHaveCount(1);
});

test("messages that the bridge refused are in the log, with the reason", async ({ page }) => {
  const simulator = await Simulator.open(page, "?authorization=none&drawer=faults&show=problems");
  await page.getByLabel("As", { exact: true }).selectOption("Bare message");
  await page.getByLabel("Message as JSON").fill(`{ "event_name": "livechat:customer_profile", "event_data": {} }`);
  await simulator.button("Send event").click();
  await simulator.openDrawer("Messages");
  const refused = simulator.log.getByRole("option").filter({ hasText: "refused a message from http://127.0.0.1" });
  await expect(refused).toHaveCount(1);
  await expect(refused).toContainText("✕ details");
  await refused.click();
  await expect(simulator.entry).toContainText("The details extension's bridge refused a message from");
});

test("while it is paused nothing is added, and nothing is lost when it resumes", async ({ page }) => {
  const simulator = await Simulator.open(page, QUERY);
  await simulator.filter("details customer_profile");
  await simulator.button("Pause").click();
  await simulator.openCustomer("Chats", "Mary Brown");
  await expect(simulator.property("Name")).toHaveText("Mary Brown");
  await expect(simulator.inspector.getByText(/^\d+ new$/)).toBeVisible();
  await expect(simulator.line("customer_profile")).toHaveCount(0);
  await simulator.button("Pause").click();
  await expect(simulator.line("customer_profile")).toHaveCount(1);
  // On a slow machine the extensions may still send something.
  await expect(async () => {
    await simulator.button("Clear messages").click();
    await expect(simulator.inspector.getByText("No messages yet.")).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(simulator.log.getByRole("option")).toHaveCount(0);
});

test("the log works with the keyboard alone", async ({ page }) => {
  const simulator = await Simulator.open(page, QUERY);
  await simulator.openCustomer("Chats", "Mary Brown");
  await expect(simulator.property("Name")).toHaveText("Mary Brown");
  await simulator.filter("details");
  const selected = simulator.log.locator("[aria-selected=true]");
  await simulator.button("Clear messages").focus();
  await page.keyboard.press("Tab");
  await expect(simulator.log).toBeFocused();
  for (const [key, position] of [["Home", "1"], ["ArrowDown", "2"], ["ArrowDown", "3"], ["ArrowUp", "2"]]) {
    await page.keyboard.press(key);
    await expect(selected).toHaveAttribute("aria-posinset", position);
    await expect(selected).toBeInViewport();
    await expect(simulator.log).toHaveAttribute("aria-activedescendant", (await selected.getAttribute("id"))!);
    await expect(simulator.entry.getByRole("heading")).toHaveText(await selected.locator(".sim-name").innerText());
  }
  await page.keyboard.press("End");
  const last = await selected.getAttribute("aria-setsize");
  await expect(selected).toHaveAttribute("aria-posinset", last!);
});

test("of ten thousand messages only the visible ones are in the page, at any scroll position", async ({ page }) => {
  test.slow();
  const placement = "details";
  const begins = [{ at: 0, placement, host: "loads" }, { at: 0, placement, command: "plugin_inited" }];
  const events = Array.from({ length: 5_000 }, (_, index) => ({ at: 0, placement, event: "page_tick", data: { index } }));
  const simulator = await Simulator.open(page, "?authorization=none&drawer=scenario&filter=page_tick");
  await page.getByLabel("Load a file").setInputFiles(scenarioFile("Many", [...begins, ...events]));
  await simulator.button("Play").click();
  await expect(page.getByText("The extensions sent the same commands as in the recording.").or(page.getByText(/did not send the same/))).toBeVisible({ timeout: 60_000 });
  await simulator.openDrawer("Messages");
  await expect.poll(() => simulator.logged(), { timeout: 60_000 }).toBeGreaterThanOrEqual(10_000);

  const lines = simulator.log.getByRole("option");
  await expect(lines.first()).toHaveAttribute("aria-setsize", "10000");
  for (const part of [0, 0.25, 0.5, 0.9, 1]) {
    await simulator.log.evaluate((log, part) => (log.scrollTop = part * (log.scrollHeight - log.clientHeight)), part);
    const expected = Math.round(part * 9_990);
    await expect
      .poll(() => lines.evaluateAll((lines) => lines.map((line) => Number(line.getAttribute("aria-posinset")))), `at ${part}`)
      .toEqual(expect.arrayContaining([Math.max(1, expected)]));
    expect(await lines.count()).toBeLessThan(80);
    const numbers = await lines.evaluateAll((lines) => lines.map((line) => Number(line.getAttribute("aria-posinset"))));
    expect(numbers).toEqual(numbers.map((_, index) => numbers[0] + index));
    const uncovered = await simulator.log.evaluate((log) => {
      const { top, bottom } = log.getBoundingClientRect();
      const rows = [...log.querySelectorAll("[role=option]")].map((row) => row.getBoundingClientRect());
      return Math.min(...rows.map((row) => row.top)) > top || Math.max(...rows.map((row) => row.bottom)) < bottom - 24;
    });
    expect(uncovered, "there are lines wherever one looks").toBe(false);
  }
  await lines.last().click();
  await expect(simulator.entry.getByRole("heading")).toHaveText("response to page_tick");
});

test("the log shows refusals of windows that play the host, and not messages of popups", async ({ page }) => {
  const simulator = await Simulator.open(page, "?authorization=none&drawer=messages&show=problems");
  const extension = page.frames().find((frame) => frame.url().startsWith("http://localhost") && !/\.\w+$|message-box|fullscreen|settings/.test(new URL(frame.url()).pathname))!;
  await extension.evaluate(() => {
    const popup = document.body.appendChild(document.createElement("iframe")).contentWindow as Window & typeof globalThis;
    for (const data of ['"signed in"', '{ code: "abc" }', '{ event_name: "livechat:customer_profile", event_data: { id: "C7" } }']) {
      popup.eval(`parent.postMessage(${data}, "*")`);
    }
  });
  const refused = simulator.log.getByRole("option").filter({ hasText: "refused a message" });
  await expect(refused).toHaveCount(1);
  await expect(refused).toContainText("the sender is not the window around the extension");
});
