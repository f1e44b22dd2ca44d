import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Build of the browser app. Nothing is inlined: the content policy is `default-src 'self'`. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: "es2022",
    modulePreload: { polyfill: false },
  },
  server: { host: "127.0.0.1", port: 8621 }, // `npm run dev` puts the API behind it
});
