import { createIframe } from "postmessage-0.3.5";

/** The time of an event, in milliseconds since 1970: comparable with the iframe's own clock. */
const now = () => performance.timeOrigin + performance.now();
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

interface Connected {
  call(method: string, ...args: unknown[]): Promise<unknown>;
}

interface Marks {
  navigated?: number;
  answered?: number;
  inited?: number;
}

const marks: Marks = {};
const commands: { message: string; data: unknown }[] = [];
let connected: Connected;
let whenSeen: (() => void) | undefined;

addEventListener("message", ({ data }) => {
  if (data === "bench:seen") whenSeen?.();
  else if (data?.type === "response" && data.request === null) marks.answered ??= now();
});

const event = (name: string, data: unknown) => connected.call("handle", { event_name: `livechat:${name}`, event_data: data });

/** A page that hosts one extension with the published host library, and records the times of messages. */
const host = {
  marks,
  commands,

  /** Creates the iframe; the promise resolves when the extension has sent `plugin_inited`. */
  start(url: string) {
    return new Promise<void>((inited) => {
      const handle = (command: { message: string; data: unknown }) => {
        commands.push(command);
        if (command.message !== "plugin_inited") return;
        marks.inited = now();
        inited();
      };
      marks.navigated = now();
      (createIframe as Function)({ container: document.getElementById("panel"), url }, { handle }).promise.then(
        (connection: Connected) => (connected = connection),
      );
    });
  },

  send: (profile: unknown) => event("customer_profile", profile),

  /** Sends each customer when the previous one is on screen and two animation frames have passed. */
  async oneByOne(first: number, count: number) {
    for (let number = first; number < first + count; number++) {
      const seen = new Promise<void>((resolve) => (whenSeen = resolve));
      await Promise.all([host.send(customer(number)), seen]);
      await nextFrame();
      await nextFrame();
    }
  },

  /** Sends each customer as soon as the previous one is acknowledged. */
  async quick(first: number, count: number) {
    for (let number = first; number < first + count; number++) await host.send(customer(number));
  },

  /** Sends page data, a ticket and a customer in one task, each time when the previous ones are on screen and two animation frames have passed. */
  async bursts(first: number, count: number) {
    for (let number = first; number < first + count; number++) {
      const seen = new Promise<void>((resolve) => (whenSeen = resolve));
      const sent = [
        event("page_data", { queryParams: { step: `${number}` } }),
        event("ticket_info", { id: `T${number}`, subject: `Ticket ${number}` }),
        host.send(customer(number)),
      ];
      await Promise.all([...sent, seen]);
      await nextFrame();
      await nextFrame();
    }
  },

  /** Sends all at once; returns how many were acknowledged. */
  async flood(first: number, count: number) {
    let acknowledged = 0;
    const calls = Array.from({ length: count }, (_, index) =>
      host.send(customer(first + index)).then(() => void acknowledged++),
    );
    await Promise.all(calls);
    return acknowledged;
  },

  /** Sends many in batches, as fast as they are acknowledged. */
  async portions(first: number, count: number, size: number) {
    for (let sent = 0; sent < count; sent += size) await host.flood(first + sent, size);
  },

  customer,
};

/** A customer with every field that a profile can have. */
function customer(number: number) {
  return {
    id: `C${number}`,
    name: `Customer ${number}`,
    email: `customer.${number}@example.com`,
    chat: {
      id: "NY0U96PIT4",
      chat_id: "PW94SJTGW6",
      groupID: "42",
      preChatSurvey: [
        { question: "What is it about?", answer: "An order that is late" },
        { question: "Which one?", answer: `A-${number}` },
      ],
    },
    source: "chats",
    geolocation: {
      city: "Wroclaw",
      country: "Poland",
      country_code: "PL",
      latitude: "51.1093",
      longitude: "17.0248",
      region: "Dolnoslaskie",
      timezone: "Europe/Warsaw",
      zipcode: "50-001",
    },
    customVariables: { plan: "Business", visits: `${number}` },
  };
}

export type Host = typeof host;
Object.assign(window, { host });
