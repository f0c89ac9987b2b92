// The messages of the protocol, by its own tables, and which of them the tests have exercised.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./builds.mjs";

const ALL = "PlacementKind::ALL";
const PLACEMENTS = { "": "Details", "message-box": "MessageBox", fullscreen: "Fullscreen", settings: "Settings" };

/** The rows of a table: each name on the wire, with the placements that have it. */
function rows(kind) {
  const text = readFileSync(join(root, `protocol/src/${kind}s/mod.rs`), "utf8");
  const found = [...text.matchAll(/=\s*("\w+"(?:\s*\|\s*"\w+")*)\s+in\s+&(PlacementKind::ALL|\[[\w, ]+\])/g)];
  const count = text.match(/" in &/g)?.length ?? 0;
  if (found.length === 0 || found.length !== count) throw new Error(`${found.length} of ${count} rows of protocol/src/${kind}s/mod.rs were read: adapt ${import.meta.url}`);
  return found.flatMap(([, names, placements]) =>
    names.match(/\w+/g).map((name) => ({ kind, name, placements: placements === ALL ? Object.values(PLACEMENTS) : placements.match(/\w+/g) })),
  );
}

/** The events that were sent to an extension and the commands that it sent, in one engine. */
export class Exercised {
  #found = new Set();

  /** `path` is that of the demo's placement. */
  add(kind, name, path) {
    this.#found.add(`${kind} ${name} ${PLACEMENTS[path]}`);
  }

  /** The messages that none of their placements has received or sent. */
  missing() {
    return ["event", "command"]
      .flatMap(rows)
      .filter(({ kind, name, placements }) => !placements.some((placement) => this.#found.has(`${kind} ${name} ${placement}`)))
      .map(({ kind, name }) => `${kind} ${name}`);
  }
}
