import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Serving } from "../agent-app";
import { conformanceBuild, conformanceSdk } from "../paths";

export type Implementation = "sdk" | "ours";

/** Starts our extension. */
export const startOurs = `<script type="module">
  import start from "/conformance-extension.js";
  await start();
</script>`;

/** How each implementation's page is served at the extension's origin. */
export const pages: Record<Implementation, Serving> = {
  sdk: page(conformanceSdk, `<script src="/sdk-page.js"></script>`),
  ours: page(conformanceBuild, startOurs),
};

const types: Record<string, string> = { js: "text/javascript", wasm: "application/wasm" };

/** A folder's files; the page at every other path. */
export function page(folder: string, script: string, head = ""): Serving {
  return {
    policy: false,
    async intercept(route) {
      const { pathname } = new URL(route.request().url());
      const type = types[pathname.split(".").at(-1)!];
      if (type) {
        await route.fulfill({ contentType: type, body: await readFile(join(folder, pathname)) });
      } else {
        await route.fulfill({ contentType: "text/html", body: `<!doctype html><title>Conformance</title>${head}<body>${script}` });
      }
      return true;
    },
  };
}
