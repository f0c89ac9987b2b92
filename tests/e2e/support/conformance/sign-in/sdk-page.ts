import AccountsSDK from "@livechat/accounts-sdk";
import type { Conformance } from "../sdk-page";

declare global {
  interface Window {
    /** The options that the page is served with, as JSON. */
    signInOptions: string;
  }
}

/** How a sign-in has ended: the same form as that of `tests/conformance/src/sign_in/outcome.rs`. */
export interface Outcome {
  ends: string;
  code?: string;
  detail?: string;
  explained?: boolean;
  data?: unknown;
  /** What proves to the server who has requested the code. */
  exchange?: { code_verifier?: string };
}

/** The outcome of a sign-in that still waits for an answer. */
const PENDING: Outcome = { ends: "pending" };

/** The page of the published SDK. As in the SDK's documentation, an answer counts only after `verify`. */
function start() {
  const sdk = new AccountsSDK(JSON.parse(window.signInOptions));
  let ended: Promise<Outcome>;

  const calls: Record<string, (flow: string) => unknown> = {
    authorize(flow) {
      const authorized = sdk[flow]().authorize();
      // A redirect returns nothing: it leaves the page.
      ended = Promise.resolve(authorized).then(answered, refused);
      return null;
    },
    // A promise that has settled wins over a new task.
    outcome: () => Promise.race([ended, new Promise((done) => setTimeout(done, 0, PENDING))]),
  };

  function answered(data: any): Outcome {
    const verified = sdk.verify(data);
    if (verified === null) return { ends: "wrong state" };
    const { code_verifier } = verified;
    // Its only use was to be verified.
    if (Object.hasOwn(data, "state")) delete data.state;
    return { ends: "answered", data, ...(code_verifier === undefined ? {} : { exchange: { code_verifier } }) };
  }

  const conformance: Conformance = {
    methods: Object.getOwnPropertyNames(AccountsSDK.prototype).filter((name) => name !== "constructor"),
    exports: Object.keys(sdk.options),
    heard: () => "[]",
    call: async (method, args) => JSON.stringify({ refused: null, returned: await calls[method]!(JSON.parse(args)[0]) }),
  };
  window.conformance = conformance;
}

function refused(error: any): Outcome {
  const { oauth_exception, identity_exception, exception_details, description } = error;
  return {
    ends: "refused",
    code: oauth_exception ?? identity_exception ?? (typeof error === "string" ? error : ""),
    ...(exception_details === undefined ? {} : { detail: exception_details }),
    explained: description !== undefined,
  };
}

start();
