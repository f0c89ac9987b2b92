// Answers the Agent App before the application has loaded, and keeps what it says until then.
//
// 1. The host gives up when its handshake is not answered within 3 s of the frame's `load`; WebAssembly may come later.
// 2. Only the parent window is heard, only what the browser delivered, only from the Agent App's origins: the rules of
//    `OriginPolicy::default()`, tried on the same table. A parent at the page's own origin is heard as well: that is
//    where the simulator is, and such a page could run scripts in this one anyhow. The application of a release build
//    refuses it all the same.
// 3. A handshake is answered at once, and begins a new connection: what came before it is void. What comes after it is
//    kept for the application; of more than 256 messages the latest, since of events the latest matter.
// 4. The application takes over with `yewLivechat.take()`. If it fails to load, or is not there after 20 s, the page
//    says so, and the host is told to remove its loader, so that the agent can read it.
(() => {
  const FRAME = "@@livechat/postmessenger";
  const query = new URLSearchParams(location.search);
  const isPlain = query.get("connection") === "plain";
  const ancestor = location.ancestorOrigins?.[0];
  let messages = [];
  let host, link, notice;

  const admits = (origin) => {
    try {
      const { hostname } = new URL(origin);
      return (
        origin === "https://" + hostname &&
        origin.length < 262 &&
        /^([\w-]{1,63}\.)*(livechat(inc)?|text|helpdesk)\.com$/.test(hostname)
      );
    } catch {} // Not a URL: not admitted.
  };

  const isLoopback = (origin) => /^https?:\/\/(.+\.)?(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin);

  const post = (message) => parent.postMessage(message, host);

  const giveWay = () => {
    if (!notice) return;
    const inited = { plugin_id: query.get("plugin_id"), message: "plugin_inited", data: null };
    if (link) {
      post({ ...link, type: "call", data: { method: "handle", args: [inited] }, request: -1 });
      messages[0].inited = true;
    } else if (isPlain && (host || admits(ancestor))) {
      host ||= ancestor;
      post(inited);
    }
  };

  const hear = (event) => {
    const { data, origin } = event;
    if (!event.isTrusted || event.source !== parent || (host && host !== origin)) return;
    if (!admits(origin) && origin !== location.origin && ![origin, location.origin].every(isLoopback)) return;
    const isFrame = data?.[FRAME] === true;
    if (isPlain ? typeof data?.event_name !== "string" : !isFrame) return;
    if (isFrame && data.type === "handshake") {
      host = origin;
      link = { [FRAME]: true, owner: data.owner, instance: data.instance };
      post({ ...link, type: "response", data: { error: false, result: {} }, request: data.request, origin });
      event.answered = true;
      messages = [event];
      giveWay();
    } else if (link || isPlain) {
      host = origin;
      if (messages.push(event) > 256) messages.splice(link ? 1 : 0, 1);
    }
  };

  const fail = () => {
    if (notice) return;
    notice = document.createElement("p");
    notice.role = "alert";
    notice.textContent = "This extension could not be loaded. Please reload it.";
    document.body.prepend(notice);
    giveWay();
  };

  // Only what keeps the application from starting: its own scripts, not a picture or somebody else's tag.
  const broken = ({ target, filename }) => (target.type === "module" || filename?.startsWith(location.origin)) && fail();

  if (parent === window) return;
  addEventListener("message", hear);
  addEventListener("error", broken, true);
  const timer = setTimeout(fail, 20000);
  window.yewLivechat = {
    admits,
    take() {
      removeEventListener("message", hear);
      removeEventListener("error", broken, true);
      clearTimeout(timer);
      notice?.remove();
      delete window.yewLivechat;
      return messages;
    },
  };
})();
