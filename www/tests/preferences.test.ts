import { afterEach, beforeEach, expect, it, vi } from "vitest";

const stored = new Map<string, string>();

beforeEach(() => {
  vi.resetModules();
  stored.clear();
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => void stored.set(name, value),
  });
});
afterEach(() => void vi.unstubAllGlobals());

const opened = () => import("../src/shell/state/preferences");

it("what the user likes is there again at the next visit", async () => {
  const first = await opened();
  first.ruleSettings.value = { "ST-18": "off" };
  first.hiddenSeverities.value = ["info"];
  first.order.value = "part";
  vi.resetModules();
  const second = await opened();
  expect(second.ruleSettings.value).toEqual({ "ST-18": "off" });
  expect(second.hiddenSeverities.value).toEqual(["info"]);
  expect(second.order.value).toBe("part");
});

it("nothing is stored before the user has chosen", async () => {
  await opened();
  expect(stored.size).toBe(0);
});

it("what makes no sense is not taken over", async () => {
  stored.set("gouji.rules", '{"ST-18":"loud","ST-17":"off"}');
  stored.set("gouji.hidden", '{"info":1}');
  stored.set("gouji.order", "{");
  const { ruleSettings, hiddenSeverities, order } = await opened();
  expect(ruleSettings.value).toEqual({ "ST-17": "off" });
  expect(hiddenSeverities.value).toEqual([]);
  expect(order.value).toBe("severity");
});

it("a browser that refuses to store does no harm", async () => {
  vi.stubGlobal("localStorage", undefined);
  const { order } = await opened();
  order.value = "part";
  expect(order.value).toBe("part");
});
