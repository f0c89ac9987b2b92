/** What JSON has no form for is an object with one member, in the cases and in what is compared. */
const readers: Record<string, (value: any) => unknown> = {
  $date: (milliseconds: number) => new Date(milliseconds),
  $error: (message: string) => new Error(message),
  $undefined: () => undefined,
};

/** The values that tags stand for, for both the test and the SDK's page. */
export function revive<T>(value: T): T {
  if (value === undefined) return value;
  return JSON.parse(JSON.stringify(value), (_, member) => {
    const [tag, ...more] = Object.keys(member ?? {});
    return more.length === 0 && Object.hasOwn(readers, tag ?? "") ? readers[tag](member[tag]) : member;
  });
}

/** JSON as both pages and their host write it: what it has no form for is tagged. A date stays the text that it is in JSON. */
export function tagged(value: unknown): string {
  return JSON.stringify(value, (_, member) => (member instanceof Error ? { $error: member.message } : member));
}
