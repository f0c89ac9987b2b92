import { expect, test } from "@playwright/test";
import { AgentApp, EXTENSION_ORIGIN, type Options } from "../support/agent-app";
import { mary } from "../support/profiles";

/** The demo in each placement, in the published host library's frame. */
const driver = "0.3.5";

function open(page: Parameters<typeof AgentApp.connected>[0], path: string, options: Partial<Options> = {}) {
  return AgentApp.connected(page, { driver, path, ...options });
}

test.describe("details", () => {
  test("publishes the customer's orders as a section, and its buttons work in the host", async ({ page }) => {
    const app = await open(page, "");
    await app.send("customer_profile", mary);
    const section = await app.commandWhere("customer_details_section", (data: any) => data.components.length > 1);
    expect(section.data).toEqual({
      title: "Orders",
      components: [
        { type: "title", data: { title: expect.any(String), value: expect.stringMatching(/^\d+\.\d\d EUR$/), description: expect.stringMatching(/^Order A-\d+$/) } },
        { type: "tags", data: { label: "State", tags: [expect.any(String)] } },
        { type: "label_value", data: { label: "Total orders", value: expect.stringMatching(/^\d$/) } },
        { type: "link", data: { url: expect.stringMatching(/^https:\/\/shop\.example\/track\/A-\d+$/), value: "Follow the parcel", inline: true } },
        { type: "line" },
        { type: "button", data: { id: "track", label: "Insert tracking link", primary: true } },
        { type: "button", data: { id: "open", label: "Show all orders", secondary: true, openApp: true } },
      ],
    });
    await app.send("customer_details_section_button_click", { buttonId: "track" });
    const url = (section.data as any).components[3].data.url;
    expect((await app.command("put_message")).data).toContain(url);
    expect((await app.command("set_toast")).data).toEqual({ content: "The tracking link is in the message", kind: "success" });
    expect((await app.command("track")).data).toMatchObject({ event_name: "tracking link inserted" });
  });

  test("publishes nothing when nothing has changed", async ({ page }) => {
    const app = await open(page, "");
    await app.send("customer_profile", mary);
    await app.commandWhere("customer_details_section", (data: any) => data.components.length > 1);
    const before = (await app.names("customer_details_section")).length;
    // Re-renders the whole sidebar: the section's content stays the same.
    await app.send("customer_profile", { ...mary, customVariables: { plan: "Another" } });
    await expect(app.extension.getByText("Another")).toBeVisible();
    expect(await app.names("customer_details_section")).toHaveLength(before);
  });

  test("suggests replies by what the customer writes and what the agent types", async ({ page }) => {
    const app = await open(page, "");
    await app.send("customer_profile", mary);
    await app.command("watch_messages");
    expect(await app.names("watch_messages")).toHaveLength(1);
    const replies = app.extension.locator(".demo-reply");
    await app.send("message", { chat: mary.chat.chat_id, message: "How do I return it?", message_id: "M1", message_source: "visitor" });
    await expect(replies.first()).toHaveText(/Returns are free/);
    await app.send("message", { chat: "another", message: "How do I pay?", message_id: "M2", message_source: "visitor" });
    await app.send("message_box_text", { value: "thank you" });
    await expect(replies).toHaveText(["Thank you for waiting!"]);
    await replies.first().click();
    expect((await app.command("put_message")).data).toBe("Thank you for waiting!");
    await app.extension.getByRole("button", { name: "Ask if that helped" }).click();
    expect((await app.command("send_quick_replies")).data).toMatchObject({ title: "Did that help?", buttons: [{}, {}] });
  });

  test("shows the ticket from HelpDesk, including its dates", async ({ page }) => {
    const app = await open(page, "");
    await app.sendTicket({ id: "T1", shortId: "AB12", subject: "A late parcel", tagIds: ["late"] }, 7);
    await expect(app.extension.getByText("A late parcel")).toBeVisible();
    const created = app.extension.getByRole("time");
    await expect(created).toHaveText(/years ago/);
    await expect(created).toHaveAttribute("datetime", "1970-01-01T00:00:00.007Z");
  });
});

test.describe("message box", () => {
  test("puts the chosen products into the message, and starts over once they are sent", async ({ page }) => {
    const app = await open(page, "message-box");
    await app.send("customer_profile", mary);
    await expect(app.extension.getByText("Choose products for Mary Brown.")).toBeVisible();
    const put = app.extension.getByRole("button", { name: "Add cards to the message" });
    await expect(put).toBeDisabled();
    await app.extension.getByRole("button", { name: /Chair/ }).click();
    await app.extension.getByRole("button", { name: /Lamp/ }).click();
    await put.click();
    const { data } = (await app.command("put_messagebox_message")) as any;
    expect(data.type).toBe("rich_message");
    expect(data.payload.template_id).toBe("cards");
    expect(data.payload.elements.map((card: any) => [card.title, card.image.url])).toEqual([
      ["Chair Alma", `${EXTENSION_ORIGIN}/products/chair.svg`],
      ["Lamp Nord", `${EXTENSION_ORIGIN}/products/lamp.svg`],
    ]);
    await app.extension.getByRole("button", { name: "Ask which one" }).click();
    const question = await app.commandWhere("put_messagebox_message", (data: any) => data.payload.template_id === "quick_replies");
    expect((question.data as any).payload.elements).toMatchObject([{ title: "Which one would you like?" }]);
    await app.send("message_sent");
    await expect(app.extension.getByText("Sent to Mary Brown.")).toBeVisible();
    await expect(app.extension.locator("[aria-pressed=true]")).toHaveCount(0);
  });
});

test.describe("fullscreen", () => {
  test("counts open orders in its badge, and removes it when muted", async ({ page }) => {
    const app = await open(page, "fullscreen");
    const badge = "set_fullscreen_widget_notification_badge";
    expect((await app.command(badge)).data).toBe(4);
    await app.extension.getByRole("button", { name: "Mark as done" }).first().click();
    await app.commandWhere(badge, (data) => data === 3);
    await app.extension.getByRole("switch", { name: "Mute the badge" }).click();
    await app.commandWhere(badge, (data) => data === null);
  });

  test("follows the address of the Agent App, and leads to other pages of it", async ({ page }) => {
    const app = await open(page, "fullscreen");
    await app.send("page_data", { queryParams: { order: "A-20431" } });
    await expect(app.extension.locator("[aria-current=true]")).toContainText("A-20431");
    await app.send("page_data", { queryParams: { order: "A-1" } });
    await expect(app.extension.getByText("Order A-1 is not open.")).toBeVisible();
    await app.extension.getByRole("button", { name: "Back to chats" }).click();
    await app.commandWhere("navigate_from_fullscreen_widget", (data) => data === "/chats");
    await app.extension.getByRole("button", { name: "Show late orders in reports" }).click();
    await app.commandWhere("navigate_from_fullscreen_widget", (data) => data === "/reports");
    expect((await app.command("set_reports_filters")).data).toEqual({ tags: ["order", "late"] });
  });
});

test.describe("settings", () => {
  test("buys, and shows the outcome", async ({ page }) => {
    const app = await open(page, "settings");
    await app.extension.getByRole("button", { name: "Buy Team plan" }).click();
    const pending = (await app.command("register_transaction_pending")) as any;
    expect(pending.data.paymentIntent).toMatchObject({
      name: "Team plan", price: 2500, months: 1, trial_days: 14, return_url: null, test: true,
      metadata: { type: "recurrent_charge", isExternalTransaction: true, showBillingCyclePicker: true },
    });
    const success = (await app.command("register_transaction_success")) as any;
    expect(success.data.charge).toMatchObject({ id: "DEMO-TEAM-PLAN", name: "Team plan", months: 1 });
    await expect(app.extension.getByText("Team plan: confirm it in the dialog.")).toBeVisible();
    await app.send("update_billing_cycle", { billingCycle: 12, chargeId: "DEMO-TEAM-PLAN", paymentIntent: pending.data.paymentIntent });
    await expect(app.extension.getByText("billed every 12 months")).toBeVisible();
    await app.send("transaction_declined", { chargeId: "DEMO-TEAM-PLAN" });
    await expect(app.extension.getByText("Team plan: not bought.")).toBeVisible();
    await app.extension.getByRole("button", { name: "Buy 100 parcel labels" }).click();
    await app.send("transaction_failed", { error: { message: "no card" } });
    await expect(app.extension.getByText("100 parcel labels: not bought, no card.")).toBeVisible();
    await app.extension.getByRole("button", { name: "Buy Team plan" }).click();
    await app.send("transaction_accepted", { chargeId: "DEMO-TEAM-PLAN" });
    await expect(app.extension.getByText("Team plan: bought.")).toBeVisible();
    expect((await app.command("update_properties")).data).toEqual({ plan: "Team plan" });
  });

  test("welcomes a user from the marketplace, connects the shop and opens support", async ({ page }) => {
    const app = await open(page, "settings");
    await expect(app.extension.getByRole("heading", { name: "Shop settings" })).toBeVisible();
    await expect(app.extension.getByText("Welcome!")).toHaveCount(0);
    await app.send("page_data", { queryParams: { from: "marketplace" } });
    await expect(app.extension.getByText("Welcome!")).toBeVisible();
    await app.extension.getByRole("button", { name: "Got it" }).click();
    expect((await app.command("update_properties")).data).toEqual({ onboarded: true });
    await expect(app.extension.getByText("Welcome!")).toHaveCount(0);
    await app.extension.getByRole("button", { name: "Connect your shop" }).click();
    expect((await app.command("redirect")).data).toBe("https://shop.example/connect");
    await app.extension.getByRole("button", { name: "Ask LiveChat for help" }).click();
    expect((await app.command("open_chat_widget")).data).toBeNull();
  });
});

for (const path of ["", "message-box", "fullscreen", "settings"]) {
  for (const theme of ["light", "dark"]) {
    test(`fits 280 px, ${path || "details"}, ${theme}`, async ({ page }) => {
      const app = await open(page, path, { width: 280, query: { theme } });
      await expect(app.extension.locator(`[data-theme=${theme}]`)).toBeVisible();
      await app.send("customer_profile", mary);
      await app.send("page_data", { queryParams: { order: "A-20431", from: "marketplace" } });
      await app.send("change_theme", { theme });
      await expect(app.extension.getByRole("main")).not.toBeEmpty();
      const width = await app.extension.locator("html").evaluate((html) => html.scrollWidth);
      expect(width).toBeLessThanOrEqual(280);
    });
  }
}
