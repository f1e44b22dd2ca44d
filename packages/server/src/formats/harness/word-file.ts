import { type SamplePart, zipFile } from "./zip-file.ts";

/** 样例文档. XML of the parts of a Word document, without their roots. */
export interface WordSample {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly header?: string;
  readonly footer?: string;
  readonly footnotes?: string;
  readonly comments?: string;
  readonly more?: readonly SamplePart[];
  /** Relationships of the main part beside those of the parts above. */
  readonly relationships?: string;
}

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const roots = {
  styles: "styles",
  numbering: "numbering",
  header: "hdr",
  footer: "ftr",
  footnotes: "footnotes",
  comments: "comments",
} as const;

/** 造文档. Bytes of a Word document. */
export function wordFile({ body, more = [], relationships = "", ...parts }: WordSample): Uint8Array {
  const given = Object.entries(roots).flatMap(([role, root]) => {
    const content = parts[role as keyof typeof roots]; // keys of the table itself
    return content === undefined ? [] : [{ role, path: `word/${role}.xml`, content: element(root, content) }];
  });
  const relations = given.map(
    ({ role, path }, index) => `<Relationship Id="r${index}" Type="${office}/${role}" Target="${path.slice(5)}"/>`,
  );
  return zipFile([
    { path: "[Content_Types].xml", content: "<Types/>" },
    {
      path: "_rels/.rels",
      content: `<Relationships><Relationship Id="m" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    { path: "word/document.xml", content: element("document", `<w:body>${body}</w:body>`) },
    {
      path: "word/_rels/document.xml.rels",
      content: `<Relationships>${relations.join("")}${relationships}</Relationships>`,
    },
    ...given,
    ...more,
  ]);
}

const element = (root: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${root} ${namespaces}>${content}</w:${root}>`;

/** 段. A paragraph of plain words with properties. */
export const paragraph = (words: string, properties = ""): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${run(words)}</w:p>`;

/** 文字块. A run of plain words with properties. */
export const run = (words: string, properties = ""): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
