import type { Subject } from "./subject";

export interface Shown {
  text: string;
  markup: string;
}

/** Checks that an extension does what is measured: what it shows, and that a click inserts the greeting. */
export async function check(subject: Subject, url: string): Promise<Shown> {
  await subject.inHost("host.send(host.customer(7))");
  const shown = await subject.inFrame<Shown>("probe.shown('C7')");
  await subject.inFrame("probe.commands(1)");
  const commands = await subject.inHost<{ message: string; data: unknown }[]>("host.commands");
  const last = JSON.stringify(commands.at(-1));
  if (!last.includes('"put_message"') || !last.includes('"Hello! How can I help?"')) {
    throw new Error(`${url}: a click sends ${last}`);
  }
  return shown;
}

/** Fails if two extensions show different content. */
export function compare(shown: Record<string, Shown>) {
  const [first, ...others] = Object.entries(shown);
  if (!first) return;
  for (const [name, { text, markup }] of others) {
    if (text !== first[1].text) throw new Error(`${name} shows other text than ${first[0]}:\n${text}\n\n${first[1].text}`);
    if (markup !== first[1].markup) throw new Error(`${name} has other markup than ${first[0]}:\n${markup}\n\n${first[1].markup}`);
  }
}
