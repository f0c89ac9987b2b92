// Measures the built extensions one after the other in Firefox or WebKit, as often as requested, and writes every sample.
//
// node engine.mjs <target/bench> <key> <certificate> <firefox or webkit> <runs> <name>…
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { endAll } from "../../tests/engines/support/engines.mjs";
import { check, compare, type Shown } from "./check";
import { DrivenBrowser, FROM_THE_START } from "./driven";
import { proxied } from "./proxy";
import { loading, working } from "./samples";
import { serve } from "./server";
import { slowed } from "./slow";

const [target, key, certificate, engine, runs, ...names] = process.argv.slice(2);
/** By the second part of the host name: `probed` has the probe from the start, and `slow` has it too. */
const url = (name: string, network = "probed") => `https://${name}.${network}.example/?plugin_id=bench`;

const sites = Object.fromEntries(names.map((name) => [name, join(target, name, "dist")]));
const folders = { my: join(target, "host"), floor: join(target, "floor/dist"), ...sites };
const probe = readFileSync(join(target, "measure/probe.mjs"), "utf8") + FROM_THE_START;
const server = await serve(folders, key, certificate, (site) => (site in sites ? probe : undefined));
const slow = await slowed(server.port, 100, 200_000);
const proxy = await proxied((name) => (name.endsWith(".slow.example") ? slow.port : /\.example$|^my\.livechatinc\.com$/.test(name) ? server.port : undefined));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    endAll();
    process.exit(130);
  });
}

try {
  const shown: Record<string, Shown> = {};
  const samples: Record<string, object[]> = Object.fromEntries(names.map((name) => [name, []]));
  let product = "";
  for (let run = 1; run <= Number(runs); run++) {
    for (const name of names.map((_, index) => names[(index + run) % names.length]!)) {
      // A new browser has empty caches. Its first page starts processes that later pages reuse, so it is not measured.
      const browser = await DrivenBrowser.start(engine, proxy.address);
      product = browser.name;
      const load = async (url: string) => {
        const subject = await browser.open(url);
        const times = await loading(subject);
        await subject.close();
        return times;
      };
      try {
        await (await browser.open(url("floor"))).close();
        const [plain, slowNetwork] = [await load(url(name)), await load(url(name, "slow"))];
        const subject = await browser.open(url(name));
        shown[name] ??= await check(subject, url(name));
        const work = await working(subject, false);
        await subject.close();
        const under = (what: keyof typeof plain) => ({ plain: plain[what], slowNetwork: slowNetwork[what] });
        samples[name]!.push({ handshake: under("answered"), inited: under("inited"), content: under("content"), ...work });
      } finally {
        await browser.close();
      }
      console.log(`${engine}, run ${run} of ${runs}: ${name}`);
    }
    compare(shown);
  }
  writeFileSync(join(target, `samples-${engine}.json`), JSON.stringify({ browser: product, runs: Number(runs), samples }));
} finally {
  proxy.close();
  slow.close();
  server.close();
}
