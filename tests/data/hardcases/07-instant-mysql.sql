create table t (id int primary key, a int, v varchar(20)); insert into t values (1, 1, 'one'), (2, 2, 'two'), (3, 3, 'three'), (4, 4, 'four');
create table loaded (id int primary key, a int); insert into loaded values (1, 1); alter table loaded add x int not null default 7 after id, algorithm=instant; insert into loaded values (2, 3, 2); alter table loaded drop a, algorithm=instant; alter table loaded add b varchar(9) default 'dflt' first, algorithm=instant; insert into loaded values ('b', 3, 30);
-- then
alter table t add x int default 7 after id, algorithm=instant; insert into t values (5, 55, 5, 'five'); update t set a = 10 where id = 1;
alter table t drop a, algorithm=instant; insert into t values (6, 66, 'six'); update t set v = 'zwei' where id = 2;
alter table t add y varchar(10) not null default 'why' first, algorithm=instant; insert into t values ('y', 7, 77, 'seven'); update t set x = null where id = 3;
alter table t rename column v to w, algorithm=instant; delete from t where id = 4; update t set w = concat(w, '!');
update loaded set x = x + 1; alter table loaded add z int default 1 after x, algorithm=instant; insert into loaded values ('z', 4, 40, 44); update loaded set z = 9 where id = 1;
