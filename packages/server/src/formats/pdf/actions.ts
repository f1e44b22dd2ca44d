import type { PdfDocument } from "./open.ts";

/** 动作. What a PDF would do or bring along, in words; empty for one that only shows pages. */
export interface Actions {
  readonly scripts: readonly string[];
  readonly attachments: readonly string[];
}

/**
 * 查动作. Scripts and opening actions of the document, and names of the files in it. None is run, unpacked or opened. What is
 * too damaged to be listed is left out.
 */
export async function actionsOf(document: PdfDocument, bytes: Uint8Array): Promise<Actions> {
  const scripts = await attempt(document.getJSActions());
  const opening = await attempt(document.getOpenAction());
  const attachments = await attempt(document.getAttachments());
  const named = opening && "action" in opening ? ["an action on opening"] : []; // else it names the page to show
  const launching = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes("/Launch");
  if (launching) named.push("a program to start");
  return {
    scripts: [...(scripts ? Object.keys(scripts).map((event) => `script on ${event}`) : []), ...named],
    attachments: attachments ? Array.from(attachments, ([key, { filename }]) => filename || key) : [],
  };
}

/** Actions of a page's links and buttons that are no plain link: scripts, programs, forms that are sent off. */
export async function actionsOfPage(page: Awaited<ReturnType<PdfDocument["getPage"]>>): Promise<readonly string[]> {
  const scripts = await attempt(page.getJSActions());
  const annotations = (await attempt(page.getAnnotations())) ?? [];
  const found = annotations.flatMap((annotation: AnnotationFacts) => {
    if (annotation.actions) return ["script of a form field"];
    if (annotation.unsafeUrl && !annotation.url) return [`link to ${annotation.unsafeUrl.slice(0, 80)}`];
    return annotation.attachment || annotation.file ? ["file pinned to the page"] : [];
  });
  return [...(scripts ? ["script of the page"] : []), ...new Set(found)];
}

/** The part of pdf.js's annotations that is looked at. */
interface AnnotationFacts {
  readonly actions?: unknown;
  readonly url?: string;
  readonly unsafeUrl?: string;
  readonly attachment?: unknown;
  readonly file?: unknown;
}

async function attempt<T>(wanted: Promise<T>): Promise<T | null> {
  return wanted.catch(() => null);
}
