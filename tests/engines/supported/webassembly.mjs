// The WebAssembly proposals without which the module is invalid.

import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../support/builds.mjs";
import { data } from "./needs.mjs";

/** wasm-opt's name of each part, and MDN's. */
const PARTS = {
  "bulk-memory": "bulk-memory-operations",
  "exception-handling": "exception-handling",
  "extended-const": "extended-constant-expressions",
  gc: "garbage-collection",
  memory64: "memory64",
  multimemory: "multiMemory",
  multivalue: "multi-value",
  "nontrapping-float-to-int": "non-trapping-float-to-int-conversions",
  "reference-types": "reference-types",
  "relaxed-simd": "relaxed-SIMD",
  "sign-ext": "sign-extension-operations",
  simd: "fixed-width-SIMD",
  "tail-call": "tail-calls",
  threads: "threads-and-atomics",
  "typed-function-references": "typedFunctionReferences",
  "wide-arithmetic": "wideArithmetic",
};

export function webAssembly(needs) {
  const dist = join(root, "dist");
  const module = join(dist, readdirSync(dist).find((name) => name.endsWith(".wasm")));
  const program = join(root, "tests/e2e/node_modules/.bin/wasm-opt");
  needs.add("WebAssembly", data.webassembly.api);
  const isValidWithout = (...options) =>
    spawnSync(program, ["--all-features", ...options.map((option) => `--disable-${option}`), module, "-o", "/dev/null"], { stdio: "ignore" }).status === 0;
  if (!isValidWithout()) throw new Error(`wasm-opt does not read ${module}: build it again`);
  // Groups of features, of which most modules need only a part.
  const needed = (options) => {
    if (isValidWithout(...options)) return [];
    if (options.length === 1) return options;
    const middle = options.length >> 1;
    return [...needed(options.slice(0, middle)), ...needed(options.slice(middle))];
  };
  for (const option of needed(Object.keys(PARTS))) {
    const name = PARTS[option];
    const feature = data.webassembly[name];
    if (!feature) throw new Error(`MDN's data has no ${name} of WebAssembly: look how it is named now`);
    needs.add(`WebAssembly's ${name}`, feature);
  }
}
