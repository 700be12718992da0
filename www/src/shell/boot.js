// Runs before everything else, in JavaScript of 2009: takes away what no policy can close, says in one sentence what to do when the browser
// cannot run the page, and sets the theme before the first paint.
(function () {
  var page = document.getElementById("page");
  var tooOld =
    "这个浏览器太旧，或者关闭了 WebAssembly，无法核对。请换用 Chrome 72、火狐 68、Safari 12.1 或更新的浏览器打开本页，360、QQ、搜狗等双核浏览器请切换到“极速模式”：点地址栏右边的闪电或 e 图标，选“极速模式”，再打开本页。";
  var damaged = "网页文件不完整，或者被改动过，没有运行起来。请重新下载这个网页，再打开。";
  var blocked = "这个网站的安全设置不让本页的程序运行。请把本页另存到电脑上，双击打开存下来的文件。";
  var said = false;

  function clear() {
    while (page.firstChild) page.removeChild(page.firstChild);
  }

  function say(sentence) {
    if (said) return;
    said = true;
    var p = document.createElement("p");
    p.className = "cannot-run";
    p.setAttribute("role", "alert");
    p.appendChild(document.createTextNode(sentence));
    clear();
    page.appendChild(p);
  }

  // Until this script runs, the page says what to do if no script may.
  clear();

  // Connections between browsers are not covered by the policy, and the page has no use for them.
  var peers = ["RTCPeerConnection", "webkitRTCPeerConnection", "mozRTCPeerConnection"];
  for (var i = 0; i < peers.length; i += 1) {
    try {
      Object.defineProperty(window, peers[i], { value: undefined, writable: false, configurable: false });
    } catch (refused) {
      window[peers[i]] = undefined;
    }
  }

  var theme = null;
  try {
    theme = window.localStorage.getItem("gouji.theme");
  } catch (refused) {
    theme = null;
  }
  if (theme !== "light" && theme !== "dark") {
    theme = window.matchMedia && window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }
  document.documentElement.setAttribute("data-theme", theme);

  if (typeof WebAssembly !== "object" || typeof WebAssembly.compile !== "function") {
    say(tooOld);
    return;
  }

  // Firefox 68 has none, and the signals use it.
  if (!window.queueMicrotask) {
    window.queueMicrotask = function (job) {
      Promise.resolve().then(job);
    };
  }

  /** Whether this browser can read the language the page is written in; its number may be hidden. */
  function readsThePage() {
    return "noModule" in document.createElement("script");
  }

  var refusedScript = false;
  document.addEventListener("securitypolicyviolation", function (event) {
    // What the page's own policy refuses was changed on its way.
    if (/trusted-types gouji/.test(event.originalPolicy || "")) return;
    if (/^(script-src|default-src)/.test(event.effectiveDirective || event.violatedDirective || "")) refusedScript = true;
  });

  // A page that runs has something to show by now.
  window.addEventListener("load", function () {
    if (page.firstChild) return;
    say(!readsThePage() ? tooOld : refusedScript ? blocked : damaged);
  });
})();
