import { container, type Command } from "./host";

interface Connected {
  call(method: string, ...args: unknown[]): Promise<unknown>;
}

/** The published library's interface: it has no types of its own. */
type CreateIframe = (
  options: { container: HTMLElement; url: string },
  model: { handle(command: Command): void },
) => { promise: Promise<Connected> };

/** A host with the published library, like the Agent App. */
export function trusted(createIframe: CreateIframe) {
  let connected: Connected;
  const received: Command[] = [];
  window.host = {
    received,
    async start(url) {
      const model = { handle: (command: Command) => void received.push(command) };
      connected = await createIframe({ container: container(), url }, model).promise;
    },
    async send(event) {
      await connected.call("handle", event);
    },
  };
}
