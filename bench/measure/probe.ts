// Runs in the extension's frame, the same for every extension: before anything of the page where messages are timed.
(() => {
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  let arrived = NaN;
  let first = NaN;
  let whenMessage: (() => void) | undefined;

  addEventListener(
    "message",
    () => {
      arrived = performance.now();
      if (Number.isNaN(first)) first = arrived;
      whenMessage?.();
    },
    true,
  );

  let counting = false;
  let frames = 0;
  let inThisFrame = 0;
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
  // Whether the host is told of what is shown. Of a flood it is not: a message costs the host most then, and those who
  // show much would be measured by how much they show.
  let tells = true;
  let reached = NaN;
  new MutationObserver(() => {
    if (!document.querySelector("main")) return;
    const now = performance.now();
    commits++;
    most = Math.max(most, ++inThisFrame);
    if (!Number.isNaN(arrived)) latencies.push(now - arrived);
    arrived = NaN;
    if (awaited && text("dd") === awaited) reached = now;
    if (tells) parent.postMessage("bench:seen", "*");
  }).observe(document, { subtree: true, childList: true, characterData: true });

  const probe = {
    /** When there was something to see, by the host's clock. */
    painted: () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list, observer) => {
          const paint = list.getEntriesByName("first-contentful-paint")[0];
          if (!paint) return;
          observer.disconnect();
          resolve(performance.timeOrigin + paint.startTime);
        }).observe({ type: "paint", buffered: true });
      }),

    /** What is on screen; `undefined` until that customer is. */
    shown: async (id: string) => {
      while (text("dd") !== id) await nextFrame();
      return { text: document.querySelector<HTMLElement>("main")!.innerText, markup: document.querySelector("main")!.outerHTML };
    },

    /** Forgets what was measured; from now on waits for that customer, and tells the host of each that is shown, or not. */
    begin: (id: string, tell: boolean) => {
      tells = tell;
      [latencies, commits, most, awaited, first, reached, frames, inThisFrame] = [[], 0, 0, id, NaN, NaN, 0, 0];
      counting = true;
      requestAnimationFrame(countFrames);
    },

    /** What was measured since. */
    end: async () => {
      while (Number.isNaN(reached)) await nextFrame();
      counting = false;
      return { latencies, commits, most, frames, took: reached - first };
    },

    /** Clicks the button, and takes the time until the host's answer has arrived. */
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
