set global binlog_row_metadata=FULL;
create table m(id int unsigned primary key, y1 year, a tinyint unsigned, y2 year, b smallint, c decimal(5,2) unsigned, f float unsigned, y3 year, d double, e enum('a','ü') character set latin1, s set('x','y') character set utf16, t varchar(10) character set cp1251, bl blob, t4 text character set utf8mb4, bi bigint unsigned, tx char(5) character set sjis, g geometry, p point, bt bit(3), v int generated always as (b+1) virtual, `wei``rd näme` int);
insert into m(id,y1,a,y2,b,c,f,y3,d,e,s,t,bl,t4,bi,tx,g,p,bt) values(1,2001,200,2002,-5,1.5,2.5,2003,4.5,'ü','x,y','Привет','b','😀',18446744073709551615,'日',point(1,2),point(3,4),5);
create table k(a int, id varchar(20), c varchar(30), primary key(id,a));
insert into k values(1,'x','y'); update k set c='z';
set global binlog_row_metadata=MINIMAL;
insert into m(id) values(2);
