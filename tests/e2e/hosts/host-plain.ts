import { container, type Command } from "./host";

/** A host with the plain driver: bare messages, without acknowledgment. */
const frame = document.createElement("iframe");
const received: Command[] = [];

window.host = {
  received,
  start(url) {
    return new Promise((connected) => {
      addEventListener("message", (event) => {
        if (event.source !== frame.contentWindow) return;
        received.push(event.data);
        if (event.data.message === "plugin_inited") connected();
      });
      frame.src = url;
      container().append(frame);
    });
  },
  async send(event) {
    frame.contentWindow!.postMessage(event, new URL(frame.src).origin);
  },
};
