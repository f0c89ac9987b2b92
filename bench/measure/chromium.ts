/** How Chromium starts: quietly, with a process for every site, and these host names at these local ports. */
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
