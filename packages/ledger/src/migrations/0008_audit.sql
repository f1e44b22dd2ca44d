-- Who did what, and settings of the installation.

create table qipan.audit (
  jurisdiction qipan.jurisdiction_code not null,
  id uuid not null,
  recorded_at timestamptz(3) not null,
  actor text not null,
  role text not null,
  action text not null,
  subject_kind text not null,
  subject text not null,
  reason text,
  details jsonb not null default '{}',
  primary key (jurisdiction, id)
);
create index audit_by_subject on qipan.audit (subject);
create index audit_by_time on qipan.audit (recorded_at desc, id desc);
comment on table qipan.audit is '审计. What was done besides versions: reviews, imports, purges, sealing, settings; never changed or removed.';
comment on column qipan.audit.jurisdiction is '属地. Unit whose rows were touched.';
comment on column qipan.audit.id is '编号.';
comment on column qipan.audit.recorded_at is '时刻.';
comment on column qipan.audit.actor is '谁.';
comment on column qipan.audit.role is '角色.';
comment on column qipan.audit.action is '动作.';
comment on column qipan.audit.subject_kind is '对象种类.';
comment on column qipan.audit.subject is '对象.';
comment on column qipan.audit.reason is '理由.';
comment on column qipan.audit.details is '细节.';
call qipan.protect_rows('qipan.audit', 'unit', '{own} and actor = current_setting(''qipan.actor'', true) and role = current_setting(''qipan.role'', true)');
grant select, insert on qipan.audit to qipan_app;
create trigger never_changed before update or delete on qipan.audit for each row execute function qipan.refuse_change();

create table qipan.setting (
  jurisdiction qipan.jurisdiction_code not null,
  name text not null,
  value jsonb not null,
  set_by text not null,
  set_at timestamptz(3) not null,
  primary key (jurisdiction, name)
);
comment on table qipan.setting is '设置. Settings that live with the data; CN holds those of the whole installation.';
comment on column qipan.setting.jurisdiction is '属地.';
comment on column qipan.setting.name is '名称.';
comment on column qipan.setting.value is '值.';
comment on column qipan.setting.set_by is '设置人.';
comment on column qipan.setting.set_at is '设置时刻.';
call qipan.protect_rows('qipan.setting', 'unit');
grant select, insert, update on qipan.setting to qipan_app;
