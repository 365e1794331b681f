create table t (id int primary key, ts timestamp null, ts3 timestamp(3) null, ts6 timestamp(6) null, dt datetime, d date, v int);
set @@sql_mode = 'ALLOW_INVALID_DATES';
insert into t values (1, '2021-11-07 00:59:59', '2021-11-07 01:30:00.123', '2021-11-07 02:00:00.000001', '2021-11-07 01:30:00', '2021-11-07', 1), (2, '2021-03-14 01:59:59', '2021-03-14 02:30:00', '2021-03-14 03:00:00', '2021-03-14 02:30:00', '2021-03-14', 1), (3, '1970-01-01 00:00:01', '1999-12-31 23:59:59.999', '2038-01-18 22:14:07.999999', '2038-01-19 03:14:08', null, 1);
set time_zone = '+00:00'; insert into t values (4, '2021-11-07 05:30:00', '2021-11-07 06:30:00', '2038-01-19 03:14:07', '1000-01-01', '9999-12-31', 1); set time_zone = '+13:00'; insert into t values (5, '2021-11-07 18:30:00', '2021-11-08 00:00:00', '2021-03-14 20:00:00', now(), curdate(), 1);
-- then
insert into t select id + 100, ts, ts3, ts6, dt, d, v from t;
insert into t values (201, '2021-11-07 00:59:59', '2021-11-07 01:30:00.123', '2021-11-07 02:00:00.000001', '2021-11-07 01:30:00', '2021-11-07', 1), (202, '2021-03-14 01:59:59', '2021-03-14 02:30:00', '2021-03-14 03:00:00', '2021-03-14 02:30:00', '2021-03-14', 1);
update t set v = 2 where id < 100; set time_zone = '-12:00'; update t set ts = ts + interval 1 hour where id = 3; set time_zone = 'SYSTEM'; update t set ts6 = now(6) where id = 2;
alter table t add made timestamp(2) default current_timestamp(2) first; insert into t (id) values (300);
