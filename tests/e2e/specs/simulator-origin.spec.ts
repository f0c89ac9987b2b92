import { expect, test, type Page } from "@playwright/test";
import config, { SIMULATOR } from "../playwright.config";
import { Simulator } from "../support/simulator";

const QUERY = "?authorization=none&drawer=faults";
/** The same server at its other loopback name. */
const OTHER_NAME = SIMULATOR.replace("127.0.0.1", "localhost");

// Safari suppresses the dialogs of cross-origin iframes; Chromium does so only with this flag.
const { launchOptions } = config.use!;
const args = [...launchOptions!.args!, "--enable-features=SuppressDifferentOriginSubframeJSDialogs"];
test.use({ launchOptions: { ...launchOptions, args } });

async function extensionFrame(page: Page) {
  const frame = await (await page.locator('iframe[title="Extension"]').elementHandle())!.contentFrame();
  return frame!;
}

async function extensionOrigin(page: Page) {
  return (await extensionFrame(page)).evaluate(() => origin);
}

/** The capabilities of the extension in its iframe. */
async function powers(page: Page) {
  await page.evaluate(() => localStorage.setItem("owner", "the simulator"));
  const frame = await extensionFrame(page);
  // The clipboard needs the focus.
  await frame.getByText("No customer yet").click();
  return frame.evaluate(async () => {
    const nameOf = ({ name }: Error) => name;
    const attempt = (attempt: () => unknown) => {
      try {
        return attempt();
      } catch (error) {
        return nameOf(error as Error);
      }
    };
    return {
      confirm: confirm("Sure?"),
      prompt: prompt("Your name?"),
      clipboard: await navigator.clipboard.writeText("text").then(() => "written", nameOf),
      storage: attempt(() => localStorage.getItem("owner")),
      parent: attempt(() => parent.document.nodeName),
    };
  });
}

test("fault 42: what a cross-origin iframe forbids also fails in the simulator, unless a switch permits it", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.type());
    void dialog.accept("Ann");
  });
  const simulator = await Simulator.open(page, QUERY);
  expect(await extensionOrigin(page)).toBe(OTHER_NAME);
  const { storage, ...others } = await powers(page);
  expect(others).toEqual({ confirm: false, prompt: null, clipboard: "NotAllowedError", parent: "SecurityError" });
  expect([null, "SecurityError"], "partitioned, or blocked").toContain(storage);
  expect(dialogs).toEqual([]);

  const sameOrigin = page.getByRole("checkbox", { name: "Same origin" });
  await expect(sameOrigin).not.toBeChecked();
  await sameOrigin.click();
  await expect(page).toHaveURL(/origin=same/);
  await expect.poll(() => extensionOrigin(page)).toBe(SIMULATOR);
  const permitted = { confirm: true, prompt: "Ann", clipboard: "written", storage: "the simulator", parent: "#document" };
  await expect(simulator.extension.getByText("No customer yet")).toBeVisible();
  expect(await powers(page)).toEqual(permitted);
  expect(dialogs).toEqual(["confirm", "prompt"]);
  await simulator.openCustomer("Chats", "Mary Brown");
  await expect(simulator.property("Name")).toHaveText("Mary Brown");

  await page.reload();
  await expect(sameOrigin).toBeChecked();
  await sameOrigin.click();
  await expect.poll(() => extensionOrigin(page)).toBe(OTHER_NAME);
  await expect(page).not.toHaveURL(/origin=same/);
  await expect(simulator.property("Name")).toHaveText("Mary Brown");
});

for (const driver of ["trusted", "plain"]) {
  test(`every extension is cross-origin and connects, at either name of the simulator, ${driver}`, async ({ page }) => {
    for (const [name, other] of [[SIMULATOR, OTHER_NAME], [OTHER_NAME, SIMULATOR]] as const) {
      await page.goto(`${name}/${QUERY}&driver=${driver}`);
      for (const title of ["Extension", "Message box extension", "Fullscreen extension", "Settings extension"]) {
        const frame = page.locator(`iframe[title="${title}"]`);
        await expect(frame, title).toHaveAttribute("src", new RegExp(`^${other}/`));
        await expect(frame.contentFrame().locator(".lc-surface"), title).toBeAttached();
      }
      await expect(page.locator(".sim-cover")).toHaveCount(0);
    }
  });
}

test("the extensions stay at the simulator's origin if the other name does not load, and the simulator says so", async ({ page }) => {
  await page.route(`${OTHER_NAME}/**`, (route) => route.abort());
  const simulator = await Simulator.open(page, QUERY);
  expect(await extensionOrigin(page)).toBe(SIMULATOR);
  const sameOrigin = page.getByRole("checkbox", { name: "Same origin" });
  await expect(sameOrigin).toBeChecked();
  await expect(sameOrigin).toBeDisabled();
  await expect(sameOrigin).toHaveAccessibleDescription(new RegExp(`${OTHER_NAME} doesn't load`));
  await simulator.openDrawer("Messages");
  await simulator.filter("can't load");
  await expect(simulator.log.getByRole("option")).toContainText(`The browser can't load ${OTHER_NAME}`);
});

test("the extensions stay at the simulator's origin if that is not a loopback name, and the simulator says so", async ({ page }) => {
  const address = "http://desk.example:3433";
  await page.route(`${address}/**`, async (route) => {
    const url = route.request().url().replace(address, SIMULATOR);
    await route.fulfill({ response: await route.fetch({ url }) });
  });
  await Simulator.open(page, QUERY, address);
  expect(await extensionOrigin(page)).toBe(address);
  const sameOrigin = page.getByRole("checkbox", { name: "Same origin" });
  await expect(sameOrigin).toBeDisabled();
  await expect(sameOrigin).toHaveAccessibleDescription(/Open the simulator at localhost/);
});
