import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { expect, test } from "@playwright/test";
import { EXTENSION_ORIGIN, serveExtension } from "../support/agent-app";
import { dist, signIn } from "../support/paths";

test("fault 11: a release build opened outside the Agent App says where to open it", async ({ page }) => {
  await serveExtension(page);
  await page.goto(`${EXTENSION_ORIGIN}/`);
  await expect(page.getByRole("heading", { name: "This is an extension for LiveChat" })).toBeVisible();
  await expect(page.getByText("It runs inside the LiveChat Agent App")).toBeVisible();
  await expect(page.locator("iframe")).toHaveCount(0);
});

test("a release build contains nothing of the simulator", async () => {
  const files = await readdir(dist);
  expect(files, "the simulator's own module").not.toContain("yew-livechat-simulator");
  const wasm = files.find((file) => file.endsWith(".wasm"));
  const bytes = await readFile(join(dist, wasm!));
  expect(bytes.includes("lc-surface"), "the wasm's texts are readable").toBe(true);
  for (const trace of ["sim-", "Simulator", "/authorize/", "yew-livechat:panicked", "may be stale", "index.html does not include", "panics on request", "fake_accounts", "127.0.0.1"]) {
    expect(bytes.includes(trace), trace).toBe(false);
  }
});

test("a release build ignores a fake LiveChat that its address names", async ({ page, context }) => {
  const [host, extension, fake] = ["http://127.0.0.1:4999", "http://localhost:4999", "http://127.0.0.1:8811"];
  // As the simulator does, instead of its hosts.
  const query = new URLSearchParams({ plugin_id: "simulator", theme: "light", fake_accounts: fake, fake_api: fake });
  const asked: string[] = [];
  await context.route("**/*", async (route) => {
    const url = new URL(route.request().url());
    if (url.origin === host)
      return route.fulfill({ contentType: "text/html", body: `<!doctype html><iframe src="${extension}/?${query}"></iframe>` });
    if (url.origin === extension)
      return route.fulfill({ path: join(signIn.dist, extname(url.pathname) ? url.pathname : "index.html") });
    asked.push(url.origin);
    return route.fulfill({ contentType: "text/html", body: "<!doctype html>LiveChat asks" });
  });
  await page.goto(host);
  const popup = context.waitForEvent("page");
  await page.frameLocator("iframe").getByRole("button", { name: "Sign in with LiveChat" }).click();
  await expect((await popup).getByText("LiveChat asks")).toBeVisible();
  expect(asked).toEqual(["https://accounts.livechat.com"]);
});
