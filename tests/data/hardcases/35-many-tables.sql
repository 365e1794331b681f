create table a (id int primary key, v int); create table b (id int primary key, v int); create table c (id int primary key, v int); create table unselected (id int primary key, v int);
insert into a values (1,1),(2,2),(3,3),(4,4); insert into b select * from a; insert into c select * from a; insert into unselected select * from a;
create table r (id int primary key, u int unique, w int unique, v varchar(10)); insert into r values (1,1,1,'one'),(2,2,2,'two'),(3,3,3,'three');
-- then
update a join b using (id) join unselected using (id) set a.v = 100, b.v = 200, unselected.v = 300 where id < 3;
update unselected join c using (id) set unselected.v = 5, c.v = 6 where id = 4; update a join c using (id) set a.v = c.v + 1, c.v = a.v + 1 where id = 3;
delete a, unselected, c from a join unselected using (id) join c using (id) where id = 2; delete unselected from unselected join b using (id) where id = 1; delete from a, b using a join b using (id) join c using (id) where a.id = 4;
begin; insert into unselected values (50, 1); insert into a values (50, 1); insert into unselected values (51, 1); insert into b values (50, 1); update a set v = 2 where id = 50; insert into c values (50, 1); rollback;
begin; insert into unselected values (60, 1); insert into a values (60, 1); insert into unselected values (61, 1); insert into b values (60, 1); update a set v = 2 where id = 60; commit;
replace into r values (1, 2, 9, 'replaced two'); replace into r values (3, 3, 3, 'same'), (4, 4, 4, 'new'); insert into r values (4, 7, 7, 'x') on duplicate key update v = 'dup', u = u + 10; insert into r values (9, 3, 9, 'y'), (10, 10, 10, 'ten') on duplicate key update id = id + 20; insert ignore into r values (10, 1, 1, 'ignored'), (11, 11, 11, 'eleven');
insert into a select id + 500, v from b on duplicate key update a.v = 7; insert into c select id, v from a on duplicate key update v = c.v + 1000;
