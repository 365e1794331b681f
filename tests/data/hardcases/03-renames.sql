create table a (id int primary key, v varchar(20)); insert into a values (1, 'a1'), (2, 'a2');
create table b (id int primary key, n int, m int); insert into b values (1, 10, 11), (2, 20, 21);
create table stays (id int primary key); insert into stays values (1);
create database hc_03_renames_other; create table hc_03_renames_other.c (id int primary key, x text); insert into hc_03_renames_other.c values (1, 'c1');
-- then
insert into a values (3, 'a3'); rename table a to a2; insert into a2 values (4, 'a4'); update a2 set v = 'changed' where id = 1;
rename table a2 to tmp, b to a2, tmp to b; insert into a2 values (3, 30, 31); insert into b values (5, 'was a'); update a2 set n = -1 where id = 2; delete from b where id = 2;
alter table b rename to hc_03_renames_other.b; insert into hc_03_renames_other.b values (6, 'other schema'); update hc_03_renames_other.b set v = 'moved' where id = 5;
rename table hc_03_renames_other.c to c, a2 to hc_03_renames_other.c; insert into c values (2, 'home'); insert into hc_03_renames_other.c values (4, 40, 41);
alter table c rename as d, add y int; insert into d values (3, 'd', 3); alter table d rename column x to z, rename to `c`; insert into c values (4, 'z', 4);
rename table stays to stays2; rename table stays2 to stays; insert into stays values (2);
-- then
update hc_03_renames_other.b set v = 'later' where id = 6; rename table hc_03_renames_other.b to a; insert into a values (7, 'back'); drop database hc_03_renames_other;
create table again (id int primary key, v int); insert into again values (1, 1); rename table again to again2; create table again (id int primary key, other text); insert into again values (1, 'new'); insert into again2 values (2, 2);
