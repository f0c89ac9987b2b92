/** The interface of every host page for the tests, whatever its driver. */
export interface TestHost {
  /** Every received command, with the text that the extension showed at that moment, if readable. */
  received: Command[];
  /** Creates the iframe; the promise resolves when the extension has connected. */
  start(url: string): Promise<void>;
  /** Sends an event; the promise resolves when the extension has acknowledged it. */
  send(event: unknown): Promise<void>;
}

export interface Command {
  plugin_id: string | null;
  message: string;
  data: unknown;
}

declare global {
  interface Window {
    host: TestHost;
  }
}

export function container(): HTMLElement {
  return document.getElementById("panel")!;
}
