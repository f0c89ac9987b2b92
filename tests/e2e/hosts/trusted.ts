import { container, type Command } from "./host";

interface Connected {
  call(method: string, ...args: unknown[]): Promise<unknown>;
}

/** As the published library declares it: it has no types of its own. */
type CreateIframe = (
  options: { container: HTMLElement; url: string },
  model: { handle(command: Command): void },
) => { promise: Promise<Connected> };

/** A host on the published library, as the Agent App is one. */
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
