create table r (id int, k int, v varchar(10), primary key (id, k)) partition by range (k) (partition p0 values less than (10), partition p1 values less than (20), partition p2 values less than maxvalue); insert into r values (1, 1, 'a'), (2, 11, 'b'), (3, 21, 'c');
create table h (id int primary key, v varchar(10)) partition by hash (id) partitions 7; insert into h values (1, 'a'), (2, 'b'), (3, 'c'), (14, 'd');
create table l (id int, c varchar(5), primary key (id, c)) partition by list columns (c) (partition x values in ('a', 'b'), partition y values in ('c', 'd')); 
insert into l values (1, 'a'), (2, 'c'); create table s (id int, d date, v int, primary key (id, d)) partition by range (year(d)) subpartition by hash (id) subpartitions 2 (partition p0 values less than (2000), partition p1 values less than maxvalue); insert into s values (1, '1999-12-31', 1), (2, '2020-01-01', 2);
-- then
update r set k = k + 10; update r set k = 1 where id = 3; insert into r values (4, 5, 'd'), (5, 15, 'e'), (6, 25, 'f'); delete from r where k > 20; update r set v = 'same';
update h set id = id + 1 order by id desc; insert into h values (100, 'x'); delete from h where id = 3; update l set c = 'c' where id = 1; update l set c = 'b' where id = 2; update s set d = '1990-01-01' where id = 2; update s set d = '2024-02-29', v = 9 where id = 1;
alter table h add partition partitions 2; insert into h values (200, 'y'); alter table h coalesce partition 4; update h set v = concat(v, '!'); alter table r add x int after k; update r set x = id;
