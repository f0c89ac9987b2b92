import type { Route } from "@playwright/test";

/** The origin of LiveChat's accounts. */
export const ACCOUNTS = "https://accounts.livechat.com";

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "authorization, content-type",
  "access-control-allow-methods": "*",
};

/** Intercepted LiveChat accounts: a page that posts nothing by itself, and the server that exchanges codes. */
export class Accounts {
  /** The address that a sign-in has opened. */
  readonly authorized: Promise<URL>;
  /** The body of the request that exchanged a code. */
  exchanged: Record<string, string> | undefined;
  private open!: (url: URL) => void;

  constructor() {
    this.authorized = new Promise((resolve) => (this.open = resolve));
  }

  async serve(route: Route) {
    const request = route.request();
    const url = new URL(request.url());
    if (url.pathname.startsWith("/v2/") || url.pathname.startsWith("/sso/v2/")) {
      if (request.method() === "POST") this.exchanged = request.postDataJSON();
      const shown = (await request.headerValue("authorization"))?.replace("Bearer ", "");
      return route.fulfill({ headers: CORS, json: { ...KNOWN, access_token: shown ?? "dal:exchanged" } });
    }
    if (url.searchParams.has("client_id")) this.open(url);
    return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Accounts</title>" });
  }
}

/** The server's response about every token. */
const KNOWN = { expires_in: 28_800, scope: "chats--all:ro", account_id: "ann", organization_id: "org", client_id: "my-client-id" };
