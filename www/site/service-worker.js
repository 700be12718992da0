// Keeps this version of the site in the browser, so that it opens without the server. A newer version is fetched whole beside it, and takes
// over only when the user says so. Kept files are never mixed between versions: each has a cache of its own.
var version = "/* version */";
var files = [/* files */];

// Other sites, and other copies of this one, have caches of their own on the same host.
var ours = "gouji " + self.registration.scope + " ";
var cacheName = ours + version;

// A name with a checksum in it is always of the same content: what the page has just loaded is not loaded again.
function fresh(file) {
  return new Request(file, { cache: /-[0-9a-f]{12}\.[a-z]+$/.test(file) ? "default" : "reload" });
}

self.addEventListener("install", function (event) {
  event.waitUntil(
    caches.open(cacheName).then(function (cache) {
      return cache.addAll(files.map(fresh));
    }),
  );
});

self.addEventListener("activate", function (event) {
  event.waitUntil(
    caches
      .keys()
      .then(function (names) {
        return Promise.all(
          names
            .filter(function (name) {
              return name.indexOf(ours) === 0 && name !== cacheName;
            })
            .map(function (name) {
              return caches.delete(name);
            }),
        );
      })
      .then(function () {
        return self.clients.claim();
      }),
  );
});

self.addEventListener("fetch", function (event) {
  if (event.request.method !== "GET") return;
  event.respondWith(
    caches
      .open(cacheName)
      .then(function (cache) {
        return cache.match(event.request, { ignoreSearch: true });
      })
      .then(function (kept) {
        return kept || fetch(event.request);
      }),
  );
});

self.addEventListener("message", function (event) {
  if (event.data === "take over") self.skipWaiting();
});
