create table w(id int primary key, c1 int,c2 int,c3 int,c4 int,c5 int,c6 int,c7 int,c8 int,c9 int,c10 int,c11 int, c12 varchar(10), c13 text, c14 blob);
insert into w values(1,1,null,3,null,5,null,7,null,9,null,11,null,'x','x'),(2,null,2,null,4,null,6,null,8,null,10,null,'y',null,null),(3,1,1,1,1,1,1,1,1,1,1,1,1,1,1);
set session binlog_row_image=MINIMAL; update w set c9=5,c13=null,c2=null where id in(1,2); update w set c12='zz' where id=2; delete from w where id=3; insert into w(id,c11) values(4,4);
set session binlog_row_image=NOBLOB; update w set c1=7 where id=2; update w set c13='new' where id=1; insert into w(id,c14) values(5,'q');
