import { expect, test } from "@playwright/test";
import { Simulator } from "../support/simulator";

test("opening customers in each view shows them in the extension, closing hides them", async ({ page }) => {
  const simulator = await Simulator.open(page, "?authorization=none");
  await expect(simulator.extension.getByText("No customer yet")).toBeVisible();
  for (const [view, customer, source] of [
    ["Chats", "Mary Brown", "chats"],
    ["Archives", "Mary Brown", "archives"],
    ["Visitors", "Kenji Mori", "visitors"],
  ] as const) {
    await simulator.openCustomer(view, customer);
    await expect(simulator.property("Name")).toHaveText(customer);
    await expect(simulator.property("Source")).toHaveText(source);
  }
  await simulator.button("Close profile").click();
  await expect(simulator.extension.getByText("The customer has left")).toBeVisible();
  await expect(simulator.extension.getByText("Kenji")).toHaveCount(0);
});

for (const driver of ["trusted", "plain"]) {
  test(`put_message appends to the message input, and only Send empties it, ${driver}`, async ({ page }) => {
    const simulator = await Simulator.open(page, `?driver=${driver}`);
    await simulator.openCustomer("Chats", "Mary Brown");
    await simulator.input.fill("Good evening.");
    await simulator.extension.getByRole("button", { name: "Insert greeting" }).click();
    await expect(simulator.input).toHaveValue("Good evening. Hello Mary Brown! How can I help you today?");
    await simulator.extension.getByLabel("Your own message").fill("One moment.");
    await simulator.extension.getByRole("button", { name: "Insert message" }).click();
    const whole = "Good evening. Hello Mary Brown! How can I help you today? One moment.";
    await expect(simulator.input).toHaveValue(whole);
    await expect(page.getByText(whole), "nothing is sent before the agent does").toHaveCount(0);
    await simulator.button("Send").click();
    await expect(simulator.input).toHaveValue("");
    await expect(page.getByText(whole)).toBeVisible();
  });
}

test("an accepted authorization is a real session from the backend, and refreshing requests another", async ({ page }) => {
  const posted: unknown[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname === "/authorize/") posted.push([request.method(), request.postDataJSON()]);
  });
  const simulator = await Simulator.open(page, "?authorization=accepted");
  const session = simulator.property("Session ID");
  await expect(session).toHaveText(/^[0-9a-f-]{32,36}$/);
  const first = await session.textContent();
  await simulator.extension.getByRole("button", { name: "Refresh session" }).click();
  await expect(session).not.toHaveText(first!);
  await expect(session).toHaveText(/^[0-9a-f-]{32,36}$/);
  expect(posted).toEqual([0, 1].map(() => ["POST", { login: expect.any(String), api_key: expect.any(String) }]));
});

test("a refused authorization differs from none at all", async ({ page }) => {
  const simulator = await Simulator.open(page, "?authorization=refused");
  await expect(simulator.property("Session ID")).toHaveText("Refused");
  await page.getByLabel("Authorization").selectOption("None");
  await expect(simulator.property("Session ID")).toHaveText("Waiting for the Agent App");
});

test("the theme is sent to the extension, and is in the iframe's URL", async ({ page }) => {
  const simulator = await Simulator.open(page);
  await expect(simulator.extension.locator("[data-theme=light]")).toBeVisible();
  await simulator.button("Dark theme").click();
  await expect(simulator.extension.locator("[data-theme=dark]")).toBeVisible();
  await simulator.button("Reload iframe").click();
  await expect(simulator.extension.locator("[data-theme=dark]")).toBeVisible();
  await expect(page.locator('iframe[title="Extension"]')).toHaveAttribute("src", /theme=dark/);
});

test("reloading the iframe reconnects and shows the open customer again", async ({ page }) => {
  const simulator = await Simulator.open(page);
  await simulator.openCustomer("Chats", "Mary Brown");
  await expect(simulator.property("Name")).toHaveText("Mary Brown");
  await simulator.button("Reload iframe").click();
  await expect(simulator.property("Name")).toHaveText("Mary Brown");
  await page.getByLabel("Driver").selectOption("Plain");
  await expect(simulator.property("Name")).toHaveText("Mary Brown");
  await simulator.filter("customer_profile plain");
  await expect(simulator.line("customer_profile").first()).toContainText("plain");
});

test("customers with extreme data are shown", async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  const simulator = await Simulator.open(page);
  for (const view of ["Chats", "Archives", "Visitors"] as const) {
    await simulator.button(view).click();
    const customers = page.getByRole("region", { name: "Customers" }).getByRole("button");
    const count = await customers.count();
    expect(count).toBeGreaterThan(0);
    for (let index = 0; index < count; index++) {
      await customers.nth(index).click();
      const name = await customers.nth(index).getAttribute("aria-label") ?? await customers.nth(index).innerText();
      await expect(simulator.extension.getByRole("heading", { level: 1 }), name).toBeVisible();
      const overflow = await simulator.extension.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
      expect(overflow, name).toBeLessThanOrEqual(0);
    }
  }
  expect(errors).toEqual([]);
});

test("a link reproduces the view", async ({ page, context }) => {
  const simulator = await Simulator.open(page);
  await simulator.openCustomer("Archives", "Mary Brown");
  await simulator.button("Dark theme").click();
  await expect(simulator.extension.locator("[data-theme=dark]")).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  const extension = other.frameLocator('iframe[title="Extension"]');
  await expect(extension.getByText("Mary Brown").first()).toBeVisible();
  await expect(extension.locator("[data-theme=dark]")).toBeVisible();
});
