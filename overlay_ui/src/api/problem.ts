/** What the server says went wrong, in the shape of RFC 9457, or what the page found by itself. */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly hint: string | undefined;

  constructor(title: string, status: number, detail?: string, hint?: string) {
    super(detail ?? title);
    this.name = "Problem";
    this.title = title;
    this.status = status;
    this.hint = hint;
  }
}

export const UNREACHABLE = new Problem(
  "RocketTrainer does not answer",
  0,
  "The page could not reach the server on this computer.",
  "If it was closed, start it again: run `rockettrainer`. It opens its page anew.",
);

/** Reads a problem out of an answer's body, whatever the body is. */
export function problemFrom(status: number, body: unknown): Problem {
  const said = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  return new Problem(
    text(said.title) ?? "The server refused",
    status,
    text(said.detail),
    text(said.hint),
  );
}

/** Any error as a problem, so that one component shows them all. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof TypeError) return UNREACHABLE;
  return new Problem(
    "Something in this page went wrong",
    0,
    error instanceof Error ? error.message : String(error),
    "Reload the page; if it happens again, please report it with what you did before.",
  );
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
