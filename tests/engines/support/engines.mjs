// The three browsers: their programs, drivers and settings.

import { execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { Session } from "./webdriver.mjs";

/** A program named in the environment, or the first on PATH. */
function program(variable, ...names) {
  if (process.env[variable]) return process.env[variable];
  for (const name of names) {
    try {
      return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
    } catch {
      // Not this one.
    }
  }
}

/** WebKitGTK's own small browser, which WebKitWebDriver drives; Debian has it beside the library. */
function miniBrowser() {
  if (process.env.MINIBROWSER) return process.env.MINIBROWSER;
  for (const libraries of ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/libexec", "/usr/lib"]) {
    if (!existsSync(libraries)) continue;
    for (const folder of readdirSync(libraries).filter((name) => /^webkit(2)?gtk-/.test(name)).sort().reverse()) {
      const file = join(libraries, folder, "MiniBrowser");
      if (existsSync(file)) return file;
    }
  }
}

/** Disables everything else that takes time or uses the network. */
const FIREFOX = {
  "app.normandy.enabled": false,
  "app.update.disabledForTesting": true,
  "browser.safebrowsing.downloads.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "dom.disable_open_during_load": false,
  "extensions.update.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "https://nowhere.example",
};

export const engines = {
  chromium: {
    name: "Chromium",
    programs: () => ({ browser: program("CHROMIUM", "chromium", "chromium-browser", "google-chrome"), driver: program("CHROMEDRIVER", "chromedriver") }),
    arguments: (port) => [`--port=${port}`],
    capabilities: ({ browser }, proxy, { touch } = {}) => ({
      acceptInsecureCerts: true,
      proxy: { proxyType: "manual", sslProxy: proxy },
      "goog:chromeOptions": {
        binary: browser,
        args: [
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--window-size=1280,900",
          // A page of another site in a separate process ignores the emulated screen.
          ...(touch ? ["--disable-site-isolation-trials", "--disable-features=IsolateOrigins,site-per-process"] : []),
        ],
        ...(touch && { mobileEmulation: { deviceMetrics: { width: touch.width, height: touch.height, pixelRatio: 2, touch: true } } }),
      },
    }),
  },
  firefox: {
    name: "Firefox",
    programs: () => ({ browser: program("FIREFOX", "firefox-esr", "firefox"), driver: program("GECKODRIVER", "geckodriver") }),
    arguments: (port) => [`--port=${port}`, "--websocket-port=0", "--log=fatal"],
    capabilities: ({ browser }, proxy, { preferences } = {}) => ({
      acceptInsecureCerts: true,
      proxy: { proxyType: "manual", sslProxy: proxy },
      "moz:firefoxOptions": { binary: browser, args: ["-headless", "-width", "1280", "-height", "900"], prefs: { ...FIREFOX, ...preferences } },
    }),
  },
  webkit: {
    name: "WebKit",
    programs: () => ({ browser: miniBrowser(), driver: program("WEBKIT_WEBDRIVER", "WebKitWebDriver"), display: program("XVFB", "Xvfb") }),
    arguments: (port) => [`--port=${port}`],
    // The driver's own capability `proxy` would speak TLS to the proxy.
    capabilities: ({ browser }, proxy) => ({
      "webkitgtk:browserOptions": {
        binary: browser,
        args: ["--automation", `--proxy=http://${proxy}`, "--ignore-host=127.0.0.1", "--ignore-host=localhost", "--ignore-tls-errors", "--geometry=1280x900"],
      },
    }),
  },
};

/** The first program that an engine lacks, if any. */
export function missing(engine) {
  return Object.entries(engines[engine].programs()).find(([, path]) => !path)?.[0];
}

/** The processes of each running browser. */
const running = new Set();

/** Ends processes and their children: a driver may leave its browser behind if a session could not be closed. */
function end(children) {
  for (const child of [...children].reverse()) {
    try {
      process.kill(-child.pid);
    } catch {
      // It has ended.
    }
  }
}

/** Ends all of them. They are in separate process groups, so Ctrl-C does not reach them. */
export function endAll() {
  for (const children of running) end(children);
}

/** Starts a browser and its driver. */
export async function start(engine, proxy, options) {
  const { programs, arguments: args, capabilities } = engines[engine];
  const found = programs();
  const children = [];
  running.add(children);
  const run = (file, parameters, { env = {}, stdio = "ignore" } = {}) => {
    const child = spawn(file, parameters, { stdio, env: { ...process.env, ...env }, detached: true });
    children.push(child);
    return child;
  };
  const stop = () => {
    running.delete(children);
    end(children);
  };
  try {
    const env = found.display ? { DISPLAY: await display(run, found.display), GDK_BACKEND: "x11", LIBGL_ALWAYS_SOFTWARE: "1" } : {};
    const port = await freePort();
    run(found.driver, args(port), { env });
    const driver = `http://127.0.0.1:${port}`;
    await listens(driver);
    const session = await Session.open(driver, capabilities(found, proxy, options));
    return {
      session,
      async stop() {
        await session.close().catch(() => {});
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/** An X server without a screen: WebKitGTK has no headless mode. Returns the display's name. */
async function display(run, program) {
  const server = run(program, ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const number = await new Promise((resolve, reject) => {
    server.stdio[3].once("data", (data) => resolve(String(data).trim()));
    server.once("exit", () => reject(new Error("Xvfb has ended before it listened")));
  });
  return `:${number}`;
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listens(driver) {
  for (const until = Date.now() + 30_000; ; ) {
    try {
      await fetch(`${driver}/status`);
      return;
    } catch (error) {
      if (Date.now() > until) throw new Error(`the driver does not answer at ${driver}`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
