import { describe, expect, it } from "vitest";

import { isSession, readSession, type Session, sessionText } from "../src/files/session";

const session: Session = {
  text: "一\t145\n",
  changes: [{ start: 2, end: 5, text: "154", because: { why: "数字颠倒", rule: "AR-01" } }],
  corrections: { "0:requests.granted.total": 3 },
  decisions: [{ rule: "NT-01", text: "一", cells: ["a"], message: "m", reason: "核过", by: "page" }],
  previous: "上年",
  published: "2025-01-20",
  level: "county",
};
const bytes = (text: string) => new TextEncoder().encode(text);
const saved = () => sessionText(session, null, "说明", new Date(0));

describe("the work that was saved", () => {
  it("is read as it was written", async () => {
    const file = bytes(await saved());
    expect(isSession(file)).toBe(true);
    expect(readSession(file)).toEqual({ session, origin: null });
  });

  it("is known by how it begins, and no other file is", () => {
    expect(isSession(bytes('\uFEFF {"gouji": "session"'))).toBe(true);
    for (const other of ["", "{}", '{"reports":[]}', "年报 gouji session"]) expect(isSession(bytes(other))).toBe(false);
  });

  it("of another version is refused as such", async () => {
    expect(readSession(bytes((await saved()).replace('"version": 1', '"version": 2')))).toEqual({ wrong: "version" });
  });

  it("is refused when it is cut anywhere", async () => {
    const text = await saved();
    for (let end = 0; end < text.trimEnd().length; end += 7) expect(readSession(bytes(text.slice(0, end)))).toEqual({ wrong: "broken" });
  });

  it("is refused when a field is of another kind or a place is none", async () => {
    const all = JSON.parse(await saved()) as Record<string, unknown>;
    const wrong: Record<string, unknown>[] = [
      ...Object.keys(all).filter((key) => !["gouji", "saved", "note"].includes(key)).map((key) => ({ ...all, [key]: [[1]] })),
      { ...all, changes: [{ start: 2, end: 99, text: "", because: null }] },
      { ...all, changes: [{ start: 3, end: 2, text: "", because: null }] },
      { ...all, changes: [{ start: 2, end: 4, text: "", because: null }, { start: 3, end: 5, text: "", because: null }] },
      { ...all, changes: [{ start: 2, end: 4, text: "", because: { why: 1, rule: "" } }] },
      { ...all, corrections: { a: null } },
      { ...all, file: { name: "a" } },
    ];
    for (const one of wrong) expect(readSession(bytes(JSON.stringify(one))), JSON.stringify(one)).toEqual({ wrong: "broken" });
  });
});
