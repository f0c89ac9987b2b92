// What static/sign-in.js uses of a browser. Rust runs it one event at a time.
var self = globalThis, window = globalThis, parent = {}, origin = "https://extension.example", name = "";
var location = { search: "", hash: "", pathname: "/page", origin, assign: (url) => assigned.push(url) };
var history = { replaceState: (state, title, url) => replaced.push(url) };
var document = { baseURI: origin + "/" };
var navigator = { locks: { request: async (key, held) => held() } };
var console = { warn: (text) => warned.push(text) };
var reports = [], assigned = [], replaced = [], warned = [], opened = [], posted = [], requests = [], tokens = [], listeners = [];
var addEventListener = (type, listener) => listeners.push({ type, listener });
var removeEventListener = (type, listener) => (listeners = listeners.filter((other) => other.listener !== listener));
var dispatch = (type, event) => listeners.filter((listener) => listener.type === type).forEach(({ listener }) => listener(event));

var now = 0, timers = new Map(), timer = 0;
Date.now = () => now;
var start = (act, wait, every) => (timers.set(++timer, { act, at: now + wait, every }), timer);
var setTimeout = (act, wait) => start(act, wait);
var setInterval = (act, every) => start(act, every, every);
var clearTimeout = (id) => timers.delete(id), clearInterval = clearTimeout;
// Runs the next timer that is due by then; false if there is none.
var step = (until) => {
  const [id, next] = [...timers].sort(([, a], [, b]) => a.at - b.at)[0] ?? [];
  if (!next || next.at > until) return (now = until), false;
  now = next.at;
  if (next.every) next.at += next.every;
  else timers.delete(id);
  next.act();
  return true;
};

var stored = {}, isBlocked = false;
Object.defineProperty(globalThis, "sessionStorage", {
  get() {
    if (isBlocked) throw new Error("storage is blocked");
    return { getItem: (key) => stored[key] ?? null, setItem: (key, text) => (stored[key] = text), removeItem: (key) => delete stored[key] };
  },
});
var BroadcastChannel = class {
  constructor(key) { this.key = key; channel = this; }
  postMessage(message) {
    if (this.isClosed) throw new Error("the channel is closed");
    posted.push(message);
  }
  close() { this.isClosed = true; }
}, channel;

var popup, isPopupBlocked = false;
var open = (url, name) => {
  opened.push({ url, name });
  return isPopupBlocked ? null : (popup ??= { closed: false, close: () => (popup.closed = true) });
};
// `no-cors` is the question whether the server answers at all.
var fetch = (url, { method, headers, body, mode }) =>
  new Promise((resolve, reject) => requests.push({ url, method: mode ?? method, headers, body, resolve, reject }));

var ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
var btoa = (text) => {
  const bits = [...text].map((char) => char.charCodeAt(0).toString(2).padStart(8, "0")).join("");
  return bits.replace(/.{1,6}/g, (bits) => ALPHABET[parseInt(bits.padEnd(6, "0"), 2)]);
};
var TextEncoder = class { encode(text) { return text; } };
// A state of sevens, a verifier of nines, and a hash that is not SHA-256: tests/browser tests that one.
var crypto = { getRandomValues: (bytes) => bytes.fill(bytes.length === 16 ? 7 : 9), subtle: { digest: async () => new Uint8Array(32).fill(1) } };
var URL = class { constructor(url) { [, this.origin, this.pathname] = /^(https?:\/\/[^\/]*)(.*)$/.exec(url); } };
var URLSearchParams = class {
  constructor(query = "") {
    this.pairs = query.split("&").filter((pair) => pair).map((pair) => {
      const [name, ...value] = pair.split("=");
      return [name, decodeURIComponent(value.join("="))];
    });
  }
  set(name, value) { this.pairs.push([name, value]); }
  toString() { return this.pairs.map((pair) => pair.map(encodeURIComponent).join("=")).join("&"); }
  [Symbol.iterator]() { return this.pairs[Symbol.iterator](); }
};
