import { expect, test, type Locator } from "@playwright/test";
import { clickInSight, Simulator } from "../support/simulator";

/** Without waiting for authorization: these tests are about everything else. */
const QUERY = "?authorization=none";

test("the host renders sections that the extension publishes, and their buttons work", async ({ page }) => {
  const simulator = await Simulator.open(page, QUERY);
  await simulator.tab("Customer").click();
  await simulator.openCustomer("Chats", "Mary Brown");
  const section = page.getByRole("tabpanel", { name: "Customer" });
  await expect(section.getByText("Total orders")).toBeVisible();
  await expect(section.getByRole("link", { name: "Follow the parcel" })).toHaveAttribute("href", /^https:\/\/shop\.example\/track\//);
  await section.getByRole("button", { name: "Insert tracking link" }).click();
  await expect(simulator.input).toHaveValue(/https:\/\/shop\.example\/track\/A-\d+/);
  await expect(page.getByRole("status").filter({ hasText: "The tracking link is in the message" })).toBeVisible();
  await section.getByRole("button", { name: "Show all orders" }).click();
  await expect(simulator.tab("Extension")).toHaveAttribute("aria-selected", "true");
});

test("a section is rendered as declared before a customer is open", async ({ page }) => {
  const simulator = await Simulator.open(page, QUERY);
  await simulator.tab("Customer").click();
  // A customer without a name has no orders: until the shop has responded, the section shows the declared content.
  await simulator.openCustomer("Chats", "ordering@riverside-bakery.example");
  await expect(page.getByRole("tabpanel", { name: "Customer" }).getByText("None yet")).toBeVisible();
});

test("what the agent types and what the customer writes reach the extension", async ({ page }) => {
  const simulator = await Simulator.open(page, `${QUERY}&drawer=messages`);
  await simulator.openCustomer("Chats", "Mary Brown");
  // From then on, a host reports messages.
  await expect(simulator.line("watch_messages")).toHaveCount(1);
  const replies = simulator.extension.locator(".demo-reply");
  await simulator.button("Write as the customer").click();
  await page.getByLabel("As the customer").fill("Can I return the chair?");
  await simulator.button("Send as the customer").click();
  await expect(simulator.transcript.getByText("Can I return the chair?")).toBeVisible();
  await expect(replies.first()).toHaveText(/Returns are free/);
  await simulator.input.fill("order number");
  await expect(replies).toHaveText([/Could you tell me the order number/]);
  await simulator.input.fill("");
  await expect(replies).toHaveCount(5);
});

test("cards from the message box are previewed, sent by the agent, and answered by the customer", async ({ page }) => {
  const simulator = await Simulator.open(page, QUERY);
  await simulator.openCustomer("Chats", "Mary Brown");
  await simulator.button("Message box app").click();
  await expect(simulator.messageBox.getByText("Choose products for Mary Brown.")).toBeVisible();
  await clickInSight(simulator.messageBox.getByRole("button", { name: /Lamp/ }));
  await simulator.messageBox.getByRole("button", { name: "Add cards to the message" }).click();
  const preview = page.getByRole("group", { name: "Rich message to send" });
  await expect(preview.getByText("Lamp Nord")).toBeVisible();
  await preview.getByRole("button", { name: "Remove" }).click();
  await expect(preview).toHaveCount(0);
  await expect(simulator.button("Send")).toBeDisabled();
  await simulator.messageBox.getByRole("button", { name: "Add cards to the message" }).click();
  await expect(preview).toBeVisible();
  await simulator.button("Send").click();
  await expect(preview).toHaveCount(0);
  await expect(simulator.messageBox.getByText("Sent to Mary Brown.")).toBeVisible();
  await expect(simulator.transcript.getByText("Lamp Nord")).toBeVisible();
  await expect(simulator.transcript.getByRole("link", { name: "View details" })).toHaveAttribute("href", "https://shop.example/lamp");
  await simulator.transcript.getByRole("button", { name: "I'd like that" }).click();
  await expect(simulator.transcript.locator(".sim-bubble", { hasText: "I'd like that" })).toBeVisible();
});

test("the message input stays visible above the drawer, whatever it contains", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const simulator = await Simulator.open(page, QUERY);
  await simulator.openCustomer("Chats", "Mary Brown");
  await simulator.button("Message box app").click();
  for (const product of [/Chair/, /Lamp/, /Desk/]) await clickInSight(simulator.messageBox.getByRole("button", { name: product }));
  await simulator.messageBox.getByRole("button", { name: "Add cards to the message" }).click();
  await expect(page.getByRole("group", { name: "Rich message to send" })).toBeVisible();
  const foot = async (locator: Locator) => locator.evaluate((element) => element.getBoundingClientRect().bottom);
  const drawer = await simulator.inspector.evaluate((element) => element.getBoundingClientRect().top);
  expect(await foot(simulator.button("Send"))).toBeLessThan(drawer);
  expect(await foot(simulator.button("Write as the customer"))).toBeLessThanOrEqual(drawer);
});

test("quick replies are sent at once, and a click on one answers", async ({ page }) => {
  const simulator = await Simulator.open(page, QUERY);
  await simulator.openCustomer("Chats", "Mary Brown");
  await simulator.extension.getByRole("button", { name: "Ask if that helped" }).click();
  await expect(simulator.transcript.getByText("Did that help?")).toBeVisible();
  await simulator.transcript.getByRole("button", { name: "Yes, thank you" }).click();
  await expect(simulator.transcript.locator(".sim-bubble", { hasText: "Yes, thank you" })).toBeVisible();
  await expect(simulator.extension.getByText("Last message: “Yes, thank you”")).toBeVisible();
});

test("the badge, the page's address, navigation and reports filters work", async ({ page }) => {
  const simulator = await Simulator.open(page, QUERY);
  const apps = page.getByRole("navigation", { name: "Views" }).getByRole("button", { name: /Apps/ });
  await expect(apps).toHaveAccessibleDescription("4 notifications");
  await apps.click();
  await page.getByRole("textbox", { name: "Page address" }).fill("order=A-20431");
  await simulator.button("Set").click();
  await expect(simulator.fullscreen.locator("[aria-current=true]")).toContainText("A-20431");
  await simulator.fullscreen.getByRole("button", { name: "Mark as done" }).first().click();
  await expect(apps).toHaveAccessibleDescription("3 notifications");
  await simulator.fullscreen.getByRole("switch", { name: "Mute the badge" }).click();
  await expect(apps).toHaveAccessibleDescription("");
  await simulator.fullscreen.getByRole("button", { name: "Show late orders in reports" }).click();
  await expect(page.getByRole("heading", { name: "Reports" })).toBeVisible();
  await expect(page.getByText("order, late")).toBeVisible();
  await apps.click();
  await clickInSight(simulator.fullscreen.getByRole("button", { name: "Back to chats" }));
  await expect(page.getByRole("heading", { name: "Chats", exact: true })).toBeVisible();
  // A link to the fullscreen page reproduces the view.
  await apps.click();
  await page.reload();
  await expect(simulator.fullscreen.locator("[aria-current=true]")).toContainText("A-20431");
});

test("a payment is accepted, declined or fails, and a change of the billing cycle is reported", async ({ page }) => {
  const simulator = await Simulator.open(page, QUERY);
  await simulator.button("Settings").click();
  const dialog = page.getByRole("dialog", { name: "Confirm purchase" });
  const buy = () => clickInSight(simulator.settings.getByRole("button", { name: "Buy Team plan" }));

  await buy();
  await expect(dialog.getByText("$25.00").first()).toBeVisible();
  await dialog.getByLabel("Billing cycle").selectOption("12 months");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(simulator.settings.getByText("Team plan: not bought.")).toBeVisible();
  await expect(simulator.settings.getByText("billed every 12 months")).toBeVisible();

  await buy();
  await expect(dialog.locator(":focus"), "the dialog is open, and receives keys").toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(simulator.settings.getByText("Team plan: not bought.")).toBeVisible();

  await simulator.settings.getByRole("button", { name: "Buy 100 parcel labels" }).click();
  await dialog.getByRole("button", { name: "Fail payment" }).click();
  await expect(simulator.settings.getByText(/100 parcel labels: not bought, .+/)).toBeVisible();

  await buy();
  await dialog.getByRole("button", { name: "Confirm" }).click();
  await expect(simulator.settings.getByText("Team plan: bought.")).toBeVisible();
  // Its name continues with the count.
  await page.getByRole("button", { name: /^Activity/ }).click();
  await expect(page.getByText("Team plan", { exact: true }).last()).toBeVisible();
});

test("a redirect is shown and not followed, and support opens and closes", async ({ page }) => {
  const simulator = await Simulator.open(page, QUERY);
  await simulator.button("Settings").click();
  await clickInSight(simulator.settings.getByRole("button", { name: "Connect your shop" }));
  const dialog = page.getByRole("dialog", { name: "Redirect" });
  await expect(dialog.getByRole("link", { name: "https://shop.example/connect" })).toBeVisible();
  await dialog.getByRole("button", { name: "Close", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await simulator.settings.getByRole("button", { name: "Ask LiveChat for help" }).click();
  const support = page.getByRole("region", { name: "Support chat" });
  await expect(support).toBeVisible();
  await support.getByRole("button", { name: "Close support chat" }).click();
  await expect(support).toHaveCount(0);
});

test("a HelpDesk ticket reaches the extension in the details panel", async ({ page }) => {
  const simulator = await Simulator.open(page, QUERY);
  await simulator.button("Tickets").click();
  await page.getByRole("region", { name: "HelpDesk tickets" }).getByRole("button").first().click();
  await expect(simulator.extension.getByRole("heading", { name: "Ticket" })).toBeVisible();
  await expect(simulator.property("Subject")).not.toBeEmpty();
});

test("the theme reaches every extension", async ({ page }) => {
  const simulator = await Simulator.open(page, QUERY);
  await simulator.button("Dark theme").click();
  for (const frame of [simulator.extension, simulator.messageBox, simulator.fullscreen, simulator.settings]) {
    await expect(frame.locator("[data-theme=dark]")).toBeAttached();
  }
});

test("all four work with the plain driver", async ({ page }) => {
  const simulator = await Simulator.open(page, `${QUERY}&driver=plain`);
  await expect(page.getByRole("navigation", { name: "Views" }).getByRole("button", { name: "Apps" })).toHaveAccessibleDescription("4 notifications");
  await simulator.openCustomer("Chats", "Mary Brown");
  await simulator.button("Message box app").click();
  await expect(simulator.messageBox.getByText("Choose products for Mary Brown.")).toBeVisible();
  await simulator.button("Settings").click();
  await clickInSight(simulator.settings.getByRole("button", { name: "Buy Team plan" }));
  await page.getByRole("dialog").getByRole("button", { name: "Confirm" }).click();
  await expect(simulator.settings.getByText("Team plan: bought.")).toBeVisible();
});

for (const width of [1280, 900, 360]) {
  test(`nothing is wider than the page at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const simulator = await Simulator.open(page, QUERY);
    const widest = () => page.evaluate(() => document.documentElement.scrollWidth);
    await simulator.openCustomer("Chats", "Mary Brown");
    await simulator.button("Message box app").click();
    expect(await widest()).toBeLessThanOrEqual(width);
    for (const view of ["Tickets", "Reports", "Settings"]) {
      await simulator.button(view).click();
      expect(await widest(), view).toBeLessThanOrEqual(width);
    }
    await page.getByRole("navigation", { name: "Views" }).getByRole("button", { name: /Apps/ }).click();
    expect(await widest(), "Apps").toBeLessThanOrEqual(width);
  });
}
