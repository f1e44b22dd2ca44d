// Tells the schema library not to make code from text, which our content policy forbids, before any schema is made.
globalThis.__zod_globalConfig = { jitless: true };

// Sets theme and language before the first paint. A file of its own because the content policy allows no inline script.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const stored = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null; // storage may be forbidden
    }
  };
  const paint = () => {
    root.dataset.theme = stored("qipan-theme") ?? (dark.matches ? "dark" : "light");
  };
  paint();
  dark.addEventListener("change", paint);
  const lang = new URLSearchParams(location.search).get("lang") ?? stored("qipan-lang");
  root.lang = lang === "en" ? "en" : "zh-CN";
})();
