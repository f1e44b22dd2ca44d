-- What the file itself says of a sentence: its page, its table cells, the parts that the page tore apart, the copy it is.

alter table qipan.sentence
  add column pieces integer[] not null default '{}',
  add column copy_of text check (copy_of ~ '^p[0-9]+\.s[0-9]+$'),
  add column page integer check (page > 0),
  add column sheet text,
  add column cells jsonb not null default '[]',
  add constraint sentence_pieces check (cardinality(pieces) % 2 = 0),
  add constraint sentence_cells check ((sheet is null) = (cells = '[]'::jsonb));
create index sentence_of_sheet on qipan.sentence (document, sheet, paragraph) where sheet is not null;
comment on column qipan.sentence.pieces is '片. Start and end of each part in reading order, where the page tore the sentence apart; empty otherwise.';
comment on column qipan.sentence.copy_of is '重印自. Address of the sentence that this one prints a second time.';
comment on column qipan.sentence.page is '页. Page of the file, counted from 1; null where the format has none.';
comment on column qipan.sentence.sheet is '表. Sheet or table of a row; null for text.';
comment on column qipan.sentence.cells is '单元格. Cells of a row: address, start and end in the text of the document.';

alter table qipan.document_content add column marks jsonb not null default '[]';
comment on column qipan.document_content.marks is '结构标记. What the file itself says of stretches of its text: headings, rows and cells, pages.';
