create table src (id int primary key auto_increment, v varchar(20) character set latin1, d decimal(10,3), e enum('p','q'), j text, key (v));
insert into src (v, d, e, j) values ('ä', 1.5, 'p', 'x'), (null, -2.125, 'q', null);
-- then
create table liked like src; insert into liked select * from src; update liked set v = 'ö' where id = 1;
create table selected as select * from src; insert into selected values (3, 'three', 3, 'q', 'y'); update selected set d = 9 where id = 1;
create table keyed (extra int default 5, primary key (id)) as select id, concat(v, '!') as w, d * 2 as dd, now() > 0 as b, e from src; update keyed set w = 'null' where id = 2;
create table narrowed (id bigint unsigned primary key, v varchar(3) character set utf8mb4) select id, v from src; insert into narrowed values (7, '日本語');
create table joined select a.id, b.v, cast(a.id as char) as c, 1.25 as lit, repeat('x', 300) as long_, curdate() > 0 as t from src a join src b using (id);
create temporary table temp like src; insert into temp select * from src; create table from_temp as select id, v from temp; insert into from_temp values (9, 'nine'); drop temporary table temp;
create table if not exists liked like src; create table if not exists narrowed (nothing int);
create table empty_ as select * from src where false; insert into empty_ values (1, 'x', 1, 'p', 'z');
begin; insert into src (v) values ('in a transaction'); commit; insert into liked (v) select v from src where id > 2;
