import { type ReactElement, useRef } from "react";
import { useWords } from "../words/use-words.ts";
import { UploadLine } from "./upload-line.tsx";
import { useDrop } from "./use-drop.ts";
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
