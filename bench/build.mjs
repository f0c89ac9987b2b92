// Builds the JavaScript extensions, each as a project of its kind would, and the measuring programs.
import { copyFile, mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import preact from "@preact/preset-vite";
import react from "@vitejs/plugin-react";
import { build as bundle } from "esbuild";
import { build } from "vite";

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The plugins that each framework's documentation recommends. */
const plugins = { react: [react()], preact: [preact()], vanilla: [] };

for (const [name, own] of Object.entries(plugins)) {
  await build({
    configFile: false,
    root: folder(`extensions/${name}`),
    plugins: own,
    logLevel: "warn",
    build: { outDir: folder(`../target/bench/${name}/dist`), emptyOutDir: true, target: "esnext" },
  });
}

await mkdir(folder("../target/bench/floor/dist"), { recursive: true });
await copyFile(folder("extensions/floor/index.html"), folder("../target/bench/floor/dist/index.html"));

await bundle({
  entryPoints: [folder("host/host.ts")],
  bundle: true,
  minify: true,
  define: { "process.env.NODE_ENV": '"production"' },
  outfile: folder("../target/bench/host/host.js"),
});
await copyFile(folder("host/index.html"), folder("../target/bench/host/index.html"));
await bundle({
  entryPoints: [folder("measure/main.ts"), folder("measure/engine.ts"), folder("measure/saving.ts"), folder("measure/probe.ts")],
  bundle: true,
  platform: "node",
  format: "esm",
  outdir: folder("../target/bench/measure"),
  outExtension: { ".js": ".mjs" },
});
