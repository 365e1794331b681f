create table g (id int primary key auto_increment, a varchar(20), n int); insert into g (a, n) values ('one', 1), ('two', 2), ('three', 3), ('four', 4);
create table p (id int primary key, a varchar(20)); insert into p values (1, 'one'), (2, 'two'), (3, 'three');
create table stopped (id int primary key, a int); insert into stopped values (1, 1), (2, 2);
-- then
create table _g_ghc (id bigint auto_increment, last_update timestamp not null default current_timestamp on update current_timestamp, hint varchar(64) character set ascii not null, value varchar(4096) character set ascii not null, primary key (id), unique key hint_uidx (hint)) auto_increment=256;
insert into _g_ghc (id, hint, value) values (nullif(2, 0), 'state', 'GhostTableMigrated') on duplicate key update last_update = now(), value = values(value);
create table _g_gho like g; alter table _g_gho add column b int not null default 7 after id, modify a varchar(50) character set utf8mb4;
insert ignore into _g_gho (id, a, n) (select id, a, n from g force index (primary) where id >= 1 and id <= 2 lock in share mode);
update g set a = 'uno' where id = 1; replace into _g_gho (id, a, n) values (1, 'uno', 1); insert into g (id, a, n) values (5, 'five', 5);
insert ignore into _g_gho (id, a, n) (select id, a, n from g force index (primary) where id > 2 lock in share mode);
create table _g_del (id int auto_increment primary key) comment='ghost-cut-over-sentry'; drop table _g_del;
rename table g to _g_del, _g_gho to g;
insert into g (b, a, n) values (8, 'six', 6); update g set n = n * 10 where id = 2; delete from g where id = 4; drop table _g_ghc; drop table _g_del;
create table _p_new like p; alter table _p_new add c datetime(3) default null, drop a, add a varchar(33) first;
create trigger pt_osc_del after delete on p for each row delete ignore from _p_new where _p_new.id <=> old.id;
create trigger pt_osc_upd after update on p for each row begin delete ignore from _p_new where !(old.id <=> new.id) and _p_new.id <=> old.id; replace into _p_new (id, a) values (new.id, new.a); end;
create trigger pt_osc_ins after insert on p for each row replace into _p_new (id, a) values (new.id, new.a);
insert low_priority ignore into _p_new (id, a) select id, a from p lock in share mode;
update p set a = 'uno' where id = 1; insert into p values (4, 'four'); delete from p where id = 3;
rename table p to _p_old, _p_new to p; drop table if exists _p_old;
insert into p values ('five', 5, '2021-01-01 00:00:00.5'); update p set c = '2022-02-02 02:02:02' where id = 2;
create table _stopped_gho like stopped; alter table _stopped_gho add b int; insert into _stopped_gho select id, a, 1 from stopped; update stopped set a = 10 where id = 1;
-- then
update stopped set a = 20 where id = 2; drop table _stopped_gho; insert into stopped values (3, 3); insert into g (b, a, n) values (9, 'seven', 7);
create table _stopped_gho like stopped; alter table _stopped_gho add c text first; insert into _stopped_gho (id, a) select id, a from stopped; rename table stopped to _stopped_del, _stopped_gho to stopped; insert into stopped values ('c', 4, 4);
