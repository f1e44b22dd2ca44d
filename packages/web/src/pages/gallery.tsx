import type { ReactElement } from "react";
import {
  CertaintyGroup,
  DateGroup,
  DeclaredGroup,
  EvidenceGroup,
  StoneGroup,
  TripletGroup,
  ValueGroup,
  VerdictGroup,
  VoiceGroup,
} from "../gallery/marks.tsx";
import {
  ControlGroup,
  PanelGroup,
  SentenceGroup,
  SparkGroup,
  StateGroup,
  TableGroup,
  WhyGroup,
} from "../gallery/pieces.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { useWords } from "../words/use-words.ts";

/** 零件. Every part in its states, for people who build pages; not a stop of the rail. */
export function GalleryPage(): ReactElement {
  const { gallery } = useWords();
  return (
    <>
      <PageHead title={gallery.title} note={gallery.note} />
      <div className="gallery">
        <div>
          <VoiceGroup />
          <EvidenceGroup />
          <CertaintyGroup />
          <ValueGroup />
          <DateGroup />
          <SparkGroup />
          <TableGroup />
        </div>
        <div>
          <VerdictGroup />
          <StoneGroup />
          <TripletGroup />
          <DeclaredGroup />
          <ControlGroup />
          <PanelGroup />
        </div>
        <div>
          <SentenceGroup />
          <WhyGroup />
          <StateGroup />
        </div>
      </div>
    </>
  );
}
