import type { HttpBindings } from "@hono/node-server";

/** What travels with a request: Node's own request, our id for it and the route of the contract it fell to. */
export interface Environment {
  Bindings: HttpBindings;
  Variables: { requestId: string; route: string };
}
