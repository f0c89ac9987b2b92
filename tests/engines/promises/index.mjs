// The promises of an extension, for all engines. Each file has one subject.

import { connection } from "./connection.mjs";
import { coverage } from "./coverage.mjs";
import { keyboard } from "./keyboard.mjs";
import { looks } from "./looks.mjs";
import { placements } from "./placements.mjs";
import { signIn } from "./sign-in.mjs";
import { simulator } from "./simulator.mjs";
import { starting } from "./starting.mjs";
import { touch } from "./touch.mjs";

export const promises = [...connection, ...starting, ...placements, ...keyboard, ...looks, ...signIn, ...simulator, ...touch, ...coverage];
