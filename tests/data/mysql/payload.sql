create table inv(id int primary key, a int invisible, b int, key((a+b))); insert into inv(id,a,b) values(1,2,3);
set session binlog_transaction_compression=ON;
create table p(id int primary key, t longtext, j json); 
insert into p values(1,repeat('a',1000),'[1]'),(2,repeat('b',2000),'{"a":1}'); begin; update p set t=repeat('c',3000) where id=1; delete from p where id=2; insert into p values(3,'x','null'); commit;
set session binlog_row_value_options=PARTIAL_JSON; update p set j=json_set(j,'$[0]','x') where id=1;
set session binlog_transaction_compression=OFF;
create table pt(id int, a int, primary key(id)) partition by range(id)(partition a values less than(10), partition b values less than maxvalue); insert into pt values(1,1),(20,2); update pt set id=30 where id=1;
