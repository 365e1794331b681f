create table shift (id int primary key, v varchar(10)); insert into shift values (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd');
create table swap (id int primary key, v varchar(10), u int unique); insert into swap values (1, 'one', 10), (2, 'two', 20);
create table pair (a int, b varchar(10), v int, primary key (a, b)); insert into pair values (1, 'x', 1), (2, 'y', 2);
-- then
update shift set id = id + 1 order by id desc; update shift set id = id - 10 order by id; insert into shift values (1, 'new'); delete from shift where id = -8;
begin; update swap set id = 0 where id = 1; update swap set id = 1 where id = 2; update swap set id = 2 where id = 0; commit;
begin; delete from swap where id = 1; insert into swap values (1, 'again', 11); delete from swap where id = 1; insert into swap values (3, 'three', 30), (1, 'last', 12); commit;
update swap set id = 7, v = 'seven' where id = 2; insert into swap values (2, 'fresh', 21); update swap set id = id + 100 order by id desc;
update pair set b = 'z' where a = 1; update pair set a = a + 1 order by a desc; insert into pair values (2, 'Z!', 3); update pair set a = 9, b = 'nine', v = 9 where v = 2;
