// How the page is had without a network: the site folder keeps itself by a service worker where the browser has one (https); elsewhere the
// user may save the single file; opened from disk it is there already.
import { signal } from "@preact/signals";

import { editionOf, scriptAddress } from "../../engine/policy";

/** A newer version of the site lies ready in the browser. */
export const newVersion = signal<ServiceWorker | null>(null);

/** The site has the page of the rules beside it; the single file is alone. */
export const isSite = editionOf(document) === "site";
const keepsItself = isSite && window.isSecureContext && "serviceWorker" in navigator;

/** Where the single file can be saved from, and null where there is no need. */
export const singleFile: string | null =
  keepsItself || location.protocol === "file:" ? null : isSite ? "gouji.html" : location.pathname;

export function keepSite(): void {
  if (!keepsItself) return;
  register().then(watch, () => {
    // The browser keeps no site here (a private window, say): the page works as on plain http.
  });
}

const register = async () => navigator.serviceWorker.register(scriptAddress("service-worker.js"), { updateViaCache: "none" });

function watch(registration: ServiceWorkerRegistration): void {
  const look = () => {
    // Without a controller it is the first version, and nobody waits for it.
    if (registration.waiting && navigator.serviceWorker.controller) newVersion.value = registration.waiting;
  };
  look();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
}

/** Only at the user's word, for it opens the page anew. */
export function useNewVersion(): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
  newVersion.value?.postMessage("take over");
}
