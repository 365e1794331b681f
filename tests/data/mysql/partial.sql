create table j(id int primary key, j json, k json, l json, n int);
insert into j values(1,'{"a":"aaaaaaaaaaaaaaaaaaaaaaaaaa"}','{"b":"bbbbbbbbbbbbbbbbbbbbbbb"}','{"c":"cccccccccccccccccc"}',1);
set session binlog_row_value_options=PARTIAL_JSON, binlog_row_image=MINIMAL;
update j set l=json_replace(l,'$.c','new'), n=2;
update j set k=json_replace(k,'$.b','new'), l='[1]';
set session binlog_row_image=FULL;
update j set j=json_replace(j,'$.a','q'),n=77;
