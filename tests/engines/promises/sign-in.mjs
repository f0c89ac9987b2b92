// Sign in with LiveChat: popups, what windows of one origin share, and what browsers store for an iframe of another site.

import { strict as assert } from "node:assert";
import { Accounts, FRESH_SITE, OTHER_SITE, SAME_SITE } from "../support/accounts.mjs";
import { by, until } from "../support/page.mjs";

const SIGN_IN = by("button", "Sign in with LiveChat");
const isSignedIn = (frame) => frame.shows("Signed in: ann of org");

export const signIn = [
  ...Object.entries({ "of another site": OTHER_SITE, "of the Agent App's site": SAME_SITE }).map(([which, origin]) => ({
    name: `sign-in: a popup signs all placements of an extension ${which} in, and a replaced iframe stays signed in`,
    async run(context) {
      const accounts = await Accounts.open(context, origin, ["", "message-box"]);
      const [first, second] = [accounts.iframe(0), accounts.iframe(1)];
      await second.element(SIGN_IN);
      await first.click(SIGN_IN);
      await isSignedIn(first);
      await isSignedIn(second);
      await until("the popup closes", async () => (await context.session.windows()).length === 1);
      // Of two iframes, the second may have the script from the cache.
      assert.ok(accounts.started <= 2, "the application does not start in the popup");
      const [query] = accounts.authorized;
      assert.equal(query.get("redirect_uri"), `https://${origin}/`);
      assert.match(query.get("code_challenge"), /^[\w-]{43}$/);
      assert.equal(accounts.asked.length, 1);
      assert.equal(accounts.asked[0].code, "dal:code");
      // The host replaces an iframe, as it may at any time.
      await accounts.page.evaluate(() => {
        const iframe = document.querySelector("#i0");
        iframe.replaceWith(iframe.cloneNode());
      });
      await isSignedIn(first);
      await second.click(by("button", "Sign out"));
      await first.element(SIGN_IN);
      await second.element(SIGN_IN);
    },
  })),
  {
    name: "sign-in: an iframe is redirected once by itself, and returns unchanged",
    async run(context) {
      const accounts = await Accounts.open(context, FRESH_SITE, ["page"]);
      await isSignedIn(accounts.iframe(0));
      assert.deepEqual(accounts.authorized.map((query) => query.get("redirect_uri")), [`https://${FRESH_SITE}/page`]);
      assert.equal(await accounts.iframe(0).evaluate(() => location.pathname + location.search), "/page?plugin_id=p0&connection=plain");
    },
  },
];
