// Answers the Agent App while WebAssembly is loading, and buffers its messages for the application.
//
// 1. The host gives up if its handshake is not answered within 3 s of the iframe's `load`; WebAssembly may take longer.
// 2. Messages are judged by the rules of the state machine (protocol/src/extension/machine.rs), which judges them again
//    when it takes them over: tests/prelude plays conversations to both and compares. Handshakes and calls are answered
//    at once, so nothing in the buffer awaits an answer. A page on this machine also accepts hosts on this machine, such
//    as the simulator; the application of a release build refuses those.
// 3. Of more than 256 messages, the least useful one is dropped and counted: first a message without effect, then the
//    oldest event that a newer one replaces, then the oldest other event, then the handshake of a connection with no
//    other messages left. When customers leave by the hundred, it is better to show nobody than one who has left.
// 4. The launch parameters are remembered for this iframe, which may return from a sign-in page without them. They are
//    stored in the iframe's name, unless the host has set it: browsers block other storage in iframes.
// 5. The application takes over the buffer. If it cannot start, `giveWay` makes the host remove its loader, now or when
//    it connects: see static/start.js. A host with the plain driver may not have sent anything: `guesses` are its
//    likely origins. The browser delivers a message only to the named origin.
//
// It is written to be small, with `==` where the types are known: a test holds it below 2 kB minified.
(() => {
  if (parent == self) return;
  let LAUNCH = /(^\?|&)(plugin_id|theme|connection)=[^&]*/g,
    search = location.search,
    launch = search.match(LAUNCH),
    isLaunched = name.match(LAUNCH);
  launch ? (name && !isLaunched) || (name = launch.join("")) : isLaunched && (search = name);
  let host,
    link,
    gives,
    FRAME = "@@livechat/postmessenger",
    query = new URLSearchParams(search),
    isPlain = query.get("connection") == "plain",
    messages = [],
    inited = [],
    isText = (value) => typeof value == "string",
    isNumber = Number.isSafeInteger,
    isLocal = (origin) => /^https?:\/\/(.+\.)?(localhost|127[.\d]+|\[::1])(:|$)/.test(origin),
    admits = (origin) =>
      (/^https:\/\/(?!.{254})([\da-z_-]{1,63}\.)*(livechat(inc)?|text|helpdesk)\.com$/.test(origin) &&
        !document.querySelector(`meta[name=livechat-origins]:not([content~="${origin}"])`)) ||
      (isLocal(origin) && isLocal(location.origin)),
    nameOf = (name) => isText(name) && /^livechat:[^]/.test(name) && name,
    post = (message, to = host) => parent.postMessage(message, to),
    giveWay = (guesses) => {
      gives = guesses;
      for (let to of host ? [host] : guesses)
        if ((host || isPlain) && admits(to) && !inited.includes(to)) {
          inited.push(to);
          let command = { plugin_id: query.get("plugin_id") || null, message: "plugin_inited", data: null };
          post(link ? { ...link, type: "call", data: { method: "handle", args: [command] }, request: -1 } : command, to);
        }
    },
    hear = (event) => {
      let { data, origin } = event;
      if (event.isTrusted) {
        let isFrame = data?.[FRAME] === true,
          named = nameOf(data?.event_name);
        if (event.source != parent) {
          // Another window matters only if it plays the host.
          if (!isFrame && !named) return;
        } else if (host ? origin == host : admits(origin)) {
          if (isPlain) {
            if ((event.named = named)) host = origin;
          } else if (isFrame) {
            let { owner, instance, type, data: body, request = null } = data,
              // How much newer it is than the present connection; any other owner is new.
              age = link?.owner === owner ? instance - link.instance : 1,
              answer;
            if (isText(owner) && isNumber(instance) && isNumber(request ?? 0) && isText(data.origin ?? "")) {
              if (type === "handshake" && age >= 0) {
                host = origin;
                link = { [FRAME]: true, owner, instance };
                answer = { error: false, result: {} };
                if (age) {
                  event.named = 1;
                  inited.length = 0;
                }
              } else if (!age && type === "call" && isText(body?.method) && Array.isArray(body.args)) {
                answer = { error: true, result: { real: true, error: { message: "no such method" } } };
                if (body.method == "handle") {
                  answer = { error: false };
                  event.named = nameOf(body.args[0]?.event_name);
                }
              }
            }
            if ((event.answered = answer)) post({ ...link, type: "response", data: answer, request, origin });
          }
        }
      }
      if (messages.push(event) > 256) {
        let worth = messages.map(({ named }, at) =>
          !named ? 0
          : named == 1 ? (messages[at + 1]?.named == 1 ? 3 : 6)
          : !/:(customer_|authorize|change_|message_box|page_|ticket_|transaction_)/.test(named) ? 2
          : messages.some((later, index) => index > at && later.named == named.replace("_hidden", "")) ? 1
          : /:cu/.test(named) ? 4
          : 5,
        );
        messages.splice(worth.indexOf(Math.min(...worth)), 1);
        prelude.dropped++;
      }
      gives && giveWay(gives);
    },
    prelude = (self.yewLivechat = {
      version: "0.1.0",
      query,
      messages,
      dropped: 0,
      inited,
      giveWay,
      hear,
    });
  addEventListener("message", hear);
})();
