// The modules running in one thread, the page's or a worker's: answers questions, and starts a module anew that has failed.
import { compile } from "./carried";
import { type Compiled, type Functions, glues, type Name, type Sources } from "./modules";

/** A function of a module that runs here, or another module that is to be compiled here. */
export type Question = { module: Name; call: string; values: unknown[] } | { compile: Name; text: string };

/** A module that failed has been started anew when its answer arrives. */
export type Answer = { value: unknown } | { crash: string; outOfMemory: boolean };

/** As wasm-bindgen's start gives it. */
interface Started {
  memory: WebAssembly.Memory;
}

const PAGES_OF_16_MB = 256;

export class Host {
  private readonly running = {} as Record<Name, { glue: Functions[Name]; memory: WebAssembly.Memory }>;

  private constructor(readonly compiled: Compiled) {}

  static async start(sources: Sources): Promise<Host> {
    const host = new Host({});
    for (const name of Object.keys(sources) as Name[]) {
      const source = sources[name]!;
      host.compiled[name] = typeof source === "string" ? await compile(name, source) : source;
      await host.instantiate(name);
    }
    return host;
  }

  async answer(question: Question): Promise<Answer> {
    if ("compile" in question) {
      return compile(question.compile, question.text).then(
        (value) => ({ value }),
        (error) => ({ crash: String(error), outOfMemory: false }),
      );
    }
    const { module, call, values } = question;
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
