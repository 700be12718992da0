// The modules that the build makes from the packages in www/engine.
declare module "virtual:module/gouji" {
  /** Fresh glue for one instance. */
  export function createGlue(): import("../src/engine/modules").Glue;
  /** What the base64 text of the module adds up to. */
  export const sum: number;
}

declare module "virtual:module/files" {
  /** Fresh glue for one instance. */
  export function createGlue(): import("../src/engine/modules").FilesGlue;
  /** What the base64 text of the module adds up to. */
  export const sum: number;
}

declare module "virtual:module/desk" {
  /** Fresh glue for one instance. */
  export function createGlue(): import("../src/engine/modules").DeskGlue;
  /** What the base64 text of the module adds up to. */
  export const sum: number;
}

declare module "*?worker&url" {
  const file: string;
  export default file;
}
