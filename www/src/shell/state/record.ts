/** An object of these fields. `Object.fromEntries` is younger than the oldest browsers. */
export function recordOf<Value>(entries: (readonly [string, Value])[]): Record<string, Value> {
  const record: Record<string, Value> = {};
  for (const [key, value] of entries) record[key] = value;
  return record;
}
