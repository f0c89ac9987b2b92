// Starts the application, and says so on the page when it cannot start.
//
// 1. `start` is called by the script that Trunk puts into the page (`pattern_script` in Trunk.toml), with the WebAssembly on
//    its way; the script follows after `load`. If `start` has not been called when the page has been read, the Content
//    Security Policy is one of another build.
// 2. The host is told to remove its loader, so that the agent can read the sentence. If the application comes after all,
//    it removes the sentence.
//    On this machine the reason is beside the sentence, elsewhere it is only in the console.
// 3. Each sentence can be replaced, such as for another language:
//    `<meta name="livechat-not-started" content="…">`, `livechat-old-browser`, `livechat-policy`.
// 4. An element of the body with the attribute `data-livechat-shell` is the page's shell: what the agent sees until the
//    application, or the sentence, takes its place. The host is told to remove its loader as soon as the shell is there.
//    The root element's `data-livechat-theme` is the theme in the iframe's address.
//
// It is written without what came into JavaScript after 2018: browsers that cannot run the application read it too.
(() => {
  const page = (window.yewLivechat = window.yewLivechat || {});
  // The application takes its place in the page over, and removes it.
  const isTaken = () => window.yewLivechat !== page;
  let isCalled = false;
  // The crate's: a development build says on the page when it is of another version.
  page.startVersion = "0.1.0";

  // A function with a parameter of the type `externref`: of what the build uses, browsers learned that last.
  const newest = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0]);
  const sentences = {
    "not-started": "This extension could not be started. Please reload it.",
    "old-browser": "This extension needs a newer browser. Please update yours.",
    policy: "This extension could not be started: its Content Security Policy does not allow it.",
  };
  const reason = (error) => {
    if (!window.WebAssembly || !WebAssembly.validate(newest)) return "old-browser";
    // What Chromium and Safari, and what Firefox says.
    return /unsafe-eval|\bCSP\b|Content Security Policy/.test(error) ? "policy" : "not-started";
  };

  // For the developer, whose page is on this machine.
  const isLocal = /^(localhost|127\.[\d.]+|\[::1\])$/.test(location.hostname);
  const details = (error) => {
    const code = document.createElement("code");
    code.style.cssText = "display: block; margin-top: 8px; white-space: pre-wrap; overflow-wrap: anywhere";
    code.textContent = String(error);
    // A panic that nobody has heard: `Extension` and `Extensions` set the hook that shows its words.
    if (window.WebAssembly && error instanceof WebAssembly.RuntimeError) {
      code.textContent +=
        "\n\n`main` panicked before it called `Extension` or `Extensions`. To read why, make that call the first one." +
        " The console has the stack trace.";
    }
    return code;
  };

  const shell = () => document.querySelector("[data-livechat-shell]");

  const giveWay = () => {
    if (!page.giveWay) return;
    // A host of the plain driver may not have spoken yet: the browser knows where it is.
    const referrer = /^\w+:\/\/[^/?#]+/.exec(document.referrer);
    const host = location.ancestorOrigins ? location.ancestorOrigins[0] : referrer && referrer[0];
    page.giveWay(host);
    if (host || page.inited || page.query.get("connection") !== "plain") return;
    // Firefox before 148, and a host that sends no referrer. The browser delivers to the origin that is named, and to no other:
    // of these two at most one receives it, and no unknown page does.
    const listed = document.querySelector("meta[name=livechat-origins]");
    const command = { plugin_id: page.query.get("plugin_id") || null, message: "plugin_inited", data: null };
    ["https://my.livechatinc.com", "https://my.livechat.com"].forEach((origin) => {
      if (!listed || listed.content.split(/\s+/).includes(origin)) parent.postMessage(command, origin);
    });
  };

  page.failed = (error) => {
    console.error("yew-livechat: the extension could not be started:", error);
    if (page.notice || isTaken()) return;
    const name = reason(error);
    const meta = document.querySelector(`meta[name=livechat-${name}]`);
    page.notice = document.createElement("p");
    page.notice.setAttribute("role", "alert");
    page.notice.textContent = (meta && meta.content) || sentences[name];
    // By script, since the policy may forbid a `style` in the markup. The page has no style sheet yet, or none at all, and the
    // host's background may be dark.
    page.notice.style.cssText = "margin: 0; padding: 16px; background: #fff; color: #131317; font: 14px/20px system-ui, sans-serif";
    if (isLocal) page.notice.appendChild(details(error));
    const show = () => {
      if (isTaken()) return;
      if (shell()) shell().remove();
      document.body.prepend(page.notice);
    };
    // Not before the whole page has been read: a shell may still come.
    if (document.readyState !== "loading") show();
    else addEventListener("DOMContentLoaded", show);
    giveWay();
  };

  page.start = (load, wasm) => {
    isCalled = true;
    // Firefox and WebKit hold `load` back for an `import()` that begins before it, and with it the host's handshake.
    addEventListener("load", () => {
      load()
        .then((glue) => glue.default({ module_or_path: wasm }))
        .then(() => {
          dispatchEvent(new CustomEvent("TrunkApplicationStarted"));
          setTimeout(() => {
            if (page.mounts || isTaken() || (!shell() && document.body.innerText.trim())) return;
            page.failed("`main` has ended without mounting an extension: have it return `Result<(), StartError>`");
          }, 5000);
        })
        .catch(page.failed);
    });
  };

  addEventListener("DOMContentLoaded", () => {
    if (!isCalled) page.failed("the Content Security Policy forbids the script that starts it");
    else if (shell()) giveWay();
  });
  if (parent === window) return;
  // Only in an iframe: outside of one the style sheet hides the shell, for the simulator or a sentence comes instead.
  const theme = (page.query || new URLSearchParams(location.search)).get("theme");
  document.documentElement.setAttribute("data-livechat-theme", theme === "dark" ? "dark" : "light");
  setTimeout(() => {
    if (!isTaken()) page.failed("it has not started within 20 s");
  }, 20000);
})();
