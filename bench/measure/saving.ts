// Measures the time from saving a file to seeing the change, with the development server of each ecosystem, and writes
// every sample.
//
// node saving.mjs <target/bench> <bench> <key> <certificate> <chromium> <runs> <name>…
import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Browser } from "./browser";
import { options } from "./chromium";
import { freePort } from "./free-port";
import { Hosted } from "./hosted";
import { serve } from "./server";

const [target, bench, key, certificate, chromium, runs, ...names] = process.argv.slice(2);

/** The text that every extension shows before there is a customer. */
const TEXT = "Open a chat to see the customer";
const SOURCES: Record<string, string> = {
  "yew-livechat": "src/main.rs",
  react: "sidebar.tsx",
  preact: "sidebar.tsx",
  vanilla: "main.ts",
};
/** The first start of `trunk serve` builds everything. */
const START = 15 * 60_000;
const SEEN = 5 * 60_000;

interface Development {
  server: ChildProcess;
  hosted: Hosted;
  source: string;
  /** The original source, which is restored at the end. */
  original: string;
}

const probe = readFileSync(join(target, "measure/probe.mjs"), "utf8");
const server = await serve({ my: join(target, "host") }, key, certificate);
const browser = Browser.start(chromium, options({ "my.livechatinc.com": server.port }));
const started: Development[] = [];
const restore = () => {
  for (const { server, source, original } of started) {
    writeFileSync(source, original);
    server.kill();
  }
};
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    restore();
    process.exit(1);
  });
}

try {
  const developments: Record<string, Development> = {};
  for (const name of names) developments[name] = await develop(name);
  const samples: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let run = 1; run <= Number(runs); run++) {
    for (const name of names) samples[name].push(await save(developments[name], `${TEXT} ${run}`));
    console.log(`saved ${run} of ${runs}`);
  }
  writeFileSync(join(target, "saving.json"), JSON.stringify(samples));
} finally {
  restore();
  await browser.close();
  server.close();
}

async function develop(name: string): Promise<Development> {
  const folder = join(bench, "extensions", name);
  const port = await freePort();
  // The options of Trunk are those of the repository's own Trunk.toml.
  const [cwd, program, ...args] =
    name === "yew-livechat"
      ? [dirname(bench), "trunk", "serve", join(folder, "index.html"), "--watch", folder, "--offline", "--port", String(port), "--dist", join(target, name, "development")]
      : [folder, "npx", "--no-install", "vite", "--config", join(bench, "development.config.mjs"), "--port", String(port)];
  const source = join(folder, SOURCES[name]);
  const child = spawn(program, args, { cwd, stdio: ["ignore", "ignore", "inherit"] });
  const development = { server: child, source, original: readFileSync(source, "utf8") } as Development;
  started.push(development);
  const url = `http://localhost:${port}/?plugin_id=bench`;
  await until(START, async () => (await fetch(url).catch(() => undefined))?.ok ?? false);
  development.hosted = await Hosted.start(browser, probe, url);
  await until(SEEN, () => shows(development.hosted, TEXT));
  return development;
}

async function save({ hosted, source, original }: Development, text: string): Promise<number> {
  const saved = performance.now();
  writeFileSync(source, original.replace(TEXT, text));
  await until(SEEN, () => shows(hosted, text));
  return performance.now() - saved;
}

/** Whether the iframe shows that text; a reloading page shows none. */
async function shows(hosted: Hosted, text: string): Promise<boolean> {
  return hosted.inFrame<boolean>(`document.querySelector("main")?.innerText === ${JSON.stringify(text)}`).catch(() => false);
}

async function until(limit: number, holds: () => Promise<boolean>) {
  const start = performance.now();
  while (!(await holds())) {
    if (performance.now() - start > limit) throw new Error(`nothing happened within ${limit / 1_000} s`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
