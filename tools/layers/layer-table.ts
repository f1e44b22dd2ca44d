/**
 * 分层表. Which folder may import which: one line a layer. A name without a folder stands for the whole package.
 * A file belongs to the longest name that fits it; a folder that is not listed belongs nowhere and is a fault.
 */
export const LAYERS = {
  "policy/records": [],
  "policy/text": ["policy/records"],
  "policy/mention": ["policy/records", "policy/text"],
  "policy/extraction": ["policy/records", "policy/text", "policy/mention"],
  "policy/pack": ["policy/records"],
  "policy/programme": ["policy/records"],
  "policy/indicators": ["policy/records"],
  "policy/rules": ["policy/records"],
  "policy/chronicle": ["policy/records"],
  "policy/facts": ["policy/records"],
  "policy/library": ["policy/records", "policy/text", "policy/mention", "policy/extraction", "policy/pack"],
  transit: [],
  ledger: ["policy", "transit"],
  "server/contract": ["policy"],
  server: ["server/contract", "policy", "transit", "ledger"],
  web: ["server/contract", "policy"],
} as const satisfies Record<string, readonly string[]>;

/** 层. A name of the table. */
export type Layer = keyof typeof LAYERS;

/** Layers without a process around them: no module of Node may be imported there. */
export const PURE: ReadonlySet<string> = new Set(["policy", "transit", "web", "server/contract"]);

/** Names that say nothing about what is inside. */
export const BANNED_NAME = /^(utils?|common|shared|libs?|helpers?|misc|index)$/u;

/** 所属层. The layer of a source path; undefined outside the packages (tools, tests, bench see everything). */
export function layerOf(path: string): Layer | undefined {
  const place = /^packages\/(?<name>[^/]+)\/src\/(?:(?<folder>[^/]+)\/)?/u.exec(path)?.groups;
  if (place === undefined) return undefined;
  return [`${place.name}/${place.folder}`, place.name ?? ""].find(isLayer);
}

/** 可否引入. Whether a file of one layer may import a file of the other. */
export function maySee(from: Layer, to: Layer): boolean {
  const allowed: readonly string[] = LAYERS[from];
  return from === to || allowed.includes(to) || allowed.includes(packageOf(to));
}

/** 包可见. Whether anything in the package of one layer may import the other: that is what a test beside a file may. */
export function packageSees(from: Layer, to: Layer): boolean {
  if (packageOf(from) === packageOf(to)) return true;
  return Object.keys(LAYERS).some(
    (layer) => isLayer(layer) && packageOf(layer) === packageOf(from) && maySee(layer, to),
  );
}

/** 所属包. `policy` of `policy/records`. */
export function packageOf(layer: string): string {
  return layer.split("/")[0] ?? layer;
}

function isLayer(name: string): name is Layer {
  return Object.hasOwn(LAYERS, name);
}
