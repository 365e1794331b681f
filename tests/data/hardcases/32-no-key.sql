create table same (a int, b varchar(10), c decimal(5,2)); insert into same values (1, 'x', 1.5), (1, 'x', 1.5), (1, 'x', 1.5), (2, null, null), (2, null, null), (null, null, null);
create table nulls (a int, b int, v varchar(10), unique (a), unique (a, b)); insert into nulls values (null, 1, 'x'), (null, 1, 'x'), (1, null, 'y'), (2, 2, 'z');
create table notnull (a int not null, b varchar(10), unique (a)); insert into notnull values (1, 'x'), (2, 'y');
-- then
delete from same where a = 1 limit 1; insert into same values (1, 'x', 1.5), (3, 'new', 3), (3, 'new', 3); update same set b = 'upd' where a = 2 limit 1; delete from same where a = 3 limit 1; update same set c = 9 where a is null;
insert into nulls values (null, 1, 'x'), (null, null, null), (null, null, null); update nulls set v = 'one' where a is null and b = 1 limit 1; delete from nulls where a = 2; delete from nulls where b is null and a is null limit 1;
update notnull set b = null where a = 1; insert into notnull values (3, 'x'); delete from notnull where a = 2; update notnull set a = 5 where a = 3;
create table keyless_later (a int, t text); insert into keyless_later values (1, repeat('x', 1000)), (1, repeat('x', 1000)); delete from keyless_later limit 1;
