// The parts of a window that the prelude uses.
var self = globalThis;
var name = page.name;
var parent = { postMessage: (message, target) => posted.push({ target, message }) };
var location = { search: page.search, origin: page.origin, ancestorOrigins: page.ancestor === null ? [] : [page.ancestor] };
var document = {
  // One selector: the page's origins, when they do not name this one.
  querySelector(selector) {
    const { 1: wanted } = /^meta\[name=livechat-origins\]:not\(\[content~="([^"]*)"\]\)$/.exec(selector);
    return page.origins === null || page.origins.split(/\s+/).includes(wanted) ? null : {};
  },
};
var URLSearchParams = class {
  #pairs;
  constructor(query) {
    this.#pairs = JSON.parse(parseQuery(String(query)));
  }
  get(name) {
    return this.#pairs.find((pair) => pair[0] === name)?.[1] ?? null;
  }
};
var posted = [];
var listeners = [];
var addEventListener = (type, listener) => type === "message" && listeners.push(listener);
var removeEventListener = (type, listener) => (listeners = listeners.filter((other) => other !== listener));

// The test's operations on the page.
var deliver = (text) => {
  const { origin, from_parent, is_trusted, data } = JSON.parse(text);
  const event = { origin, source: from_parent ? parent : {}, isTrusted: is_trusted, data };
  for (const listener of listeners) listener(event);
};
var takePosted = () => JSON.stringify(posted.splice(0));
// As in src/bridge/early_page.rs.
var takeOver = () => {
  const { messages, inited, dropped, hear, version } = yewLivechat;
  removeEventListener("message", hear);
  const buffered = messages.map(({ origin, source, isTrusted, data, answered }) => ({
    message: { origin, from_parent: source === parent, is_trusted: isTrusted, data },
    answered: !!answered,
  }));
  return JSON.stringify({ buffered, inited_at: inited, dropped, version, listeners: listeners.length });
};
