import { build } from "esbuild";
import { conformanceSdk, hosts } from "./paths";

/** Bundles the scripts of the pages with the published packages. */
export default async function bundleHosts() {
  await Promise.all([
    // The host pages, each with its own version of the published host library.
    bundle(["0.3.2", "0.3.5", "plain"].map((name) => ({ in: `hosts/host-${name}.ts`, out: name })), hosts),
    // An extension's pages on the published SDKs.
    bundle(
      [
        { in: "support/conformance/sdk-page.ts", out: "sdk-page" },
        { in: "support/conformance/sign-in/sdk-page.ts", out: "sign-in-page" },
      ],
      conformanceSdk,
    ),
  ]);
}

function bundle(entryPoints: { in: string; out: string }[], outdir: string) {
  return build({ entryPoints, bundle: true, define: { "process.env.NODE_ENV": '"production"' }, outdir });
}
