import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { EXTENSION_ORIGIN, serveExtension } from "../support/agent-app";
import { dist } from "../support/paths";

test("fault 11: a release build, opened as a page of its own, says where it belongs", async ({ page }) => {
  await serveExtension(page);
  await page.goto(`${EXTENSION_ORIGIN}/`);
  await expect(page.getByRole("heading", { name: "This is an extension for LiveChat" })).toBeVisible();
  await expect(page.getByText("It works inside the LiveChat Agent App")).toBeVisible();
  await expect(page.locator("iframe")).toHaveCount(0);
});

test("a release build contains nothing of the simulator", async () => {
  const wasm = (await readdir(dist)).find((file) => file.endsWith(".wasm"));
  const bytes = await readFile(join(dist, wasm!));
  expect(bytes.includes("lc-surface"), "the wasm's texts are readable").toBe(true);
  for (const trace of ["sim-", "Simulator", "/authorize/", "yew-livechat:panicked", "may be stale", "does not include", "panics on request"]) {
    expect(bytes.includes(trace), trace).toBe(false);
  }
});
