// The browser's part of Sign in with LiveChat. The decisions are the application's (src/sign_in/machine.rs).
//
// 1. On the page that LiveChat redirects the agent to: its address contains a response (a code, a token or an error,
//    with a state). If the page is a window of its own, it passes the response to its opener, provided that this is of
//    the same origin, and closes. The application must not start: a development build would show the simulator. No
//    storage is used: browsers partition it between an iframe and a window. If the window cannot close, or the extension
//    is gone, a sentence appears: `<meta name="livechat-sign-in-done" content="…">` and `livechat-sign-in-lost` replace it.
// 2. On any other page, `yewLivechatSignIn` provides popup, requests, storage, the other iframes and the timer to the
//    application: in WebAssembly, they would weigh ten times as much. It reports events to `on`.
// 3. State and verifier of a redirect are in `sessionStorage` under the state, so that two placements can sign in at
//    once. If browsers block that, they are in the iframe's name, which survives navigation, after the launch parameters
//    that static/prelude.js stores there. A name that the host has set is left alone: then there is no redirect.
//
// The page's head includes it between static/prelude.js and static/start.js.
(() => {
  const address = () => location.search + location.hash,
    clean = (to) => history.replaceState(null, "", location.pathname + to),
    // A response of ours in this address. A `+` stays a `+`: tokens may contain one.
    answerIn = (address) => {
      const answer = {};
      for (const [name, value] of new URLSearchParams(address.replace(/\+/g, "%2B").replace(/[?#]/g, "&")))
        answer[name] = answer[name] ?? value;
      const { state, code, access_token, error, oauth_exception, identity_exception } = answer;
      return state !== undefined && (code || access_token || error || oauth_exception || identity_exception) ? answer : null;
    };
  if (parent === self) {
    const answer = answerIn(address());
    if (answer) {
      // static/start.js and Trunk's script check this, and cannot change it.
      self.yewLivechat = Object.freeze({ start() {}, failed() {} });
      clean("");
      const to = opener;
      to?.postMessage({ yewLivechatSignIn: answer }, location.origin);
      addEventListener("DOMContentLoaded", () => {
        const meta = document.querySelector("meta[name=livechat-sign-in-" + (to ? "done]" : "lost]"));
        document.body.textContent =
          meta?.content ||
          (to ? "You can close this window." : "The extension that opened this window is gone. Close this window and sign in again.");
      });
      if (to) close();
      return;
    }
  } else (self.yewLivechat = self.yewLivechat || {}).signInVersion = "0.1.0";

  // Events for `on`: a popup's message, a check of the popup, a response to a request of the sign-in or a renewal, a
  // message of another iframe, a storage change, the lock, the timer.
  const MESSAGE = 0, LOOK = 1, HEARD = 4, STORED = 5, LOCKED = 6, TIMER = 7;
  const PARAMETER = /&yew_livechat_sign_in=([^&]*)/;
  const attempt = (act) => {
    try {
      return act();
    } catch {}
  };
  const parse = (text) => attempt(() => JSON.parse(text));
  const storage = () => attempt(() => sessionStorage);
  const get = (key) => attempt(() => sessionStorage.getItem(key)) ?? null;
  const set = (key, text) => !!attempt(() => (sessionStorage.setItem(key, text), true));
  const remove = (key) => attempt(() => sessionStorage.removeItem(key));
  const inName = () => PARAMETER.exec(name)?.[1] ?? null;
  const setName = (text) => {
    const rest = name.replace(PARAMETER, "");
    if (rest && !/^[?&](plugin_id|theme|connection)=/.test(rest)) return false;
    name = rest + "&yew_livechat_sign_in=" + text;
    return true;
  };

  const base64url = (bytes) =>
    btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
  // The address of LiveChat's page, which receives only the hash of a code's verifier (PKCE, RFC 7636).
  const addressOf = async (server, parameters, { verifier }) => {
    const query = new URLSearchParams(parameters);
    if (parameters.response_type === "code") {
      const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
      query.set("code_challenge", base64url(new Uint8Array(hash)));
      query.set("code_challenge_method", "S256");
    }
    return server + "/?" + query;
  };

  self.yewLivechatSignIn = (key, on) => {
    const MARK = key + " redirected";
    const latest = [];
    // `claim` is this page's bid to renew without a lock, and `waits` what it does after another page has renewed.
    let channel, closePopup, unlock, timer, claim, hasLost, waits;
    // How often the newest known token has been renewed.
    let newest = -1;
    const read = () => parse(get(key)) ?? null;
    const post = (message) => channel?.postMessage(message);
    const changed = (event) => event.key === key && on(STORED, read(), 0);

    return {
      // The initial state.
      start() {
        channel = attempt(() => new BroadcastChannel(key));
        if (channel)
          channel.onmessage = ({ data }) => {
            if (data.claim && claim) {
              if (data.claim > claim) hasLost = true;
              else post({ claim });
            }
            on(HEARD, data, storage() ? 1 : 0);
            const isNewer = data.session?.number > newest;
            if (isNewer) newest = data.session.number;
            if (isNewer || data.ended) waits?.();
          };
        addEventListener("storage", changed);
        if (!storage()) post({ ask: true });
        const start = { own: origin, session: read() };
        const mark = get(MARK) ?? inName();
        // Runs by itself once, and never in a window of its own.
        start.isFirst = mark === null && parent !== self;
        const hasLeft = get(MARK) === location.pathname || (get(MARK) === null && ![null, "-"].includes(inName()));
        const answer = answerIn(address());
        if (answer) {
          const own = key + " " + answer.state;
          const left = parse(get(own)) ?? parse(attempt(() => decodeURIComponent(inName())));
          if (left?.state === answer.state || hasLeft) {
            // Removes code and token from the address before other scripts read it.
            clean(left?.return_to ?? "");
            Object.assign(start, { answer, attempt: left ?? {} });
          }
          remove(own);
        }
        if (hasLeft || start.answer) {
          start.hasLeft = true;
          if (get(MARK) !== null) set(MARK, "-");
          else if (inName() !== null) setName("-");
        }
        return start;
      },
      // The address that a sign-in returns to.
      address(isPopup) {
        const { origin, pathname } = isPopup ? new URL(document.baseURI) : location;
        return origin + pathname;
      },
      // Random bytes; fails without SHA-256, which is needed too.
      random: (length) => attempt(() => crypto.subtle && base64url(crypto.getRandomValues(new Uint8Array(length)))),
      // During the click's task: browsers block popups later. The address is set later through the window's name, which
      // is unique to this placement.
      open(server, parameters, attempt) {
        const popup = open("about:blank", parameters.state, "popup=1,width=500,height=650");
        if (!popup || popup.closed) return false;
        addressOf(server, parameters, attempt).then((url) => popup.closed || open(url, parameters.state));
        const hear = (event) => event.isTrusted && event.source === popup && on(MESSAGE, event.data, 0, event.origin);
        addEventListener("message", hear);
        const looks = setInterval(() => on(LOOK, null, popup.closed ? 1 : 0), 500);
        closePopup = () => {
          removeEventListener("message", hear);
          clearInterval(looks);
          popup.close();
        };
        return true;
      },
      close() {
        closePopup?.();
        closePopup = null;
      },
      // Leaves the page if the proof of the response can be stored.
      leave(server, parameters, attempt) {
        const text = JSON.stringify({ ...attempt, return_to: address() });
        const stored = set(key + " " + attempt.state, text)
          ? set(MARK, location.pathname)
          : setName(encodeURIComponent(text));
        if (stored) addressOf(server, parameters, attempt).then((url) => location.assign(url));
        return stored;
      },
      // Reports status and JSON; 0 without a response, 1 for a response that the page may not read. Without a kind,
      // logs to the console.
      async send(kind, method, url, token, body) {
        const mine = (latest[kind] = (latest[kind] ?? 0) + 1);
        const headers = {};
        if (token) headers.authorization = "Bearer " + token;
        if (body) headers["content-type"] = "application/json";
        let status = 0, value = null;
        const late = new Promise((_, reject) => setTimeout(reject, 30000));
        const exchange = async () => {
          const answer = await fetch(url, { method, headers, body: body && JSON.stringify(body), cache: "no-store" });
          value = parse(await answer.text());
          status = answer.status;
        };
        try {
          await Promise.race([exchange(), late]);
        } catch {
          // The browser does not say why: check whether the server responds at all, to a request whose response is
          // unreadable.
          if (body) await fetch(url, { mode: "no-cors", cache: "no-store" }).then(() => (status = 1), () => {});
        }
        if (kind && mine === latest[kind]) on(kind, value ?? null, status);
        // A token that the server does not know needs no revoking.
        if (!kind && (status < 200 || status > 299) && status !== 401 && status !== 404)
          console.warn("yew-livechat: the token was dropped here but not revoked: status " + status);
      },
      // One iframe at a time, using what the others have changed meanwhile.
      lock() {
        const locked = () => {
          waits = null;
          on(LOCKED, read(), 0);
        };
        const ask = (then) => {
          if (storage() && !claim) return then();
          post({ ask: true, claim });
          setTimeout(then, 150);
        };
        const held = () => new Promise((resolve) => ((unlock = resolve), ask(locked)));
        // Browsers that block storage block locks, too. Then the highest claim wins, unless another page has begun.
        const compete = () => {
          claim = 1 + Math.random();
          hasLost = false;
          ask(() => {
            if (!hasLost) return (claim = 3), locked();
            claim = 0;
            const late = setTimeout(compete, 30000);
            waits = () => (clearTimeout(late), locked());
          });
        };
        if (self.navigator.locks) navigator.locks.request(key, held).catch(compete);
        else compete();
      },
      unlock() {
        claim = 0;
        unlock?.();
      },
      // Stores the sign-in and notifies the other iframes, or removes one that has ended.
      keep(session, ended) {
        newest = session?.number ?? -1;
        if (session) set(key, JSON.stringify(session));
        else remove(key);
        post(session ? { session } : { ended });
      },
      after(wait) {
        clearTimeout(timer);
        if (wait >= 0) timer = setTimeout(() => on(TIMER, null, 0), Math.min(wait, 0x7fffffff));
      },
      end() {
        this.close();
        this.after(-1);
        unlock?.();
        // Discards pending responses.
        on = () => {};
        channel?.close();
        removeEventListener("storage", changed);
      },
    };
  };
})();
