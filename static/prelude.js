// Answers the Agent App before the application has loaded, and keeps what it says until then.
//
// 1. The host gives up when its handshake is not answered within 3 s of the frame's `load`; WebAssembly may come later.
// 2. Only the parent window is heard, only what the browser delivered, only from the Agent App's origins: the rules of
//    `OriginPolicy::default()`, tried on the same table. Development origins are not among them.
// 3. A handshake is answered at once. Everything is kept for the application, the last 256 messages at the most.
// 4. The application takes over with `yewLivechat.take()`. If it fails to load, or is not there after 20 s, the page
//    says so, and the host is told to remove its loader, so that the agent can read it.
(() => {
  const FRAME = "@@livechat/postmessenger";
  const DOMAINS = ["livechatinc.com", "livechat.com", "text.com", "helpdesk.com"];
  const messages = [];
  let host, link, notice;

  const admits = (origin) => {
    try {
      const { hostname, origin: parsed, port, protocol } = new URL(origin);
      const labels = hostname.split(".");
      return (
        parsed === origin &&
        protocol === "https:" &&
        !port &&
        hostname.length < 254 &&
        labels.every((label) => /^[\w-]{1,63}$/.test(label)) &&
        DOMAINS.includes(labels.slice(-2).join("."))
      );
    } catch {
      return false;
    }
  };

  const post = (message) => parent.postMessage(message, host);

  const giveWay = () => {
    if (!notice || !host) return;
    const inited = { plugin_id: new URLSearchParams(location.search).get("plugin_id"), message: "plugin_inited", data: null };
    post(link ? { ...link, type: "call", data: { method: "handle", args: [inited] }, request: 0 } : inited);
  };

  const hear = (event) => {
    const { data, origin } = event;
    if (!event.isTrusted || event.source !== parent || !admits(origin) || (host && host !== origin)) return;
    const isFrame = data?.[FRAME] === true;
    const isHandshake = isFrame && data.type === "handshake";
    if (isFrame ? !isHandshake && !link : typeof data?.event_name !== "string") return;
    const isFirst = !host;
    host = origin;
    if (isHandshake) {
      link = { [FRAME]: true, owner: data.owner, instance: data.instance };
      post({ ...link, type: "response", data: { error: false, result: {} }, request: data.request, origin });
      event.answered = true;
    }
    if (isFirst) giveWay();
    // The first is the handshake; of events, the latest matter.
    if (messages.push(event) > 256) messages.splice(1, 1);
  };

  const fail = () => {
    if (notice) return;
    notice = document.createElement("p");
    notice.role = "alert";
    notice.textContent = "This extension could not be loaded. Check the connection, then reload.";
    (document.body || document.documentElement).prepend(notice);
    giveWay();
  };

  // Only what keeps the application from starting: a picture that is missing does not.
  const broken = ({ target }) => (target === window || target.tagName === "SCRIPT") && fail();

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
