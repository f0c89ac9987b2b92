import { fileURLToPath } from "node:url";

const root = new URL("../../../", import.meta.url);

/** The release build of the demo, made by `cargo xtask build`. */
export const dist = fileURLToPath(new URL("dist/", root));
/** The bundled scripts of the host pages. */
export const hosts = fileURLToPath(new URL("target/e2e-hosts/", root));
/** The policy that `cargo xtask build` prints for it. */
export const contentSecurityPolicy = fileURLToPath(new URL("target/content-security-policy.txt", root));
/** The table of conformance cases, and the list of differences. */
export const conformance = fileURLToPath(new URL("tests/conformance/", root));
export const signInConformance = fileURLToPath(new URL("tests/conformance/sign-in/", root));
/** The table of the events that have a type. */
export const events = fileURLToPath(new URL("protocol/src/events/mod.rs", root));
/** The extension that is compared with the SDK, built by `cargo xtask conformance`. */
export const conformanceBuild = fileURLToPath(new URL("target/conformance/", root));
/** The bundled page of the published SDK. */
export const conformanceSdk = fileURLToPath(new URL("target/conformance-sdk/", root));
/** The scripts in the head of a page with sign-in. */
export const pageScripts = ["prelude.js", "sign-in.js"].map((name) => fileURLToPath(new URL(`static/${name}`, root)));
/** The documents with the conformance results. */
export const fromJavaScript = fileURLToPath(new URL("docs/from-javascript.md", root));
export const conformanceDocument = fileURLToPath(new URL("docs/conformance.md", root));
/** The release build of the order desk, and its policy. */
export const orderDesk = {
  dist: fileURLToPath(new URL("target/order-desk/dist/", root)),
  contentSecurityPolicy: fileURLToPath(new URL("target/order-desk/content-security-policy.txt", root)),
};
/** The release build of the extension with sign-in, and its policy. */
export const signIn = {
  dist: fileURLToPath(new URL("target/sign-in/dist/", root)),
  contentSecurityPolicy: fileURLToPath(new URL("target/sign-in/content-security-policy.txt", root)),
};
/** The release build of the field check, its policy, and its development build, which has the simulator. */
export const fieldCheck = {
  dist: fileURLToPath(new URL("target/field-check/dist/", root)),
  contentSecurityPolicy: fileURLToPath(new URL("target/field-check/content-security-policy.txt", root)),
};
export const fieldCheckDevelopment = fileURLToPath(new URL("target/field-check/development/", root));
/** The components' style sheet. */
export const styleSheet = fileURLToPath(new URL("components/yew-livechat.css", root));
