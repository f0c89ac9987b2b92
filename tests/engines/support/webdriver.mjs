// A WebDriver session: JSON over HTTP, as ChromeDriver, geckodriver and WebKitWebDriver implement it.

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
/** Errors while a page changes during the test: a retry may succeed. */
const PASSING = new Set([
  "no such window",
  "no such frame",
  "no such element",
  "stale element reference",
  "element not interactable",
  "element click intercepted",
  "detached shadow root",
  "move target out of bounds",
]);

export class WebDriverError extends Error {
  constructor({ error, message }, request) {
    super(`${request}: ${error}: ${String(message).split("\n")[0]}`);
    this.code = error;
  }

  /** Whether the error may be temporary. */
  get passes() {
    return PASSING.has(this.code) || /execution context|cross-origin|Frame was destroyed|not attached/i.test(this.message);
  }
}

export class Session {
  #base;

  /** Requests a browser from a driver. */
  static async open(driver, capabilities) {
    const session = new Session();
    session.#base = `${driver}/session`;
    const { sessionId, capabilities: got } = await session.call("POST", "", { capabilities: { alwaysMatch: capabilities } });
    session.#base += `/${sessionId}`;
    session.browser = `${got.browserName} ${got.browserVersion}`;
    await session.call("POST", "/timeouts", { script: 30_000, pageLoad: 60_000 });
    return session;
  }

  async call(method, path, body) {
    const response = await fetch(this.#base + path, {
      method,
      body: method === "POST" ? JSON.stringify(body ?? {}) : undefined,
      headers: { "content-type": "application/json" },
      signal: AbortSignal.timeout(90_000),
    });
    const { value } = await response.json();
    if (value?.error) throw new WebDriverError(value, `${method} ${path || "/session"}`);
    return value;
  }

  goto(url) {
    return this.call("POST", "/url", { url });
  }

  /** Runs a function in the current frame, and returns its result. Elements pass unchanged in both directions. */
  execute(script, args = []) {
    return this.call("POST", "/execute/sync", { script, args });
  }

  top() {
    return this.call("POST", "/frame", { id: null });
  }

  frame(element) {
    return this.call("POST", "/frame", { id: element });
  }

  click(element) {
    return this.call("POST", `/element/${element[ELEMENT]}/click`);
  }

  /** Presses and releases keys, one after the other. */
  async keys(...keys) {
    const actions = keys.flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]);
    await this.call("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  /** Moves the mouse through these points of the current frame, with the button down. */
  async drag(points, whileDown = async () => {}) {
    const perform = (actions) => this.call("POST", "/actions", { actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }] });
    const move = ([x, y]) => ({ type: "pointerMove", duration: 20, x: Math.round(x), y: Math.round(y), origin: "viewport" });
    const [first, ...rest] = points;
    await perform([move(first), { type: "pointerDown", button: 0 }, ...rest.map(move)]);
    await whileDown();
    await perform([{ type: "pointerUp", button: 0 }]);
  }

  windows() {
    return this.call("GET", "/window/handles");
  }

  switchTo(handle) {
    return this.call("POST", "/window", { handle });
  }

  closeWindow() {
    return this.call("DELETE", "/window");
  }

  /** A screenshot of the page, as PNG. */
  async screenshot() {
    // geckodriver can't take one of a cross-origin iframe.
    await this.top();
    return Buffer.from(await this.call("GET", "/screenshot"), "base64");
  }

  size(width, height) {
    return this.call("POST", "/window/rect", { width, height });
  }

  close() {
    return this.call("DELETE", "");
  }
}
