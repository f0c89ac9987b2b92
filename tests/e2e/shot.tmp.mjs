import { chromium } from "@playwright/test";
import AxeBuilder from "@axe-core/playwright";
const [base, ...jobs] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP site.example 127.0.0.1","--unsafely-treat-insecure-origin-as-secure=http://site.example:3633"] });
for (const job of jobs) {
  const [path, width, scheme, out, full] = job.split("|");
  const context = await browser.newContext({ viewport: { width: Number(width), height: 900 }, colorScheme: scheme });
  const page = await context.newPage();
  page.on("console", (m) => ["error","warning"].includes(m.type()) && console.log("console:", m.text().slice(0, 300)));
  page.on("pageerror", (e) => console.log("pageerror:", String(e).slice(0, 300)));
  page.on("response", (r) => r.status() >= 400 && console.log(r.status(), r.url()));
  await page.goto(base + path);
  await page.waitForTimeout(Number(process.env.WAIT || 500));
  if (process.env.CLICK) { await page.getByRole("link", { name: process.env.CLICK }).first().click(); await page.waitForTimeout(4000); }
  if (out) await page.screenshot({ path: out, fullPage: full === "full" });
  const w = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  console.log(path, width, scheme, "scroll/client", w.join("/"));
  if (process.env.AXE) { const { violations } = await new AxeBuilder({ page }).analyze(); for (const v of violations) console.log("AXE", v.id, v.nodes.length, v.nodes.slice(0,3).map((n) => n.html.slice(0, 140) + " :: " + n.failureSummary.replace(/\s+/g," ").slice(0, 200)).join("\n   ")); }
  await context.close();
}
await browser.close();
