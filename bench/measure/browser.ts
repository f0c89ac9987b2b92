import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";

/** A longer call never ends: 100,000 events take a minute. */
const LATE = 300_000;

type Parameters = Record<string, unknown>;
type Listener = (parameters: any, session?: string) => void;

/** Chromium, driven directly over its DevTools protocol, so that the driver adds nothing to the measurements. */
export class Browser {
  private next = 1;
  private readonly pending = new Map<number, { resolve(result: any): void; reject(error: Error): void }>();
  private readonly listeners = new Set<[method: string, session: string | undefined, listener: Listener]>();

  private constructor(
    private readonly child: ChildProcess,
    private readonly profile: string,
  ) {
    let rest = "";
    (child.stdio[4] as Readable).setEncoding("utf8").on("data", (chunk: string) => {
      const parts = (rest + chunk).split("\0");
      rest = parts.pop()!;
      for (const part of parts) this.take(JSON.parse(part));
    });
    child.once("exit", () => {
      for (const { reject } of this.pending.values()) reject(new Error("Chromium has ended: look at its messages above"));
    });
  }

  static start(program: string, args: string[]) {
    const profile = mkdtempSync(join(tmpdir(), "bench-"));
    const all = ["--headless=new", "--remote-debugging-pipe", `--user-data-dir=${profile}`, ...args, "about:blank"];
    const child = spawn(program, all, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    return new Browser(child, profile);
  }

  call(method: string, parameters: Parameters = {}, session?: string): Promise<any> {
    const id = this.next++;
    const message = JSON.stringify({ id, method, params: parameters, sessionId: session });
    (this.child.stdio[3] as Writable).write(`${message}\0`);
    return new Promise((resolve, reject) => {
      const fail = (error: Error) => reject(new Error(`${method} ${JSON.stringify(parameters)}: ${error.message}`));
      const late = setTimeout(() => fail(new Error(`no answer in ${LATE / 1_000} s`)), LATE);
      const settled = <T>(then: (value: T) => void) => (value: T) => {
        clearTimeout(late);
        then(value);
      };
      this.pending.set(id, { resolve: settled(resolve), reject: settled(fail) });
    });
  }

  /** Listens to an event of one session; returns a function that stops listening. */
  on(method: string, session: string | undefined, listener: Listener) {
    const entry: [string, string | undefined, Listener] = [method, session, listener];
    this.listeners.add(entry);
    return () => void this.listeners.delete(entry);
  }

  async close() {
    await this.call("Browser.close").catch(() => {});
    if (this.child.exitCode === null) await new Promise((resolve) => this.child.once("exit", resolve));
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  private take(message: any) {
    if (message.id === undefined) {
      for (const [method, session, listener] of this.listeners) {
        if (method === message.method && session === message.sessionId) listener(message.params);
      }
      return;
    }
    const call = this.pending.get(message.id);
    this.pending.delete(message.id);
    if (message.error) call?.reject(message.error);
    else call?.resolve(message.result);
  }
}
