set gtid_next='AUTOMATIC:mytag';
create table v(id int primary key, v vector(3), w vector(4), x vector); insert into v values(1,string_to_vector('[1.1,2.2,3.3]'),null,string_to_vector('[1,2]')),(2,null,string_to_vector('[1,2,3,4]'),null);
set session binlog_row_image=MINIMAL; insert into v(id) values(3);
set gtid_next='AUTOMATIC';
