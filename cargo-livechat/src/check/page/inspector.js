// Looks at the extension's page from a world of its own: the page's scripts can neither see nor change this one.
globalThis.inspector ??= (() => {
  const html = document.documentElement;
  const MOST = 12;

  // --- Elements ---

  const textOf = (element) => (element.innerText ?? element.textContent ?? "").replace(/\s+/g, " ").trim();
  const labelOf = (element) => {
    const labelled = (element.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => id && document.getElementById(id)).filter(Boolean);
    const label = element.getAttribute("aria-label") || labelled.map(textOf).join(" ") || (element.labels?.length ? textOf(element.labels[0]) : "");
    return label || textOf(element) || element.getAttribute("placeholder") || element.getAttribute("alt") || element.getAttribute("title") || "";
  };
  const name = (element) => {
    const id = element.id ? `#${element.id}` : "";
    const classes = [...element.classList].slice(0, 2).map((name) => `.${name}`).join("");
    const label = labelOf(element);
    return `${element.localName}${id || classes}${label ? ` “${label.length > 40 ? `${label.slice(0, 40)}…` : label}”` : ""}`;
  };
  // Only for assistive technology.
  const isHidden = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { clipPath, clip, position, opacity, visibility } = getComputedStyle(at);
      if (at === element && visibility !== "visible") return true;
      if (clipPath === "inset(50%)" || clipPath === "inset(100%)" || (position === "absolute" && clip !== "auto") || opacity === "0") return true;
      if (at !== html && position === "absolute" && at.offsetWidth <= 1 && at.offsetHeight <= 1) return true;
    }
    return false;
  };
  const isShown = (element) => element.getClientRects().length > 0 && !element.matches("option, optgroup, svg *, script, style, noscript") && !isHidden(element);
  const all = () => [...document.body.querySelectorAll("*")].filter(isShown);
  const found = (list) => [...new Set(list)].slice(0, MOST);

  // --- Layout ---

  const scrolls = (style) => style.overflowX === "auto" || style.overflowX === "scroll";
  const isScrolledSideways = (element) => {
    for (let at = element.parentElement; at && at !== document.body && at !== html; at = at.parentElement) {
      if (scrolls(getComputedStyle(at))) return true;
    }
    return false;
  };
  const hasText = (element) => textOf(element) !== "";

  const overflowing = () => {
    const list = [];
    for (const element of all()) {
      const { left, right, width } = element.getBoundingClientRect();
      // A box that is wider than the page is named by its innermost element.
      if (width > 0 && (left < -0.5 || right > html.clientWidth + 0.5) && !isScrolledSideways(element)) {
        const inner = [...element.children].some((child) => child.getBoundingClientRect().right >= right - 0.5 && isShown(child));
        if (!inner) list.push({ what: name(element), by: Math.round(Math.max(-left, right - html.clientWidth)) });
      }
    }
    if (html.scrollWidth > html.clientWidth + 1 && list.length === 0) {
      list.push({ what: "the page", by: html.scrollWidth - html.clientWidth });
    }
    return list.slice(0, MOST);
  };

  const cut = () => {
    const list = [];
    for (const element of all()) {
      if (element.matches("input, textarea, select, iframe, svg, img, canvas, video, html, body") || !hasText(element)) continue;
      const style = getComputedStyle(element);
      // An ellipsis indicates more text.
      if (style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none") continue;
      if (element.clientWidth <= 1 || element.clientHeight <= 1) continue;
      const cuts = (overflow) => overflow === "hidden" || overflow === "clip";
      if (cuts(style.overflowX) && element.scrollWidth > element.clientWidth + 1) list.push(`${name(element)} is cut at its side`);
      if (cuts(style.overflowY) && element.scrollHeight > element.clientHeight + 1) list.push(`${name(element)} is cut at its bottom`);
    }
    return found(list);
  };

  // The layer that an element belongs to: what is fixed, sticky or a dialog may cover the rest.
  const layer = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { position } = getComputedStyle(at);
      if (position === "fixed" || position === "sticky" || at.matches("dialog[open], [popover], [role=dialog], [role=listbox], [role=menu], [role=tooltip]")) return at;
    }
    return null;
  };
  // What remains of a rectangle inside the boxes that clip it.
  const clipped = (element, { left, right, top, bottom }) => {
    for (let at = element; at && at !== html; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (at === document.body || (style.overflowX === "visible" && style.overflowY === "visible")) continue;
      const box = at.getBoundingClientRect();
      left = Math.max(left, box.left);
      right = Math.min(right, box.right);
      top = Math.max(top, box.top);
      bottom = Math.min(bottom, box.bottom);
    }
    return { left, right, top, bottom };
  };
  const CONTROLS = "button, input, select, textarea, a[href], [role=button], [role=tab], [role=switch], [role=checkbox]";

  const overlapping = () => {
    const boxes = [];
    const add = (element, rect, isText) => {
      const box = clipped(element, rect);
      if (box.right - box.left > 1 && box.bottom - box.top > 1) boxes.push({ ...box, element, isText, layer: layer(element) });
    };
    for (const element of all()) {
      if (element.closest("[aria-hidden=true]")) continue;
      if (element.matches(CONTROLS)) {
        // A link of two lines has a rectangle for each.
        for (const rect of element.getClientRects()) add(element, rect, false);
        continue;
      }
      if (element.closest(CONTROLS)) continue;
      for (const node of element.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const rect of range.getClientRects()) add(element, rect, true);
      }
    }
    const list = [];
    const few = boxes.slice(0, 600);
    few.forEach((one, index) => {
      for (const other of few.slice(index + 1)) {
        if (one.element === other.element || one.layer !== other.layer) continue;
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        // A click on the label is a click on its control.
        if (one.element.closest("label") && one.element.closest("label") === other.element.closest("label")) continue;
        const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        const lower = Math.min(one.bottom - one.top, other.bottom - other.top);
        // A line's box is higher than its letters, so the boxes of two lines may touch.
        if (width > 2 && height > 2 && height > lower * 0.3) list.push(`${name(one.element)} and ${name(other.element)}`);
      }
    });
    return found(list);
  };

  // --- Contrast ---

  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const brush = canvas.getContext("2d", { willReadFrequently: true });
  const colors = new Map();
  // Any notation of a color, as the numbers from 0 to 255 and the opacity.
  const parse = (text) => {
    if (!colors.has(text)) {
      brush.clearRect(0, 0, 1, 1);
      brush.fillStyle = text;
      brush.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
      colors.set(text, [r, g, b, a / 255]);
    }
    return colors.get(text);
  };
  const over = ([r, g, b, a], under) => [r, g, b].map((part, index) => part * a + under[index] * (1 - a));
  const luminance = (color) => {
    const [r, g, b] = color.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  // The color behind an element's text, or null if a picture is behind it.
  const ground = (element) => {
    const layers = [];
    let opacity = 1;
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.backgroundImage !== "none" || style.filter !== "none" || style.mixBlendMode !== "normal") return null;
      opacity *= Number(style.opacity);
      layers.push(parse(style.backgroundColor));
      if (layers.at(-1)[3] === 1) break;
    }
    const isDark = getComputedStyle(html).colorScheme.includes("dark");
    let color = isDark ? [18, 18, 18] : [255, 255, 255];
    for (const layer of layers.reverse()) color = over(layer, color);
    return { color, opacity };
  };

  const faint = () => {
    const list = [];
    for (const element of all()) {
      const isText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
      if (!isText || element.closest(":disabled, [aria-disabled=true], [inert]")) continue;
      const { color, fontSize, fontWeight, webkitTextFillColor } = getComputedStyle(element);
      const behind = ground(element);
      if (!behind) continue;
      const [r, g, b, a] = parse(webkitTextFillColor || color);
      const shown = over([r, g, b, a * behind.opacity], behind.color);
      const size = parseFloat(fontSize);
      const needed = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700) ? 3 : 4.5;
      const contrast = ratio(shown, behind.color);
      if (contrast < needed - 0.05) list.push(`${name(element)} has a contrast of ${contrast.toFixed(2)} and needs ${needed}`);
    }
    return found(list);
  };

  // --- Text at twice its size ---

  let enlarged = null;
  // As a browser's zoom for text only: every text, and the line heights that would cut it.
  const enlarge = () => {
    const texts = all().filter((element) => element.matches("input, textarea, select, button") || [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()));
    const before = texts.map((element) => [element, parseFloat(getComputedStyle(element).fontSize), parseFloat(getComputedStyle(element).lineHeight)]);
    enlarged = [[html, html.getAttribute("style")]];
    html.style.setProperty("font-size", "200%", "important");
    const still = before.filter(([element, size]) => parseFloat(getComputedStyle(element).fontSize) < size * 1.9);
    for (const [element, size, line] of still) {
      enlarged.push([element, element.getAttribute("style")]);
      element.style.setProperty("font-size", `${size * 2}px`, "important");
      if (!Number.isNaN(line)) element.style.setProperty("line-height", `${line * 2}px`, "important");
    }
  };
  const reduce = () => {
    for (const [element, style] of (enlarged ?? []).reverse()) {
      element.style.removeProperty("font-size");
      element.style.removeProperty("line-height");
      if (style !== null) element.style.cssText = style;
    }
    enlarged = null;
  };

  // --- What can be clicked ---

  const NATIVE = "button, input, select, textarea, summary, a[href]";
  const OPERABLE = `${NATIVE}, [role=button], [role=link], [role=checkbox], [role=switch], [role=tab], [role=menuitem], [role=option], [role=radio], [tabindex], [contenteditable=true]`;
  // The arrow keys move inside of these, so that only one part is reached with Tab.
  const GROUPS = "[role=tablist], [role=radiogroup], [role=listbox], [role=menu], [role=menubar], [role=toolbar], [role=grid], [role=tree]";
  const seen = [];

  const isPointer = (element) => getComputedStyle(element).cursor === "pointer";
  const isEnabled = (element) => !element.closest(":disabled, [aria-disabled=true], [inert]") && element.type !== "hidden";
  const isOnlyFocused = (element) => element.tabIndex < 0 && !element.matches(`${NATIVE}, [role]`);
  // A hidden checkbox behind a drawn one: its label is what is clicked.
  const isReplaced = (element) => element.matches("input") && element.getClientRects().length > 0 && element.labels?.length > 0;

  const controls = () =>
    [...document.body.querySelectorAll("*")].filter((element) => {
      if (!isEnabled(element) || !(isShown(element) || isReplaced(element))) return false;
      if (element.matches(OPERABLE)) return !isOnlyFocused(element) && !element.matches("iframe, dialog, [role=dialog]");
      if (!isPointer(element) || element.closest("label, option, select")) return false;
      const { parentElement } = element;
      return !isPointer(parentElement) && !element.querySelector(OPERABLE) && !element.parentElement.closest(OPERABLE);
    });
  const number = (element) => {
    const at = seen.indexOf(element);
    return at >= 0 ? at : seen.push(element) - 1;
  };
  const key = (element, before) => {
    const base = `${element.localName}|${element.getAttribute("role") ?? ""}|${element.type ?? ""}|${labelOf(element).slice(0, 80)}`;
    const count = (before.get(base) ?? 0) + 1;
    before.set(base, count);
    return `${base}|${count}`;
  };
  const clickable = () => {
    const keys = new Map();
    return controls().map((element) => ({
      number: number(element),
      key: key(element, keys),
      name: name(element),
      isNative: element.matches(NATIVE),
      isLink: element.matches("a[href]"),
      isText: element.matches("textarea, select, [contenteditable=true], input:not([type=button], [type=submit], [type=reset], [type=checkbox], [type=radio])"),
      isFocusable: element.tabIndex >= 0,
    }));
  };
  // Scrolls a control into view. Returns where to click, or null if something else is on top.
  const point = (at) => {
    const element = seen[at];
    if (!element?.isConnected) return null;
    element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    for (const { left, top, width, height } of element.getClientRects()) {
      const [x, y] = [left + width / 2, top + height / 2];
      const hit = document.elementFromPoint(x, y);
      if (hit && (element.contains(hit) || hit.contains(element) || [...(element.labels ?? [])].some((label) => label.contains(hit)))) return { x, y };
    }
    return null;
  };

  // --- Focus ---

  const LOOK = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "borderTopColor", "borderBottomColor", "borderTopWidth", "borderTopStyle", "backgroundColor", "backgroundImage", "color", "textDecorationLine", "filter", "transform"];
  const lookOf = (element) => {
    const parts = [];
    const around = [element, element.parentElement, element.parentElement?.parentElement, element.nextElementSibling, element.previousElementSibling, ...(element.labels ?? [])];
    for (const part of around) {
      if (!part) continue;
      for (const pseudo of [null, "::before", "::after"]) {
        const style = getComputedStyle(part, pseudo);
        if (pseudo && style.content === "none") continue;
        // An outline that is not drawn has a color, too.
        const hasOutline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
        parts.push(LOOK.map((property) => (property.startsWith("outline") && !hasOutline ? "" : style[property])).join(";"));
      }
    }
    return parts.join("|");
  };
  const plain = new Map();
  const unfocus = () => {
    document.activeElement?.blur?.();
    plain.clear();
    for (const element of controls()) plain.set(element, lookOf(element));
  };
  const focused = () => {
    let element = document.activeElement;
    if (!document.hasFocus() || !element || element === document.body || element === html) return null;
    const described = element.getAttribute("aria-activedescendant");
    const group = element.closest(GROUPS);
    const members = group ? controls().filter((other) => group.contains(other)) : [];
    if (element.matches("input[type=radio]")) members.push(...controls().filter((other) => other.matches("input[type=radio]") && other.name === element.name));
    if (described) {
      const box = document.getElementById(described)?.closest(GROUPS);
      if (box) members.push(...controls().filter((other) => box.contains(other)));
    }
    const before = plain.get(element);
    return {
      number: number(element),
      members: members.map(number),
      name: name(element),
      isControl: controls().includes(element),
      isVisible: before === undefined || before !== lookOf(element),
    };
  };
  const focus = (at) => seen[at]?.focus();

  // --- Waiting and watching ---

  let changes = 0;
  const touched = new Set();
  new MutationObserver((list) => {
    changes += list.length;
    for (const { type, target, addedNodes } of list) {
      if (type === "characterData") touched.add(target);
      for (const node of addedNodes) touched.add(node);
    }
  }).observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
  const changed = () => changes;
  const mark = () => touched.clear();
  // Longer than an animation frame on a busy machine.
  const QUIET = 60;
  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
  // Waits until the page has stopped to change and to move, but not longer than two seconds.
  const settled = async () => {
    const end = performance.now() + 2_000;
    let before = -1;
    await document.fonts.ready;
    while (performance.now() < end) {
      await pause(QUIET);
      const isMoving = document.getAnimations().some(({ playState, effect }) => playState === "running" && effect?.getComputedTiming().endTime < 5_000);
      if (before === changes && !isMoving) return true;
      before = changes;
    }
    return false;
  };

  // The visible texts that have appeared or changed since the last mark.
  const appeared = () => {
    const list = [];
    for (const element of all()) {
      for (const node of element.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
        let isNew = false;
        for (let at = node; at && !isNew; at = at.parentNode) isNew = touched.has(at);
        if (isNew) list.push(node.data.replace(/\s+/g, " ").trim());
      }
    }
    return list;
  };
  // The fields that a person would fill before pressing a button, and something to fill them with.
  const FILLING = { email: "someone@example.com", url: "https://shop.example", number: "1", tel: "5550100", text: "Text of the check" };
  const empty = () => {
    const fields = controls().filter((element) => element.matches("textarea, input:not([type=search])") && !element.readOnly && !element.getAttribute("role") && !element.value);
    return fields.flatMap((element) => {
      const text = element.localName === "textarea" ? FILLING.text : FILLING[element.type];
      return text ? [{ number: number(element), text }] : [];
    });
  };

  const accessible = async (tags) => {
    const { violations } = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, helpUrl, nodes }) =>
      nodes.slice(0, MOST).map(({ target, html }) => ({ id, help, helpUrl, target: target.flat().join(" "), html: html.slice(0, 200) })),
    );
  };

  return { overflowing, cut, overlapping, faint, enlarge, reduce, clickable, point, unfocus, focused, focus, changed, mark, settled, appeared, empty, accessible };
})();
