import { build } from "esbuild";
import { hosts } from "./paths";

/** Bundles the host pages' scripts, each with its own version of the published host library. */
export default async function bundleHosts() {
  await build({
    entryPoints: ["0.3.2", "0.3.5", "plain"].map((name) => ({ in: `hosts/host-${name}.ts`, out: name })),
    bundle: true,
    define: { "process.env.NODE_ENV": '"production"' },
    outdir: hosts,
  });
}
