import { expect, test, type BrowserContext, type FrameLocator } from "@playwright/test";
import { Accounts, BLOCKED, STORED, type Answer } from "../support/accounts";

const NAME = "Sign in with LiveChat";
const button = (frame: FrameLocator) => frame.getByRole("button", { name: NAME });
const isSignedIn = (frame: FrameLocator) => expect(frame.getByText("Signed in: ann of org")).toBeVisible();
const reason = (frame: FrameLocator) => frame.getByRole("alert");

for (const [storage, origin] of [["blocked", BLOCKED], ["there", STORED]] as const) {
  test(`with storage ${storage}, a popup signs all placements in, and a replaced iframe stays signed in`, async ({ context }) => {
    const accounts = await Accounts.open(context, origin, ["", "message-box"]);
    await expect(button(accounts.frame(1))).toBeVisible();
    const popup = context.waitForEvent("page");
    await button(accounts.frame()).click();
    const closed = await popup;
    await isSignedIn(accounts.frame());
    await isSignedIn(accounts.frame(1));
    await expect.poll(() => closed.isClosed()).toBe(true);
    expect(accounts.started, "the application does not start in the popup").toBe(2);
    const [query] = accounts.authorized;
    expect(query!.get("redirect_uri")).toBe(`${origin}/`);
    expect(query!.get("scope")).toBe("chats--access:ro,customers:ro");
    expect(query!.get("state")).toMatch(/^[\w-]{22}$/);
    expect(query!.get("code_challenge")).toMatch(/^[\w-]{43}$/);
    expect(accounts.asked).toMatchObject([{ grant_type: "authorization_code", code: "dal:code", client_id: "my-client-id", redirect_uri: `${origin}/` }]);
    await accounts.replace();
    await isSignedIn(accounts.frame());
    await accounts.frame(1).getByRole("button", { name: "Sign out" }).click();
    await expect(button(accounts.frame())).toBeVisible();
    await expect(button(accounts.frame(1))).toBeVisible();
    await expect.poll(() => accounts.revoked).toEqual(["Bearer dal:token-1"]);
  });

  test(`with storage ${storage}, placements use each refresh token once`, async ({ context }) => {
    const accounts = await Accounts.open(context, origin, ["", "message-box", ""], (accounts) => (accounts.lifetime = 3));
    await button(accounts.frame()).click();
    for (const index of [0, 1, 2]) await isSignedIn(accounts.frame(index));
    await expect.poll(() => accounts.asked.length).toBeGreaterThan(4);
    const refreshed = accounts.asked.slice(1).map(({ refresh_token }) => refresh_token);
    expect(refreshed).toEqual(refreshed.map((_, index) => `refresh-${index + 1}`));
    await isSignedIn(accounts.frame());
  });
}

// With the storage blocked only: when an iframe of the host's own site comes back from another, Playwright does not intercept its
// requests. `sessionStorage` in its place is tested in tests/browser.
test("an iframe is redirected once by itself, and returns unchanged", async ({ context }) => {
  const accounts = await Accounts.open(context, BLOCKED, ["page"]);
  await isSignedIn(accounts.frame());
  expect(accounts.authorized.map((query) => query.get("redirect_uri"))).toEqual([`${BLOCKED}/page`]);
  expect(accounts.page.frames()[1]!.url()).toBe(`${BLOCKED}/page?plugin_id=p0&connection=plain`);
  await expect.poll(() => accounts.inited()).toContain("p0");
});

test("a redirect that LiveChat does not complete is an error, and not a loop", async ({ context }) => {
  const accounts = await Accounts.open(context, BLOCKED, ["page"], (accounts) => (accounts.answer = "nothing"));
  await expect(accounts.frame().getByText("LiveChat asks")).toBeVisible();
  await accounts.page.frames()[1]!.goto(`${BLOCKED}/page`);
  await expect(reason(accounts.frame())).toHaveText("LiveChat did not complete the sign-in; try again.");
  expect(accounts.authorized).toHaveLength(1);
  accounts.answer = "code";
  await button(accounts.frame()).click();
  await isSignedIn(accounts.frame());
});

test("where popups are blocked, the next click redirects the iframe", async ({ context }) => {
  const accounts = await Accounts.open(context, BLOCKED, [""], undefined, "allow-scripts allow-same-origin");
  await button(accounts.frame()).click();
  await expect(reason(accounts.frame())).toHaveText("The browser blocked the sign-in window; allow pop-ups and try again.");
  await button(accounts.frame()).click();
  await isSignedIn(accounts.frame());
  expect(accounts.page.frames()[1]!.url()).toBe(`${BLOCKED}/?plugin_id=p0&connection=plain`);
});

test("the accounts page's own message is a response too", async ({ context }) => {
  const accounts = await Accounts.open(context, BLOCKED, [""], (accounts) => (accounts.answer = "message"));
  await button(accounts.frame()).click();
  await isSignedIn(accounts.frame());
});

async function fails(context: BrowserContext, set: (accounts: Accounts) => void, words: RegExp) {
  const accounts = await Accounts.open(context, BLOCKED, [""], set);
  await button(accounts.frame()).click();
  await expect(reason(accounts.frame())).toHaveText(words);
  // A second attempt is possible.
  accounts.answer = "code";
  accounts.token = undefined;
  await button(accounts.frame()).click();
  await isSignedIn(accounts.frame());
}

const answers: [Answer, RegExp][] = [
  ["refusal", /^Access was refused; accept it on LiveChat's page to continue \(access_denied\)\.$/],
  ["other state", /^The answer does not belong to this sign-in; try again\.$/],
];
for (const [answer, words] of answers) {
  test(`${answer} is an error`, ({ context }) => fails(context, (accounts) => (accounts.answer = answer), words));
}

const tokens: [string, Accounts["token"], RegExp][] = [
  ["no network", (route) => route.abort(), /^LiveChat cannot be reached; /],
  [
    "an exchange that the page may not read",
    (route) => (route.request().method() === "POST" ? route.abort() : route.fulfill({ json: {} })),
    /try `SignIn::implicit`/,
  ],
  ["status 502 with HTML", (route) => route.fulfill({ status: 502, body: "<html>Bad gateway" }), /^LiveChat answered with status 502; /],
  ["an empty answer", (route) => route.fulfill({ body: "" }), /it is not a JSON object/],
  ["a token of the wrong type", (route) => route.fulfill({ json: { access_token: 7, expires_in: 9 } }), /could not be read/],
];
for (const [name, token, words] of tokens) {
  test(`${name} is an error`, ({ context }) => fails(context, (accounts) => (accounts.token = token), words));
}

test("a popup that the agent closes is an error", async ({ context }) => {
  const accounts = await Accounts.open(context, BLOCKED, [""], (accounts) => (accounts.answer = "nothing"));
  const popup = context.waitForEvent("page");
  await button(accounts.frame()).click();
  await expect(button(accounts.frame())).toHaveAttribute("aria-busy", "true");
  const page = await popup;
  await expect(page.getByText("LiveChat asks")).toBeVisible();
  await page.close();
  await expect(reason(accounts.frame())).toHaveText("The sign-in window was closed too early; try again.");
});
