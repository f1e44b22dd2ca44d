-- A source is often dated to the year or the month alone; a day would claim more than it says.
alter table qipan.source alter column date type text;
comment on column qipan.source.date is '日期. As written: YYYY, YYYY-MM or YYYY-MM-DD.';
