-- What entries refer to: places, sources, and the data packs that facts were loaded from.

create table qipan.place (
  jurisdiction qipan.jurisdiction_code not null,
  code text not null,
  visibility qipan.visibility not null default 'public',
  shared_with text[] not null default '{}',
  name_zh text not null,
  name_en text not null,
  level text not null,
  parent text,
  lon double precision,
  lat double precision,
  aliases_zh text[] not null default '{}',
  coord_basis text not null default '',
  source text not null,
  source_id text not null,
  confidence qipan.confidence not null,
  pack text,
  primary key (jurisdiction, code)
);
create index place_by_code on qipan.place (code);
create index place_by_parent on qipan.place (parent);
comment on table qipan.place is '地方. One division, zone or site; coordinates WGS84 degrees.';
comment on column qipan.place.jurisdiction is '属地. Unit that keeps the row.';
comment on column qipan.place.code is '代码. GB/T 2260, CN, JJJ or an id of ours.';
comment on column qipan.place.visibility is '可见范围.';
comment on column qipan.place.shared_with is '共享.';
comment on column qipan.place.name_zh is '中文名.';
comment on column qipan.place.name_en is '英文名.';
comment on column qipan.place.level is '层级. nation, region, province, prefecture, county, zone, site.';
comment on column qipan.place.parent is '上级. Code of the place above.';
comment on column qipan.place.lon is '经度. Degrees.';
comment on column qipan.place.lat is '纬度. Degrees.';
comment on column qipan.place.aliases_zh is '别名.';
comment on column qipan.place.coord_basis is '坐标依据.';
comment on column qipan.place.source is '来源. Readable.';
comment on column qipan.place.source_id is '来源号.';
comment on column qipan.place.confidence is '核实程度.';
comment on column qipan.place.pack is '数据包. That brought it; null when made by hand.';
call qipan.protect_rows('qipan.place');
grant select, insert, update on qipan.place to qipan_app;

create table qipan.source (
  jurisdiction qipan.jurisdiction_code not null,
  id text not null,
  visibility qipan.visibility not null default 'public',
  shared_with text[] not null default '{}',
  title text not null,
  publisher text not null,
  date date,
  url text,
  url_kind text not null,
  pack text,
  primary key (jurisdiction, id)
);
comment on table qipan.source is '来源. One work or page that facts come from.';
comment on column qipan.source.jurisdiction is '属地.';
comment on column qipan.source.id is '来源号.';
comment on column qipan.source.visibility is '可见范围.';
comment on column qipan.source.shared_with is '共享.';
comment on column qipan.source.title is '题名.';
comment on column qipan.source.publisher is '发布者.';
comment on column qipan.source.date is '日期.';
comment on column qipan.source.url is '网址. Null where none is kept.';
comment on column qipan.source.url_kind is '来源种类.';
comment on column qipan.source.pack is '数据包.';
call qipan.protect_rows('qipan.source');
grant select, insert, update on qipan.source to qipan_app;

create table qipan.pack (
  jurisdiction qipan.jurisdiction_code not null,
  id text not null,
  visibility qipan.visibility not null default 'public',
  shared_with text[] not null default '{}',
  version text not null,
  title text not null,
  digest qipan.digest not null,
  loaded_at timestamptz(3) not null,
  loaded_by text not null,
  primary key (jurisdiction, id)
);
comment on table qipan.pack is '数据包. A pack as last loaded.';
comment on column qipan.pack.jurisdiction is '属地.';
comment on column qipan.pack.id is '包名.';
comment on column qipan.pack.visibility is '可见范围.';
comment on column qipan.pack.shared_with is '共享.';
comment on column qipan.pack.version is '版本.';
comment on column qipan.pack.title is '标题.';
comment on column qipan.pack.digest is '散列. Of everything loaded; the same pack is not loaded twice.';
comment on column qipan.pack.loaded_at is '载入时刻.';
comment on column qipan.pack.loaded_by is '载入人.';
call qipan.protect_rows('qipan.pack');
grant select, insert, update on qipan.pack to qipan_app;

create table qipan.pack_row (
  jurisdiction qipan.jurisdiction_code not null,
  pack text not null,
  "table" text not null,
  "row" text not null,
  visibility qipan.visibility not null default 'public',
  shared_with text[] not null default '{}',
  content jsonb not null,
  digest qipan.digest not null,
  source text not null,
  licence text not null,
  confidence qipan.confidence not null,
  entry_jurisdiction qipan.jurisdiction_code,
  entry uuid,
  entry_version integer,
  kept_why text,
  primary key (jurisdiction, pack, "table", "row")
);
create index pack_row_by_entry on qipan.pack_row (entry) where entry is not null;
comment on table qipan.pack_row is '包行. A row of a pack as last loaded, with its source and licence.';
comment on column qipan.pack_row.jurisdiction is '属地.';
comment on column qipan.pack_row.pack is '包名.';
comment on column qipan.pack_row."table" is '表.';
comment on column qipan.pack_row."row" is '行. Key of the row in its table.';
comment on column qipan.pack_row.visibility is '可见范围.';
comment on column qipan.pack_row.shared_with is '共享.';
comment on column qipan.pack_row.content is '内容. Cells by column.';
comment on column qipan.pack_row.digest is '散列. Of the content.';
comment on column qipan.pack_row.source is '来源. Readable.';
comment on column qipan.pack_row.licence is '许可.';
comment on column qipan.pack_row.confidence is '核实程度.';
comment on column qipan.pack_row.entry_jurisdiction is '条目属地.';
comment on column qipan.pack_row.entry is '条目. That the row became; null for other tables.';
comment on column qipan.pack_row.entry_version is '条目版本. Version that the pack last wrote; a newer one is a user''s.';
comment on column qipan.pack_row.kept_why is '保留理由. Why a user''s version was kept over the pack''s; null when the pack''s holds.';
call qipan.protect_rows('qipan.pack_row');
grant select, insert, update, delete on qipan.pack_row to qipan_app;
