// Runs every promise in each named engine, and prints how many passed in each.
//
// node run.mjs --certificate <file> [--simulator <address>] [--only <pattern>] chromium firefox webkit
//
// An engine runs its promises one after the other, in one browser; two engines run at a time.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundleHosts, pictures } from "./support/builds.mjs";
import { endAll, engines, start } from "./support/engines.mjs";
import { Exercised } from "./support/messages.mjs";
import { Network } from "./support/network.mjs";
import { promises } from "./promises/index.mjs";

/** A promise that takes longer waits for something that will not happen. */
const LATE = 90_000;
const AT_A_TIME = 2;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { certificate: { type: "string" }, simulator: { type: "string" }, only: { type: "string" } },
});
const wanted = promises.filter(({ name, needsAll }) => !values.only || (!needsAll && new RegExp(values.only).test(name)));

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    endAll();
    process.exit(130);
  });
}

await bundleHosts();
const queue = [...positionals];
const results = [];
await Promise.all(
  Array.from({ length: AT_A_TIME }, async () => {
    for (let engine; (engine = queue.shift()); ) results.push(await runIn(engine));
  }),
);

let failed = 0;
for (const result of results) {
  for (const { name, error } of result.failures) console.log(`\n${result.title}: ${name}\n${String(error.stack ?? error).replace(/\n    at (?!run ).*/g, "")}`);
  failed += result.failures.length;
}
console.log();
for (const { title, passed, failures, seconds } of results) {
  console.log(`  ${passed} passed in ${title}${failures.length ? `, ${failures.length} failed` : ""} (${seconds.toFixed(0)} s)`);
}
process.exit(failed > 0 || results.some(({ passed }) => passed === 0) ? 1 : 0);

async function runIn(engine) {
  const began = Date.now();
  const network = await Network.start(values.certificate);
  const opened = new Map();
  const exercised = new Exercised();
  /** The browser with these settings; most promises need none. */
  const browser = async (options = {}) => {
    const key = JSON.stringify(options);
    if (!opened.has(key)) opened.set(key, await start(engine, network.address, options));
    return opened.get(key);
  };
  const result = { title: engines[engine].name, passed: 0, failures: [], seconds: 0 };
  try {
    result.title = `${result.title} (${(await browser()).session.browser})`;
    for (const { name, options = {}, run, only } of wanted) {
      if (only && !only.includes(engine)) continue;
      const since = Date.now();
      let session;
      try {
        ({ session } = await browser(options[engine] ?? {}));
        await within(LATE, run({ engine, session, network, simulator: values.simulator, exercised, open: browser }));
        result.passed += 1;
        console.log(`  ok      ${engine}: ${name} (${Date.now() - since} ms)`);
      } catch (error) {
        result.failures.push({ name, error });
        console.log(`  FAILED  ${engine}: ${name} (${Date.now() - since} ms)`);
        await picture(session, `${engine}-${name}`).catch(() => {});
        if (/fetch failed|invalid session/.test(error.message)) {
          // The browser has exited: the next promise gets a new one.
          for (const { stop } of opened.values()) await stop();
          opened.clear();
        }
      }
      await session?.goto("about:blank").catch(() => {});
    }
  } catch (error) {
    result.failures.push({ name: "the browser starts", error });
  } finally {
    for (const { stop } of opened.values()) await stop();
    network.close();
  }
  result.seconds = (Date.now() - began) / 1000;
  return result;
}

async function within(time, promise) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`not over within ${time / 1000} s`)), time)));
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function picture(session, name) {
  const file = join(pictures, `${name.replace(/[^\w.-]+/g, "-").slice(0, 90)}.png`);
  writeFileSync(file, await within(10_000, session.screenshot()));
  console.log(`          ${file}`);
}
