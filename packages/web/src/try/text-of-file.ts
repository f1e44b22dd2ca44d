/** 取文本. The text of a file as the server would decode it, or why there is none. */
export type FileText = { readonly text: string } | { readonly fault: "not-text" | "too-big" };

/** Bytes of a file that is opened here: far more than a text that is read at once. */
const mostBytes = 4_000_000;

/** 读文件. Decodes a text file of any of the encodings that documents come in; never rejects. */
export async function textOfFile(file: Pick<File, "size" | "arrayBuffer">): Promise<FileText> {
  if (file.size > mostBytes) return { fault: "too-big" };
  const [{ decode }, bytes] = await Promise.all([
    import("@qipan/policy/text/decode"),
    file.arrayBuffer().catch(() => null),
  ]);
  if (bytes === null) return { fault: "not-text" };
  const { text, diagnostics } = decode(new Uint8Array(bytes));
  if (diagnostics.some(({ code }) => code === "not-text")) return { fault: "not-text" };
  return { text: text.replace(/^\uFEFF/u, "") };
}
