// Runs in the extension's iframe, the same for every extension: before all code of the page if messages are timed.
(() => {
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  let arrived = NaN;
  let first = NaN;
  // The customers who have arrived but are not on screen yet, with their times of arrival.
  let pending: [id: string, at: number][] = [];
  let whenMessage: (() => void) | undefined;

  addEventListener(
    "message",
    ({ data }) => {
      arrived = performance.now();
      if (Number.isNaN(first)) first = arrived;
      // Takes the time first: reading the message is part of every extension's work.
      const event = data?.data?.args?.[0];
      if (event?.event_name === "livechat:customer_profile") pending.push([event.event_data.id, arrived]);
      whenMessage?.();
    },
    true,
  );

  let counting = false;
  let frames = 0;
  let inThisFrame = 0;
  // The longest task of 50 ms or more, in milliseconds: browsers don't report shorter ones.
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: "longtask" });
  const countFrames = () => {
    frames++;
    inThisFrame = 0;
    if (counting) requestAnimationFrame(countFrames);
  };

  const text = (selector: string) => document.querySelector(selector)?.textContent ?? "";
  let latencies: number[] = [];
  let commits = 0;
  let most = 0;
  let awaited = "";
  // Whether the host is notified of what is shown. Not in a flood: a message costs the host most then, and those who
  // show much would be measured by how much they show.
  let tells = true;
  let reached = NaN;
  new MutationObserver(() => {
    if (!document.querySelector("main")) return;
    const now = performance.now();
    commits++;
    most = Math.max(most, ++inThisFrame);
    const shown = text("dd");
    // A customer who was replaced before being on screen counts as waiting until the next one was.
    const index = pending.findIndex(([id]) => id === shown);
    for (const [, at] of pending.splice(0, index + 1)) latencies.push(now - at);
    if (awaited && shown === awaited) reached = now;
    if (tells) parent.postMessage("bench:seen", "*");
  }).observe(document, { subtree: true, childList: true, characterData: true });

  const probe = {
    /** When content appeared, by the host's clock. */
    painted: () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list, observer) => {
          const paint = list.getEntriesByName("first-contentful-paint")[0];
          if (!paint) return;
          observer.disconnect();
          resolve(performance.timeOrigin + paint.startTime);
        }).observe({ type: "paint", buffered: true });
      }),

    /** When content was in the page for the length of an animation frame, by the host's clock. For browsers that do not report paints. */
    whenContent: () =>
      new Promise<number>((resolve) => {
        const isContent = ({ tagName, textContent }: Element) => !/^(SCRIPT|STYLE|NOSCRIPT)$/.test(tagName) && textContent!.trim() !== "";
        const observer = new MutationObserver(async () => {
          if (!document.body || ![...document.body.children].some(isContent)) return;
          observer.disconnect();
          await nextFrame();
          // After the frame's rendering.
          setTimeout(() => resolve(performance.timeOrigin + performance.now()));
        });
        observer.observe(document, { subtree: true, childList: true, characterData: true });
      }),

    /** When that customer appeared, by the host's clock. */
    whenShown: (id: string) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (text("dd") !== id) return;
          observer.disconnect();
          resolve(performance.timeOrigin + performance.now());
        };
        const observer = new MutationObserver(look);
        observer.observe(document, { subtree: true, childList: true, characterData: true });
        look();
      }),

    /** The content on screen; `undefined` until that customer appears. */
    shown: async (id: string) => {
      while (text("dd") !== id) await nextFrame();
      return { text: document.querySelector<HTMLElement>("main")!.innerText, markup: document.querySelector("main")!.outerHTML };
    },

    /** Clears the measurements, waits for that customer, and optionally notifies the host of each that is shown. */
    begin: (id: string, tell: boolean) => {
      tells = tell;
      [latencies, pending, commits, most, awaited, first, reached] = [[], [], 0, 0, id, NaN, NaN];
      [frames, inThisFrame, longest] = [0, 0, 0];
      counting = true;
      requestAnimationFrame(countFrames);
    },

    /** The measurements since then. */
    end: async () => {
      while (Number.isNaN(reached)) await nextFrame();
      counting = false;
      return { latencies, commits, most, frames, longest, took: reached - first };
    },

    /** Clicks the button, and measures the time until the host's answer arrives. */
    commands: async (count: number) => {
      const times: number[] = [];
      for (let index = 0; index < count; index++) {
        const answered = new Promise<void>((resolve) => (whenMessage = resolve));
        const clicked = performance.now();
        document.querySelector("button")!.click();
        await answered;
        times.push(arrived - clicked);
        await nextFrame();
      }
      whenMessage = undefined;
      return times;
    },
  };
  Object.assign(window, { probe });
})();
