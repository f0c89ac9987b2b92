import { expect, test, type Locator } from "@playwright/test";
import { AgentApp, drivers } from "../support/agent-app";
import { endless, mary } from "../support/profiles";

/** The value beside a label in the extension. */
function property(extension: AgentApp["extension"], label: string): Locator {
  return extension.locator("dt", { hasText: new RegExp(`^${label}$`) }).locator("xpath=following-sibling::dd[1]");
}

for (const driver of drivers) {
  test.describe(`host ${driver}`, () => {
    test("connects and sends `plugin_inited` once", async ({ page }) => {
      const app = await AgentApp.connected(page, { driver });
      await expect(app.extension.getByText("No customer yet")).toBeVisible();
      await app.send("change_theme", { theme: "dark" });
      await expect(app.extension.locator("[data-theme=dark]")).toBeVisible();
      expect(await app.received()).toEqual([{ plugin_id: "demo", message: "plugin_inited", data: null }]);
    });

    test("shows every field of the profile, and none once it is hidden", async ({ page }) => {
      const app = await AgentApp.connected(page, { driver });
      await app.send("customer_profile", mary);
      for (const [label, value] of Object.entries({
        "Customer ID": mary.id,
        Name: mary.name,
        Email: mary.email,
        Source: "chats",
        "Thread ID": "NY0U96PIT4",
        "Chat ID": "PW94SJTGW6",
        "Group ID": "42",
        City: "Wroclaw",
        Region: "Dolnoslaskie",
        "Postal code": "50-001",
        Country: "Poland",
        "Country code": "PL",
        "Time zone": "Europe/Warsaw",
        Latitude: "51.1093",
        Longitude: "17.0248",
        "What is it about\\?": "An order that is late",
        plan: "Business",
      })) {
        await expect(property(app.extension, label), label).toHaveText(value);
      }
      await app.send("customer_profile_hidden", { id: mary.id });
      await expect(app.extension.getByText("The customer has left")).toBeVisible();
      const left = await app.extension.locator("body").innerHTML();
      for (const value of ["Mary", "Wroclaw", "51.1093", "NY0U96PIT4", "Business"]) expect(left).not.toContain(value);
    });

    test("switches from one customer to the next", async ({ page }) => {
      const app = await AgentApp.connected(page, { driver });
      await app.send("customer_profile", mary);
      await app.send("customer_profile", { id: "C2", name: "Ann", chat: {}, source: "archives" });
      await expect(property(app.extension, "Name")).toHaveText("Ann");
      await expect(app.extension.getByText("Mary")).toHaveCount(0);
      await expect(app.extension.getByText("Wroclaw")).toHaveCount(0);
    });

    test("inserts a greeting that names the customer, and a message of the agent's own", async ({ page }) => {
      const app = await AgentApp.connected(page, { driver });
      await app.send("customer_profile", mary);
      await app.extension.getByRole("button", { name: "Insert greeting" }).click();
      expect((await app.command("put_message")).data).toBe("Hello Mary Brown! How can I help you today?");
      const insert = app.extension.getByRole("button", { name: "Insert message" });
      await expect(insert).toBeDisabled();
      const text = "Ünïcode 👋, <b>markup</b> & \"quotes\"\nand a second line";
      await app.extension.getByLabel("Your own message").fill(text);
      await insert.click();
      await expect.poll(async () => (await app.command("put_message")).data).toBe(text);
      await expect(app.extension.getByLabel("Your own message")).toHaveValue("");
    });

    test("shows the session and requests a new one", async ({ page }) => {
      const app = await AgentApp.connected(page, { driver });
      const session = property(app.extension, "Session ID");
      await expect(session).toHaveText("Waiting for the Agent App");
      await app.send("authorize", { session_id: 12345 });
      await expect(session).toHaveText("12345");
      await app.extension.getByRole("button", { name: "Refresh session" }).click();
      await expect(session).toHaveText("Waiting for the Agent App");
      expect(await app.command("plugin_loaded")).toEqual({ plugin_id: "demo", message: "plugin_loaded", data: null });
      await app.send("authorize", "second");
      await expect(session).toHaveText("second");
      await app.send("authorize_error");
      await expect(session).toHaveText("Refused");
    });

    test("fault 16: a profile with an odd field shows its customer, and one without an id nobody", async ({ page }) => {
      const app = await AgentApp.connected(page, { driver });
      for (const data of [undefined, null, 7, "text", [], {}, { name: "Ann" }]) {
        await app.send("customer_profile", mary);
        await expect(property(app.extension, "Name")).toHaveText("Mary Brown");
        await app.send("customer_profile", data);
        await expect(app.extension.getByText("Couldn't read this customer")).toBeVisible();
        await expect(app.extension.getByText("Mary")).toHaveCount(0);
      }
      for (const odd of [{ name: ["Ann"] }, { chat: [1] }, { geolocation: 7 }, { customVariables: "gold" }]) {
        await app.send("customer_profile", mary);
        await expect(property(app.extension, "Name")).toHaveText("Mary Brown");
        await app.send("customer_profile", { id: "C2", email: "ann@example.com", ...odd });
        await expect(property(app.extension, "Customer ID")).toHaveText("C2");
        await expect(property(app.extension, "Email")).toContainText("ann@example.com");
        await expect(app.extension.getByText("Mary")).toHaveCount(0);
      }
    });

    test("fault 16: no order and no message of another customer is left in the host or beside the next one", async ({ page }) => {
      const app = await AgentApp.connected(page, { driver });
      const ofMary = (data: unknown) => JSON.stringify(data).includes("Insert tracking link");
      const section = async () => (await app.command("customer_details_section")).data;
      for (const next of [null, "left"]) {
        await app.send("customer_profile", mary);
        await expect.poll(async () => ofMary(await section())).toBe(true);
        await (next === "left" ? app.send("customer_profile_hidden", { id: mary.id }) : app.send("customer_profile", next));
        await expect.poll(section).toEqual({
          title: "Orders",
          components: [{ type: "label_value", data: { label: "Orders", value: "No customer" } }],
        });
      }
      await app.send("customer_profile", mary);
      const question = "Where is my parcel?";
      await app.send("message", { chat: mary.chat.chat_id, message: question, message_id: "M1", message_source: "visitor" });
      await expect(app.extension.getByText(question)).toBeVisible();
      await app.send("customer_profile", { id: "C2", name: "Ann", chat: "NY0U96PIT4" });
      await expect(property(app.extension, "Name")).toHaveText("Ann");
      await expect(app.extension.getByText(question)).toHaveCount(0);
    });

    test("ignores other windows", async ({ page }) => {
      const app = await AgentApp.connected(page, { driver });
      await app.send("customer_profile", mary);
      // A sibling iframe of the host's origin posts to the extension's window.
      await page.evaluate((event) => {
        const sibling = document.createElement("iframe");
        sibling.srcdoc = `<script>
          const event = ${JSON.stringify(event)};
          const frame = { "@@livechat/postmessenger": true, owner: "x", instance: 0, type: "handshake", data: {}, request: null };
          for (const data of [event, frame]) parent.frames[0].postMessage(data, "*");
          parent.siblingHasPosted = true;
        <\/script>`;
        document.body.append(sibling);
      }, { event_name: "livechat:customer_profile", event_data: { id: "X", name: "Injected", chat: {} } });
      await page.waitForFunction(() => "siblingHasPosted" in window);
      // Sent later by the host: when it is shown, the sibling's messages have been processed.
      await app.send("customer_profile", { id: "C2", name: "Honest", chat: {} });
      await expect(property(app.extension, "Name")).toHaveText("Honest");
      await expect(app.extension.getByText("Injected")).toHaveCount(0);
    });

    test("fault 08: sends nothing to a page that is not the Agent App, and names its origin", async ({ page }) => {
      const app = await AgentApp.open(page, {
        driver,
        origin: "https://attacker.example",
        // Its `frame-ancestors` would prevent the page from loading there.
        serving: { policy: false },
      });
      await page.evaluate(() => {
        const posted: unknown[] = [];
        Object.assign(window, { posted });
        addEventListener("message", (event) => posted.push(event.data));
      });
      await app.startOnly();
      if (driver === "plain") {
        await app.extension.getByText("No customer yet").waitFor();
        await app.send("customer_profile", mary);
      }
      await expect(app.extension.getByText("attacker.example")).toBeVisible();
      await expect(app.extension.getByText("Mary")).toHaveCount(0);
      expect(await page.evaluate(() => (window as unknown as { posted: unknown[] }).posted)).toEqual([]);
    });

    for (const theme of ["light", "dark"]) {
      for (const profile of [mary, endless]) {
        test(`fits 280 px, ${theme}, ${profile.name.slice(0, 12)}`, async ({ page }) => {
          const app = await AgentApp.connected(page, { driver, width: 280, query: { theme } });
          await expect(app.extension.locator(`[data-theme=${theme}]`)).toBeVisible();
          await app.send("customer_profile", profile);
          await expect(app.extension.getByRole("button", { name: "Insert greeting" })).toBeVisible();
          const width = await app.extension.locator("html").evaluate((html) => html.scrollWidth);
          expect(width).toBeLessThanOrEqual(280);
        });
      }
    }
  });
}
