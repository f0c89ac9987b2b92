// Measures the time from saving a file to seeing the change under `trunk serve`, for several projects side by side, and
// writes every sample with a breakdown of its time.
//
// node developing.mjs <file of the projects> <file to write> <chromium> <runs>
import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { Browser } from "./browser";
import { options } from "./chromium";
import { freePort } from "./free-port";
import { Opened } from "./opened";

/** A measured project. */
interface Project {
  name: string;
  /** The folder to run `trunk serve` in. */
  folder: string;
  /** The folder of the page, for Trunk. */
  dist: string;
  /** The path and query of the page. */
  path: string;
  /** The file that is saved: source code, or a style sheet. */
  source: string;
  /** The text to replace in it, and its replacement; `#` is the number of the save. */
  replaced: string;
  by: string;
  /** A condition in the page or one of its iframes that holds when the change is visible. */
  seen: string;
}

/** Milliseconds from saving to seeing, with a breakdown. */
interface Sample {
  seen: number;
  /** Trunk's builds after this save. */
  builds: number;
  /** From saving to the start of the first build. */
  noticed: number;
  cargo: number;
  bindgen: number;
  /** The rest of the build. */
  trunk: number;
  /** From the end of the build to seeing. */
  page: number;
}

interface Development extends Project {
  server: ChildProcess;
  opened: Opened;
  original: string;
  times: string;
}

/** The first start builds everything. */
const START = 30 * 60_000;
const SEEN = 5 * 60_000;
/** A save is over when there has been no build for this long. */
const QUIET = 2_500;

const [projectsFile, resultFile, chromium, runs] = process.argv.slice(2);
const projects: Project[] = JSON.parse(readFileSync(projectsFile, "utf8"));
const shims = mkdtempSync(join(tmpdir(), "bench-shims-"));
const browser = Browser.start(chromium, options({}));
const started: Development[] = [];
const restore = () => {
  for (const { server, source, original } of started) {
    writeFileSync(source, original);
    server.kill();
  }
  rmSync(shims, { recursive: true, force: true });
};
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    restore();
    process.exit(1);
  });
}

try {
  for (const program of ["cargo", "wasm-bindgen"]) shim(program);
  for (const project of projects) started.push(await develop(project));
  const samples: Record<string, Sample[]> = Object.fromEntries(projects.map(({ name }) => [name, []]));
  for (let run = 0; run <= Number(runs); run++) {
    for (const development of started) {
      const sample = await save(development, run);
      // The first save fills caches.
      if (run > 0) samples[development.name].push(sample);
      console.log(run, development.name, JSON.stringify(sample));
    }
  }
  writeFileSync(resultFile, JSON.stringify(samples));
} finally {
  restore();
  await browser.close();
}

async function develop(project: Project): Promise<Development> {
  const port = await freePort();
  const times = join(shims, `${project.name}.times`);
  writeFileSync(times, "");
  const server = spawn("trunk", ["serve", "--offline", "--dist", project.dist, "--port", String(port)], {
    cwd: project.folder,
    env: { ...process.env, PATH: `${shims}${delimiter}${process.env.PATH}`, BENCH_TIMES: times, NO_COLOR: "true" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  createInterface(server.stdout!).on("line", (line) => {
    const event = line.includes("starting build") ? "build" : line.includes("success") ? "built" : undefined;
    if (event) writeFileSync(times, `${now()} ${event}\n`, { flag: "a" });
    else if (line.includes("ERROR")) console.error(`${project.name}: ${line}`);
  });
  const original = readFileSync(project.source, "utf8");
  if (!original.includes(project.replaced)) throw new Error(`${project.source} has no ${project.replaced}`);
  const url = `http://localhost:${port}/${project.path}`;
  await until(START, async () => (await fetch(url).catch(() => undefined))?.ok ?? false);
  const opened = await Opened.start(browser, url);
  await until(SEEN, () => opened.shows(project.seen.replaceAll("#", "")));
  return { ...project, server, opened, original, times };
}

async function save({ source, original, replaced, by, seen, opened, times }: Development, run: number): Promise<Sample> {
  writeFileSync(times, "");
  const saved = now();
  writeFileSync(source, original.replace(replaced, by.replaceAll("#", ` ${run}`)));
  await until(SEEN, () => opened.shows(seen.replaceAll("#", ` ${run}`)));
  const seenAt = now();
  await until(SEEN, async () => {
    const events = read(times);
    const last = events.at(-1)?.at ?? saved;
    return events.filter(({ event }) => event === "build").length === events.filter(({ event }) => event === "built").length
      && now() - Math.max(last, seenAt) > QUIET;
  });
  const events = read(times);
  const first = (event: string) => events.find((entry) => entry.event === event)?.at;
  const [began, built] = [first("build"), first("built")];
  const during = (program: string) => {
    const at = (event: string) => events.filter((entry) => entry.event === `${program} ${event}` && entry.at < (built ?? 0));
    return at("ended").reduce((sum, { at }) => sum + at, 0) - at("began").reduce((sum, { at }) => sum + at, 0);
  };
  const [cargo, bindgen] = [during("cargo"), during("wasm-bindgen")];
  return {
    seen: seenAt - saved,
    builds: events.filter(({ event }) => event === "build").length,
    noticed: (began ?? saved) - saved,
    cargo,
    bindgen,
    trunk: (built ?? saved) - (began ?? saved) - cargo - bindgen,
    page: seenAt - (built ?? saved),
  };
}

function read(times: string): { at: number; event: string }[] {
  const lines = readFileSync(times, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => ({ at: Number(line.split(" ")[0]), event: line.split(" ").slice(1).join(" ") }));
}

/** Wraps the program of that name on PATH to record when it begins and ends. */
function shim(program: string) {
  const file = join(shims, program);
  const note = (event: string) => `printf '%s ${program} ${event}\\n' "$(date +%s%3N)" >>"$BENCH_TIMES"`;
  const text = `#!/bin/sh\nPATH=\${PATH#*${delimiter}}\n${note("began")}\n"${program}" "$@"\nstatus=$?\n${note("ended")}\nexit $status\n`;
  writeFileSync(`${file}.new`, text);
  chmodSync(`${file}.new`, 0o755);
  renameSync(`${file}.new`, file);
}

/** Milliseconds by the same clock as the wrapped programs. */
function now() {
  return Date.now();
}

async function until(limit: number, holds: () => Promise<boolean>) {
  const start = now();
  while (!(await holds())) {
    if (now() - start > limit) throw new Error(`nothing happened within ${limit / 1_000} s`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
