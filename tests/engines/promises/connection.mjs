// The connection: both drivers, both published host libraries, and whom the extension talks to.

import { strict as assert } from "node:assert";
import { AgentApp, drivers } from "../support/agent-app.mjs";
import { by } from "../support/page.mjs";
import { mary } from "../support/profiles.mjs";

export const connection = [
  ...drivers.map((driver) => ({
    name: `the extension connects, hears and answers, host ${driver}`,
    async run(context) {
      const app = await AgentApp.connected(context, { driver });
      assert.deepEqual(await app.command("plugin_inited"), { plugin_id: "demo", message: "plugin_inited", data: null });
      await app.send("customer_profile", mary);
      await app.extension.shows("Mary Brown");
      await app.extension.click(by("button", "Insert greeting"));
      assert.match((await app.command("put_message")).data, /^Hello Mary Brown/);
      assert.equal((await app.names("plugin_inited")).length, 1);
    },
  })),
];
