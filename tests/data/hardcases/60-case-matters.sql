create table Shop (id int primary key, V int); create table shop (id int primary key, v int); create table SHOP (ID int primary key, v text); insert into Shop values (1, 1); insert into shop values (1, 10); insert into SHOP values (1, 'x');
-- then
insert into Shop values (2, 2); insert into shop values (2, 20); insert into SHOP values (2, 'y'); alter table shop add w int first; insert into shop values (3, 3, 30); update Shop set v = 9; update SHOP set V = 'z' where id = 1; rename table Shop to shoP; insert into shoP values (5, 5); drop table shoP;
