// LiveChat's accounts, and an Agent App with extensions from examples/sign-in.

import { HOST, isScript, serve } from "./agent-app.mjs";
import { build } from "./builds.mjs";
import { Frame, until } from "./page.mjs";

/** Of another site than the Agent App, and of the same: browsers store less for the first in an iframe. */
export const OTHER_SITE = "extension.example";
export const SAME_SITE = "extension.livechatinc.com";
/** For an extension that nothing has been stored for: once an iframe has been replaced, Firefox 153 brings back what its
 * `sessionStorage` was before, also what has been removed since, when the page is opened again. */
export const FRESH_SITE = "fresh.example";

const CORS = { "access-control-allow-origin": "*", "access-control-allow-headers": "authorization, content-type", "access-control-allow-methods": "*" };

export class Accounts {
  /** The requests to the authorize page and to `/v2/token`. */
  authorized = [];
  asked = [];
  /** How often an application's script was loaded. The popup has requested the WebAssembly by the time its own script runs. */
  started = 0;

  static async open({ session, network }, origin, paths) {
    const accounts = new Accounts();
    accounts.session = session;
    accounts.page = new Frame(session);
    const example = serve(build("sign-in"));
    network.reset({
      [HOST]: () => ({
        headers: { "content-type": "text/html" },
        body: `<!doctype html><title>Host</title><body>${paths.map((path, index) => `<iframe id="i${index}" width="300" height="260" src="https://${origin}/${path}?plugin_id=p${index}&connection=plain"></iframe>`).join("")}`,
      }),
      [origin]: (request) => {
        if (isScript(request)) accounts.started += 1;
        return example(request);
      },
      "accounts.livechat.com": (request) => accounts.#answer(request),
    });
    await session.goto(`https://${HOST}/`);
    return accounts;
  }

  iframe(index) {
    return this.page.inside(`#i${index}`);
  }

  /** The handle of the popup, once there is one. */
  popup() {
    return until("a popup", async () => (await this.session.windows())[1]);
  }

  #answer({ url, method, body }) {
    if (!url.pathname.startsWith("/v2/")) {
      const query = url.searchParams;
      this.authorized.push(query);
      const back = `${query.get("redirect_uri")}?${new URLSearchParams({ code: "dal:code", state: query.get("state") })}`;
      return { headers: { "content-type": "text/html" }, body: `<!doctype html><body>LiveChat asks<script>location.replace(${JSON.stringify(back)})</script>` };
    }
    if (method === "OPTIONS") return { status: 204, headers: CORS };
    if (method === "POST") this.asked.push(JSON.parse(body));
    const number = this.asked.length;
    const token = { access_token: `dal:token-${number}`, refresh_token: `refresh-${number}`, expires_in: 28_800, scope: "chats--access:ro,customers:ro", account_id: "ann", organization_id: "org", token_type: "Bearer" };
    return { headers: { ...CORS, "content-type": "application/json" }, body: JSON.stringify(method === "DELETE" ? {} : token) };
  }
}
