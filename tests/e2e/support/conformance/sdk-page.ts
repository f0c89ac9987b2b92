import * as agentApp from "@livechat/agent-app-sdk";
import * as helpDesk from "@livechat/helpdesk-sdk";
import { groups, widgets } from "../../../conformance/cases.json";
import { revive, tagged } from "./tags";

/** The test's interface to a page: the SDK's, and ours through `tests/conformance`. */
export interface Conformance {
  /** Calls a method with a JSON list of arguments; returns the JSON of an `Outcome`. */
  call(method: string, args: string): Promise<string>;
  /** The JSON of every `Entry` after the first `since`. */
  heard(since: number): string;
  /** The available methods; only on the SDK's page. */
  methods?: string[];
  /** The package's exports. */
  exports?: string[];
}

export interface Outcome {
  refused: string | null;
  returned: unknown;
}

export interface Entry {
  how: "typed" | "raw" | "listener";
  name: string;
  data: unknown;
}

declare global {
  interface Window {
    conformance: Conformance;
  }
}

const packages: Record<string, object> = {
  "@livechat/agent-app-sdk": agentApp,
  "@livechat/helpdesk-sdk": helpDesk,
};

/** The page of the published SDK: its path names the widget. */
async function start() {
  const { package: name, create } = (widgets as Record<string, { package: string; create: string }>)[location.pathname.slice(1)];
  const exported = packages[name] as Record<string, any>;
  const widget = await exported[create]();
  const entries: Entry[] = [];
  const hear = (how: Entry["how"], name: string) => (data: unknown) => void entries.push({ how, name, data: data ?? null });
  for (const { event } of groups as { event?: string }[]) if (event) widget.on(event, hear("typed", event));
  widget.on("*", (name: string, data: unknown) => hear("raw", name)(data));
  const listeners: Record<string, (data: unknown) => void> = {};
  const functions = (of: object) => Object.entries(of).filter(([, value]) => typeof value === "function").map(([name]) => name);

  window.conformance = {
    methods: functions(widget),
    exports: functions(exported),
    async call(method, args) {
      let values = revive(JSON.parse(args));
      if (method === "on" || method === "off") {
        const [event] = values;
        values = [event, (listeners[event] ??= hear("listener", event))];
      }
      const outcome: Outcome = { refused: null, returned: null };
      try {
        outcome.returned = (await widget[method](...values)) ?? null;
      } catch (error) {
        outcome.refused = String(error);
      }
      return tagged(outcome);
    },
    heard: (since) => tagged(entries.slice(since)),
  };
}

void start();
