/** How Chromium is started: quiet, every site in a process of its own, and these names at these ports of this machine. */
export function options(ports: Record<string, number>): string[] {
  const rules = Object.entries(ports).map(([name, port]) => `MAP ${name} 127.0.0.1:${port}`);
  return [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--site-per-process",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--ignore-certificate-errors",
    `--host-resolver-rules=${rules.join(",")}`,
  ];
}
