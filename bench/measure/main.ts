// Measures the built extensions one after the other, as often as requested, and writes every sample.
//
// node main.mjs <target/bench> <key> <certificate> <chromium> <runs> <of them with 100,000 events> <name>…
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Browser } from "./browser";
import { check, compare, type Shown } from "./check";
import { options } from "./chromium";
import { Hosted, type Watch } from "./hosted";
import { loading, working, type Samples } from "./samples";
import { serve } from "./server";
import { slowed } from "./slow";

const [target, key, certificate, chromium, runs, longRuns, ...names] = process.argv.slice(2);
const probe = readFileSync(join(target, "measure/probe.mjs"), "utf8");
const url = (name: string, network = "quick") => `https://${name}.${network}.example/?plugin_id=bench`;

const sites = Object.fromEntries(names.map((name) => [name, join(target, name, "dist")]));
const folders = { my: join(target, "host"), floor: join(target, "floor/dist"), ...sites };
const server = await serve(folders, key, certificate);
const slow = await slowed(server.port, 100, 200_000);
const browser = Browser.start(
  chromium,
  options({ "my.livechatinc.com": server.port, "*.quick.example": server.port, "*.slow.example": slow.port }),
);

try {
  const shown: Record<string, Shown> = {};
  for (const name of names) {
    const hosted = await Hosted.start(browser, probe, url(name), { fromTheStart: true });
    shown[name] = await check(hosted, url(name));
    await hosted.close();
  }
  compare(shown);

  const samples: Record<string, Samples[]> = Object.fromEntries(names.map((name) => [name, []]));
  const floor: number[] = [];
  const load = async (url: string, watch?: Watch) => {
    const hosted = await Hosted.start(browser, probe, url, watch);
    const times = await loading(hosted);
    await hosted.close();
    return times;
  };
  /** The page that only answers shows no customer. */
  const answer = async (url: string) => {
    const hosted = await Hosted.start(browser, probe, url);
    const { navigated, answered } = await hosted.inHost<Record<string, number>>("host.marks");
    await hosted.close();
    return answered - navigated;
  };
  for (let run = 1; run <= Number(runs); run++) {
    // The order varies: background load should not affect one extension more than the others.
    const order = names.map((_, index) => names[(index + run) % names.length]);
    floor.push(await answer(url("floor")));
    for (const name of order) {
      const [plain, slowNetwork, slowProcessor] = [
        await load(url(name)),
        await load(url(name, "slow")),
        await load(url(name), { slowdown: 6 }),
      ];
      const watched = await Hosted.start(browser, probe, url(name), { fromTheStart: true });
      const work = await working(watched, run <= Number(longRuns));
      await watched.close();
      const under = (what: keyof typeof plain) => ({
        plain: plain[what],
        slowNetwork: slowNetwork[what],
        slowProcessor: slowProcessor[what],
      });
      samples[name].push({ handshake: under("answered"), inited: under("inited"), content: under("content"), ...work });
      console.log(`run ${run} of ${runs}: ${name}`);
    }
  }
  const { product } = await browser.call("Browser.getVersion");
  writeFileSync(join(target, "samples.json"), JSON.stringify({ browser: product, runs: Number(runs), floor, samples }));
} finally {
  await browser.close();
  slow.close();
  server.close();
}
