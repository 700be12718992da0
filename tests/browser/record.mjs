// A reporter of Node's test runner: each test that was not skipped, with the groups it stands in and whether it passed, as lines of JSON for matrix.mjs.
import { basename } from "node:path";

/** A test is skipped with a reason, which may be empty, or without one. */
const isSkipped = ({ skip }) => Boolean(skip) || skip === "";

export default async function* record(events) {
  const groups = [];
  for await (const { type, data } of events) {
    if (type === "test:start") {
      groups.length = data.nesting;
      groups.push(data.name);
    }
    if ((type === "test:pass" || type === "test:fail") && !isSkipped(data) && data.details.type !== "suite" && data.file && data.name !== data.file) {
      const [group, name] = data.nesting > 0 ? [groups.slice(0, data.nesting).join(" "), data.name] : ["", data.name];
      yield `${JSON.stringify({ file: basename(data.file), group, name, passed: type === "test:pass" })}\n`;
    }
  }
}
