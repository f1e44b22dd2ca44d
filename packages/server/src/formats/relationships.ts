import type { Limits } from "./format-reader.ts";
import type { Package, Part } from "./package.ts";
import { elements, readXml, type XmlPart } from "./xml.ts";

/** 关系. What a part of an office package refers to (ECMA-376-2, 9.3): `role` is the last word of its type. */
export interface Relationship {
  readonly id: string;
  readonly role: string;
  /** Path from the root of the package, or the address outside. */
  readonly target: string;
  readonly isOutside: boolean;
}

/** 取部件. A part by its path, its bytes unpacked; null when there is none. */
export async function partAt(opened: Package, file: string, path: string): Promise<XmlPart | null> {
  const part: Part | undefined = opened.parts.find((one) => one.path.toLowerCase() === path.toLowerCase());
  return part ? { file, path, bytes: await opened.read(part) } : null;
}

/** 取关系. Relationships of a part, or of the package for the empty path; none is an empty list. */
export async function relationshipsOf(
  { opened, file, limits }: { readonly opened: Package; readonly file: string; readonly limits: Limits },
  path: string,
): Promise<readonly Relationship[]> {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const part = await partAt(opened, file, `${folder}_rels/${path.slice(folder.length)}.rels`);
  if (!part) return [];
  return elements(readXml(part, limits), "Relationship").map(({ attributes }) => {
    const target = attributes.get("Target") ?? "";
    const isOutside = attributes.get("TargetMode") === "External";
    return {
      id: attributes.get("Id") ?? "",
      role: (attributes.get("Type") ?? "").split("/").at(-1) ?? "",
      target: isOutside ? target : resolved(target.startsWith("/") ? target.slice(1) : folder + target),
      isOutside,
    };
  });
}

/** xl/worksheets/../comments1.xml → xl/comments1.xml */
function resolved(path: string): string {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}
