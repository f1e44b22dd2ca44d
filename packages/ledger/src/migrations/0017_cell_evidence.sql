-- Cells as evidence: whatever cites cells quotes their words, and is found again from the rows that hold them.

alter table qipan.sentence add column sheet_row integer;
update qipan.sentence set sheet_row = substring(cells -> 0 ->> 'cell' from '[0-9]+$')::integer where sheet is not null;
alter table qipan.sentence add constraint sentence_sheet_row
  check (sheet_row is not distinct from substring(cells -> 0 ->> 'cell' from '[0-9]+$')::integer);
create index sentence_of_row on qipan.sentence (document, sheet, sheet_row) where sheet is not null;
comment on column qipan.sentence.sheet_row is '表行. Number of the row in its sheet, as its cells name it; null for text.';

create function qipan.number_row() returns trigger language plpgsql as $$
begin
  new.sheet_row := substring(new.cells -> 0 ->> 'cell' from '[0-9]+$')::integer;
  return new;
end $$;
comment on function qipan.number_row() is '编表行. Whoever writes the row of a table need not number it.';
create trigger number_row before insert on qipan.sentence for each row when (new.sheet is not null)
  execute function qipan.number_row();

create function qipan.column_number(letters text) returns integer language sql immutable strict parallel safe as $$
  select sum((ascii(substr(letters, n, 1)) - 64) * 26 ^ (length(letters) - n))::integer from generate_series(1, length(letters)) n
$$;
comment on function qipan.column_number(text) is '列号. Number of a column by its letters: A is 1, AA is 27.';

create function qipan.cell_block(range text) returns integer[] language plpgsql immutable strict parallel safe as $$
declare
  part text[] := regexp_match(range, '^([A-Z]{1,3})([1-9][0-9]{0,6})(?::([A-Z]{1,3})([1-9][0-9]{0,6}))?$');
begin
  if part is null then return null; end if;
  return array[part[2]::integer, qipan.column_number(part[1]),
    coalesce(part[4], part[2])::integer, qipan.column_number(coalesce(part[3], part[1]))];
end $$;
comment on function qipan.cell_block(text) is '区块. First row, first column, last row and last column of a range such as B3 or B3:D4; null for what is no range.';

-- Runs as the caller, so nobody learns words of a document that he does not see.
create function qipan.cell_words(unit text, held_document uuid, held_sheet text, range text) returns text
language plpgsql stable set search_path = qipan, pg_temp as $$
declare
  block integer[] := cell_block(range);
  words text;
begin
  if block[1] = block[3] and block[2] = block[4] then -- one cell, as most are
    select coalesce(utf16_slice(s.raw, c.start - s.start, c."end" - s.start), (select utf16_slice(t.text, c.start, c."end")
        from document_content t where t.jurisdiction = s.jurisdiction and t.document = s.document)) into words
      from sentence s cross join lateral jsonb_to_recordset(s.cells) c (cell text, start integer, "end" integer)
      where s.jurisdiction = unit and s.document = held_document and s.sheet = held_sheet and s.sheet_row = block[1]
        and c.cell = split_part(range, ':', 1)
      order by s.ordinal limit 1;
    return nullif(words, '');
  end if;
  with held as (
    select distinct on (s.sheet_row, n.number) s.sheet_row, n.number,
      coalesce(utf16_slice(s.raw, c.start - s.start, c."end" - s.start), (select utf16_slice(t.text, c.start, c."end")
        from document_content t where t.jurisdiction = s.jurisdiction and t.document = s.document)) as words
    from sentence s
      cross join lateral jsonb_to_recordset(s.cells) c (cell text, start integer, "end" integer)
      cross join lateral (select column_number(rtrim(c.cell, '0123456789')) as number) n
    where s.jurisdiction = unit and s.document = held_document and s.sheet = held_sheet
      and s.sheet_row between block[1] and block[3] and n.number between block[2] and block[4]
    order by s.sheet_row, n.number, s.ordinal
  ), line as (
    select r.number, string_agg(coalesce(h.words, ''), E'\t' order by c.number) as words, max(length(h.words)) as longest
    from generate_series(block[1], block[3]) r (number)
      cross join generate_series(block[2], block[4]) c (number)
      left join held h on h.sheet_row = r.number and h.number = c.number
    group by r.number
  )
  select case when max(l.longest) > 0 then string_agg(l.words, E'\n' order by l.number) end into words from line l;
  return words;
end $$;
comment on function qipan.cell_words(text, uuid, text, text) is
  '格中之字. Words of the cells of a range as stored, cells of a row parted by TAB, rows by LF; null where no words stand.';

create function qipan.check_cell_quote() returns trigger language plpgsql set search_path = qipan, pg_temp as $$
declare
  cited_sheet constant text := new.content ->> 'sheet';
  cited constant text := new.content ->> 'range';
  block constant integer[] := cell_block(cited);
  stands text;
begin
  if block is null or block[1] > block[3] or block[2] > block[4] then
    raise exception using errcode = 'QL002', message = format(
      '%L is no range of cells. Name its first and its last cell, from top left to bottom right, such as B3 or B3:D4.', cited);
  end if;
  if block[3] - block[1] >= 200 or block[4] - block[2] >= 200 then
    raise exception using errcode = 'QL002', message = format(
      'The range %s is %s rows by %s columns; one piece of evidence cites at most 200 by 200. Cite the cells that matter.',
      cited, block[3] - block[1] + 1, block[4] - block[2] + 1);
  end if;
  stands := cell_words(new.document_jurisdiction, new.document, cited_sheet, cited);
  if stands is null then
    raise exception using errcode = 'QL002', message = format(
      'No words stand in %s of the sheet %L of document %s. Cite cells of a table that the ledger holds.', cited, cited_sheet, new.document);
  end if;
  if stands is distinct from new.quote then
    raise exception using errcode = 'QL002', message = format(
      'The quote %L is not what %s of the sheet %L of document %s says: there stands %L. Cite the words as they stand, cells of a row parted by TAB, rows by a line feed.',
      new.quote, cited, cited_sheet, new.document, stands);
  end if;
  select s.address into new.address from sentence s
    where s.jurisdiction = new.document_jurisdiction and s.document = new.document and s.sheet = cited_sheet
      and s.sheet_row between block[1] and block[3]
    order by s.sheet_row, s.ordinal limit 1;
  return new;
end $$;
comment on function qipan.check_cell_quote() is
  '格引相符. A quote equals the words of its cells; its address becomes that of the first row it stands on.';
create trigger cell_quote before insert on qipan.evidence for each row when (new.kind = 'cell')
  execute function qipan.check_cell_quote();
create trigger cell_quote before insert on qipan.observation_evidence for each row when (new.kind = 'cell')
  execute function qipan.check_cell_quote();

create function qipan.range_meets(range text, cells jsonb) returns boolean
language plpgsql immutable strict parallel safe set search_path = qipan, pg_temp as $$
declare
  block constant integer[] := cell_block(range);
begin
  return exists (
    select from jsonb_to_recordset(cells) c (cell text)
    where ltrim(c.cell, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')::integer between block[1] and block[3]
      and column_number(rtrim(c.cell, '0123456789')) between block[2] and block[4]);
end $$;
comment on function qipan.range_meets(text, jsonb) is '区块相交. Whether a range holds one of the cells of a row.';

comment on column qipan.evidence.address is '地址. Of a sentence; of a cell, the first row that it stands on.';
comment on column qipan.observation_evidence.address is '地址. Of a sentence; of a cell, the first row that it stands on.';
