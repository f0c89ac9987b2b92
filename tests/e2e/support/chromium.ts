import { execFileSync } from "node:child_process";

/** The system's Chromium: Playwright's own cannot be downloaded everywhere. `cargo xtask test` names it in `CHROMIUM`. */
export function findChromium(): string | undefined {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    try {
      return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
    } catch {
      // Not this one.
    }
  }
  return undefined;
}
