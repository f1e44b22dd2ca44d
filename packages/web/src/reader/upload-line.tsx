import type { Output } from "@qipan/server/contract/client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useEffect } from "react";
import { call } from "../client.ts";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import type { Upload } from "./use-uploads.ts";

type Job = Output<"getJob">;
const pollMilliseconds = 700;

/** 收件一行. A file on its way, with its progress while it is read and the way to it when it is. */
export function UploadLine({
  upload,
  onDismiss,
}: {
  readonly upload: Upload;
  readonly onDismiss: () => void;
}): ReactElement {
  const { documents } = useWords();
  const job = useJob(upload.state === "handed" ? upload.job : null);
  const failed = upload.state === "refused" || job?.state === "failed";
  return (
    <li className={failed ? "upload failed" : "upload"}>
      <span className="doc" lang={languageTag.zh}>
        {upload.name}
      </span>
      <span className="t3 small">
        {upload.state === "sending" ? documents.sending : null}
        {upload.state === "refused" ? `${documents.refused}：${upload.why}` : null}
        {job ? <JobText job={job} /> : null}
      </span>
      {job?.state === "running" && job.total > 0 ? (
        <progress max={job.total} value={job.done} aria-label={upload.name} />
      ) : null}
      {job?.document ? (
        <Link to="/documents/$id" params={{ id: job.document }}>
          {documents.open}
        </Link>
      ) : null}
      {failed || job?.state === "done" ? (
        <button type="button" className="btn plain" onClick={onDismiss}>
          {documents.dismiss}
          <span className="vh"> {upload.name}</span>
        </button>
      ) : null}
    </li>
  );
}

function JobText({ job }: { readonly job: Job }): ReactElement {
  const { documents } = useWords();
  switch (job.state) {
    case "waiting":
      return <>{documents.waiting}</>;
    case "running":
      return <>{documents.reading(job.done, job.total)}</>;
    case "done":
      return <>{documents.done}</>;
    case "failed":
      return <>{`${documents.failed}${job.message ? `：${job.message}` : ""}`}</>;
  }
}

/** The job as it goes on; asks until it has ended, then has the lists asked again. */
function useJob(id: string | null): Job | undefined {
  const cache = useQueryClient();
  const { data } = useQuery({
    queryKey: ["getJob", id],
    queryFn: ({ signal }) => call("getJob", { params: { id: id ?? "" } }, signal),
    enabled: id !== null,
    refetchInterval: ({ state }) => (hasEnded(state.data) ? false : pollMilliseconds),
  });
  const ended = hasEnded(data);
  useEffect(() => {
    if (ended) void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "getJob" });
  }, [ended, cache]);
  return data;
}

function hasEnded(job: Job | undefined): boolean {
  return job?.state === "done" || job?.state === "failed";
}
