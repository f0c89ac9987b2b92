// What an extension promises, once for all engines. Each file has one subject.

import { connection } from "./connection.mjs";
import { starting } from "./starting.mjs";

export const promises = [...connection, ...starting];
