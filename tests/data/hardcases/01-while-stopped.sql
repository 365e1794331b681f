create table t (id int primary key, a int, e enum('x','y'), s varchar(20));
insert into t values (1,10,'x','one'),(2,20,'y','two'),(9,90,'x','nine');
create table k (a int, b int, v varchar(10), primary key (a));
insert into k values (1,1,'load'),(2,2,'load');
create table renamed_key (id int primary key, v int); insert into renamed_key values (1, 1), (2, 2); create table dropped_key (id int primary key, v int); insert into dropped_key values (1, 1), (2, 2); create table retyped_key (id int primary key, v int); insert into retyped_key values (1, 1), (2, 2);
-- then
alter table renamed_key change id number_ bigint; insert into renamed_key values (3, 3); update renamed_key set v = 9 where number_ = 1; alter table retyped_key modify id varchar(20); insert into retyped_key values ('three', 3); update retyped_key set v = 9 where id = '1';
update dropped_key set v = 3 where id = 2; alter table dropped_key drop id; insert into dropped_key values (4); delete from dropped_key where v = 1;
insert into t values (3,30,'y','three'); update t set a = 11 where id = 1;
alter table t add b varchar(5) first;
insert into t values ('b4',4,40,'x','four'); update t set b = 'b2' where id = 2;
alter table t modify e enum('new','x','y') after id;
update t set e = 'new' where id = 2; insert into t (id, e, s) values (5,'new','five');
alter table t drop a, add c decimal(10,3) not null default 1.5 after b;
insert into t (id, e) values (6,'y'); update t set c = 2.125 where id = 3;
alter table t change s text_ mediumtext character set latin1 after id;
insert into t (id, text_) values (7, 'sieben ü'); delete from t where id = 4;
create table later (k int primary key, v varchar(5)); insert into later values (1,'v'); alter table later add w int first;
insert into later values (5, 2, 'w'); update later set v = 'vv' where k = 1;
alter table k drop primary key, add primary key (b, a); insert into k values (3,3,'key'); update k set v = 'moved' where b = 1;
alter table k modify a bigint unsigned; insert into k values (18446744073709551615, 4, 'wide');
-- then
insert into t (id, c, e) values (8, 8.008, 'x'); alter table t drop c; update t set e = 'y' where id = 9; update t set text_ = 'two again' where id = 2;
