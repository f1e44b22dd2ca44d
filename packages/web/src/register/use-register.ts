import type { RegisterDescription } from "@qipan/server/contract/registers";
import type { UseQueryResult } from "@tanstack/react-query";
import type { Output } from "@qipan/server/contract/client";
import { useAsk } from "../ask.ts";

/** 台账说明. The descriptions of all registers, and the one of a kind (undefined while they are fetched or when there is none). */
export interface Registers {
  readonly asked: UseQueryResult<Output<"listRegisters">>;
  readonly register: RegisterDescription | undefined;
}

export function useRegister(kind: string): Registers {
  const asked = useAsk("listRegisters", {});
  return { asked, register: asked.data?.items.find((register) => register.kind === kind) };
}
