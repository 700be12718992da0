// The forms and the rules of the engine, as a script of the build has laid them down beside its module.
import type { Handbook } from "../contract";
import { Damaged } from "./failure";

declare global {
  interface Window {
    handbook?: string;
  }
}

export function readHandbook(): Handbook {
  const text = window.handbook;
  delete window.handbook;
  if (text === undefined) throw new Damaged("handbook");
  return JSON.parse(text) as Handbook;
}
