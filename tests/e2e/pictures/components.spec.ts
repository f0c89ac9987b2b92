import { mkdir } from "node:fs/promises";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { Gallery } from "../support/gallery";

const folder = "../../docs/pictures/components";
/** The same as in `xtask/src/catalogue/pictures.rs`. */
const WIDTH = 360;

/** The entries as separate cards: names and extremes are only for the gallery itself. */
const cards = `
  .gallery.gallery { padding: 0; }
  .gallery :is(.gallery-head, .gallery-name, .gallery-extreme) { display: none; }
  .gallery .gallery-entry { margin: 0; padding: 16px; border: 1px solid var(--lc-border-subtle); border-radius: 8px; }`;

/** What to press before the picture, and what it shows then. */
const pressed: Record<string, { button: string; shown: (page: Page) => Locator }> = {
  Snackbar: { button: "Success", shown: (page) => page.locator(".lc-snackbar") },
  ConfirmDialog: { button: "Delete…", shown: (page) => page.getByRole("alertdialog") },
  Modal: { button: "Add a note…", shown: (page) => page.getByRole("dialog") },
};

// Two image pixels per CSS pixel, for dense screens.
test.use({ deviceScaleFactor: 2 });

for (const dark of [false, true]) {
  test(`the components, ${dark ? "dark" : "light"}`, async ({ page }) => {
    await mkdir(folder, { recursive: true });
    // A fixed date: otherwise the picture would depend on the year.
    await page.clock.install({ time: new Date("2026-11-25T12:00:00Z") });
    await Gallery.open(page, { width: WIDTH, dark });
    // Reduced motion, so that animations have a static form.
    await page.emulateMedia({ reducedMotion: "no-preference" });
    await page.addStyleTag({ content: cards });
    const names = await page.locator(".gallery-entry").evaluateAll((entries) => entries.map((entry) => entry.ariaLabel!));
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) await test.step(name, () => take(page, name, `${folder}/${file(name, dark)}`));
  });
}

/** Also the same as in `xtask/src/catalogue/pictures.rs`. */
function file(name: string, dark: boolean) {
  return `${name.replace(/\B[A-Z]/g, "-$&").toLowerCase()}${dark ? "-dark" : ""}.png`;
}

async function take(page: Page, name: string, path: string) {
  const entry = page.getByRole("region", { name, exact: true });
  const { button, shown } = pressed[name] ?? {};
  if (button === undefined || shown === undefined) {
    await entry.screenshot({ path, animations: "disabled" });
    return;
  }
  await entry.getByRole("button", { name: button }).click();
  const notice = shown(page);
  await expect(notice).toBeInViewport({ ratio: 1 });
  await notice.evaluate((notice) => Promise.all(notice.getAnimations().map(({ finished }) => finished)));
  // Hides the other entries behind it.
  const alone = await page.addStyleTag({ content: ".gallery > main { visibility: hidden; } .lc-snackbar, .lc-dialog { visibility: visible; }" });
  const { y, height } = (await notice.boundingBox())!;
  await page.screenshot({ path, clip: { x: 0, y: y - 16, width: WIDTH, height: height + 32 } });
  await alone.evaluate((style) => (style as Element).remove());
  await notice.getByRole("button", { name: /Cancel|Close/ }).first().click();
  await expect(notice).toHaveCount(0);
}
