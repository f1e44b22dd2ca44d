import { type SamplePart, zipFile } from "./zip-file.ts";

const namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** 造版式文档. Bytes of an OFD document with these pages, each the XML of its layer; `template` lies under all of them. */
export function ofdFile(
  pages: readonly string[],
  { template = "", more = [] }: { template?: string; more?: readonly SamplePart[] } = {},
): Uint8Array {
  const places = pages.map((_, index) => `<ofd:Page ID="${index + 1}" BaseLoc="Pages/Page_${index}/Content.xml"/>`);
  return zipFile([
    {
      path: "OFD.xml",
      content: `<ofd:OFD ${namespace} DocType="OFD" Version="1.0"><ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    },
    {
      path: "Doc_0/Document.xml",
      content: `<ofd:Document ${namespace}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID="900" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData><ofd:Pages>${places.join("")}</ofd:Pages></ofd:Document>`,
    },
    { path: "Doc_0/Tpls/Tpl_0/Content.xml", content: page(template, "") },
    ...pages.map((layer, index) => ({
      path: `Doc_0/Pages/Page_${index}/Content.xml`,
      content: page(layer, '<ofd:Template TemplateID="900" ZOrder="Background"/>'),
    })),
    ...more,
  ]);
}

const page = (layer: string, under: string): string =>
  `<ofd:Page ${namespace}>${under}<ofd:Content><ofd:Layer ID="10">${layer}</ofd:Layer></ofd:Content></ofd:Page>`;

/** 文字对象. Words set with one step from character to character, in millimetres; `size` is the height of the font. */
export function ofdWords(
  words: string,
  { x, y, size, step = size }: { x: number; y: number; size: number; step?: number },
): string {
  const deltas = `g ${Math.max(0, words.length - 1)} ${step}`;
  return `<ofd:TextObject ID="20" Boundary="${x} ${y} 180 ${size * 1.4}" Font="3" Size="${size}"><ofd:TextCode X="0" Y="${size}" DeltaX="${deltas}">${words}</ofd:TextCode></ofd:TextObject>`;
}

/** 直线. A stroke from one corner of its boundary to the other, in millimetres. */
export const ofdStroke = (x: number, y: number, width: number, height: number): string =>
  `<ofd:PathObject ID="30" Boundary="${x} ${y} ${width + 1} ${height + 1}" LineWidth="0.2"><ofd:AbbreviatedData>M 0 0 L ${width} ${height}</ofd:AbbreviatedData></ofd:PathObject>`;
