/** A step in a scenario file. */
export interface Step {
  at: number;
  placement: string;
  [member: string]: unknown;
}

/** A scenario file, for a file input. */
export function scenarioFile(name: string, steps: Step[]) {
  const text = JSON.stringify({ version: 1, name, steps });
  return { name: "scenario.json", mimeType: "application/json", buffer: Buffer.from(text) };
}
