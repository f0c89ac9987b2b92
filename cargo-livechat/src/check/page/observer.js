// Runs in the extension's page before its own scripts, and reports what only the page itself can observe.
(() => {
  if (parent === self || parent !== top) return;
  const send = livechatCheck;
  const report = (event) => send(JSON.stringify({ ...event, at: performance.timeOrigin + performance.now() }));

  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber, sample }) =>
    report({ kind: "violation", directive: effectiveDirective, blocked: blockedURI, source: sourceFile || "", line: lineNumber, sample }),
  );

  // Browsers ignore these in an iframe of another origin, and return at once.
  const answers = { alert: undefined, confirm: false, prompt: null };
  for (const name of Object.keys(answers)) {
    window[name] = (text) => {
      report({ kind: "dialog", name, text: String(text ?? "") });
      return answers[name];
    };
  }

  const hasContent = () => {
    const body = document.body;
    if (!body || !body.getClientRects().length) return false;
    return body.innerText.trim() !== "" || body.querySelector("img, svg, canvas, video, button, input, [role]") !== null;
  };
  const look = () => {
    if (!hasContent()) return;
    changes.disconnect();
    report({ kind: "content" });
  };
  const changes = new MutationObserver(look);
  changes.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
  addEventListener("DOMContentLoaded", look);
})();
