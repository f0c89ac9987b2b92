import { expect, test, type BrowserContext, type Page, type Route } from "@playwright/test";
import { SIMULATOR } from "../playwright.config";
import { ACCOUNTS, API, MARYS_CHAT, reset, sendEvent } from "../support/fake-livechat";
import { Simulator, clickInSight } from "../support/simulator";

// They share one fake LiveChat with its switches: one after the other.
test.describe.configure({ mode: "default" });
test.beforeEach(reset);

const QUERY = "?authorization=none&customer=K3M7Q1";

/** The demo's message box, which signs in and sends. */
async function open(page: Page, query = "") {
  const simulator = await Simulator.open(page, QUERY + query);
  await simulator.button("Message box app").click();
  await expect(simulator.messageBox.getByText("Choose products for Mary Brown.")).toBeVisible();
  const button = (name: string | RegExp) => simulator.messageBox.getByRole("button", { name });
  return {
    simulator,
    button,
    panel: page.getByRole("region", { name: "LiveChat" }),
    reason: simulator.messageBox.getByRole("alert"),
    /** Opens the popup and completes it. */
    async signIn(context: BrowserContext, answer: "Accept" | "Refuse") {
      const opened = context.waitForEvent("page");
      await clickInSight(button("Sign in to send now"));
      const popup = await opened;
      await popup.getByRole("button", { name: answer }).click();
      return popup;
    },
    async send(product: RegExp) {
      await clickInSight(button(product));
      await button("Send now").click();
    },
  };
}

test("an agent without an account signs in, sends a message through the API, and sees it once in the conversation", async ({ page, context }) => {
  const { simulator, button, signIn, send } = await open(page);
  const popup = await signIn(context, "Accept");
  await expect(button("Send now")).toBeVisible();
  await expect.poll(() => popup.isClosed()).toBe(true);
  await send(/Lamp/);
  await expect(simulator.messageBox.getByText("Sent to Mary Brown.")).toBeVisible();
  await expect(simulator.transcript.getByText("Lamp Nord")).toHaveCount(1);
  await expect(simulator.extension.getByText("Last message: “Lamp Nord”"), "the host reports it").toBeVisible();

  // Messages sent before the reload are shown, and none is shown twice.
  const isWasm = (url: URL) => url.pathname.endsWith("_bg.wasm");
  const sendFirst = async (route: Route) => {
    await sendEvent(MARYS_CHAT, { type: "message", text: "Sent meanwhile" });
    await route.continue();
  };
  await page.route(isWasm, sendFirst, { times: 1 });
  await page.reload();
  await expect(simulator.transcript.getByText("Sent meanwhile")).toHaveCount(1);
  await expect(simulator.transcript.getByText("Lamp Nord")).toHaveCount(1);
});

test("messages that the API sends to another chat appear when it is opened", async ({ page }) => {
  const { simulator } = await open(page);
  await simulator.openCustomer("Chats", "ordering@riverside-bakery.example");
  await sendEvent(MARYS_CHAT, { type: "message", text: "For Mary" });
  await sendEvent(MARYS_CHAT, { type: "message", text: "For agents", visibility: "agents" });
  await simulator.openCustomer("Chats", "Mary Brown");
  await expect(simulator.transcript.getByText("For Mary")).toBeVisible();
  await expect(simulator.transcript.getByText("You, agents only")).toBeVisible();
});

test("a refused consent is reported in the extension, and can be retried", async ({ page, context }) => {
  const { button, reason, signIn } = await open(page);
  const popup = await signIn(context, "Refuse");
  // LiveChat shows it only in the popup.
  await expect(popup.getByRole("heading", { name: "Ooops! You can't sign in" })).toBeVisible();
  await popup.close();
  await expect(reason).toHaveText("Couldn't sign in: the sign-in window was closed too early; try again.");
  await signIn(context, "Accept");
  await expect(button("Send now")).toBeVisible();
});

test("switches take effect, and show the values of the fake", async ({ page, context }) => {
  const { simulator, button, panel, reason, signIn, send } = await open(page, "&drawer=faults");
  await signIn(context, "Accept");
  await panel.getByLabel("API fault").selectOption("502 with HTML");
  await panel.getByLabel("Failures").fill("1");
  await expect(simulator.button("2 faults")).toBeVisible();
  await send(/Lamp/);
  await expect(reason).toHaveText(/^Couldn't send the cards: .*502/);
  await expect(panel.getByLabel("API fault"), "it ends by itself").toHaveValue("none");
  await expect(panel.getByLabel("Failures")).toHaveValue("");
  await button("Send now").click();
  await expect(simulator.messageBox.getByText("Sent to Mary Brown.")).toBeVisible();

  await panel.getByRole("button", { name: "Expire tokens" }).click();
  await expect(panel.getByRole("status")).toHaveText("1 token has expired.");
  await send(/Chair/);
  await expect(simulator.transcript.getByText("Chair Alma"), "the token is renewed").toBeVisible();

  await panel.getByLabel("Skip consent").check();
  await panel.getByLabel("Response delay").fill("no number");
  await expect(panel.getByText("Enter a whole number.")).toBeVisible();
  await panel.getByRole("button", { name: "Reset LiveChat" }).click();
  await expect(panel.getByLabel("Skip consent")).not.toBeChecked();
  await send(/Desk/);
  await expect(reason, "the token and its refresh token are gone").toHaveText(/sign in again/);
});

test("switches that others change are shown", async ({ page }) => {
  const { panel } = await open(page, "&drawer=faults");
  await fetch(`${API}/fake/switches`, { method: "PUT", body: JSON.stringify({ region: "fra-b", latency_ms: 7 }) });
  await expect(panel.getByLabel("Region", { exact: true })).toHaveValue("fra-b");
  await expect(panel.getByLabel("Response delay")).toHaveValue("7");
});

test("with popups blocked, the iframe returns from the fake and still calls its API", async ({ page, context }) => {
  await context.addInitScript(() => self !== top && (window.open = () => null));
  const { simulator, button, reason, send } = await open(page);
  await clickInSight(button("Sign in to send now"));
  await expect(reason).toHaveText(/the browser blocked the sign-in window/);
  await button("Sign in to send now").click();
  await button("Accept").click();
  await expect(button("Send now")).toBeVisible();
  await send(/Lamp/);
  await expect(simulator.transcript.getByText("Lamp Nord")).toBeVisible();
});

test("without a fake, the panel says how to start one, and extensions sign in there once it runs", async ({ page }) => {
  await page.route(`${API}/**`, (route) => route.abort("connectionrefused"));
  const accounts: string[] = [];
  page.on("request", (request) => request.url().startsWith(ACCOUNTS) && accounts.push(request.url()));
  const { simulator, panel } = await open(page, "&drawer=faults");
  await expect(panel).toContainText(`No fake LiveChat answers at ${API}: start it with cargo run -p fake-livechat`);
  const iframe = page.locator('iframe[title="Message box extension"]');
  await expect(iframe).not.toHaveAttribute("src", /fake_/);
  await expect(panel.getByLabel("API fault")).toHaveCount(0);

  await page.unroute(`${API}/**`);
  await panel.getByRole("button", { name: "Try again" }).click();
  await expect(panel.getByLabel("API fault")).toBeVisible();
  await expect(iframe).toHaveAttribute("src", new RegExp(`fake_accounts=${encodeURIComponent(ACCOUNTS)}`));
  await expect(simulator.messageBox.getByText("Choose products for Mary Brown.")).toBeVisible();
  await expect(page.locator('iframe[title="Extension"]'), "one that doesn't sign in").not.toHaveAttribute("src", /fake_/);
  expect(accounts).toEqual([]);
  expect(new URL(page.url()).origin).toBe(SIMULATOR);
});
