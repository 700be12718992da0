// The modules that the build makes from the engine's package.
declare module "virtual:engine-glue" {
  /** Fresh glue for one instance of the engine. */
  export function createGlue(): import("./contract").Glue;
}

declare module "virtual:handbook" {
  /** The forms and the rules of that engine. */
  const handbook: import("./contract").Handbook;
  export default handbook;
}
