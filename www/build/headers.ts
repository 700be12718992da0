// What a web server says beside the site: one table for nginx, for IIS and for `cargo xtask serve`.
import { openingPolicy } from "../src/engine/policy.ts";

type Headers = Record<string, string>;

/** Downloads, printing and the question on leaving, which need their word; the page of the rules opens in a window of its own. */
const sandbox =
  "sandbox allow-scripts allow-same-origin allow-downloads allow-modals allow-forms allow-popups allow-popups-to-escape-sandbox";

const common: Headers = { "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer" };
const asked = { "Cache-Control": "no-cache" };
const kept = { "Cache-Control": "public, max-age=31536000, immutable" };

const policy = (text: string): Headers => ({ "Content-Security-Policy": text });
const framed = `frame-ancestors 'self'; ${sandbox}`;

/** The headers of each file: by its name, else by how its name ends, else those of `*`. `single` is the first policy of the single file. */
export function headersOf(single: string): Record<string, Headers> {
  const site = openingPolicy("site", "'self'", "'self'");
  return {
    "*": { ...policy(`${site}; ${framed}`), ...common, ...asked },
    "*.js": { ...policy(site), ...common, ...kept },
    "*.css": { ...common, ...kept },
    "gouji.html": { ...policy(`${single}; ${framed}`), ...common, ...asked },
    // It fetches its own site, so that the page's policy would not do.
    "service-worker.js": { ...policy("default-src 'none'; connect-src 'self'"), ...common, ...asked },
  };
}

/** A sample with the headers in the places of their names. */
export function filledIn(sample: string, headers: Record<string, Headers>): string {
  return sample.replace(/^( *)\{\{(nginx|iis) (.*)\}\}$/gm, (_, indent: string, server: string, file: string) => {
    const line = server === "nginx" ? ([name, value]: string[]) => `add_header ${name} "${value}" always;` : iis;
    return Object.entries(headers[file] ?? {})
      .filter(([name]) => server === "nginx" || name !== "Cache-Control")
      .map((header) => indent + line(header))
      .join("\n");
  });
}

const iis = ([name, value]: string[]) => `<remove name="${name}" />\n          <add name="${name}" value="${value}" />`;
