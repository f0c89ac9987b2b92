import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Browser } from "./browser";
import { Hosted } from "./hosted";
import { serve } from "./server";
const [target, key, certificate, chromium, name] = process.argv.slice(2);
const probe = readFileSync(join(target, "measure/probe.mjs"), "utf8");
const server = await serve({ "my.livechatinc.com": join(target, "host"), [`${name}.example`]: join(target, name, "dist") }, key, certificate);
const browser = Browser.start(chromium, ["--no-sandbox","--disable-gpu","--disable-quic","--no-first-run","--site-per-process","--ignore-certificate-errors",`--host-resolver-rules=MAP my.livechatinc.com 127.0.0.1:${server.port},MAP *.example 127.0.0.1:${server.port}`]);
const h = await Hosted.start(browser, probe, `https://${name}.example/?plugin_id=b`);
const t=Date.now(); const say=(...a)=>console.log(Date.now()-t,...a);
say(await h.inFrame("performance.getEntriesByType('resource').map(r=>[r.name,r.startTime,r.responseEnd]).concat([['load',performance.timing.loadEventStart-performance.timing.navigationStart]])"));
say(await h.inHost("JSON.stringify(host.marks)"));
await h.inHost("host.oneByOne(1, 20)"); say("warm");
await h.inFrame("probe.begin('C14999')");
say("flood", await h.inHost("host.flood(10000,5000)"));
say("text", await h.inFrame("document.querySelector('main').innerText"));
say("end", JSON.stringify(await Promise.race([h.inFrame("probe.end()"), new Promise(r=>setTimeout(r,5000,'timeout'))])));
say("mem", await Promise.race([h.memory(), new Promise(r=>setTimeout(r,15000,'timeout'))]));
for (let k=0;k<10;k++){ await h.inHost(`host.portions(${100000+k*10000}, 10000, 1000)`); say("10000", await h.memory()); }
await browser.close(); server.close(); process.exit(0)
