// Answers in the page for the servers that a static website doesn't have, so that the demo and every recipe work there:
// their own backends, and LiveChat. Only requests to these addresses are answered; all others go to the network.
//
// It is for the website, and for the page in examples/recipes. `cargo xtask dev` has real servers for the demo.
(() => {
  // In the landing page and in the guide, the simulator is in an iframe. It must not take itself for an extension, so its
  // window gets itself as its parent, like a window of its own. Hosts launch extensions with a `plugin_id`.
  if (!/[?&]plugin_id=/.test(location.search + name)) self.parent = self;

  const OWN = location.origin;
  const API = "https://api.livechatinc.com";
  const ACCOUNTS = "https://accounts.livechat.com";
  const MAPS = "https://maps.example";
  /** Long enough to see a loader, in milliseconds. */
  const LATENCY = 250;

  const articles = [
    "How returns work",
    "Print a return label",
    "Delivery times by country",
    "Change the address of an order",
    "Pay by invoice",
    "Gift cards",
    "Care for oiled oak",
    "Reset your password",
  ];
  const visits = Array.from({ length: 60 }, (_, index) => `/products/${["lamp", "desk", "chair", "mug", "rug", "shelf"][index % 6]}?visit=${60 - index}`);
  const openings = ["Is express delivery free?", "Can I add a second address?", "The lamp arrived broken.", "When is the desk in oak back?", "The courier left it at the wrong door.", "Do you sell gift cards?"];
  const chats = Array.from({ length: 12 }, (_, index) => {
    const created_at = new Date(Date.now() - (index + 1) * 30 * 86_400_000).toISOString().replace("Z", "000+00:00");
    const id = `T${index + 1}`;
    const text = openings[index % openings.length];
    const message = { id: `${id}_1`, type: "message", text, author_id: "customer", created_at };
    return { id: `S${index + 1}`, users: [], access: { group_ids: [0] }, thread: { id, active: false, created_at, tags: [], events: [message] } };
  });
  const tags = new Map();
  const tagsOf = (thread) => tags.get(thread) ?? tags.set(thread, new Set(["delivery"])).get(thread);
  let preferences = { shop: "https://shop.example", canceled: false };
  let sent = 0;

  let clientId = "";
  const token = {
    access_token: "dal:website",
    account_id: "ann-agent",
    organization_id: "website",
    refresh_token: "website",
    scope: "chats--all:rw,chats--access:rw,tags--all:ro",
    expires_in: 28_800,
    token_type: "Bearer",
  };

  const PAGE = 20;
  const routes = {
    // The Agent App's authorization flow, and the recipes' own backends.
    [`POST ${OWN}/authorize/`]: () => ({ session_id: "site-session-1" }),
    [`GET ${OWN}/session`]: () => ({ login: "ann@example.com" }),
    [`GET ${OWN}/me`]: () => ({ account_id: "ann-agent" }),
    [`GET ${OWN}/api/account`]: () => ({ plan: "Team", seats: 12 }),
    [`GET ${OWN}/api/articles`]: ({ query }) => {
      const words = (query.get("words") ?? "").toLowerCase();
      return articles.filter((title) => title.toLowerCase().includes(words));
    },
    [`GET ${OWN}/api/shop/state`]: () => "open",
    [`GET ${OWN}/api/visits`]: ({ query }) => {
      const from = Number(query.get("from")) || 0;
      const next = from + PAGE < visits.length ? String(from + PAGE) : null;
      return { visits: visits.slice(from, from + PAGE), next };
    },
    [`GET ${OWN}/api/preferences`]: () => preferences,
    [`PUT ${OWN}/api/preferences`]: ({ body }) => (preferences = body),
    // LiveChat.
    [`POST ${ACCOUNTS}/v2/token`]: ({ body }) => ({ ...token, client_id: (clientId = body.client_id) }),
    [`GET ${ACCOUNTS}/v2/info`]: () => ({ ...token, client_id: clientId }),
    [`DELETE ${ACCOUNTS}/v2/token`]: () => ({}),
    [`POST ${API}/v3.6/agent/action/list_archives`]: ({ body }) => {
      const [from, limit] = body.page_id ? body.page_id.split("-").map(Number) : [0, body.limit ?? 10];
      const next = from + limit < chats.length ? { next_page_id: `${from + limit}-${limit}` } : {};
      return { chats: chats.slice(from, from + limit), found_chats: chats.length, ...next };
    },
    [`POST ${API}/v3.6/agent/action/get_chat`]: ({ body: { chat_id, thread_id } }) => ({
      id: chat_id,
      users: [],
      access: { group_ids: [0] },
      thread: { id: thread_id, active: true, tags: [...tagsOf(thread_id)], access: { group_ids: [0] }, events: [] },
    }),
    [`POST ${API}/v3.6/configuration/action/list_tags`]: () =>
      ["delivery", "refund", "vip"].map((name) => ({ name, group_ids: [0], created_at: "2026-01-01T00:00:00.000000Z", author_id: "ann@example.com" })),
    [`POST ${API}/v3.6/agent/action/tag_thread`]: ({ body }) => (tagsOf(body.thread_id).add(body.tag), {}),
    [`POST ${API}/v3.6/agent/action/untag_thread`]: ({ body }) => (tagsOf(body.thread_id).delete(body.tag), {}),
    [`POST ${API}/v3.6/agent/action/send_event`]: () => ({ event_id: `website_${++sent}` }),
  };

  const network = self.fetch.bind(self);
  const parse = (text) => {
    try {
      return JSON.parse(text);
    } catch {
      return Object.fromEntries(new URLSearchParams(text));
    }
  };
  self.fetch = async (resource, options) => {
    const request = new Request(resource, options);
    const url = new URL(request.url);
    const route = routes[`${request.method} ${url.origin}${url.pathname}`];
    if (!route) return network(resource, options);
    const body = request.method === "GET" ? null : parse(await request.text());
    const answer = JSON.stringify(route({ query: url.searchParams, body }));
    await new Promise((resolve) => setTimeout(resolve, LATENCY));
    return new Response(answer, { headers: { "content-type": "application/json" } });
  };

  // LiveChat's sign-in page: one of the website takes its place.
  const open = self.open.bind(self);
  self.open = (url, ...rest) => {
    const { origin, search } = new URL(url ?? "", document.baseURI);
    return open(origin === ACCOUNTS ? new URL(`pretend-livechat.html${search}`, document.baseURI).href : url, ...rest);
  };

  // Another website's page inside an extension: one of this website takes its place, and its messages get that origin.
  const maps = new Set();
  new MutationObserver(() => {
    for (const frame of document.querySelectorAll(`iframe[src^="${MAPS}"]`)) {
      maps.add(frame);
      frame.src = new URL("map.html", document.baseURI).href;
    }
  }).observe(document, { childList: true, subtree: true });
  addEventListener("message", ({ isTrusted, source, data }) => {
    if (isTrusted && [...maps].some((frame) => frame.contentWindow === source)) {
      dispatchEvent(new MessageEvent("message", { data, source, origin: MAPS }));
    }
  });
})();
