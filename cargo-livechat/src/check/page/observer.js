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

  // A sign-in window would leave the check, and could not return to it.
  window.open = () => null;

  const hasContent = () => {
    const body = document.body;
    if (!body || !body.getClientRects().length) return false;
    const pictures = [...body.querySelectorAll("img, svg, canvas, video, button, input, [role]")];
    return body.innerText.trim() !== "" || pictures.some((picture) => picture.getClientRects().length > 0);
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
