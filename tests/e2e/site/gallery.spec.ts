import { expect, test, type Page } from "@playwright/test";
import { SITE } from "../site.config";
import { misplaced } from "../support/layout";

async function open(page: Page, component: string) {
  await page.goto(`${SITE}gallery/?component=${component}`);
  await expect(page.getByRole("heading", { name: component, exact: true })).toBeVisible();
}

const code = (page: Page) => page.getByRole("region", { name: "Code" }).locator("code");
const stage = (page: Page) => page.getByRole("region", { name: "Component" });

test("a control changes the component and its code", async ({ page }) => {
  await open(page, "Button");
  await expect(code(page)).toHaveText('<Button kind={ButtonKind::Primary} {onclick}>{ "Save" }</Button>');
  await page.getByRole("switch", { name: "busy" }).click();
  await page.getByRole("combobox", { name: "kind" }).selectOption("ButtonKind::Destructive");
  await page.getByRole("textbox", { name: "children" }).fill("Delete");
  await expect(code(page)).toHaveText('<Button kind={ButtonKind::Destructive} busy=true {onclick}>{ "Delete" }</Button>');
  await expect(stage(page).getByRole("button", { name: "Delete" })).toHaveAttribute("aria-busy", "true");
  await page.getByRole("switch", { name: "busy" }).click();
  await stage(page).getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("onclick called once")).toBeVisible();
});

test("every component has controls and code, on a phone too", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await open(page, "Surface");
  const names = await page.getByRole("navigation", { name: "Components" }).getByRole("listitem").allTextContents();
  expect(names.length).toBeGreaterThan(30);
  for (const name of names) {
    await open(page, name);
    await expect(code(page)).toContainText(`<${name}`);
    const wide = await misplaced(page.locator(".gallery-props"));
    expect(wide, name).toEqual([]);
  }
});

test("the page of all components leads to the controls of each", async ({ page }) => {
  await page.goto(`${SITE}gallery/`);
  await page.getByRole("link", { name: /^Try it ?: Snackbar$/ }).click();
  await expect(page.getByRole("status").or(page.getByRole("alert")).getByText("The link is in the message.")).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.getByText("onclose called once")).toBeVisible();
  await expect(code(page)).not.toContainText("open=true");
});
