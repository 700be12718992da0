// The folders of the page are rooms: the table says who may import whom, and no room lies in a circle, nor does any file.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const source = fileURLToPath(new URL("../src", import.meta.url));

/** The rooms from the ground up. Each may import itself and what is named here; what stands in a room may be imported from above alone. */
const rooms: Record<string, string[]> = {
  engine: [],
  "shell/state": ["engine"],
  words: ["engine", "shell/state"],
  "shell/kit": ["engine", "shell/state", "words"],
  editor: ["engine", "shell/state", "words", "shell/kit"],
  files: ["engine", "shell/state", "words", "shell/kit", "editor"],
  review: ["engine", "shell/state", "words", "shell/kit", "editor", "files"],
  "review/table": ["engine", "shell/state", "words", "shell/kit", "files", "review"],
  tables: ["engine", "shell/state", "words", "shell/kit", "editor"],
  findings: ["engine", "shell/state", "words", "shell/kit", "editor", "tables"],
  changes: ["engine", "shell/state", "words", "shell/kit", "editor", "tables"],
  export: ["engine", "shell/state", "words", "shell/kit", "tables", "findings", "changes"],
  settings: ["engine", "shell/state", "words", "shell/kit", "editor", "files", "export"],
  copies: ["engine", "shell/state", "words", "shell/kit", "editor", "files", "review", "tables", "findings", "changes", "export"],
  papers: ["engine", "shell/state", "words", "shell/kit", "editor", "files", "review", "export"],
  county: ["engine", "shell/state", "words", "shell/kit", "files", "review", "export"],
  shell: ["engine", "shell/state", "words", "shell/kit", "editor", "settings", "files", "review", "review/table", "tables", "findings", "export", "copies", "county", "papers"],
};

const mostFiles = 12;

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

const all = filesBelow(source).filter((path) => /\.tsx?$/.test(path));

const roomOf = (path: string) => dirname(relative(source, path)).replace(/\\/g, "/");

/** Returns the files that a file imports, by the lines that say so; a worker counts as imported. */
function importsOf(path: string): string[] {
  const lines = readFileSync(path, "utf8").matchAll(/^(?:import|export)\b[^;"]*"(\.\.?\/[^"?]*)[^"]*";$/gm);
  return [...lines]
    .map(([, name]) => normalize(join(dirname(path), name!)))
    .filter((name) => !name.endsWith(".css"))
    .map((name) => {
      const found = [`${name}.ts`, `${name}.tsx`, join(name, "index.ts"), name].find((file) => all.includes(file));
      if (!found) throw new Error(`${path} imports ${name}, which is not there`);
      return found;
    });
}

/** Returns a circle among the files as the names in it, or null. */
function circle(imports: Map<string, string[]>): string[] | null {
  const done = new Set<string>();
  const walk = (path: string, trail: string[]): string[] | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return null;
    done.add(path);
    for (const next of imports.get(path) ?? []) {
      const found = walk(next, [...trail, path]);
      if (found) return found;
    }
    return null;
  };
  for (const path of imports.keys()) {
    const found = walk(path, []);
    if (found) return found.map((one) => relative(source, one));
  }
  return null;
}

const imports = new Map(all.map((path) => [path, importsOf(path)]));

describe("the rooms of the page", () => {
  it("are those of the table, each with at most a dozen files", () => {
    const counts = new Map<string, number>();
    for (const path of all) counts.set(roomOf(path), (counts.get(roomOf(path)) ?? 0) + 1);
    expect([...counts.keys()].sort()).toEqual(Object.keys(rooms).sort());
    expect([...counts].filter(([, count]) => count > mostFiles)).toEqual([]);
  });

  it("import what the table allows", () => {
    const forbidden = [...imports].flatMap(([path, list]) => {
      const room = roomOf(path);
      return list.filter((other) => roomOf(other) !== room && !rooms[room]?.includes(roomOf(other))).map((other) => [path, other].map((one) => relative(source, one)).join(" imports "));
    });
    expect(forbidden).toEqual([]);
  });

  it("stand one on the other: the table itself has no circle", () => {
    const names = Object.keys(rooms);
    for (const [room, below] of Object.entries(rooms)) {
      expect(below.filter((other) => names.indexOf(other) >= names.indexOf(room)), room).toEqual([]);
    }
  });

  it("have no circle of files, inside a room or between rooms", () => {
    expect(circle(imports)).toBeNull();
  });
});

/** What the oldest browsers do not have; the build lowers the syntax alone. */
const younger = /\bObject\.fromEntries\b|\.replaceAll\(\/|\.matchAll\(|\.findLast\(|\bstructuredClone\b|\.allSettled\(|\bglobalThis\b|\.toSorted\(|\.arrayBuffer\(\)\./;

it("no code asks for what is younger than the oldest browsers", () => {
  const asking = all.filter((path) => younger.test(readFileSync(path, "utf8").replace(/\/\*\*[^]*?\*\/|\/\/.*$/gm, "")));
  expect(asking.map((path) => relative(source, path))).toEqual([]);
});
