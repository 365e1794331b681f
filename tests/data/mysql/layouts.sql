create table g(id int primary key, g geometry, p point, l linestring, po polygon, mp multipoint, ml multilinestring, mpo multipolygon, gc geometrycollection);
insert into g values(1,st_geomfromtext('POINT(1 2)'),point(1.5,-2),st_geomfromtext('LINESTRING(0 0,1 1)'),st_geomfromtext('POLYGON((0 0,0 1,1 1,0 0))'),st_geomfromtext('MULTIPOINT(0 0,1 1)'),st_geomfromtext('MULTILINESTRING((0 0,1 1))'),st_geomfromtext('MULTIPOLYGON(((0 0,0 1,1 1,0 0)))'),st_geomfromtext('GEOMETRYCOLLECTION(POINT(1 1))')),(2,null,null,null,null,null,null,null,null),(3,st_geomfromtext('POINT(10 20)',4326),st_geomfromtext('POINT(10 20)',4326),null,null,null,null,null,st_geomfromtext('GEOMETRYCOLLECTION EMPTY'));
create table gen(id int primary key, a int, v int generated always as (a+1) virtual, s varchar(20) generated always as (concat('s',a)) stored, v2 varchar(30) generated always as (concat('vv',a)) virtual, key(v2));
insert into gen(id,a) values(1,5),(2,null); update gen set a=9 where id=1;
create table w(id int primary key, c1 int,c2 int,c3 int,c4 int,c5 int,c6 int,c7 int,c8 int,c9 int,c10 int,c11 int, c12 varchar(10), c13 varchar(10));
insert into w values(1,1,null,3,null,5,null,7,null,9,null,11,null,'x'),(2,null,2,null,4,null,6,null,8,null,10,null,'y',null);
update w set c9=5,c13=null,c2=null where id in(1,2);
create table y(id int primary key, y1 year, a tinyint unsigned, y2 year, b int, c bigint unsigned); insert into y values(1,1999,200,2155,-5,18446744073709551615);
