import type { Ownership } from "../records/jurisdiction.ts";
import type { EntryKind, FieldsOf } from "../records/registers.ts";
import type { PackContext, PackEntry } from "./pack-entry.ts";
import { ownerOf } from "./owner.ts";
import type { PlaceRow } from "./places.ts";

interface Sourced {
  readonly id: string;
  readonly source?: string;
  readonly sourceId?: string;
  readonly confidence?: PackEntry["confidence"];
}

/** 包行成条目. One maker a kind; together they are all entries of a pack, bodies and indicators before what names them. */
export function entryRows(context: PackContext): readonly PackEntry[] {
  return [
    ...organisations(context),
    ...indicators(context),
    ...plans(context),
    ...targets(context),
    ...projects(context),
    ...agreements(context),
    ...events(context),
    ...aliases(context),
    ...divisions(context),
    ...sourceList(context),
  ];
}

function organisations(context: PackContext): readonly PackEntry[] {
  const make = maker(context, "organisation", "organisations");
  return context.rows("organisations").map((row) =>
    make(row, [row.region], {
      title: row.nameZh,
      titleEn: row.nameEn,
      organisationKind: row.kind,
      region: row.region,
      parent: row.parentId,
      aliases: [...row.aliasesZh],
    }),
  );
}

function indicators(context: PackContext): readonly PackEntry[] {
  const make = maker(context, "indicator", "indicators");
  return context.rows("indicators").map((row) =>
    make(row, [], {
      title: row.nameZh,
      titleEn: row.nameEn,
      domain: row.domain,
      unit: row.unit,
      direction: row.direction,
      definition: row.definition,
      frequency: row.frequency,
      publisher: row.publisher,
    }),
  );
}

function plans(context: PackContext): readonly PackEntry[] {
  const make = maker(context, "plan", "plans");
  return context.rows("plans").map((row) =>
    make(row, [], {
      title: row.titleZh,
      titleEn: row.titleEn,
      planKind: row.kind,
      issuer: row.issuer,
      periodStart: row.periodStart,
      periodEnd: row.periodEnd,
      issued: row.issued?.written ?? null,
      parent: row.parentId,
      note: row.note,
    }),
  );
}

function targets(context: PackContext): readonly PackEntry[] {
  const make = maker(context, "target", "targets");
  const indicatorRows = new Map(context.rows("indicators").map((row) => [row.id, row]));
  const placeRows = new Map(context.rows("places").map((row) => [row.code, row]));
  const signs = { "<=": "≤", ">=": "≥", "=": "=" } as const;
  return context.rows("targets").map((row) => {
    const indicator = indicatorRows.get(row.indicator);
    const region = placeRows.get(row.region);
    const bound = `${signs[row.comparator]} ${row.value}`;
    return make(row, [row.region], {
      title: `${whose(indicator?.nameZh ?? row.indicator, region)} ${bound}`,
      titleEn: `${region?.nameEn ?? row.region}: ${indicator?.nameEn ?? row.indicator} ${bound}`,
      indicator: row.indicator,
      region: row.region,
      comparator: row.comparator,
      value: row.value,
      unit: indicator?.unit ?? "1",
      due: row.due,
      plan: row.plan,
      note: row.note,
    });
  });
}

/** Name of an indicator with the place it is asked of, unless the name says the place already. */
function whose(indicator: string, region: PlaceRow | undefined): string {
  const isNamed = region && [region.nameZh, ...region.aliasesZh].some((name) => indicator.includes(name));
  return isNamed || !region ? indicator : `${region.nameZh}${indicator}`;
}

function projects(context: PackContext): readonly PackEntry[] {
  const make = maker(context, "project", "projects");
  return context.rows("projects").map((row) =>
    make(row, row.regions, {
      title: row.nameZh,
      titleEn: row.nameEn,
      domain: row.domain,
      regions: [...row.regions],
      lon: row.lon,
      lat: row.lat,
      status: row.status,
      start: row.start?.written ?? null,
      finish: row.finish?.written ?? null,
      investment: row.investment,
      lead: row.lead,
      note: row.note,
    }),
  );
}

function agreements(context: PackContext): readonly PackEntry[] {
  const make = maker(context, "agreement", "agreements");
  const regions = new Map(context.rows("organisations").map((row) => [row.id, row.region]));
  return context.rows("agreements").map((row) =>
    make(
      row,
      row.parties.map((party) => regions.get(party) ?? ""),
      {
        title: row.titleZh,
        titleEn: row.titleEn,
        signed: row.signed.written,
        parties: [...row.parties],
        domain: row.domain,
        note: row.note,
      },
    ),
  );
}

function events(context: PackContext): readonly PackEntry[] {
  const make = maker(context, "event", "events");
  return context.rows("events").map((row) =>
    make(row, [row.place], {
      title: row.titleZh,
      titleEn: row.titleEn,
      dateStart: row.dateStart.start,
      dateEnd: row.dateEnd.end,
      precision: row.precision,
      eventKind: null,
      place: row.place,
      participants: [...row.participants],
      domain: row.domain,
      cut: false,
      note: row.note,
    }),
  );
}

function aliases(context: PackContext): readonly PackEntry[] {
  const make = maker(context, "alias", "aliases");
  return context.rows("aliases").map((row) =>
    make(row, [row.place ?? "CN"], {
      title: row.nameZh,
      aliasSort: row.sort,
      place: row.place,
      organisation: row.organisation,
      project: row.project,
      plan: row.plan,
      validFrom: row.validFrom?.written ?? null,
      validTo: row.validTo?.written ?? null,
      note: row.note,
    }),
  );
}

function divisions(context: PackContext): readonly PackEntry[] {
  const make = maker(context, "division", "divisions");
  return context.rows("divisions").map((row) =>
    make(row, [row.place], {
      title: row.nameZh,
      place: row.place,
      parent: row.parent,
      validFrom: row.validFrom?.written ?? null,
      validTo: row.validTo?.written ?? null,
      note: row.note,
    }),
  );
}

function sourceList(context: PackContext): readonly PackEntry[] {
  const make = maker(context, "source", "source-list");
  return context.rows("source-list").map((row) =>
    make(row, ["CN"], {
      title: row.nameZh,
      titleEn: row.nameEn,
      sourceSort: row.sort,
      rank: row.rank,
      dataAuthority: row.dataAuthority === "yes",
      aliases: [...row.aliasesZh],
      organisation: row.organisation,
      url: row.url,
      note: row.note,
    }),
  );
}

/** Makes entries of one kind out of rows of one table; a row without a source of its own is ours and verified. */
function maker<K extends EntryKind>(context: PackContext, kind: K, table: string) {
  return (row: Sourced, places: readonly string[], fields: FieldsOf<K>): PackEntry => {
    const ownership: Ownership = {
      jurisdiction: ownerOf(places, context.parentOf),
      visibility: "public",
      sharedWith: [],
    };
    return {
      kind,
      key: row.id,
      ownership,
      confidence: row.confidence ?? "verified",
      fields,
      row: { pack: context.pack, table, row: row.id, source: row.sourceId ?? "", sourceTitle: row.source ?? "" },
    };
  };
}
