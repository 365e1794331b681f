create table `dots.and spaces, (x)` (`a.b` int primary key, `c d` int); insert into `dots.and spaces, (x)` values (1, 1);
create table `dash-es` (`i-d` int primary key, `%_` int, `{"json":1}` text); insert into `dash-es` values (1, 1, '{}');
create table `back``tick` (`b``t` int primary key, `\\` text); insert into `back``tick` values (1, 'x');
create table `Ünï-日本語` (`ключ` int primary key, `값` text); insert into `Ünï-日本語` values (1, '값');
create table `n234567890123456789012345678901234567890123456789012345678901234` (`c234567890123456789012345678901234567890123456789012345678901234` int primary key, v int); insert into `n234567890123456789012345678901234567890123456789012345678901234` values (1, 1);
create table `percent%20` (id int primary key, v int); insert into `percent%20` values (1, 1); create table `$dollar` (`$` int primary key, v int); insert into `$dollar` values (1, 1); create table `1` (`2` int primary key, `null` int); insert into `1` values (1, 1); create table `'quote"s'` (`'` int primary key, `"` text); insert into `'quote"s'` values (1, 'x');
-- then
insert into `dots.and spaces, (x)` values (2, 2); update `dots.and spaces, (x)` set `c d` = 9; alter table `dots.and spaces, (x)` add `e.f` int after `a.b`; insert into `dots.and spaces, (x)` values (3, 3, 3);
insert into `dash-es` values (2, 2, '"'); update `dash-es` set `%_` = 9; insert into `back``tick` values (2, '\\'); delete from `back``tick` where `b``t` = 1; alter table `back``tick` rename column `\\` to `a``\\`; update `back``tick` set `a``\\` = 'y';
update `Ünï-日本語` set `값` = '변경'; insert into `Ünï-日本語` values (2, '😀'); rename table `Ünï-日本語` to `日本語`; insert into `日本語` values (3, 'x'); insert into `n234567890123456789012345678901234567890123456789012345678901234` values (2, 2); update `percent%20` set v = 2; update `$dollar` set v = 2; update `1` set `null` = 2; update `'quote"s'` set `"` = '''"'; create table `new.dot` like `1`; insert into `new.dot` values (1, 2);
