import { existsSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Route } from "@playwright/test";
import { SIGN_IN } from "../template.config";

/** The simulator's address; it loads the extension from `localhost` at the same port. */
const SIMULATOR = "http://127.0.0.1:3597";
const PORT = new URL(SIMULATOR).port;

/** The build at both addresses, and LiveChat at the address that the build expects. */
async function serve(route: Route) {
  const request = route.request();
  const url = new URL(request.url());
  if (url.port === PORT) {
    const file = join(SIGN_IN, url.pathname === "/" ? "index.html" : url.pathname);
    return existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404 });
  }
  const headers = { "access-control-allow-origin": "*", "access-control-allow-headers": "authorization, content-type", "access-control-allow-methods": "*" };
  if (request.method() === "OPTIONS") return route.fulfill({ status: 204, headers });
  if (url.searchParams.get("client_id") === "your-client-id") {
    const answer = new URL(url.searchParams.get("redirect_uri")!);
    answer.search = new URLSearchParams({ code: "dal:code", state: url.searchParams.get("state")! }).toString();
    return route.fulfill({ status: 302, headers: { location: answer.href } });
  }
  if (url.pathname === "/v2/token" && request.method() === "POST") {
    const token = { access_token: "dal:token", refresh_token: "refresh", token_type: "Bearer", expires_in: 28_800 };
    return route.fulfill({ headers, json: { ...token, scope: "chats--access:ro", account_id: "ann", organization_id: "org" } });
  }
  if (url.pathname.endsWith("/list_archives")) {
    if ((await request.headerValue("authorization")) !== "Bearer dal:token") return route.fulfill({ status: 401, headers, json: {} });
    const created_at = "2026-11-01T10:00:00.000000Z";
    const events = [{ id: "E1", type: "message", text: "Where is my lamp?", created_at }];
    return route.fulfill({ headers, json: { chats: [{ id: "CH1", users: [], thread: { id: "T1", active: false, created_at, events } }] } });
  }
  return route.abort();
}

test("an agent signs in to a new project in the simulator, and sees the customer's earlier chats", async ({ context, page }) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await context.route("**/*", serve);
  await page.goto(`${SIMULATOR}/?width=280`);
  const extension = page.frameLocator('iframe[title="Extension"]');
  const button = extension.getByRole("button", { name: "Sign in with LiveChat" });
  await expect(button).toBeVisible();
  await page.getByRole("region", { name: "Customers" }).getByRole("button", { name: "Mary Brown", exact: true }).click();
  await expect(extension.getByText("Desk lamp")).toBeVisible();
  await button.click();
  await expect(extension.getByText("Where is my lamp?")).toBeVisible();
  expect(await extension.locator("html").evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(280);
  const { violations } = await new AxeBuilder({ page }).include(['iframe[title="Extension"]', "aside"]).analyze();
  expect(violations).toEqual([]);
  await extension.getByRole("button", { name: "Sign out" }).click();
  await expect(button).toBeVisible();
  expect(errors).toEqual([]);
});
