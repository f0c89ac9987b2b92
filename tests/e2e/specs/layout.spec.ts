import { expect, test } from "@playwright/test";
import { misplaced, type Meant } from "../support/layout";

const faults: Record<string, { body: string; meant?: Meant; found: RegExp[] }> = {
  "a page in order": { body: `<p>One line</p><p>Another</p>`, found: [] },
  "a word that is too long": { body: `<p>${"long".repeat(60)}</p>`, found: [/^the page is/, /^wider than its place: p\./] },
  "an element left of the page": { body: `<p style="position: relative; left: -9px">Left</p>`, found: [/^outside of the page: p\./] },
  "a text that is cut": { body: `<p style="height: 10px; overflow: hidden">One<br>two</p>`, found: [/^cut below: p\./] },
  "a text on top of another": {
    body: `<p style="margin: 0">One</p><p style="margin: -9px 0 0">Two</p>`,
    found: [/^p\. “One” is on top of p\. “Two”/],
  },
  "texts of a line, of which one has a second line": { body: `<span>${"word ".repeat(9)}</span><b>Bold</b>`, found: [] },
  "what only assistive technology finds": {
    body: `<div style="position: relative"><b>3</b><span style="position: absolute; left: 0; width: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap">3 unread</span></div>`,
    found: [],
  },
  "an ellipsis": { body: `<p style="overflow: hidden; text-overflow: ellipsis">${"long".repeat(60)}</p>`, found: [] },
  "a row that scrolls sideways": {
    body: `<div class="row" style="overflow-x: auto"><p style="width: 500px">Wide</p></div>`,
    meant: { sideways: ".row" },
    found: [],
  },
  "the same row, if it is not meant": {
    body: `<div class="row" style="overflow-x: auto"><p style="width: 500px">Wide</p></div>`,
    found: [/^wider than its place: div\.row/, /^outside of the page: p\./],
  },
  "a badge on an icon": {
    body: `<div style="position: relative"><b>Icon</b><i style="position: absolute; left: 0">3</i></div>`,
    meant: { onTop: "i" },
    found: [],
  },
};

for (const [name, { body, meant, found }] of Object.entries(faults)) {
  test(`finds misplaced elements in ${name}`, async ({ page }) => {
    await page.setViewportSize({ width: 200, height: 400 });
    const frame = `<!doctype html><style>body { margin: 0 }</style>${body}`.replaceAll('"', "&quot;");
    await page.setContent(`<!doctype html><style>body { margin: 0 }</style><iframe srcdoc="${frame}" width="180"></iframe>`);
    const all = await misplaced(page.frameLocator("iframe").locator("body"), meant);
    expect(all).toEqual(found.map((text) => expect.stringMatching(text)));
  });
}
