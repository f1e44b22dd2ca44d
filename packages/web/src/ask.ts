import type { OperationName } from "@qipan/server/contract/api";
import { type Input, type Output, Refused } from "@qipan/server/contract/client";
import {
  keepPreviousData,
  QueryClient,
  type UseInfiniteQueryResult,
  type InfiniteData,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { call } from "./client.ts";

/** Cache of answers. The server is this machine's, so being offline in the browser's eyes must not hold a request back. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: "always",
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => !(error instanceof Refused) && failures < 1,
      retryDelay: 400,
    },
    mutations: { networkMode: "always" },
  },
});

/** How a question is asked: `enabled` false waits, `keep` shows the last answer while the next is fetched, `forget` keeps none. */
export interface Asking {
  readonly enabled?: boolean;
  readonly keep?: boolean;
  readonly forget?: boolean;
}

/** Asks an operation of the API and keeps the answer. */
export function useAsk<N extends OperationName>(
  name: N,
  input: Input<N>,
  asking: Asking = {},
): UseQueryResult<Output<N>> {
  return useQuery({
    queryKey: [name, input],
    queryFn: ({ signal }) => call(name, input, signal),
    enabled: asking.enabled ?? true,
    ...(asking.keep ? { placeholderData: keepPreviousData } : {}),
    ...(asking.forget ? { gcTime: 0 } : {}),
  });
}

/** Operations that answer in pages. */
export type Paged = {
  [N in OperationName]: Output<N> extends { items: readonly unknown[]; next: string | null } ? N : never;
}[OperationName];

/** Asks a paged operation; `fetchNextPage` goes on from the cursor. */
export function useAskPages<N extends Paged>(
  name: N,
  input: Input<N>,
  asking: Asking = {},
): UseInfiniteQueryResult<InfiniteData<Output<N>, string | undefined>> {
  return useInfiniteQuery({
    queryKey: [name, "pages", input],
    queryFn: ({ pageParam, signal }) => call(name, withCursor(input, pageParam), signal),
    initialPageParam: undefined as string | undefined, // the first page has no cursor
    getNextPageParam: (last) => ("next" in last ? last.next : null),
    enabled: asking.enabled ?? true,
    ...(asking.keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Does something that changes the ledger; afterwards every answer shown is asked again. */
export function useAct<N extends OperationName>(name: N): UseMutationResult<Output<N>, Error, Input<N>> {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input: Input<N>) => call(name, input),
    onSuccess: () => cache.invalidateQueries(),
  });
}

function withCursor<N extends Paged>(input: Input<N>, cursor: string | undefined): Input<N> {
  const query = "query" in input ? (input.query as object | undefined) : undefined; // every paged operation takes a query
  return cursor === undefined ? input : { ...input, query: { ...query, cursor } };
}
