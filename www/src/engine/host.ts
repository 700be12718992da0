// The modules running in one thread, the page's or a worker's: answers questions, and starts a module anew that has failed.
import { type Compiled, type Functions, glues, type Name } from "./modules";

export interface Question {
  module: Name;
  call: string;
  values: unknown[];
}

/** A module that failed has been started anew when its answer arrives. */
export type Answer = { value: unknown } | { crash: string; outOfMemory: boolean };

/** As wasm-bindgen's start gives it. */
interface Started {
  memory: WebAssembly.Memory;
}

const PAGES_OF_16_MB = 256;

export class Host {
  private readonly running = {} as Record<Name, { glue: Functions[Name]; memory: WebAssembly.Memory }>;

  private constructor(private readonly compiled: Compiled) {}

  static async start(compiled: Compiled): Promise<Host> {
    const host = new Host(compiled);
    for (const name of Object.keys(compiled) as Name[]) await host.instantiate(name);
    return host;
  }

  async answer({ module, call, values }: Question): Promise<Answer> {
    const { glue, memory } = this.running[module];
    try {
      const ask = glue[call as keyof typeof glue] as (...values: unknown[]) => unknown;
      return { value: ask(...values) };
    } catch (error) {
      const outOfMemory = !canGrow(memory);
      await this.instantiate(module);
      return { crash: String(error), outOfMemory };
    }
  }

  private async instantiate(name: Name): Promise<void> {
    const glue = glues[name]();
    const { memory } = (await glue({ module_or_path: this.compiled[name]! })) as Started;
    this.running[name] = { glue, memory };
  }
}

function canGrow(memory: WebAssembly.Memory): boolean {
  try {
    memory.grow(PAGES_OF_16_MB);
    return true;
  } catch {
    return false;
  }
}
