// The simulator: what a developer sees and does in it, in any browser.

import { strict as assert } from "node:assert";
import { KEY, by, until } from "../support/page.mjs";
import { Simulator } from "../support/simulator.mjs";

const GREETING = "Hello Mary Brown! How can I help you today?";

const value = (simulator) => simulator.page.look("(wanted) => find(wanted)[0]?.value", simulator.input);
const hasValue = (simulator, text) => until(`the message input ${JSON.stringify(text)}`, async () => (await value(simulator)) === text);
const box = (frame, selector) =>
  frame.evaluate((selector) => {
    const { x, y, width, height } = document.querySelector(selector).getBoundingClientRect();
    return { x, y, width, height };
  }, selector);

export const simulator = [
  {
    name: "simulator: a customer is opened in each view, and closed",
    async run(context) {
      const simulator = await Simulator.open(context);
      for (const [view, customer] of [["Chats", "Mary Brown"], ["Archives", "Mary Brown"], ["Visitors", "Kenji Mori"]]) {
        await simulator.openCustomer(view, customer);
        await simulator.extension.shows(customer);
      }
      await simulator.button("Close profile");
      await simulator.extension.shows("The customer has left");
    },
  },
  ...["trusted", "plain"].map((driver) => ({
    name: `simulator: what the extension inserts is in the message input until it is sent, ${driver}`,
    async run(context) {
      const simulator = await Simulator.open(context, `&driver=${driver}`);
      await simulator.openCustomer("Chats", "Mary Brown");
      await simulator.page.fill(simulator.input, "Good evening.");
      await simulator.extension.click(by("button", "Insert greeting"));
      await hasValue(simulator, `Good evening. ${GREETING}`);
      await simulator.button("Send");
      await hasValue(simulator, "");
      await simulator.said(`Good evening. ${GREETING}`);
    },
  })),
  {
    name: "simulator: an edge is dragged, by mouse and by keyboard, and selects no text",
    async run(context) {
      const simulator = await Simulator.open(context, "&customer=K3M7Q1");
      const { page } = simulator;
      const width = async () => (await box(page, 'iframe[title="Extension"]')).width;
      const splitter = '[role=separator][aria-label="Width of the details"]';
      await until("its usual width", async () => Math.round(await width()) === 320);
      const { x, y, width: own } = await box(page, splitter);
      await page.enter();
      const points = [0, -40, -160, -100].map((by, index) => [x + own / 2 + by, y + 120 + index * 60]);
      await context.session.drag(points, async () => {
        assert.equal(await page.evaluate(() => String(getSelection())), "");
      });
      await until("100 px more", async () => Math.abs((await width()) - 420) <= 1);
      assert.equal(await page.evaluate(() => String(getSelection())), "");
      await page.evaluate((selector) => document.querySelector(selector).focus(), splitter);
      await page.press(KEY.right);
      await until("16 px less", async () => Math.abs((await width()) - 404) <= 1);
    },
  },
  {
    name: "simulator: the dark theme is its own and the extension's",
    async run(context) {
      const simulator = await Simulator.open(context);
      await simulator.button("Dark theme");
      await simulator.extension.holds("the dark extension", () => document.querySelector("[data-theme=dark]"));
      await simulator.page.holds("the dark root", () => getComputedStyle(document.documentElement).colorScheme === "dark");
      await simulator.button("Reload iframe");
      await simulator.extension.holds("the dark extension, again", () => document.querySelector("[data-theme=dark]"));
    },
  },
  {
    name: "simulator: the inspector shows each frame with its answer, filtered and in full",
    async run(context) {
      const simulator = await Simulator.open(context, "&drawer=messages");
      await simulator.openCustomer("Chats", "Mary Brown");
      await simulator.page.fill(by("searchbox", "Filter"), "details customer_profile");
      const [line] = await until("the line of the profile", async () => {
        const lines = await simulator.lines("customer_profile");
        return lines.length === 1 && /\d+ ms/.test(lines[0]) && lines;
      });
      assert.match(line, /customer_profile/);
      await simulator.page.click({ selector: "[role=option]" });
      await simulator.page.holds("the frame in full", () => /customer_profile.*acknowledged after.*"handle"/s.test(find({ role: "region", name: "Entry" })[0]?.textContent));
    },
  },
  {
    name: "simulator: faults happen, and are counted",
    async run(context) {
      const simulator = await Simulator.open(context, "&drawer=faults");
      await simulator.page.click(by("checkbox", "Silent host"));
      await simulator.page.element(by("button", "1 fault"));
      await simulator.openCustomer("Chats", "Mary Brown");
      await simulator.extension.shows("No customer yet");
      await simulator.page.click(by("checkbox", "Silent host"));
      await simulator.page.click(by("checkbox", "Doubled messages"));
      await simulator.openCustomer("Archives", "Mary Brown");
      await simulator.extension.shows("Mary Brown");
      await simulator.drawer("Messages");
      await simulator.page.fill(by("searchbox", "Filter"), "details customer_profile");
      await until("both of them", async () => (await simulator.lines("customer_profile")).filter((line) => !line.includes("lost")).length === 2);
    },
  },
  {
    name: "simulator: a scenario is recorded and played",
    async run(context) {
      const simulator = await Simulator.open(context, "&drawer=scenario");
      const { page } = simulator;
      await page.click(by("button", "Record", by("region", "Scenario")));
      await simulator.extension.element(by("button", "Refresh session"));
      await simulator.openCustomer("Chats", "Mary Brown");
      await simulator.extension.click(by("button", "Insert greeting"));
      await hasValue(simulator, GREETING);
      await page.click(by("button", "Stop recording", by("region", "Scenario")));
      await page.choose(by("combobox", "Pace"), "10×");
      await page.click(by("button", "Play"));
      await simulator.extension.shows("Mary Brown");
    },
  },
  {
    name: "simulator: products of the message box are previewed and sent",
    async run(context) {
      const simulator = await Simulator.open(context, "&customer=K3M7Q1&messagebox=open");
      await simulator.messageBox.shows("Choose products for Mary Brown.");
      await simulator.messageBox.click(by("button", /Lamp/));
      await simulator.messageBox.click(by("button", "Add cards to the message"));
      await simulator.page.shows("Lamp Nord");
      await simulator.button("Send");
      await simulator.said("Lamp Nord");
      await simulator.messageBox.shows("Sent to Mary Brown.");
    },
  },
  {
    name: "sign-in: in a popup at the fake LiveChat; the message sent afterward is in the conversation",
    async run(context) {
      const simulator = await Simulator.open(context, "&customer=K3M7Q1&messagebox=open");
      const { session } = context;
      await simulator.messageBox.shows("Choose products for Mary Brown.");
      const [first] = await session.windows();
      const accepted = async () => {
        // Busy until the extension has noticed that the last popup was closed.
        await simulator.messageBox.click({ selector: "button:not([aria-busy])", name: "Sign in to send now" });
        const popup = await until("a popup", async () => (await session.windows()).find((handle) => handle !== first));
        try {
          await session.switchTo(popup);
          await simulator.page.click(by("button", "Accept"));
          return await until("the popup closes, or shows a refusal", async () => {
            if ((await session.windows()).length === 1) return "accepted";
            return (await simulator.page.evaluate(() => location.search)).includes("too_many_redirects") && "refused";
          });
        } finally {
          if ((await session.windows()).length > 1) await session.closeWindow();
          await session.switchTo(first);
        }
      };
      // Like LiveChat, the fake refuses the fourth sign-in within 30 s: other engines and runs may have signed in, too.
      await until("the sign-in", async () => (await accepted()) === "accepted", 45_000);
      await simulator.messageBox.element(by("button", "Send now"));
      await simulator.messageBox.click(by("button", /Lamp/));
      await simulator.messageBox.click(by("button", "Send now"));
      await simulator.messageBox.shows("Sent to Mary Brown.");
      await simulator.said("Lamp Nord");
    },
  },
];
