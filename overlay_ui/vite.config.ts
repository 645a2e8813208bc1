import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** The local server that `npm run dev` talks to; its own port is chosen by the person. */
const SERVER = process.env.ROCKETTRAINER_SERVER ?? "http://127.0.0.1:8787";

export default defineConfig({
  plugins: [react(), tailwindcss()],
  build: {
    outDir: "../server/rockettrainer/api/static",
    emptyOutDir: true,
    target: "es2022",
    rolldownOptions: { input: ["index.html", "overlay.html"] },
    license: { fileName: "licenses.md" },
    // The content security policy has no place for inline code, nor for assets as data.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: { proxy: { "/api": { target: SERVER, ws: true, changeOrigin: true } } },
  test: { environment: "happy-dom", include: ["tests/**/*.test.{ts,tsx}"] },
});
