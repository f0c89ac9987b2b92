/** What every host page offers to the tests, whichever way it talks to the extension. */
export interface TestHost {
  /** Every command that came, with the text that the extension showed at that moment where it can be read. */
  received: Command[];
  /** Creates the frame; the promise is kept when the extension has connected. */
  start(url: string): Promise<void>;
  /** Sends an event; the promise is kept when the extension has acknowledged it. */
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
