// The page that LiveChat sends the agent back to: hands the answer to the extension, and closes.
//
// 1. An answer is a code, a token or an error, together with a state. In an iframe the application itself takes it; here,
//    in a window of its own, the application must not start: a development build would show the simulator.
// 2. The answer goes to the window that has opened this one, and only to a page of the same origin there. The extension
//    checks that it is from this window and has the right state. No storage is used: browsers partition it between an
//    iframe and a window.
// 3. Code and token leave the address before anything else can read it.
// 4. Where the browser does not let the window close, or the extension is gone, a sentence says so. Each can be replaced,
//    such as for another language: `<meta name="livechat-sign-in-done" content="…">`, `livechat-sign-in-lost`.
//
// It goes before static/start.js in the page's head.
(() => {
  if (parent !== self) {
    (self.yewLivechat = self.yewLivechat || {}).signInVersion = "0.1.0";
    return;
  }
  const answer = location.search + location.hash;
  const has = (names) => new RegExp("[?#&](" + names + ")=").test(answer);
  if (!has("state") || !has("code|access_token|error|(oauth|identity)_exception")) return;
  // static/start.js and the script that Trunk puts into the page find this, and cannot change it.
  self.yewLivechat = Object.freeze({ start() {}, failed() {} });
  history.replaceState(null, "", location.pathname);
  const to = opener;
  if (to) to.postMessage({ yewLivechatSignIn: answer }, location.origin);
  addEventListener("DOMContentLoaded", () => {
    const name = "livechat-sign-in-" + (to ? "done" : "lost");
    const meta = document.querySelector("meta[name=" + name + "]");
    document.body.textContent =
      (meta && meta.content) ||
      (to ? "You can close this window." : "The extension that opened this window is gone. Close this window and sign in again.");
  });
  if (to) close();
})();
