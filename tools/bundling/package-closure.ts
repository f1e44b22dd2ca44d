/** 锁文件. The part of package-lock.json that says what is installed where; keys are folders such as `node_modules/zod`. */
export type LockedPackages = Readonly<Record<string, LockedPackage>>;

/** 锁定包. One installed package; `link` is a workspace seen from node_modules. */
export interface LockedPackage {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly link?: boolean;
}

/**
 * 依赖闭包. Folders of all packages that the given ones need to run, found as Node finds them: in the nearest
 * `node_modules` upwards. Sorted; links to workspaces are left out, what is not installed here as well.
 */
export function packageClosure(
  packages: LockedPackages,
  from: readonly string[],
  isInstalled: (folder: string) => boolean,
): readonly string[] {
  const found = new Set<string>();
  const waiting = [...from];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const name of neededBy(packages[folder] ?? {})) {
      const place = nearest(packages, folder, name);
      if (place === undefined || found.has(place) || !isInstalled(place)) continue;
      if (packages[place]?.link === true) continue;
      found.add(place);
      waiting.push(place);
    }
  }
  return [...found].sort();
}

function neededBy(entry: LockedPackage): readonly string[] {
  return Object.keys({ ...entry.dependencies, ...entry.optionalDependencies, ...entry.peerDependencies });
}

function nearest(packages: LockedPackages, folder: string, name: string): string | undefined {
  for (let place = folder; ; place = parentOf(place)) {
    const candidate = place === "" ? `node_modules/${name}` : `${place}/node_modules/${name}`;
    if (packages[candidate] !== undefined) return candidate;
    if (place === "") return undefined;
  }
}

/** `a/node_modules/b` lies in `a`; a package at the top, or a workspace, in the root "". */
function parentOf(folder: string): string {
  const at = folder.lastIndexOf("/node_modules/");
  return at === -1 ? "" : folder.slice(0, at);
}
