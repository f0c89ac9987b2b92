// Every placement of the demo: each event that it receives, and each command that it sends.

import { strict as assert } from "node:assert";
import { AgentApp, EXTENSION } from "../support/agent-app.mjs";
import { by, until } from "../support/page.mjs";
import { mary } from "../support/profiles.mjs";

export const placements = [
  {
    name: "details: a customer with orders opens, the section's buttons work, and the customer closes",
    async run(context) {
      const app = await AgentApp.connected(context);
      await app.send("customer_profile", mary);
      const { data } = await app.command("customer_details_section", ({ components }) => components.length > 1);
      assert.equal(data.title, "Orders");
      assert.deepEqual(data.components.map(({ type }) => type), ["title", "tags", "label_value", "link", "line", "button", "button"]);
      await app.send("customer_details_section_button_click", { buttonId: "track" });
      assert.ok((await app.command("put_message")).data.includes(data.components[3].data.url));
      assert.deepEqual((await app.command("set_toast")).data, { content: "The tracking link is in the message", kind: "success" });
      assert.equal((await app.command("track")).data.event_name, "tracking link inserted");
      const tracked = (await app.names("track")).length;
      await app.send("ticket_details_section_button_click", { buttonId: "track" });
      await until("the command track, again", async () => (await app.names("track")).length > tracked);
      await app.extension.click(by("button", "Send card"));
      const [card] = (await app.command("send_cards")).data;
      const tracking = data.components[3].data.url;
      assert.ok(tracking.endsWith(/^Order (\S+): /.exec(card.subtitle)[1]), card.subtitle);
      assert.deepEqual(card.buttons.map(({ type, value }) => [type, value]), [["url", tracking]]);
      await app.send("customer_profile_hidden", { id: mary.id });
      await app.extension.shows("The customer has left");
    },
  },
  {
    name: "details: messages, the message input and private mode reach it, and it answers",
    async run(context) {
      const app = await AgentApp.connected(context);
      await app.send("customer_profile", mary);
      await app.command("watch_messages");
      await app.send("message", { chat: mary.chat.chat_id, message: "How do I return it?", message_id: "M1", message_source: "visitor" });
      const reply = (text) => app.extension.holds(`the reply ${text} first`, (text) => document.querySelector(".demo-reply")?.textContent.includes(text), text);
      await reply("Returns are free");
      await app.send("private_mode", { threads: {} });
      await app.send("message_box_text", { value: "thank you" });
      await reply("Thank you for waiting!");
      await app.extension.click({ selector: ".demo-reply" });
      assert.equal((await app.command("put_message")).data, "Thank you for waiting!");
      await app.extension.click(by("button", "Ask if that helped"));
      assert.equal((await app.command("send_quick_replies")).data.title, "Did that help?");
    },
  },
  {
    name: "details: a session, its refresh and its refusal, and a ticket with its date",
    async run(context) {
      const app = await AgentApp.connected(context);
      await app.send("authorize", { session_id: "session-1" });
      await app.extension.shows("session-1");
      await app.extension.click(by("button", "Refresh session"));
      assert.equal((await app.command("plugin_loaded")).data, null);
      await app.send("authorize_error");
      await app.extension.shows("Refused");
      await app.send("ticket_info", { id: "T1", shortId: "AB12", subject: "A late parcel", tagIds: ["late"], date: 7 });
      await app.extension.shows("A late parcel");
      await app.extension.holds("the ticket's date", () => document.querySelector("time")?.dateTime === "1970-01-01T00:00:00.007Z");
    },
  },
  {
    name: "message box: products become cards and a question, and it starts over once they are sent",
    async run(context) {
      const app = await AgentApp.connected(context, { path: "message-box" });
      await app.send("customer_profile", mary);
      await app.extension.shows("Choose products for Mary Brown.");
      for (const product of [/Chair/, /Lamp/]) await app.extension.click(by("button", product));
      await app.extension.click(by("button", "Add cards to the message"));
      const { data } = await app.command("put_messagebox_message");
      assert.equal(data.type, "rich_message");
      assert.deepEqual(
        data.payload.elements.map(({ title, image }) => [title, image.url]),
        [["Chair Alma", "chair"], ["Lamp Nord", "lamp"]].map(([title, file]) => [title, `https://${EXTENSION}/products/${file}.svg`]),
      );
      await app.extension.click(by("button", "Ask which one"));
      await app.command("put_messagebox_message", ({ payload }) => payload.template_id === "quick_replies");
      await app.send("message_sent");
      await app.extension.shows("Sent to Mary Brown.");
      await app.extension.holds("nothing chosen", () => !document.querySelector("[aria-pressed=true]"));
    },
  },
  {
    name: "fullscreen: the badge, the Agent App's address, and navigation to its other pages",
    async run(context) {
      const app = await AgentApp.connected(context, { path: "fullscreen" });
      const badge = "set_fullscreen_widget_notification_badge";
      await app.command(badge, (data) => data === 4);
      await app.extension.click(by("button", "Mark as done"));
      await app.command(badge, (data) => data === 3);
      await app.extension.click(by("switch", "Mute the badge"));
      await app.command(badge, (data) => data === null);
      await app.send("page_data", { queryParams: { order: "A-1" } });
      await app.extension.shows("Order A-1 is not open.");
      await app.extension.click(by("button", "Back to chats"));
      await app.command("navigate_from_fullscreen_widget", (data) => data === "/chats");
      await app.extension.click(by("button", "Show late orders in reports"));
      await app.command("navigate_from_fullscreen_widget", (data) => data === "/reports");
      assert.deepEqual((await app.command("set_reports_filters")).data, { tags: ["order", "late"] });
    },
  },
  {
    name: "settings: a purchase and its outcome",
    async run(context) {
      const app = await AgentApp.connected(context, { path: "settings" });
      const buy = (what) => app.extension.click(by("button", `Buy ${what}`));
      await buy("Team plan");
      const pending = await app.command("register_transaction_pending");
      assert.equal(pending.data.paymentIntent.name, "Team plan");
      assert.equal((await app.command("register_transaction_success")).data.charge.id, "DEMO-TEAM-PLAN");
      await app.send("update_billing_cycle", { billingCycle: 12, chargeId: "DEMO-TEAM-PLAN", paymentIntent: pending.data.paymentIntent });
      await app.extension.shows("billed every 12 months");
      await app.send("transaction_declined", { chargeId: "DEMO-TEAM-PLAN" });
      await app.extension.shows("Team plan: not bought.");
      await buy("100 parcel labels");
      await app.send("transaction_failed", { error: { message: "no card" } });
      await app.extension.shows("100 parcel labels: not bought, no card.");
      await buy("Team plan");
      await app.send("transaction_accepted", { chargeId: "DEMO-TEAM-PLAN" });
      await app.extension.shows("Team plan: bought.");
      assert.deepEqual((await app.command("update_properties")).data, { plan: "Team plan" });
      await buy("Parcel pickup");
      assert.deepEqual((await app.command("register_transaction_failure")).data, { error: { message: "the offer has ended" } });
      await app.extension.shows("Parcel pickup: not bought, the offer has ended.");
    },
  },
  {
    name: "settings: a welcome, the redirect to the shop, and support",
    async run(context) {
      const app = await AgentApp.connected(context, { path: "settings" });
      await app.send("page_data", { queryParams: { from: "marketplace" } });
      await app.extension.shows("Welcome!");
      await app.extension.click(by("button", "Got it"));
      assert.deepEqual((await app.command("update_properties")).data, { onboarded: true });
      await app.extension.hides("Welcome!");
      await app.extension.click(by("button", "Connect your shop"));
      assert.equal((await app.command("redirect")).data, "https://shop.example/connect");
      await app.extension.click(by("button", "Ask LiveChat for help"));
      assert.equal((await app.command("open_chat_widget")).data, null);
    },
  },
];
