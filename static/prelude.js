// Answers the Agent App before the application has loaded, and keeps what it says until then.
//
// 1. The host gives up when its handshake is not answered within 3 s of the frame's `load`; WebAssembly may come later.
// 2. Only the parent window is heard, only what the browser delivered, only from the Agent App's origins: the rules of
//    `OriginPolicy::default()`, tried on the same table. Development origins are not among them.
// 3. A handshake is answered at once. Everything is kept for the application, the last 256 messages at the most.
// 4. The application takes over with `yewLivechat.take()`. If it never does, the page says so, and the host is told to
//    remove its loader, so that the agent can read it.
(() => {
  const KEPT = 256;
  const PATIENCE = 20000;
  const FRAME = "@@livechat/postmessenger";
  const DOMAINS = ["livechatinc.com", "livechat.com", "text.com", "helpdesk.com"];
  const messages = [];
  let host, link, notice;

  const admits = (origin) => {
    try {
      const url = new URL(origin);
      const labels = url.hostname.split(".");
      return (
        url.origin === origin &&
        url.protocol === "https:" &&
        !url.port &&
        url.hostname.length < 254 &&
        labels.every((label) => /^[a-z0-9_-]{1,63}$/.test(label)) &&
        DOMAINS.includes(labels.slice(-2).join("."))
      );
    } catch {
      return false;
    }
  };

  const hear = (event) => {
    const { data, origin, source } = event;
    if (!event.isTrusted || source !== parent || !admits(origin) || (host && host !== origin)) return;
    if (data?.[FRAME] === true && data.type === "handshake") {
      link = { [FRAME]: true, owner: data.owner, instance: data.instance };
      parent.postMessage({ ...link, type: "response", data: { error: false, result: {} }, request: data.request, origin }, origin);
      event.answered = true;
    } else if (!(link && data?.[FRAME] === true) && typeof data?.event_name !== "string") return;
    host = origin;
    // The first is the handshake; of events, the latest matter.
    if (messages.push(event) > KEPT) messages.splice(1, 1);
  };

  const fail = () => {
    notice = document.createElement("p");
    notice.setAttribute("role", "alert");
    notice.textContent = "This extension could not be loaded. Check the connection, then open it again.";
    document.body.prepend(notice);
    const inited = { plugin_id: new URLSearchParams(location.search).get("plugin_id"), message: "plugin_inited", data: null };
    if (link) parent.postMessage({ ...link, type: "call", data: { method: "handle", args: [inited] }, request: 0 }, host);
    else if (host) parent.postMessage(inited, host);
  };

  if (parent === window) return;
  addEventListener("message", hear);
  const timer = setTimeout(fail, PATIENCE);
  window.yewLivechat = {
    admits,
    take() {
      removeEventListener("message", hear);
      clearTimeout(timer);
      notice?.remove();
      delete window.yewLivechat;
      return messages;
    },
  };
})();
