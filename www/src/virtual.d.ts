// The module that the build makes from the engine's package.
declare module "virtual:engine-glue" {
  /** Fresh glue for one instance of the engine. */
  export function createGlue(): import("./contract").Glue;
}
