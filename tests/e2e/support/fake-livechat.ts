import { SIMULATOR } from "../playwright.config";

/** The fake LiveChat of `cargo xtask dev`: on the two ports after that of its backend. */
const port = Number(new URL(SIMULATOR).port);
export const ACCOUNTS = `http://127.0.0.1:${port + 2}`;
export const API = `http://127.0.0.1:${port + 3}`;

/** Mary Brown's chat. */
export const MARYS_CHAT = "S4D8H2PQ0V";

/** Restores the samples, and clears tokens, messages and switches. */
export async function reset() {
  await fetch(`${API}/fake/reset`, { method: "POST" });
}

/** Sends an event to a chat through the API, like another program of the agent. */
export async function sendEvent(chat: string, event: object) {
  const token = await signIn();
  const answer = await fetch(`${API}/v3.6/agent/action/send_event`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ chat_id: chat, event }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

/** Accepts the consent page, and returns the token. */
async function signIn(): Promise<string> {
  const query = new URLSearchParams({ client_id: "e2e", redirect_uri: "http://localhost/", response_type: "token", state: "s" });
  const answer = await fetch(`${ACCOUNTS}/?${query}`, {
    method: "POST",
    body: new URLSearchParams({ decision: "accept", agent: "agent@example.com" }),
    redirect: "manual",
  });
  const { hash } = new URL(answer.headers.get("location") ?? "");
  return new URLSearchParams(hash.slice(1)).get("access_token") ?? "";
}
