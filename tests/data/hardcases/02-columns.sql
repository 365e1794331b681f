create table t (id int primary key, c0 int, c1 varchar(9), c2 char(3));
insert into t values (1, 10, 'a', 'x');
-- then
alter table t add n1 text first; insert into t values ('first', 2, 20, 'b', 'y');
alter table t add n2 bigint after id, add n3 char(4) after n2; insert into t values ('t3', 3, 33, 'n3', 30, 'c', 'z');
alter table t modify c2 varchar(8) first; insert into t (id, c2, c0) values (4, 'moved', 40);
alter table t modify n2 decimal(12,2) after c1; insert into t (id, n2) values (5, 5.55);
alter table t change n1 renamed varchar(30) character set utf8mb4 after c0; insert into t (id, renamed) values (6, 'sechs €');
alter table t change c0 c1 int, change c1 c0 varchar(9); insert into t (id, c0, c1) values (7, 'swap', 7);
alter table t rename column c0 to c1, rename column c1 to c0; insert into t (id, c0, c1) values (8, 8, 'again');
alter table t drop n3, add n3 datetime(3) first, modify c1 varchar(99) after n3; insert into t (id, n3, c1) values (9, '2020-02-29 12:00:00.123', 'nine');
alter table t add x1 int, add x2 int after x1, add x3 int first; insert into t (id, x1, x2, x3) values (10, 1, 2, 3);
alter table t drop x2, drop x3, modify x1 bigint unsigned first; insert into t (id, x1) values (11, 18446744073709551615);
alter table t modify id bigint after x1; insert into t (id, x1) values (4294967297, 12);
update t set c2 = concat('u', id % 100) where id <> 1;
