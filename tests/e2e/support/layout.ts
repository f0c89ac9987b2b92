import type { Locator } from "@playwright/test";

/** Selectors of intentional exceptions. */
export interface Meant {
  /** Content that scrolls sideways. */
  sideways?: string;
  /** Content that intentionally overlaps. */
  onTop?: string;
}

/**
 * What of an element's content is wider than its place, outside of the page, cut, or on top of something else.
 * The page is that of the element's own frame.
 */
export async function misplaced(root: Locator, { sideways, onTop }: Meant = {}): Promise<string[]> {
  return root.evaluate(
    (root, { sideways, onTop }) => {
      const found: string[] = [];
      const html = document.documentElement;
      if (html.scrollWidth > html.clientWidth) found.push(`the page is ${html.scrollWidth} wide`);

      const name = (element: Element) =>
        `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} “${(element.textContent ?? "").trim().slice(0, 30)}”`;
      // Only for assistive technology.
      const clipped = (element: Element | null): boolean =>
        element !== null && (getComputedStyle(element).clipPath === "inset(50%)" || clipped(element.parentElement));
      const shown = (element: Element) =>
        element.getClientRects().length > 0 && !element.matches("option, svg *") && !clipped(element);
      const elements = [...root.querySelectorAll("*")].filter(shown);
      const candidates = new Set(elements);

      const overlap = (a: DOMRect, b: DOMRect) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
      // A text of two lines has a rectangle for each; an element beside the second is not on top of the first.
      const covers = (one: Element, other: Element) =>
        [...one.getClientRects()].some((a) => [...other.getClientRects()].some((b) => overlap(a, b)));
      const floats = (element: Element) =>
        getComputedStyle(element).position === "fixed" || (onTop !== undefined && element.matches(onTop));

      for (const element of elements) {
        const style = getComputedStyle(element);
        const scrolledSideways = sideways === undefined ? null : element.closest(sideways);
        const { left, right } = element.getBoundingClientRect();
        if (!(scrolledSideways && scrolledSideways !== element) && (left < -0.5 || right > html.clientWidth + 0.5)) {
          found.push(`outside of the page: ${name(element)}`);
        }
        // A field scrolls, and an ellipsis indicates more text.
        const saysSo = element.matches("input, textarea, select, iframe, svg") || style.textOverflow === "ellipsis";
        if (!saysSo && scrolledSideways !== element && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) {
          found.push(`wider than its place: ${name(element)}`);
        }
        const cuts = style.overflowY === "hidden" || style.overflowY === "clip";
        if (!saysSo && cuts && element.scrollHeight > element.clientHeight + 1) found.push(`cut below: ${name(element)}`);

        if (floats(element)) continue;
        for (let other = element.nextElementSibling; other; other = other.nextElementSibling) {
          if (candidates.has(other) && !floats(other) && covers(element, other)) found.push(`${name(element)} is on top of ${name(other)}`);
        }
      }
      return found;
    },
    { sideways, onTop },
  );
}
