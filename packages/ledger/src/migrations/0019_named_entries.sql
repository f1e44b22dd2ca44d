-- 同名条目. A reading of a plan, an agreement or a project names what it is about; the entry of that name is looked up for it.
create index entry_by_title on qipan.entry (kind, title)
  where not withdrawn and kind in ('task', 'target', 'agreement', 'plan', 'project', 'organisation');
