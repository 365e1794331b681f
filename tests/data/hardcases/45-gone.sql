-- suspended: emptied TRUNCATE
-- suspended: parts mysql.partition-ddl
-- suspended: partsdrop mysql.partition-ddl
-- suspended: swapped mysql.partition-ddl
create table emptied (id int primary key, v int); insert into emptied values (1, 1); create table dropped (id int primary key, v int); insert into dropped values (1, 1); create table dropped2 (id int primary key); insert into dropped2 values (1);
create table recreated (id int primary key, v int); insert into recreated values (1, 1), (2, 2);
create table parts (id int primary key) partition by range (id) (partition p0 values less than (10), partition p1 values less than maxvalue); insert into parts values (1), (11);
create table partsdrop (id int primary key) partition by range (id) (partition p0 values less than (10), partition p1 values less than maxvalue); insert into partsdrop values (1), (11);
create table swapped (id int primary key) partition by range (id) (partition p0 values less than (10), partition p1 values less than maxvalue); insert into swapped values (1), (11); create table unselected_swap (id int primary key); insert into unselected_swap values (2);
create table regrouped (id int primary key, v int) partition by range (id) (partition p0 values less than (10), partition p1 values less than maxvalue); insert into regrouped values (1, 1), (11, 11);
create database hc_45_gone_db; create table hc_45_gone_db.t (id int primary key); insert into hc_45_gone_db.t values (1);
-- then
insert into emptied values (2, 2); truncate table emptied; insert into emptied values (3, 3);
insert into dropped values (2, 2); drop table dropped, dropped2; insert into recreated values (3, 3); drop table recreated; create table recreated (id int primary key, w text, v int); insert into recreated values (1, 'new', 5);
alter table parts truncate partition p0; insert into parts values (2); alter table partsdrop drop partition p0; insert into partsdrop values (12); alter table swapped exchange partition p0 with table unselected_swap; insert into swapped values (13);
alter table regrouped reorganize partition p1 into (partition p1 values less than (20), partition p2 values less than maxvalue); insert into regrouped values (21, 21); alter table regrouped rebuild partition p0; alter table regrouped remove partitioning; update regrouped set v = v + 1; insert into hc_45_gone_db.t values (2); drop database hc_45_gone_db;
