import { type ReactElement, useEffect, useRef, useState } from "react";
import { useWords } from "../words/use-words.ts";
import { UploadLine } from "./upload-line.tsx";
import { type Uploads, useUploads } from "./use-uploads.ts";

/** 收文件. A button and the whole page as a place to drop files on; below it what is on its way. */
export function Upload(): ReactElement {
  const { documents } = useWords();
  const uploads = useUploads();
  const isOver = useDrop(uploads.add);
  return (
    <section className="uploads" aria-label={documents.upload}>
      <Choose onChoose={uploads.add} />
      <p className="t3 small">{documents.uploadHint}</p>
      <Lines uploads={uploads} />
      {isOver ? (
        <p className="drop" role="status">
          {documents.drop}
        </p>
      ) : null}
    </section>
  );
}

function Choose({ onChoose }: { readonly onChoose: Uploads["add"] }): ReactElement {
  const { documents } = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="btn main" onClick={() => input.current?.click()}>
        {documents.upload}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={documents.upload}
        onChange={(event) => {
          onChoose(Array.from(event.target.files ?? []));
          event.target.value = ""; // the same file may be chosen again
        }}
      />
    </>
  );
}

function Lines({ uploads }: { readonly uploads: Uploads }): ReactElement | null {
  const { documents } = useWords();
  if (uploads.all.length === 0) return null;
  return (
    <ul className="upload-list" aria-label={documents.uploads} aria-live="polite">
      {uploads.all.map((upload) => (
        <UploadLine key={upload.key} upload={upload} onDismiss={() => uploads.dismiss(upload.key)} />
      ))}
    </ul>
  );
}

/** Whether files are held over the page; hands over what is dropped. Text dragged about the page is left alone. */
function useDrop(onDrop: Uploads["add"]): boolean {
  const [isOver, setIsOver] = useState(false);
  const latest = useRef(onDrop);
  useEffect(() => {
    latest.current = onDrop;
  });
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent): void => (event.relatedTarget === null ? setIsOver(false) : undefined);
    const drop = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setIsOver(false);
      latest.current(Array.from(event.dataTransfer.files));
    };
    document.addEventListener("dragover", over);
    document.addEventListener("dragleave", leave);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", over);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("drop", drop);
    };
  }, []);
  return isOver;
}
