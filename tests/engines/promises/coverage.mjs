// What the other promises have left out.

import { strict as assert } from "node:assert";

export const coverage = [
  {
    name: "the promises above exercise every event and every command of the protocol",
    needsAll: true,
    run({ exercised }) {
      assert.deepEqual(exercised.missing(), []);
    },
  },
];
