// Runs before everything else, in JavaScript of 2009: says in one sentence what to do when the browser cannot run the page,
// and sets the theme before the first paint.
(function () {
  var page = document.getElementById("page");

  function say(sentence) {
    var p = document.createElement("p");
    p.className = "cannot-run";
    p.setAttribute("role", "alert");
    p.appendChild(document.createTextNode(sentence));
    while (page.firstChild) page.removeChild(page.firstChild);
    page.appendChild(p);
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

  if (typeof WebAssembly !== "object" || typeof WebAssembly.instantiate !== "function") {
    say(
      "这个浏览器太旧，或者关闭了 WebAssembly，无法核对。请换用 Chrome 72、火狐 68、Safari 12.1 或更新的浏览器打开本页，国产浏览器请切换到“极速模式”。",
    );
    return;
  }

  // Firefox 68 has none, and the signals use it.
  if (!window.queueMicrotask) {
    window.queueMicrotask = function (job) {
      Promise.resolve().then(job);
    };
  }

  window.addEventListener("load", function () {
    if (page.firstChild) return;
    say("页面没有运行起来：可能是浏览器太旧，或者文件没有下载完整。请换用较新的浏览器，或重新下载本页后再打开。");
  });
})();
