import type { Ledger } from "@qipan/ledger/open";
import { rereader } from "../api/reread.ts";
import type { Config } from "../config.ts";
import type { CallContext } from "../http/handlers.ts";
import { localOperator } from "../http/session.ts";
import { ledgerNames } from "../names/ledger-names.ts";
import { ownFolders, readLexicon } from "../packs/lexicon-folder.ts";
import { todayFrom } from "../today.ts";
import { clock, root } from "./project.ts";

/** 调用环境. What handlers of the API need to answer the command line, which asks as the local operator. */
export function operatorContext(ledger: Ledger, { today, profile }: Config): CallContext {
  return {
    principal: localOperator,
    within: (work) => ledger.as(localOperator, work),
    today: todayFrom(today, clock)(),
    demonstration: profile === "demo",
    reread: rereader(() => readLexicon(ownFolders(root)), ownFolders(root), ledgerNames(ledger)),
    jobs: {
      submit: () => Promise.reject(new Error("The command line hands files in by itself: see `ingest`")),
      cancel: () => Promise.reject(new Error("The command line cancels no batches")),
      stop: async () => undefined,
    },
  };
}
