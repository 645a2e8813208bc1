import createClient, { type Middleware } from "openapi-fetch";
import { problemFrom, UNREACHABLE } from "./problem";
import type { paths } from "./schema.gen";
import { close, token } from "./session";

const authorise: Middleware = {
  onRequest({ request }) {
    const proof = token();
    if (proof) request.headers.set("authorization", `Bearer ${proof}`);
    return request;
  },
  async onResponse({ response }) {
    if (response.ok) return undefined;
    const body: unknown = await response.json().catch(() => null);
    const problem = problemFrom(response.status, body);
    if (response.status === 401) close(problem);
    throw problem;
  },
  onError() {
    return UNREACHABLE;
  },
};

/** The server, typed by its own description. */
export const api = createClient<paths>({
  baseUrl: location.origin,
  // Looked up at each call, so that a test can put its own in place.
  fetch: (request) => globalThis.fetch(request),
});
api.use(authorise);

/** The body of an answer; refusals were thrown as a `Problem` before. */
export async function body<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}
