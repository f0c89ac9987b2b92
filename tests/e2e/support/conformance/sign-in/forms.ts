import { createHash } from "node:crypto";

/** The states of all cases. Secrets differ in every run, so their form is compared. */
const seen = new Set<string>();

/** A state: the one that was given to the sign-in, or a random one that was not seen before. */
export function formOfState(state: string, given: unknown): string {
  if (state === given) return state;
  const isFresh = !seen.has(state);
  seen.add(state);
  return isFresh && /^[\w-]{22}$/.test(state) ? "<128 random bits>" : "<something else>";
}

/** A challenge, compared with the verifier that the exchange shows. */
export function formOfChallenge(challenge: string, verifier: string | undefined): string {
  if (challenge === "" || verifier === undefined) return challenge;
  if (challenge === verifier) return "<the verifier>";
  const hash = createHash("sha256").update(verifier).digest();
  if (challenge === hash.toString("base64url")) return "<SHA-256 of the verifier>";
  const words = Array.from({ length: 8 }, (_, index) => hash.readInt32BE(4 * index));
  const isText = Buffer.from(challenge, "base64url").toString() === words.join();
  return isText ? "<SHA-256 of the verifier, as numbers in text>" : "<something else>";
}

/** A verifier, by RFC 7636. */
export function formOfVerifier(verifier: string): string {
  return /^[A-Za-z0-9\-._~]{43,128}$/.test(verifier) ? "<43 to 128 unreserved characters>" : verifier;
}
