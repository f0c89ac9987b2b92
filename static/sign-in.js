// Sign in with LiveChat, up to a token that stays valid. src/sign_in is the application's side.
//
// 1. On the page that LiveChat redirects the agent to: its address contains a response (a code, a token or an error,
//    with a state). If the page is a window of its own, it passes the response to its opener, provided that this is of
//    the same origin, and closes. The application must not start: a development build would show the simulator. No
//    storage is used: browsers partition it between an iframe and a window. If the window cannot close, or the extension
//    is gone, a sentence appears: `<meta name="livechat-sign-in-done" content="…">` and `livechat-sign-in-lost` replace it.
// 2. On any other page, `yewLivechatSignIn` signs in, renews the token, and shares it with the other iframes. It reports
//    every change to `on`. In WebAssembly, this code would weigh three times as much.
// 3. State and verifier of a redirect are in `sessionStorage` under the state, so that two placements can sign in at
//    once. If browsers block that, they are in the iframe's name, which survives navigation, after the launch parameters
//    that static/prelude.js stores there. A name that the host has set is left alone: then there is no redirect.
//
// The page's head includes it between static/prelude.js and static/start.js. tests/prelude/tests/sign_in tests it.
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

  // The reports, as in src/sign_in/report.rs. A reason is one of them with its number and texts, in a list.
  const SIGNED_OUT = 0, SIGNING_IN = 1, SIGNED_IN = 2, POPUP_BLOCKED = 3, POPUP_CLOSED = 4, TIMED_OUT = 5, REFUSED = 6,
    SCOPE_NOT_ALLOWED = 7, STATE_MISMATCH = 8, NETWORK = 9, TOKEN_ENDPOINT_BLOCKED = 10, UNAVAILABLE = 11, WRONG_ANSWER = 12,
    EXPIRED = 13, REDIRECT_UNFINISHED = 14, STORAGE_BLOCKED = 15, NOT_SIGNED_IN = 16, INSECURE_PAGE = 17;
  // The number of a wrong answer: what is wrong with it. The first three members may be missing, which is 3, 4 or 5.
  const NOT_JSON = 0, NO_CODE = 1, NO_EXPIRY = 2, NO_MEMBER = 3, UNSENDABLE = 6, OTHER_APP = 7;
  const MEMBERS = ["access_token", "account_id", "organization_id", "refresh_token", "scope", "client_id"];
  const PARAMETER = /&yew_livechat_sign_in=([^&]*)/;

  const tryTo = (act) => {
    try {
      return act();
    } catch {}
  };
  const parse = (text) => tryTo(() => JSON.parse(text));
  const storage = () => tryTo(() => sessionStorage);
  const get = (key) => tryTo(() => sessionStorage.getItem(key)) ?? null;
  const put = (key, text) => !!tryTo(() => (sessionStorage.setItem(key, text), true));
  const remove = (key) => tryTo(() => sessionStorage.removeItem(key));
  const inName = () => PARAMETER.exec(name)?.[1] ?? null;
  const setName = (text) => {
    const rest = name.replace(PARAMETER, "");
    if (rest && !/^[?&](plugin_id|theme|connection)=/.test(rest)) return false;
    name = rest + "&yew_livechat_sign_in=" + text;
    return true;
  };

  // Values from other windows and servers may have any type and size. A plain object, a text member, a number member
  // that may be text, and a token: its colon may still be encoded, as in `dal%3A…`, and a header can carry only visible
  // ASCII.
  const object = (value) => ({}.toString.call(value) === "[object Object]" ? value : undefined);
  const text = (values, name) => {
    const value = values?.[name];
    return typeof value === "string" && value.length < 8193 ? value : undefined;
  };
  const number = (values, name) => {
    const value = values?.[name];
    return typeof value === "number" ? value : /^\d{1,9}$/.test(text(values, name)) ? +value : NaN;
  };
  const tokenIn = (values, name) => {
    const token = text(values, name)?.replace(/^([^%]*)%3a/i, "$1:") ?? "";
    return /^[!-~]{1,4096}$/.test(token) ? token : undefined;
  };
  const refreshToken = (session) => tokenIn(session, "refresh_token");
  // LiveChat's codes, cut off at the first character that they do not contain: no sentence gets onto the page.
  const word = (code) => /^[\w-]{0,64}/.exec(code)[0];
  const refused = (code, detail = "") =>
    code === "invalid_scope" ? [SCOPE_NOT_ALLOWED] : [REFUSED, 0, word(code), word(detail)];
  const isReason = Array.isArray;

  const base64url = (bytes) =>
    btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
  const random = (length) => base64url(crypto.getRandomValues(new Uint8Array(length)));
  // Only the hash of a code's verifier is in an address (PKCE, RFC 7636).
  const challenge = async (verifier) =>
    base64url(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier))));

  self.yewLivechatSignIn = (options, on) => {
    const { accounts = "https://accounts.livechat.com", timeout = 600000, redirects, redirect_uri, flow, ...parameters } = options;
    const { client_id, response_type = "code" } = parameters;
    const KEY = "yew-livechat sign-in " + client_id + " " + accounts, MARK = KEY + " redirected";
    const server = accounts.split("/", 3).join("/");
    let phase = SIGNED_OUT;
    // Why nobody is signed in; the sign-in in progress; the tokens and their account, why they were not renewed, and when
    // to do that.
    let reason, attempt, session = null, failure, renewAt;
    // The session that is being renewed, and the requests that wait for it.
    let renewing, waiting = [];
    // `claim` is this page's bid to renew without a lock, and `waits` what it does after another page has renewed.
    let channel, closePopup, unlock, timer, claim, hasLost, waits;

    const read = () => parse(get(KEY)) ?? null;
    const post = (message) => channel?.postMessage(message);
    const report = (kind, number = 0, one = "", two = "", three = "") => on(kind, number, one, two, three);

    // Changes the phase, and does what follows from it. What another iframe has reported is not passed on again.
    const become = (to, next = null, why, isShared = true) => {
      const before = session;
      [phase, session, renewAt, reason, failure] = [to, next, next?.renew_at, why];
      if (to !== SIGNING_IN) attempt = null;
      closePopup?.();
      schedule();
      if (session !== before && isShared) share(before);
      const account = (name) => text(session, name);
      if (session) report(to, session.expires_at, account("account_id"), account("organization_id"), account("scope"));
      else report(...(why ?? [to]));
      if (session !== before) waits?.();
    };
    const end = (...why) => become(SIGNED_OUT, null, why);
    // Stores the sign-in and passes it to the other iframes, or its end.
    const share = (before) => {
      if (session) put(KEY, JSON.stringify(session));
      else remove(KEY);
      post(session ? { session } : { ended: before.id });
    };
    // Takes over a sign-in that was stored or that another iframe has.
    const adopt = (theirs, isShared) => {
      if (
        text(theirs, "id") &&
        tokenIn(theirs, "access_token") &&
        ["number", "expires_at", "renew_at"].every((name) => number(theirs, name) >= 0) &&
        (refreshToken(theirs) || Date.now() < theirs.expires_at) &&
        phase !== SIGNING_IN &&
        (session?.id !== theirs.id || session.number < theirs.number)
      )
        become(SIGNED_IN, theirs, undefined, isShared);
    };
    const hear = ({ ask, ended, session: theirs }) => {
      if (ask) session && share();
      else if (ended) ended === session?.id && become(SIGNED_OUT, null, undefined, false);
      // Another browser tab may have a different sign-in. Without storage, a message is the only way to get this one's.
      else if (session ? theirs?.id === session.id : !storage()) adopt(theirs, false);
    };
    const changed = ({ key }) => {
      if (key !== KEY) return;
      const stored = read();
      if (stored) adopt(stored, false);
      else if (session) become(SIGNED_OUT, null, undefined, false);
    };

    const schedule = () => {
      clearTimeout(timer);
      if (session) timer = setTimeout(elapsed, Math.min(Math.max(renewAt - Date.now(), 0), 0x7fffffff));
    };
    const elapsed = () => {
      if (Date.now() < renewAt) schedule();
      else if (refreshToken(session)) renew();
      else end(EXPIRED);
    };

    // Requests, and returns status and JSON; 0 without a response, 1 for a response that the page may not read.
    const send = async (method, path, token, body) => {
      const url = accounts + path, cache = "no-store", headers = {};
      if (token) headers.authorization = "Bearer " + token;
      // LiveChat also accepts form encoding, but the only exchange from a page that is publicly known to work sends JSON
      // (the e2e suite of accounts-sdk). UNVERIFIED beyond that.
      if (body) headers["content-type"] = "application/json";
      const late = new Promise((_, reject) => setTimeout(reject, 30000));
      const exchange = async () => {
        const response = await fetch(url, { method, headers, body: body && JSON.stringify(body), cache });
        return [response.status, parse(await response.text())];
      };
      try {
        return await Promise.race([exchange(), late]);
      } catch {
        // The browser does not say why: check whether the server responds at all, to a request whose response is
        // unreadable.
        return [body ? await fetch(url, { mode: "no-cors", cache }).then(() => 1, () => 0) : 0];
      }
    };
    // The object in the answer to a request, or the reason for its absence.
    const answerOf = ([status, value]) => {
      const answer = object(value);
      if (!status) return [NETWORK];
      if (status === 1) return [TOKEN_ENDPOINT_BLOCKED];
      if (status > 199 && status < 300) return answer ?? [WRONG_ANSWER, NOT_JSON];
      // A failing server may send any body. The unversioned server of 2019 said `oauth_exception`.
      const code = status !== 429 && status < 500 && (text(answer, "error") || text(answer, "oauth_exception"));
      return code ? refused(code, text(answer, "sub_error")) : [UNAVAILABLE, status];
    };

    // What an answer says; `known`, another answer or the session that is being renewed, supplies missing values.
    const merged = (answer, known) => {
      const both = [{ ...answer, scope: answer.scope || answer.scopes }, known];
      const first = (values) => values.find((value) => value);
      const values = { expires_in: first(both.map((from) => number(from, "expires_in")).filter((seconds) => seconds > 0 && seconds < Infinity)) };
      for (const name of MEMBERS) values[name] = first(both.map((from) => text(from, name)));
      return values;
    };
    // The session of that answer, or what is wrong with it. Of two tokens of one sign-in, the one with the higher number
    // is newer.
    const sessionOf = (id, number, values) => {
      const { expires_in, refresh_token } = values;
      const missing = MEMBERS.slice(0, 3).findIndex((name) => !values[name]);
      const wrong =
        (values.client_id ?? client_id) !== client_id ? OTHER_APP
        : !expires_in ? NO_EXPIRY
        : missing >= 0 ? NO_MEMBER + missing
        : tokenIn(values, "access_token") ? undefined : UNSENDABLE;
      if (wrong) return [WRONG_ANSWER, wrong];
      const life = expires_in * 1000, expires_at = Date.now() + life;
      // Five minutes before it expires, or in the last tenth of a shorter life.
      return { ...values, id, number, expires_at, renew_at: expires_at - (refresh_token ? Math.min(300000, life / 10) : 0) };
    };
    const signIn = (made) => (isReason(made) ? end(...made) : become(SIGNED_IN, made));

    // Waits for the answer to a request of this attempt.
    const ask = async (request, known) => {
      const mine = attempt;
      become(SIGNING_IN);
      const answer = answerOf(await request);
      if (attempt === mine) isReason(answer) ? end(...answer) : goOn(answer, known);
    };
    // Requests missing values, once, or finishes.
    const goOn = (answer, known) => {
      const values = merged(answer, known), token = tokenIn(values, "access_token");
      const isComplete = values.expires_in && values.scope && values.account_id && values.organization_id;
      if (!known && token && !isComplete) ask(send("GET", "/v2/info", token), values);
      // The state is random and already used, so it can identify the sign-in for its iframes.
      else signIn(sessionOf(attempt.state, 0, values));
    };
    // Handles a response. It has not been verified.
    const respond = (values) => {
      const state = text(values, "state");
      const codes = ["error", "oauth_exception", "identity_exception"].map((name) => text(values, name));
      const refusal = codes.find((code) => code) ?? codes.find((code) => code === "");
      const isOurs = state && state === attempt.state;
      // A state that is present but empty was not sent by us. A refusal by message from the accounts page does not
      // repeat the state.
      if (!isOurs && (state !== undefined || refusal === undefined)) return end(STATE_MISMATCH);
      if (refusal !== undefined) return end(...refused(refusal, text(values, "exception_details")));
      if (response_type !== "code") return goOn(values);
      const code = tokenIn(values, "code");
      if (!code) return end(WRONG_ANSWER, NO_CODE);
      const { redirect_uri, verifier } = attempt;
      // Tokens are accepted only from the server.
      ask(send("POST", "/v2/token", "", { grant_type: "authorization_code", code, client_id, redirect_uri, code_verifier: verifier }));
    };
    // Handles a message of the popup. The callback page posts only from this origin. The accounts page posts `{data: {…}}`,
    // `{error: {…}}` or `{error: "…"}`; its other messages are not responses. The JavaScript SDK, too, accepts the same
    // server on LiveChat's older domain.
    const heard = ({ data, origin: from }) => {
      let values = from === origin && object(data?.yewLivechatSignIn);
      if (!values && (from === server || from === server.replace(/\.livechat\.com$/, ".livechatinc.com"))) {
        const error = object(data?.error);
        values = error ? { ...error, error: text(error, "error") ?? "" } : text(data, "error") ? data : object(data?.data);
      }
      if (values) respond(values);
    };

    // Renews the token, one renewal at a time in all iframes of the extension.
    const renew = () => {
      if (renewing) return;
      renewing = session;
      // Browsers that block storage block locks, too.
      if (self.navigator.locks) navigator.locks.request(KEY, held).catch(compete);
      else compete();
    };
    const held = () => new Promise((resolve) => ((unlock = resolve), askOthers(locked)));
    const askOthers = (then) => {
      if (storage() && !claim) return then();
      post({ ask: true, claim });
      setTimeout(then, 150);
    };
    // The highest claim wins, unless another page has begun.
    const compete = () => {
      claim = 1 + Math.random();
      hasLost = false;
      askOthers(() => {
        if (!hasLost) return (claim = 3), locked();
        claim = 0;
        const late = setTimeout(compete, 30000);
        waits = () => (clearTimeout(late), locked());
      });
    };
    const locked = async () => {
      const used = renewing;
      waits = null;
      if (used) adopt(read());
      const refresh_token = refreshToken(session);
      // A refresh token works once, and another iframe may have used it.
      if (refresh_token && session.access_token === used?.access_token) {
        const answer = answerOf(await send("POST", "/v2/token", "", { grant_type: "refresh_token", refresh_token, client_id }));
        // The session may have ended meanwhile. Its old token must not count as an answer.
        if (session?.id === used.id)
          renewed(isReason(answer) ? answer : sessionOf(used.id, session.number + 1, merged(answer, { ...session, access_token: "" })));
      }
      schedule();
      renewing = claim = null;
      unlock?.();
      const result = resultNow();
      for (const resolve of waiting.splice(0)) resolve(result);
    };
    // A refusal ends the sign-in; any other failure does not.
    const renewed = (made) => {
      if (!isReason(made)) signIn(made);
      else if (made[0] === REFUSED || made[0] === SCOPE_NOT_ALLOWED) end(EXPIRED);
      else [failure, renewAt] = [made, Date.now() + 30000];
    };
    // A token, or the reason for its absence.
    const resultNow = () => (session ? failure ?? tokenIn(session, "access_token") : reason ?? [NOT_SIGNED_IN]);

    // During the click's task: browsers block popups later. The address is set later through the window's name, which is
    // unique to this placement.
    const openPopup = (url, { state }) => {
      const popup = open("about:blank", state, "popup=1,width=500,height=650");
      if (!popup || popup.closed) return end(POPUP_BLOCKED);
      url.then((url) => popup.closed || open(url, state));
      const deadline = Date.now() + +timeout;
      const listen = (event) => event.isTrusted && event.source === popup && heard(event);
      addEventListener("message", listen);
      let closed = 0;
      const looks = setInterval(() => {
        closed = popup.closed ? closed + 1 : 0;
        // At the first look, its last message may still be in flight.
        if (closed > 1) end(POPUP_CLOSED);
        else if (Date.now() >= deadline) end(TIMED_OUT);
      }, 500);
      closePopup = () => {
        closePopup = null;
        removeEventListener("message", listen);
        clearInterval(looks);
        popup.close();
      };
    };
    // Leaves the page if the proof of the response can be stored.
    const leave = (url, { state }) => {
      const text = JSON.stringify({ ...attempt, return_to: address() });
      if (put(KEY + " " + state, text) ? put(MARK, location.pathname) : setName(encodeURIComponent(text)))
        url.then((url) => location.assign(url));
      else end(STORAGE_BLOCKED);
    };
    const addressOf = async ({ state, verifier, redirect_uri }, flow) => {
      const query = new URLSearchParams();
      const all = { ...parameters, redirect_uri, state, response_type, flow };
      if (response_type === "code") all.code_challenge = await challenge(verifier), all.code_challenge_method = "S256";
      for (const name in all) if (all[name]) query.set(name, all[name]);
      return accounts + "/?" + query;
    };
    const begin = (isPopup) => {
      if (phase !== SIGNED_OUT) return;
      // The address that a sign-in returns to.
      const { origin, pathname } = isPopup ? new URL(document.baseURI) : location;
      // 128 and 256 random bits. Fails without SHA-256, which is needed too.
      const begun = tryTo(() => crypto.subtle && { state: random(16), verifier: random(32), redirect_uri: redirect_uri ?? origin + pathname });
      if (!begun) return end(INSECURE_PAGE);
      become(SIGNING_IN);
      attempt = begun;
      const url = addressOf(begun, isPopup && flow);
      isPopup ? openPopup(url, begun) : leave(url, begun);
    };

    return {
      // Continues a sign-in from before this page was loaded.
      start() {
        channel = tryTo(() => new BroadcastChannel(KEY));
        if (channel)
          channel.onmessage = ({ data }) => {
            if (data.claim && claim) {
              if (data.claim > claim) hasLost = true;
              else post({ claim });
            }
            hear(data);
          };
        addEventListener("storage", changed);
        if (!storage()) post({ ask: true });
        const mark = get(MARK) ?? inName();
        let hasLeft = get(MARK) === location.pathname || (get(MARK) === null && ![null, "-"].includes(inName()));
        const response = answerIn(address());
        let left;
        if (response) {
          const own = KEY + " " + response.state;
          const stored = parse(get(own)) ?? parse(tryTo(() => decodeURIComponent(inName())));
          if (stored?.state === response.state || hasLeft) {
            // Removes code and token from the address before other scripts read it.
            clean(stored?.return_to ?? "");
            left = stored ?? {};
          }
          remove(own);
        }
        if (hasLeft || left) {
          if (get(MARK) !== null) put(MARK, "-");
          else if (inName() !== null) setName("-");
        }
        if (left) {
          attempt = left;
          return respond(response);
        }
        adopt(read());
        if (hasLeft && !session) end(REDIRECT_UNFINISHED);
        // Runs by itself once, and never in a window of its own.
        if (redirects && mark === null && parent !== self) begin(false);
      },
      // Does nothing if a sign-in is in progress or somebody is signed in.
      sign_in: (isRedirect) => begin(!isRedirect && !redirects),
      // Drops the tokens, and revokes this one and nothing else of the agent's.
      sign_out() {
        const token = tokenIn(session, "access_token");
        become(SIGNED_OUT);
        if (token)
          send("DELETE", "/v2/token", token).then(([status]) => {
            // A token that the server does not know needs no revoking.
            if ((status < 200 || status > 299) && status !== 401 && status !== 404)
              console.warn("yew-livechat: the token was dropped here but not revoked: status " + status);
          });
      },
      // Returns a token, or the reason for its absence. `refused` is a token that LiveChat's API refused with status 401.
      token: (refused) =>
        new Promise((resolve) => {
          const token = tokenIn(session, "access_token");
          const isGood = token && Date.now() < session.expires_at && token !== refused;
          if (token && !isGood && !refreshToken(session)) end(EXPIRED);
          if (isGood) resolve(token);
          else if (session) waiting.push(resolve), renew();
          else resolve(resultNow());
        }),
      // Nothing is reported or stored from now on.
      end() {
        on = () => {};
        phase = SIGNED_OUT;
        session = attempt = renewing = null;
        closePopup?.();
        schedule();
        unlock?.();
        channel?.close();
        channel = null;
        removeEventListener("storage", changed);
      },
    };
  };
})();
