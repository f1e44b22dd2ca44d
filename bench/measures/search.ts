import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Ledger, openLedger } from "@qipan/ledger/open";
import { search } from "@qipan/ledger/search";
import { ingestDocument } from "../../packages/server/src/ingest/ingest-document.ts";
import { openReader } from "../../packages/server/src/ingest/reader.ts";
import { localOperator } from "../../packages/server/src/http/session.ts";
import { ownFolders } from "../../packages/server/src/packs/lexicon-folder.ts";
import { jurisdictionCode, type Ownership } from "@qipan/policy/records/jurisdiction";
import { type Figure, type Measure, quantile, timed } from "../figure.ts";
import { madeSentences } from "../sample-text.ts";

const sentences = 100_000;
const perDocument = 1_000;

/** 收件与检索. Sentences a second through the whole of ingest, then words looked up over 10⁵ sentences. */
export const searchMeasure: Measure = {
  name: "search",
  seconds: 150,
  take: async (say) => {
    const folder = await mkdtemp(join(tmpdir(), "qipan-bench-"));
    const ledger = await openLedger({ dataDirectory: folder, now: () => new Date(), poolSize: 4 });
    try {
      return [...(await ingestFigures(ledger, say)), ...(await searchFigures(ledger))];
    } finally {
      await ledger.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function ingestFigures(ledger: Ledger, say: (line: string) => void): Promise<readonly Figure[]> {
  const reader = await openReader(ownFolders(`${import.meta.dirname}/../..`));
  const made = madeSentences(sentences);
  const ownership: Ownership = { jurisdiction: jurisdictionCode.parse("JJJ"), visibility: "draft", sharedWith: [] };
  const { ms } = await timed(async () => {
    for (let at = 0; at < made.length; at += perDocument) {
      const bytes = Buffer.from(made.slice(at, at + perDocument).join("\n\n"));
      await ingestDocument({ ledger, principal: localOperator, reader }, { name: `bench-${at}.txt`, bytes, ownership });
      if (at % 20_000 === 0) say(`ingest: ${at} of ${made.length} sentences`);
    }
  });
  await reader.close();
  const note = `${sentences / perDocument} documents of ${perDocument} sentences, one after the other, fsync on`;
  return [{ name: "ingest", value: (sentences / ms) * 1000, unit: "sentences/s", note }];
}

const words = [
  "京津冀",
  "雄安新区",
  "协同发展",
  "交通",
  "轨道",
  "大气",
  "签署",
  "产业",
  "北京",
  "天津",
  "河北",
  "项",
  "通车",
  "医院",
  "人口",
  "共建",
  "第777批",
  "不在其中的词",
];

async function searchFigures(ledger: Ledger): Promise<readonly Figure[]> {
  const times: number[] = [];
  for (let round = 0; round < 6; round += 1)
    for (const q of words) {
      const { ms } = await timed(() => ledger.as(localOperator, (tx) => search(tx, { q, scope: "all", limit: 20 })));
      if (round > 0) times.push(ms);
    }
  const note = `${words.length} words × 5 over ${sentences.toLocaleString("en")} sentences, 20 hits with highlights, exact counts and facets`;
  return [
    { name: "search p50", value: quantile(times, 0.5), unit: "ms", note },
    { name: "search p95", value: quantile(times, 0.95), unit: "ms", note },
  ];
}
