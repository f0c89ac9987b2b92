import type { Browser } from "./browser";
import { Hosted } from "./hosted";

export interface Shown {
  text: string;
  markup: string;
}

/** Checks that an extension does what is measured: what it shows, and that a click inserts the greeting. */
export async function check(browser: Browser, probe: string, url: string): Promise<Shown> {
  const hosted = await Hosted.start(browser, probe, url, { fromTheStart: true });
  await hosted.inHost("host.send(host.customer(7))");
  const shown = await hosted.inFrame<Shown>("probe.shown('C7')");
  await hosted.inFrame("probe.commands(1)");
  const commands = await hosted.inHost<{ message: string; data: unknown }[]>("host.commands");
  const last = JSON.stringify(commands.at(-1));
  if (!last.includes('"put_message"') || !last.includes('"Hello! How can I help?"')) {
    throw new Error(`${url}: a click sends ${last}`);
  }
  await hosted.close();
  return shown;
}
