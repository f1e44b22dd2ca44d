import { existsSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { findCycles } from "./layers/cycles.ts";
import { BANNED_NAME, type Layer, layerOf, maySee, packageOf, packageSees, PURE } from "./layers/layer-table.ts";
import { isDeclared, type Manifests, packageNameOf, readManifests, unusedFaults } from "./layers/manifests.ts";
import { type Import, readSourceFiles, type SourceFile } from "./layers/source-files.ts";

/** 检查结果. How much was looked at, and every fault as one line: file, line, what was found, what to do. */
export interface LayerReport {
  readonly files: number;
  readonly imports: number;
  readonly faults: readonly string[];
}

/** One import in its place; `layer` is that of the importing file, `from` names both for a message. */
interface Edge extends Import {
  readonly path: string;
  readonly layer: Layer;
  readonly inTest: boolean;
  readonly from: string;
}

/** 分层检查. Holds the table of layers, the ban on circles, star exports and empty names, and exact dependencies. */
export function checkLayers(root: string): LayerReport {
  const files = readSourceFiles(root);
  const manifests = readManifests(root);
  const edges = files.flatMap(edgesOf);
  const faults = [
    ...files.flatMap((file) => [
      ...nameFaults(file),
      ...placeFaults(file),
      ...starFaults(file),
      ...missingFaults(root, file),
    ]),
    ...edges.flatMap((edge) => edgeFaults(edge, manifests)),
    ...cycleFaults(files),
    ...unusedFaults(root, manifests, files),
  ];
  return { files: files.length, imports: files.reduce((sum, file) => sum + file.imports.length, 0), faults };
}

function edgesOf({ path, imports }: SourceFile): readonly Edge[] {
  const layer = layerOf(path);
  if (layer === undefined) return []; // tools, tests and bench stand above the layers
  const inTest = /\.test\.tsx?$/u.test(path);
  return imports.map((found) => ({
    ...found,
    path,
    layer,
    inTest,
    from: `${path}:${found.line}: imports ${found.specifier}`,
  }));
}

function nameFaults({ path }: SourceFile): readonly string[] {
  const banned = path.split("/").find((part) => BANNED_NAME.test(part.replace(/\..*$/u, "")));
  if (banned === undefined) return [];
  return [`${path}: the name ${banned} says nothing; name it by its subject, or put its parts where they are needed`];
}

function placeFaults({ path }: SourceFile): readonly string[] {
  if (!/^packages\/[^/]+\/src\//u.test(path) || layerOf(path) !== undefined) return [];
  return [
    `${path}: the folder is in no layer; move the file, or give the folder a line in tools/layers/layer-table.ts`,
  ];
}

function starFaults({ path, starExports }: SourceFile): readonly string[] {
  return starExports.map((line) => `${path}:${line}: export * hides what is public; let importers name the real file`);
}

function missingFaults(root: string, { path, imports }: SourceFile): readonly string[] {
  return imports
    .filter(({ target }) => target !== undefined && !existsSync(join(root, target)))
    .map(({ line, specifier, target }) => `${path}:${line}: imports ${specifier}, but there is no ${target}`);
}

/** An import against the table is one fault: that the manifest does not declare it either is only its echo. */
function edgeFaults(edge: Edge, manifests: Manifests): readonly string[] {
  const faults = [...layerFaults(edge), ...purityFaults(edge)];
  return faults.length > 0 ? faults : dependencyFaults(edge, manifests);
}

function layerFaults({ target, specifier, layer, inTest, from, path }: Edge): readonly string[] {
  if (target === undefined) return [];
  const to = layerOf(target);
  if (to === undefined) return inTest ? [] : [`${from}, which is outside the packages; pass it in as a parameter`];
  if (specifier.startsWith(".") && packageOf(to) !== packageOf(layer))
    return [`${from}; another package is imported by its name, @qipan/${packageOf(to)}/…`];
  if (inTest ? packageSees(layer, to) : maySee(layer, to)) return [];
  return [`${from}; ${layer} may not see ${to} (${dirname(path)}); see the table in tools/layers/layer-table.ts`];
}

function purityFaults({ specifier, layer, inTest, from }: Edge): readonly string[] {
  if (inTest || !isBuiltin(specifier) || !(PURE.has(layer) || PURE.has(packageOf(layer)))) return [];
  return [`${from}; ${layer} is pure: what it needs of the machine comes in as a parameter`];
}

function dependencyFaults({ specifier, layer, inTest, from }: Edge, manifests: Manifests): readonly string[] {
  const name = packageNameOf(specifier);
  const folder = packageOf(layer);
  if (name === undefined || isDeclared(manifests, folder, { name, inTest })) return [];
  return [`${from}, but packages/${folder}/package.json does not declare ${name}`];
}

function cycleFaults(files: readonly SourceFile[]): readonly string[] {
  const graph = new Map(files.map(({ path, imports }) => [path, imports.flatMap(({ target }) => target ?? [])]));
  return findCycles(graph).map((cycle) => `${cycle[0]}: a circle of imports: ${cycle.join(" → ")}`);
}

if (import.meta.main) {
  const { files, imports, faults } = checkLayers(process.argv[2] ?? dirname(import.meta.dirname));
  for (const fault of faults) console.error(fault);
  console.log(`${files} files, ${imports} imports, ${faults.length} faults`);
  if (files === 0)
    console.error("No source file was seen, so nothing was checked. Run it from the project's own folder.");
  process.exitCode = faults.length > 0 || files === 0 ? 1 : 0;
}
