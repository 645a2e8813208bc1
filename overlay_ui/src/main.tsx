import "./styles/base.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Problem } from "./api/problem";
import { openFromAddress } from "./api/session";
import { App } from "./app";

openFromAddress();
// A link pasted into a tab that is open already changes the part behind the # only.
window.addEventListener("hashchange", openFromAddress);

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal stays one; only a server that does not answer may do so later.
      retry: (failures, error) => failures < 2 && error instanceof Problem && error.status === 0,
    },
  },
});

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}
