-- suspended: random mysql.statement-format
-- suspended: vars mysql.statement-format
create table random (id int primary key auto_increment, v double); insert into random (v) values (0.5);
create table vars (id int primary key auto_increment, v varchar(50)); insert into vars (v) values ('load');
create table mixed (id int primary key, v varchar(50)); insert into mixed values (1, 'load');
create table good (id int primary key, v varchar(50)); insert into good values (1, 'load'); create table unselected (id int primary key auto_increment, v varchar(50));
-- then
set session binlog_format = statement; insert into unselected (v) values ('statement'); insert into unselected (v) select concat(v, '!') from good; update unselected set v = 'x'; delete from unselected where id = 1; set @x = 'user variable'; insert into unselected (v) values (@x); insert into unselected (v) values (rand());
insert into random (v) values (rand()); insert into vars (v) values (@x); insert into vars (v) values (last_insert_id());
set session binlog_format = row; insert into random (v) values (1.5); insert into vars (v) values ('row'); insert into good values (2, 'behind');
set session binlog_format = mixed; insert into mixed values (2, uuid());
set session binlog_format = row; create temporary table temp (id int, v varchar(50)); insert into temp values (1, 'temp'); insert into good select id + 10, v from temp; drop temporary table temp; insert into mixed values (3, 'row');
