// Starts the application, or shows a notice if it cannot start.
//
// 1. Trunk's script in the page (`pattern_script` in Trunk.toml) calls `start` while the WebAssembly is being fetched; the
//    JavaScript follows after `load`. If `start` has not been called when the page is parsed, the Content Security Policy
//    is that of another build.
// 2. The host is asked to remove its loader, so that the agent can read the notice. If the application starts after all,
//    it removes the notice. On this machine the notice includes the reason; elsewhere it is only in the console.
// 3. Each notice can be replaced, for example for another language:
//    `<meta name="livechat-not-started" content="…">`, `livechat-old-browser`, `livechat-policy`.
// 4. An element of the body with the attribute `data-livechat-shell` is the page's shell: what the agent sees until the
//    application, or the notice, replaces it. The host is asked to remove its loader as soon as the shell is there.
//    The root element's `data-livechat-theme` is the theme in the iframe's address.
// 5. When the iframe becomes lower, as on a phone when the on-screen keyboard opens, the focused field is scrolled into
//    view. Browsers do that only for a keyboard that covers the page.
//
// It avoids JavaScript features newer than 2018: browsers that cannot run the application must still parse it.
(() => {
  const page = (window.yewLivechat = window.yewLivechat || {});
  // The application takes over its place in the page, and removes it.
  const isTaken = () => window.yewLivechat !== page;
  let isCalled = false;
  // Belongs to the crate: a development build reports a different version on the page.
  page.startVersion = "0.1.0";

  // A function with an `externref` parameter: the newest feature that the build needs.
  const newest = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0]);
  const sentences = {
    "not-started": "This extension could not be started. Please reload it.",
    "old-browser": "This extension needs a newer browser. Please update yours.",
    policy: "This extension could not be started: its Content Security Policy does not allow it.",
  };
  const reason = (error) => {
    if (!window.WebAssembly || !WebAssembly.validate(newest)) return "old-browser";
    // The errors of Chromium and Safari, and of Firefox.
    return /unsafe-eval|\bCSP\b|Content Security Policy/.test(error) ? "policy" : "not-started";
  };

  // For developers, whose page is on this machine.
  const isLocal = /^(localhost|127\.[\d.]+|\[::1\])$/.test(location.hostname);
  const details = (error) => {
    const code = document.createElement("code");
    code.style.cssText = "display: block; margin-top: 8px; white-space: pre-wrap; overflow-wrap: anywhere";
    code.textContent = String(error);
    // A panic without a hook: `Extension` and `Extensions` set the hook that shows its message.
    if (window.WebAssembly && error instanceof WebAssembly.RuntimeError) {
      code.textContent +=
        "\n\n`main` panicked before it called `Extension` or `Extensions`. To see why, call one of them first." +
        " The console has the stack trace.";
    }
    return code;
  };

  const shell = () => document.querySelector("[data-livechat-shell]");

  const inform = page.giveWay;
  // Also called by the application, if it shows a notice instead.
  page.giveWay = () => {
    if (!inform) return;
    // A host with the plain driver may not have sent anything yet: ask the browser for its origin. Firefox before 148 does
    // not report it if the host sends no referrer: then these are the Agent App's usual ones.
    const referrer = /^\w+:\/\/[^/?#]+/.exec(document.referrer);
    const host = location.ancestorOrigins ? location.ancestorOrigins[0] : referrer && referrer[0];
    inform(host ? [host] : ["https://my.livechatinc.com", "https://my.livechat.com"]);
  };

  page.failed = (error) => {
    console.error("yew-livechat: the extension could not be started:", error);
    if (page.notice || isTaken()) return;
    const name = reason(error);
    const meta = document.querySelector(`meta[name=livechat-${name}]`);
    page.notice = document.createElement("p");
    page.notice.setAttribute("role", "alert");
    page.notice.textContent = (meta && meta.content) || sentences[name];
    // Set by script, since the policy may forbid a `style` attribute. The page may have no style sheet, and the host's
    // background may be dark.
    page.notice.style.cssText = "margin: 0; padding: 16px; background: #fff; color: #131317; font: 14px/20px system-ui, sans-serif";
    if (isLocal) page.notice.appendChild(details(error));
    const show = () => {
      if (isTaken()) return;
      if (shell()) shell().remove();
      document.body.prepend(page.notice);
    };
    // Waits until the whole page has been parsed: a shell may still follow.
    if (document.readyState !== "loading") show();
    else addEventListener("DOMContentLoaded", show);
    page.giveWay();
  };

  page.start = (load, wasm) => {
    isCalled = true;
    // Firefox and WebKit delay `load`, and so the host's handshake, for an `import()` that begins before it.
    addEventListener("load", () => {
      load()
        .then((glue) => glue.default({ module_or_path: wasm }))
        .then(() => {
          dispatchEvent(new CustomEvent("TrunkApplicationStarted"));
          setTimeout(() => {
            if (page.mounts || isTaken() || (!shell() && document.body.innerText.trim())) return;
            page.failed("`main` ended without mounting an extension: return `Result<(), StartError>`");
          }, 5000);
        })
        .catch(page.failed);
    });
  };

  addEventListener("DOMContentLoaded", () => {
    if (!isCalled) page.failed("the Content Security Policy forbids the script that starts it");
    else if (shell()) page.giveWay();
  });
  if (parent === window) return;
  // Only in an iframe: elsewhere the style sheet hides the shell in favor of the simulator or a notice.
  const theme = (page.query || new URLSearchParams(location.search)).get("theme");
  document.documentElement.setAttribute("data-livechat-theme", theme === "dark" ? "dark" : "light");
  setTimeout(() => {
    if (!isTaken()) page.failed("it has not started within 20 s");
  }, 20000);
  let height = innerHeight;
  addEventListener("resize", () => {
    const field = innerHeight < height && document.querySelector("input:focus, textarea:focus, select:focus, [contenteditable]:focus");
    if (field) field.scrollIntoView({ block: "nearest" });
    height = innerHeight;
  });
})();
