<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>Binlog</name>
    <message>
        <source>&quot;%1&quot; is no position in a binlog.</source>
        <translation>바이너리 로그의 위치가 아닙니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Give file and offset as `SHOW MASTER STATUS` prints them (MySQL 8.4 and newer: `SHOW BINARY LOG STATUS`), for example `mysql-bin.000024:373`.</source>
        <translation>`SHOW MASTER STATUS`(MySQL 8.4 이상: `SHOW BINARY LOG STATUS`)가 출력하는 파일과 오프셋을 쓰십시오. 예: `mysql-bin.000024:373`</translation>
    </message>
    <message>
        <source>The server answered a text for column %1 that no value of it has.</source>
        <translation>서버가 열에 있을 수 없는 텍스트를 보냈습니다. 열: %1</translation>
    </message>
    <message>
        <source>If the table was just altered, reload it. Otherwise leave the column out by a rule and report the text.</source>
        <translation>테이블을 방금 변경했다면 다시 로드하십시오. 아니면 규칙으로 그 열을 빼고 이 텍스트를 알려 주십시오.</translation>
    </message>
    <message>
        <source>The binlog holds bytes that cannot be right.</source>
        <translation>바이너리 로그에 올바르지 않은 바이트가 있습니다.</translation>
    </message>
    <message>
        <source>Check the file at the source with `mysqlbinlog --verify-binlog-checksum`. If it is damaged, start the task behind that place or reload its tables.</source>
        <translation>소스에서 `mysqlbinlog --verify-binlog-checksum` 명령으로 파일을 확인하십시오. 손상되었다면 그 지점 뒤에서 태스크를 시작하거나 테이블을 다시 로드하십시오.</translation>
    </message>
    <message>
        <source>The binlog holds bytes that cannot be right at %1.</source>
        <translation>바이너리 로그에 올바르지 않은 바이트가 있습니다. 위치: %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no GTID position.</source>
        <translation>GTID 위치가 아닙니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Write it as the server prints it, for example `%1`.</source>
        <translation>서버가 출력하는 대로 쓰십시오. 예: `%1`</translation>
    </message>
    <message>
        <source>Rows of table %1 do not have the columns that its definition of that moment has: %2.</source>
        <translation>테이블의 행이 그 시점의 정의에 있는 열과 맞지 않습니다. 테이블: %1, 내용: %2</translation>
    </message>
    <message>
        <source>Reload the table. The definition was changed where the binlog does not show it, for example after `SET sql_log_bin = 0`.</source>
        <translation>테이블을 다시 로드하십시오. `SET sql_log_bin = 0` 뒤처럼 바이너리 로그에 남지 않는 방법으로 정의가 바뀌었습니다.</translation>
    </message>
    <message>
        <source>%1 columns in the binlog, %2 in the definition</source>
        <translation>바이너리 로그의 열 %1개, 정의의 열 %2개</translation>
    </message>
    <message>
        <source>column %1 (%2): %3</source>
        <translation>열 %1(%2): %3</translation>
    </message>
    <message>
        <source>Column %1 of table %2 has the type &quot;%3&quot;, which Rowcast does not know.</source>
        <translation>Rowcast가 모르는 열 유형입니다. 열: %1, 테이블: %2, 유형: &quot;%3&quot;</translation>
    </message>
    <message>
        <source>Leave the table out of the selection rules, or give the column another type.</source>
        <translation>선택 규칙에서 테이블을 빼거나, 열의 유형을 바꾸십시오.</translation>
    </message>
    <message>
        <source>Table %1 is system-versioned: its changes in the binlog cannot be told from those of its history.</source>
        <translation>시스템 버전 관리 테이블입니다: %1. 바이너리 로그에서 변경과 이력의 변경을 구별할 수 없습니다.</translation>
    </message>
    <message>
        <source>Leave the table out of the selection rules, or end its versioning: `ALTER TABLE %1 DROP SYSTEM VERSIONING;`</source>
        <translation>선택 규칙에서 이 테이블을 빼거나 버전 관리를 끝내십시오: `ALTER TABLE %1 DROP SYSTEM VERSIONING;`</translation>
    </message>
</context>
<context>
    <name>BinlogStream</name>
    <message>
        <source>Reload the table: its rows are then read anew, with its definition of now. The other tables go on.</source>
        <translation>테이블을 다시 로드하십시오. 그러면 행을 지금의 정의로 새로 읽습니다. 다른 테이블은 계속됩니다.</translation>
    </message>
    <message>
        <source>Either reload the task (start type `reload-target`), or start it anew from a position of this server (`CdcStartPosition`); changes between the two positions are then not delivered.</source>
        <translation>태스크를 다시 로드하거나(시작 유형 `reload-target`), 이 서버의 위치에서 새로 시작하십시오(`CdcStartPosition`). 뒤의 경우 두 위치 사이의 변경은 보내지 않습니다.</translation>
    </message>
</context>
<context>
    <name>Composition</name>
    <message>
        <source>This version of Rowcast has no %1 for engine “%2”.</source>
        <translation>이 버전의 Rowcast에는 엔진 “%2”에 쓸 %1 기능이 없습니다.</translation>
    </message>
    <message>
        <source>source</source>
        <translation>소스</translation>
    </message>
    <message>
        <source>target</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Use `aurora`, `mysql` or `mariadb` as source and `kafka` as target.</source>
        <translation>소스로는 `aurora`, `mysql`, `mariadb` 중 하나를, 대상으로는 `kafka`를 쓰십시오.</translation>
    </message>
</context>
<context>
    <name>ConsoleProgram</name>
    <message>
        <source>This build has no access to a keychain.</source>
        <translation>이 빌드는 키체인을 쓸 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>The stand-in for Kafka could not be started.</source>
        <translation>Kafka의 대역을 시작할 수 없습니다.</translation>
    </message>
    <message>
        <source>The demo&apos;s broker did not make the topic %1.</source>
        <translation>데모의 브로커가 토픽을 만들지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Close programs that keep this computer busy, and start again.</source>
        <translation>이 컴퓨터를 바쁘게 하는 프로그램을 닫고 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>A stand-in takes Kafka&apos;s place: it does not isolate transactions and cannot seek by time. %1 %2</source>
        <translation>Kafka 대신 대역을 씁니다. 대역은 트랜잭션을 격리하지 않으며 시각으로 위치를 찾을 수 없습니다. %1 %2</translation>
    </message>
    <message>
        <source>Install the real one: `bash packaging/servers/fetch.sh kafka` and `sudo apt-get install default-jre-headless`.</source>
        <translation>실제 Kafka를 설치하십시오: `bash packaging/servers/fetch.sh kafka`, `sudo apt-get install default-jre-headless`</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>An object `{...}` is expected here.</source>
        <translation>여기에는 객체 `{...}`가 있어야 합니다.</translation>
    </message>
    <message>
        <source>A text in quotes is expected here.</source>
        <translation>여기에는 따옴표로 묶은 텍스트가 있어야 합니다.</translation>
    </message>
    <message>
        <source>The text is longer than %1 characters.</source>
        <translation>텍스트가 %1자보다 깁니다.</translation>
    </message>
    <message>
        <source>`true` or `false` is expected here, without quotes.</source>
        <translation>여기에는 따옴표 없이 `true` 또는 `false`가 있어야 합니다.</translation>
    </message>
    <message>
        <source>A whole number is expected here, without quotes.</source>
        <translation>여기에는 따옴표 없이 정수가 있어야 합니다.</translation>
    </message>
    <message>
        <source>%1 is out of range.</source>
        <translation>범위를 벗어났습니다: %1</translation>
    </message>
    <message>
        <source>Give a number from %1 to %2.</source>
        <translation>%1부터 %2까지의 숫자를 쓰십시오.</translation>
    </message>
    <message>
        <source>`%1` is not one of its values.</source>
        <translation>쓸 수 있는 값이 아닙니다: `%1`</translation>
    </message>
    <message>
        <source>Give one of %1.</source>
        <translation>다음 중 하나를 쓰십시오: %1</translation>
    </message>
    <message>
        <source>A list `[...]` is expected here.</source>
        <translation>여기에는 목록 `[...]`이 있어야 합니다.</translation>
    </message>
    <message>
        <source>There is no such key.</source>
        <translation>이런 키는 없습니다.</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>제거하십시오.</translation>
    </message>
    <message>
        <source>Write `%1`, or remove it.</source>
        <translation>다음과 같이 고치거나 제거하십시오: `%1`</translation>
    </message>
    <message>
        <source>A value is needed here.</source>
        <translation>여기에는 값이 필요합니다.</translation>
    </message>
    <message>
        <source>This is not valid JSON: line %1, column %2.</source>
        <translation>올바른 JSON이 아닙니다. 줄 %1, 열 %2</translation>
    </message>
    <message>
        <source>Mend the text at that place; common causes are a missing comma or quote.</source>
        <translation>그 자리의 텍스트를 고치십시오. 쉼표나 따옴표가 빠진 경우가 많습니다.</translation>
    </message>
    <message>
        <source>The text is longer than 16 MiB.</source>
        <translation>텍스트가 16 MiB보다 깁니다.</translation>
    </message>
    <message>
        <source>The text is nested more than 64 levels deep.</source>
        <translation>텍스트가 64단계보다 깊게 중첩되어 있습니다.</translation>
    </message>
    <message>
        <source>The key `%1` stands twice in one object.</source>
        <translation>한 객체에 같은 키가 두 번 있습니다: `%1`</translation>
    </message>
    <message>
        <source>Remove one of the two.</source>
        <translation>둘 중 하나를 제거하십시오.</translation>
    </message>
    <message>
        <source>A number is too large to be read.</source>
        <translation>숫자가 너무 커서 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Exactly one is expected here, not %1.</source>
        <translation>여기에는 정확히 하나가 있어야 합니다. 있는 개수: %1</translation>
    </message>
    <message>
        <source>Leave the one that the task uses.</source>
        <translation>태스크가 쓰는 것 하나만 남기십시오.</translation>
    </message>
    <message>
        <source>`%1` is not an identifier.</source>
        <translation>식별자가 아닙니다: `%1`</translation>
    </message>
    <message>
        <source>A secret is a text, `{&quot;env&quot;: &quot;NAME&quot;}` or `{&quot;file&quot;: &quot;PATH&quot;}`.</source>
        <translation>비밀 값은 텍스트, `{&quot;env&quot;: &quot;NAME&quot;}`, `{&quot;file&quot;: &quot;PATH&quot;}` 중 하나입니다.</translation>
    </message>
    <message>
        <source>A certificate in AWS cannot be read from here.</source>
        <translation>AWS에 있는 인증서는 여기에서 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Write the path of its PEM file instead of the ARN.</source>
        <translation>ARN 대신 PEM 파일의 경로를 쓰십시오.</translation>
    </message>
    <message>
        <source>`%1` is given here and in `%2`, with different values.</source>
        <translation>`%1`의 값이 여기와 `%2`에 서로 다르게 있습니다.</translation>
    </message>
    <message>
        <source>This setting is not supported yet.</source>
        <translation>이 설정은 아직 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>Remove it; definitions follow the binary log, and a table that does not fit is stopped.</source>
        <translation>제거하십시오. 정의는 바이너리 로그를 따르며, 맞지 않는 테이블은 중단됩니다.</translation>
    </message>
    <message>
        <source>Mapping of character sets is not supported yet.</source>
        <translation>문자 집합 매핑은 아직 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>Remove it; each column is read in its own character set.</source>
        <translation>제거하십시오. 각 열을 자신의 문자 집합으로 읽습니다.</translation>
    </message>
    <message>
        <source>Logging in by IAM is not supported yet.</source>
        <translation>IAM 로그인은 아직 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>Use a user with a password: `&quot;AuthenticationMethod&quot;: &quot;password&quot;`.</source>
        <translation>암호가 있는 사용자를 쓰십시오: `&quot;AuthenticationMethod&quot;: &quot;password&quot;`</translation>
    </message>
    <message>
        <source>The endpoint gives another value for `%1`.</source>
        <translation>엔드포인트의 `%1` 값이 다릅니다.</translation>
    </message>
    <message>
        <source>Secrets of AWS Secrets Manager cannot be read yet.</source>
        <translation>AWS Secrets Manager의 비밀 값은 아직 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Give the host name or address of the server; for Aurora the cluster&apos;s writer endpoint.</source>
        <translation>서버의 호스트 이름이나 주소를 쓰십시오. Aurora에서는 클러스터의 라이터 엔드포인트입니다.</translation>
    </message>
    <message>
        <source>Give the user whom the server lets read the binary log.</source>
        <translation>서버의 바이너리 로그를 읽을 수 있는 사용자를 쓰십시오.</translation>
    </message>
    <message>
        <source>Kafka is a target, not a source.</source>
        <translation>Kafka는 소스가 아니라 대상입니다.</translation>
    </message>
    <message>
        <source>`%1` is a source, not a target.</source>
        <translation>대상이 아니라 소스입니다: `%1`</translation>
    </message>
    <message>
        <source>Sources of kind `%1` are not supported yet.</source>
        <translation>이 종류의 소스는 아직 지원하지 않습니다: `%1`</translation>
    </message>
    <message>
        <source>Use `aurora`, `mysql` or `mariadb`.</source>
        <translation>`aurora`, `mysql`, `mariadb` 중 하나를 쓰십시오.</translation>
    </message>
    <message>
        <source>Give `aurora`, `mysql` or `mariadb` for the source, `kafka` for the target.</source>
        <translation>소스에는 `aurora`, `mysql`, `mariadb` 중 하나를, 대상에는 `kafka`를 쓰십시오.</translation>
    </message>
    <message>
        <source>`%1` is not the name of a topic.</source>
        <translation>토픽의 이름이 아닙니다: `%1`</translation>
    </message>
    <message>
        <source>Use up to 249 letters, digits, dots, underscores and hyphens.</source>
        <translation>영문자, 숫자, 점, 밑줄, 하이픈을 249자까지 쓰십시오.</translation>
    </message>
    <message>
        <source>`SecurityProtocol` is `%1`, which needs it.</source>
        <translation>`SecurityProtocol` 값 `%1`에는 이 설정이 필요합니다.</translation>
    </message>
    <message>
        <source>A text or a number is expected here.</source>
        <translation>여기에는 텍스트나 숫자가 있어야 합니다.</translation>
    </message>
    <message>
        <source>`%1` does not make names of topics.</source>
        <translation>토픽 이름을 만들 수 없는 패턴입니다: `%1`</translation>
    </message>
    <message>
        <source>Use `${schema}`, `${table}`, letters, digits, dots, underscores and hyphens, such as `cdc.${schema}.${table}`.</source>
        <translation>`${schema}`, `${table}`, 영문자, 숫자, 점, 밑줄, 하이픈을 쓰십시오. 예: `cdc.${schema}.${table}`</translation>
    </message>
    <message>
        <source>Give one or more brokers, such as `10.0.0.5:9092,10.0.0.6:9092`.</source>
        <translation>브로커를 하나 이상 쓰십시오. 예: `10.0.0.5:9092,10.0.0.6:9092`</translation>
    </message>
    <message>
        <source>Remove it; `IncludeTransactionDetails` numbers the changes of each transaction.</source>
        <translation>제거하십시오. `IncludeTransactionDetails`가 트랜잭션마다 변경에 번호를 매깁니다.</translation>
    </message>
    <message>
        <source>A migration document has a `SourceEndpoint`, a `TargetEndpoint` and a `ReplicationTask`.</source>
        <translation>마이그레이션 문서에는 `SourceEndpoint`, `TargetEndpoint`, `ReplicationTask`가 있어야 합니다.</translation>
    </message>
    <message>
        <source>This endpoint is a target.</source>
        <translation>이 엔드포인트는 대상입니다.</translation>
    </message>
    <message>
        <source>Put the database into `SourceEndpoint` and Kafka into `TargetEndpoint`.</source>
        <translation>데이터베이스는 `SourceEndpoint`에, Kafka는 `TargetEndpoint`에 쓰십시오.</translation>
    </message>
    <message>
        <source>This endpoint is a source.</source>
        <translation>이 엔드포인트는 소스입니다.</translation>
    </message>
    <message>
        <source>The messages go to the topic `%1` too.</source>
        <translation>메시지도 같은 토픽으로 갑니다: `%1`</translation>
    </message>
    <message>
        <source>Give the checkpoints a topic of their own.</source>
        <translation>체크포인트에는 따로 토픽을 두십시오.</translation>
    </message>
    <message>
        <source>Tombstones need messages whose key is the row&apos;s primary key.</source>
        <translation>툼스톤을 쓰려면 메시지의 키가 행의 기본 키여야 합니다.</translation>
    </message>
    <message>
        <source>Add `&quot;KeyRule&quot;: &quot;primary-key&quot;`.</source>
        <translation>`&quot;KeyRule&quot;: &quot;primary-key&quot;`를 더하십시오.</translation>
    </message>
    <message>
        <source>The environment variable %1 is not set.</source>
        <translation>환경 변수가 설정되어 있지 않습니다: %1</translation>
    </message>
    <message>
        <source>Set it before the program starts: `export %1=...`.</source>
        <translation>프로그램을 시작하기 전에 설정하십시오: `export %1=...`</translation>
    </message>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>파일을 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Write the secret into that file, readable for the user who runs the task.</source>
        <translation>비밀 값을 그 파일에 쓰고, 태스크를 실행하는 사용자가 읽을 수 있게 하십시오.</translation>
    </message>
    <message>
        <source>The file %1 is too large for a secret.</source>
        <translation>비밀 값이 든 파일로 보기에는 너무 큽니다: %1</translation>
    </message>
    <message>
        <source>Name a file that holds the secret and nothing else.</source>
        <translation>비밀 값만 들어 있는 파일을 쓰십시오.</translation>
    </message>
    <message>
        <source>LOB values longer than %1 KB are cut (`TargetMetadata.LobMaxSize`).</source>
        <translation>%1 KB보다 긴 LOB 값은 잘립니다(`TargetMetadata.LobMaxSize`).</translation>
    </message>
    <message>
        <source>LOB columns are left out (`TargetMetadata.SupportLobs`).</source>
        <translation>LOB 열을 제외합니다(`TargetMetadata.SupportLobs`).</translation>
    </message>
    <message>
        <source>`TargetMetadata.BatchApplyEnabled` has no effect: Kafka targets know no batch apply.</source>
        <translation>`TargetMetadata.BatchApplyEnabled`는 효과가 없습니다. Kafka 대상에는 배치 적용이 없습니다.</translation>
    </message>
    <message>
        <source>`ValidationSettings.EnableValidation` has no effect: DMS does not validate Kafka targets.</source>
        <translation>`ValidationSettings.EnableValidation`은 효과가 없습니다. DMS는 Kafka 대상을 검증하지 않습니다.</translation>
    </message>
    <message>
        <source>Leave it at its default, `%1`.</source>
        <translation>기본값으로 두십시오: `%1`</translation>
    </message>
    <message>
        <source>Give the name of the JSON object, such as `before-image`.</source>
        <translation>JSON 객체의 이름을 쓰십시오. 예: `before-image`</translation>
    </message>
    <message>
        <source>Messages have a `%1` of their own.</source>
        <translation>메시지에는 이미 `%1` 객체가 있습니다.</translation>
    </message>
    <message>
        <source>`FullLobMode` and `LimitedSizeLobMode` are both on.</source>
        <translation>`FullLobMode`와 `LimitedSizeLobMode`가 모두 켜져 있습니다.</translation>
    </message>
    <message>
        <source>Turn one of them off.</source>
        <translation>둘 중 하나를 끄십시오.</translation>
    </message>
    <message>
        <source>`StopTaskCachedChangesApplied` and `StopTaskCachedChangesNotApplied` are both on.</source>
        <translation>`StopTaskCachedChangesApplied`와 `StopTaskCachedChangesNotApplied`가 모두 켜져 있습니다.</translation>
    </message>
    <message>
        <source>This is not a time.</source>
        <translation>시각이 아닙니다.</translation>
    </message>
    <message>
        <source>Write it as `2018-02-09T12:12:12`, in UTC.</source>
        <translation>`2018-02-09T12:12:12`와 같이 UTC로 쓰십시오.</translation>
    </message>
    <message>
        <source>This is not a stop position.</source>
        <translation>중지 위치가 아닙니다.</translation>
    </message>
    <message>
        <source>Write `server_time:2018-02-09T12:12:12` or `commit_time:2018-02-09T12:12:12`.</source>
        <translation>`server_time:2018-02-09T12:12:12` 또는 `commit_time:2018-02-09T12:12:12`와 같이 쓰십시오.</translation>
    </message>
    <message>
        <source>Stopping at a time is not supported yet.</source>
        <translation>시각을 정해 중지하는 것은 아직 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>Remove it, and stop the task by hand.</source>
        <translation>제거하고, 태스크를 직접 중지하십시오.</translation>
    </message>
    <message>
        <source>`CdcStartPosition` says another start.</source>
        <translation>`CdcStartPosition`이 다른 시작 지점을 가리킵니다.</translation>
    </message>
    <message>
        <source>A task of type `%1` starts with its load, not at a chosen place.</source>
        <translation>이 유형의 태스크는 지정한 지점이 아니라 로드에서 시작합니다: `%1`</translation>
    </message>
    <message>
        <source>Remove it, or set `MigrationType` to `cdc`.</source>
        <translation>제거하거나, `MigrationType`을 `cdc`로 바꾸십시오.</translation>
    </message>
    <message>
        <source>Say which tables the task takes: `{&quot;rules&quot;: [...]}`.</source>
        <translation>태스크가 다룰 테이블을 쓰십시오: `{&quot;rules&quot;: [...]}`</translation>
    </message>
    <message>
        <source>Give `full-load`, `cdc` or `full-load-and-cdc`.</source>
        <translation>`full-load`, `cdc`, `full-load-and-cdc` 중 하나를 쓰십시오.</translation>
    </message>
    <message>
        <source>A number in quotes is expected here, such as &quot;1&quot;.</source>
        <translation>여기에는 &quot;1&quot;과 같이 따옴표로 묶은 숫자가 있어야 합니다.</translation>
    </message>
    <message>
        <source>`%1` is not a type of rule.</source>
        <translation>규칙의 유형이 아닙니다: `%1`</translation>
    </message>
    <message>
        <source>Give one of `selection`, `transformation`, `object-mapping`, `table-settings`, `validation`.</source>
        <translation>`selection`, `transformation`, `object-mapping`, `table-settings`, `validation` 중 하나를 쓰십시오.</translation>
    </message>
    <message>
        <source>Another rule has the id %1 too.</source>
        <translation>같은 ID의 규칙이 또 있습니다: %1</translation>
    </message>
    <message>
        <source>Give each rule a number of its own.</source>
        <translation>규칙마다 다른 번호를 쓰십시오.</translation>
    </message>
    <message>
        <source>Another rule has the name `%1` too.</source>
        <translation>같은 이름의 규칙이 또 있습니다: `%1`</translation>
    </message>
    <message>
        <source>Give each rule a name of its own.</source>
        <translation>규칙마다 다른 이름을 쓰십시오.</translation>
    </message>
    <message>
        <source>An explicit rule names one table, without wildcards.</source>
        <translation>명시 규칙은 와일드카드 없이 한 테이블을 가리킵니다.</translation>
    </message>
    <message>
        <source>Write the table&apos;s name, or make the rule an `include`.</source>
        <translation>테이블의 이름을 쓰거나, 규칙을 `include`로 바꾸십시오.</translation>
    </message>
    <message>
        <source>Only include rules have filters.</source>
        <translation>필터는 포함 규칙에만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Column filters are not supported yet.</source>
        <translation>열 필터는 아직 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>Remove the filters; whole tables are sent then.</source>
        <translation>필터를 제거하십시오. 그러면 테이블 전체를 보냅니다.</translation>
    </message>
    <message>
        <source>A filter has at most one negative condition (noteq, notbetween, notnull).</source>
        <translation>필터에는 부정 조건(noteq, notbetween, notnull)을 하나만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Transformation rules (`%1`) are not supported yet.</source>
        <translation>변환 규칙(`%1`)은 아직 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>Remove rule %1.</source>
        <translation>다음 규칙을 제거하십시오: %1</translation>
    </message>
    <message>
        <source>Object mapping rules are not supported yet.</source>
        <translation>객체 매핑 규칙은 아직 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>Remove rule %1; a topic for each table is possible with `RowcastSettings.TopicPattern` of the target endpoint.</source>
        <translation>다음 규칙을 제거하십시오: %1. 테이블마다 다른 토픽은 대상 엔드포인트의 `RowcastSettings.TopicPattern`으로 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>LOB settings for single tables are not supported yet.</source>
        <translation>테이블별 LOB 설정은 아직 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>Remove them; `TargetMetadata.LobMaxSize` holds for all tables.</source>
        <translation>제거하십시오. `TargetMetadata.LobMaxSize`가 모든 테이블에 적용됩니다.</translation>
    </message>
    <message>
        <source>No rule includes a table.</source>
        <translation>테이블을 포함하는 규칙이 없습니다.</translation>
    </message>
    <message>
        <source>Add a selection rule with the action `include`, such as `{&quot;rule-type&quot;: &quot;selection&quot;, &quot;rule-id&quot;: &quot;1&quot;, &quot;rule-name&quot;: &quot;1&quot;, &quot;rule-action&quot;: &quot;include&quot;, &quot;object-locator&quot;: {&quot;schema-name&quot;: &quot;shop&quot;, &quot;table-name&quot;: &quot;%&quot;}}`.</source>
        <translation>작업이 `include`인 선택 규칙을 더하십시오. 예: `{&quot;rule-type&quot;: &quot;selection&quot;, &quot;rule-id&quot;: &quot;1&quot;, &quot;rule-name&quot;: &quot;1&quot;, &quot;rule-action&quot;: &quot;include&quot;, &quot;object-locator&quot;: {&quot;schema-name&quot;: &quot;shop&quot;, &quot;table-name&quot;: &quot;%&quot;}}`</translation>
    </message>
    <message>
        <source>Use up to 255 letters, digits, dots, underscores and hyphens, with a letter first, no hyphen last and no two hyphens together.</source>
        <translation>영문자, 숫자, 점, 밑줄, 하이픈을 255자까지 쓰십시오. 첫 글자는 영문자여야 하고, 하이픈으로 끝나거나 하이픈이 두 개 이어질 수 없습니다.</translation>
    </message>
    <message>
        <source>It has %1 characters, and %2 is the most.</source>
        <translation>글자 수: %1, 최대: %2</translation>
    </message>
    <message>
        <source>`Password` is given, too: two places for one secret.</source>
        <translation>`Password`도 지정되어 있습니다. 비밀 하나를 두 곳에 적은 것입니다.</translation>
    </message>
    <message>
        <source>Remove it and give `ServerName`, `Username` and `Password`, for instance `&quot;Password&quot;: {&quot;env&quot;: &quot;DB_PASSWORD&quot;}`.</source>
        <translation>이 설정을 지우고 `ServerName`, `Username`, `Password` 설정을 지정하십시오. 예: `&quot;Password&quot;: {&quot;env&quot;: &quot;DB_PASSWORD&quot;}`</translation>
    </message>
    <message>
        <source>`SecurityProtocol` is `%1`, which logs in nobody.</source>
        <translation>`SecurityProtocol` 값 `%1`에서는 로그인하지 않습니다.</translation>
    </message>
    <message>
        <source>Set `SecurityProtocol` to `sasl-ssl` or `sasl-plaintext`, or remove user name and password.</source>
        <translation>`SecurityProtocol` 값을 `sasl-ssl` 또는 `sasl-plaintext`로 설정하거나 사용자 이름과 암호를 지우십시오.</translation>
    </message>
    <message>
        <source>Transaction begin and end messages are not supported yet.</source>
        <translation>트랜잭션 시작 및 종료 메시지는 아직 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>The checkpoints go to the topic `%1` too.</source>
        <translation>체크포인트도 이 토픽에 기록됩니다: `%1`</translation>
    </message>
    <message>
        <source>Give the messages another topic.</source>
        <translation>메시지에 다른 토픽을 지정하십시오.</translation>
    </message>
    <message>
        <source>The name of the environment variable is empty.</source>
        <translation>환경 변수 이름이 비어 있습니다.</translation>
    </message>
    <message>
        <source>Name the variable that holds the secret.</source>
        <translation>비밀이 들어 있는 변수의 이름을 지정하십시오.</translation>
    </message>
    <message>
        <source>The path of the secret&apos;s file is empty.</source>
        <translation>비밀 파일의 경로가 비어 있습니다.</translation>
    </message>
    <message>
        <source>Name the file that holds the secret.</source>
        <translation>비밀이 들어 있는 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>`%1` is not a pattern of names.</source>
        <translation>이름 패턴이 아닙니다: `%1`</translation>
    </message>
    <message>
        <source>Close each bracket around one character or more (`[_]`, `[abc]`), and write ranges upwards (`[a-z]`); `[[]` is the bracket itself.</source>
        <translation>각 대괄호는 한 글자 이상을 감싸서 닫고(`[_]`, `[abc]`), 범위는 오름차순으로 쓰십시오(`[a-z]`). 대괄호 자체는 `[[]`입니다.</translation>
    </message>
</context>
<context>
    <name>Event</name>
    <message>
        <source>Replication task created.</source>
        <translation>복제 태스크를 생성했습니다.</translation>
    </message>
    <message>
        <source>Replication task modified.</source>
        <translation>복제 태스크를 수정했습니다.</translation>
    </message>
    <message>
        <source>Replication task deleted.</source>
        <translation>복제 태스크를 삭제했습니다.</translation>
    </message>
    <message>
        <source>Replication task started.</source>
        <translation>복제 태스크를 시작했습니다.</translation>
    </message>
    <message>
        <source>Replication task stopped.</source>
        <translation>복제 태스크를 중지했습니다.</translation>
    </message>
    <message>
        <source>Replication task failed.</source>
        <translation>복제 태스크가 실패했습니다.</translation>
    </message>
    <message>
        <source>Reload of table details requested.</source>
        <translation>테이블 다시 로드를 요청했습니다.</translation>
    </message>
    <message>
        <source>Replication instance created.</source>
        <translation>복제 인스턴스를 생성했습니다.</translation>
    </message>
    <message>
        <source>Replication instance deleted.</source>
        <translation>복제 인스턴스를 삭제했습니다.</translation>
    </message>
    <message>
        <source>The class of the replication instance was changed.</source>
        <translation>복제 인스턴스의 클래스를 바꾸었습니다.</translation>
    </message>
    <message>
        <source>Endpoint created.</source>
        <translation>엔드포인트를 생성했습니다.</translation>
    </message>
    <message>
        <source>Endpoint modified.</source>
        <translation>엔드포인트를 수정했습니다.</translation>
    </message>
    <message>
        <source>Endpoint deleted.</source>
        <translation>엔드포인트를 삭제했습니다.</translation>
    </message>
    <message>
        <source>Connection tested.</source>
        <translation>연결을 테스트했습니다.</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>Stopped on request.</source>
        <translation>요청에 따라 중지했습니다.</translation>
    </message>
    <message>
        <source>Rowcast met a state that it should never be in.</source>
        <translation>Rowcast가 있어서는 안 될 상태가 되었습니다.</translation>
    </message>
    <message>
        <source>Resume the task; if it happens again, report it with the log of this task.</source>
        <translation>태스크를 재개하십시오. 다시 일어나면 이 태스크의 로그와 함께 알려 주십시오.</translation>
    </message>
</context>
<context>
    <name>HeldGroup</name>
    <message>
        <source>A transaction too large for memory could not be kept in the temporary file &quot;%1&quot;.</source>
        <translation>메모리보다 큰 트랜잭션을 임시 파일에 둘 수 없습니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Free space on that disk or choose another storage folder for the replication instance, then resume.</source>
        <translation>그 디스크의 공간을 비우거나 복제 인스턴스의 저장 폴더를 바꾼 뒤 재개하십시오.</translation>
    </message>
</context>
<context>
    <name>Kafka</name>
    <message>
        <source>The checkpoint topic %1 has cleanup.policy=%2: Kafka would delete the positions of tasks after a while.</source>
        <translation>체크포인트 토픽 %1의 설정이 cleanup.policy=%2입니다. 시간이 지나면 Kafka가 태스크의 위치를 지웁니다.</translation>
    </message>
    <message>
        <source>Name another `CheckpointTopic`, or make this one compact: `%1`.</source>
        <translation>다른 `CheckpointTopic`을 쓰거나, 이 토픽을 압축 토픽으로 바꾸십시오: `%1`</translation>
    </message>
    <message>
        <source>The configuration of the checkpoint topic %1 may not be read, so nobody can tell whether Kafka keeps the positions of tasks.</source>
        <translation>체크포인트 토픽 %1의 구성을 읽을 권한이 없어서, Kafka가 태스크의 위치를 보존하는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Give the permission: `kafka-acls.sh --bootstrap-server BROKER --add --allow-principal User:NAME --operation DescribeConfigs --topic %1`.</source>
        <translation>권한을 부여하십시오: `kafka-acls.sh --bootstrap-server BROKER --add --allow-principal User:NAME --operation DescribeConfigs --topic %1`</translation>
    </message>
    <message>
        <source>Another transaction has been open on the checkpoint topic %1 for %2 s, so the newest checkpoint cannot be read.</source>
        <translation>체크포인트 토픽 %1에 다른 트랜잭션이 %2초 동안 열려 있어서 최신 체크포인트를 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Wait until its time-out ends it, or find and abort it: `kafka-transactions.sh --bootstrap-server BROKER find-hanging --topic %1`.</source>
        <translation>시간 제한으로 끝날 때까지 기다리거나, 찾아서 중단하십시오: `kafka-transactions.sh --bootstrap-server BROKER find-hanging --topic %1`</translation>
    </message>
    <message>
        <source>The Kafka client of this build does not know the SASL mechanism %1.</source>
        <translation>이 빌드의 Kafka 클라이언트가 모르는 SASL 메커니즘입니다: %1</translation>
    </message>
    <message>
        <source>Choose another `SaslMechanism`, or build Rowcast with a librdkafka that has it (`-DROWCAST_RDKAFKA=cached`).</source>
        <translation>다른 `SaslMechanism`을 고르거나, 그 메커니즘이 있는 librdkafka로 Rowcast를 빌드하십시오(`-DROWCAST_RDKAFKA=cached`).</translation>
    </message>
    <message>
        <source>The Kafka client cannot be made with these settings.</source>
        <translation>이 설정으로는 Kafka 클라이언트를 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>Correct the certificates, keys and ProducerProperties of the target endpoint.</source>
        <translation>대상 엔드포인트의 인증서, 키, ProducerProperties를 고치십시오.</translation>
    </message>
    <message>
        <source>This build uses librdkafka %1, which cannot log in to Kafka 4 by SCRAM (2.6.1 or newer can) and takes a second longer for the first commit.</source>
        <translation>이 빌드의 librdkafka %1 버전은 Kafka 4에 SCRAM으로 로그인할 수 없고(2.6.1 이상은 가능), 첫 커밋이 1초쯤 더 걸립니다.</translation>
    </message>
    <message>
        <source>The certificate or key file %1 cannot be read.</source>
        <translation>인증서나 키 파일을 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Name a PEM file that this program may read, or paste the PEM text itself.</source>
        <translation>이 프로그램이 읽을 수 있는 PEM 파일을 쓰거나 PEM 텍스트를 붙여 넣으십시오.</translation>
    </message>
    <message>
        <source>The Kafka client does not accept the setting %1.</source>
        <translation>Kafka 클라이언트가 받지 않는 설정입니다: %1</translation>
    </message>
    <message>
        <source>Correct the target endpoint&apos;s settings.</source>
        <translation>대상 엔드포인트의 설정을 고치십시오.</translation>
    </message>
    <message>
        <source>The target endpoint names no broker.</source>
        <translation>대상 엔드포인트에 브로커가 없습니다.</translation>
    </message>
    <message>
        <source>Set `Broker` to `host:port`, several with commas between.</source>
        <translation>`Broker`를 `host:port` 형식으로, 여럿이면 쉼표로 구분해 쓰십시오.</translation>
    </message>
    <message>
        <source>The name of a broker cannot be resolved.</source>
        <translation>브로커의 이름을 해석할 수 없습니다.</translation>
    </message>
    <message>
        <source>Check the name and this computer&apos;s DNS. If the name is not one you entered, it is the address that the broker advertises: set `advertised.listeners` of the broker to a name that this computer can resolve.</source>
        <translation>이름과 이 컴퓨터의 DNS를 확인하십시오. 입력한 적이 없는 이름이라면 브로커가 알리는 주소입니다. 브로커의 `advertised.listeners`를 이 컴퓨터가 해석할 수 있는 이름으로 바꾸십시오.</translation>
    </message>
    <message>
        <source>A broker refuses the connection: nothing listens at this address and port.</source>
        <translation>브로커가 연결을 거부합니다. 이 주소와 포트에서 듣는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Check the port and that the broker runs.</source>
        <translation>포트가 맞는지, 브로커가 실행 중인지 확인하십시오.</translation>
    </message>
    <message>
        <source>The broker does not speak TLS at this port.</source>
        <translation>이 포트에서 브로커가 TLS를 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Use the broker&apos;s TLS port, or set `SecurityProtocol` to `plaintext`.</source>
        <translation>브로커의 TLS 포트를 쓰거나, `SecurityProtocol`을 `plaintext`로 바꾸십시오.</translation>
    </message>
    <message>
        <source>The broker closed an unencrypted connection: it probably expects TLS at this port.</source>
        <translation>브로커가 암호화되지 않은 연결을 끊었습니다. 이 포트는 아마 TLS를 요구합니다.</translation>
    </message>
    <message>
        <source>Set `SecurityProtocol` to `ssl-encryption`, `ssl-authentication` or `sasl-ssl`, or use the plaintext port.</source>
        <translation>`SecurityProtocol`을 `ssl-encryption`, `ssl-authentication`, `sasl-ssl` 중 하나로 바꾸거나, 평문 포트를 쓰십시오.</translation>
    </message>
    <message>
        <source>The broker closed the connection during the first exchange: the security protocol is not the one that this port expects.</source>
        <translation>브로커가 첫 교환 중에 연결을 끊었습니다. 보안 프로토콜이 이 포트와 맞지 않습니다.</translation>
    </message>
    <message>
        <source>Make `SecurityProtocol` fit the port: MSK uses 9092 for plaintext, 9094 for TLS, 9096 for SASL/SCRAM.</source>
        <translation>`SecurityProtocol`을 포트에 맞추십시오. MSK는 평문에 9092, TLS에 9094, SASL/SCRAM에 9096을 씁니다.</translation>
    </message>
    <message>
        <source>The broker closed the connection at once: it may require a login or TLS.</source>
        <translation>브로커가 연결을 바로 끊었습니다. 로그인이나 TLS를 요구할 수 있습니다.</translation>
    </message>
    <message>
        <source>Make `SecurityProtocol` fit the port.</source>
        <translation>`SecurityProtocol`을 포트에 맞추십시오.</translation>
    </message>
    <message>
        <source>The broker does not offer this SASL mechanism at this port.</source>
        <translation>이 포트에서 브로커가 이 SASL 메커니즘을 제공하지 않습니다.</translation>
    </message>
    <message>
        <source>Choose another `SaslMechanism`, or add it to `sasl.enabled.mechanisms` of the broker.</source>
        <translation>다른 `SaslMechanism`을 고르거나, 브로커의 `sasl.enabled.mechanisms`에 더하십시오.</translation>
    </message>
    <message>
        <source>The broker refuses the login.</source>
        <translation>브로커가 로그인을 거부합니다.</translation>
    </message>
    <message>
        <source>Check user name and password. For SCRAM the user must have been added for this mechanism: `kafka-configs.sh --alter --add-config &apos;SCRAM-SHA-512=[password=...]&apos; --entity-type users --entity-name NAME`.</source>
        <translation>사용자 이름과 암호를 확인하십시오. SCRAM에서는 사용자를 이 메커니즘으로 등록해야 합니다: `kafka-configs.sh --alter --add-config &apos;SCRAM-SHA-512=[password=...]&apos; --entity-type users --entity-name NAME`</translation>
    </message>
    <message>
        <source>The broker&apos;s certificate is not accepted.</source>
        <translation>브로커의 인증서를 받아들일 수 없습니다.</translation>
    </message>
    <message>
        <source>Give the certificate authority of the brokers (`SslCaCertificateArn`), and use the host name that stands in the certificate.</source>
        <translation>브로커의 인증 기관(`SslCaCertificateArn`)을 지정하고, 인증서에 있는 호스트 이름을 쓰십시오.</translation>
    </message>
    <message>
        <source>The broker asks for a client certificate and did not accept one.</source>
        <translation>브로커가 클라이언트 인증서를 요구하지만 받아들이지 않았습니다.</translation>
    </message>
    <message>
        <source>Set `SecurityProtocol` to `ssl-authentication` with a certificate and key that the brokers&apos; authority signed.</source>
        <translation>`SecurityProtocol`을 `ssl-authentication`으로 바꾸고, 브로커의 기관이 서명한 인증서와 키를 쓰십시오.</translation>
    </message>
    <message>
        <source>The broker does not accept the client certificate.</source>
        <translation>브로커가 클라이언트 인증서를 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>Use a client certificate that is signed by an authority the brokers trust.</source>
        <translation>브로커가 신뢰하는 기관이 서명한 클라이언트 인증서를 쓰십시오.</translation>
    </message>
    <message>
        <source>The TLS handshake with a broker failed.</source>
        <translation>브로커와의 TLS 핸드셰이크가 실패했습니다.</translation>
    </message>
    <message>
        <source>Check that the port is the broker&apos;s TLS port, and its certificate and protocol versions.</source>
        <translation>브로커의 TLS 포트가 맞는지, 인증서와 프로토콜 버전이 맞는지 확인하십시오.</translation>
    </message>
    <message>
        <source>A broker does not answer the connection.</source>
        <translation>브로커가 연결에 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>Check the address, routes and firewalls or security groups between here and the broker.</source>
        <translation>주소, 경로, 그리고 브로커까지의 방화벽이나 보안 그룹을 확인하십시오.</translation>
    </message>
    <message>
        <source>A broker does not answer in time.</source>
        <translation>브로커가 제때 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>Check the broker&apos;s load, and routes and firewalls between here and the broker.</source>
        <translation>브로커의 부하와, 브로커까지의 경로와 방화벽을 확인하십시오.</translation>
    </message>
    <message>
        <source>Kafka did not answer while %1.</source>
        <translation>Kafka가 응답하지 않았습니다. 하던 일: %1</translation>
    </message>
    <message>
        <source>Check that the brokers run and can be reached from here: use Test connection of the target endpoint.</source>
        <translation>브로커가 실행 중이고 여기에서 접속할 수 있는지 대상 엔드포인트의 연결 테스트로 확인하십시오.</translation>
    </message>
    <message>
        <source>A message for topic %1 with key %2 has %3 bytes before compression and is too large: the topic takes %4 bytes.</source>
        <translation>토픽 %1, 키 %2의 메시지가 압축 전 %3바이트로 너무 큽니다. 토픽의 제한은 %4바이트입니다.</translation>
    </message>
    <message>
        <source>A message for topic %1 with key %2 has %3 bytes and is too large.</source>
        <translation>토픽 %1, 키 %2의 메시지가 %3바이트로 너무 큽니다.</translation>
    </message>
    <message>
        <source>Raise `MessageMaxBytes` of the target endpoint, or limit LOBs in the task settings.</source>
        <translation>대상 엔드포인트의 `MessageMaxBytes`를 올리거나, 태스크 설정에서 LOB를 제한하십시오.</translation>
    </message>
    <message>
        <source>Raise the topic&apos;s limit: `kafka-configs.sh --alter --entity-type topics --entity-name %1 --add-config max.message.bytes=%2`, or limit LOBs in the task settings. Then resume the task.</source>
        <translation>토픽의 제한을 올리거나(`kafka-configs.sh --alter --entity-type topics --entity-name %1 --add-config max.message.bytes=%2`), 태스크 설정에서 LOB를 제한하십시오. 그런 다음 태스크를 재개하십시오.</translation>
    </message>
    <message>
        <source>Kafka does not permit this while %1.</source>
        <translation>Kafka가 허용하지 않았습니다. 하던 일: %1</translation>
    </message>
    <message>
        <source>Kafka answered with an error while %1.</source>
        <translation>Kafka가 오류로 응답했습니다. 하던 일: %1</translation>
    </message>
    <message>
        <source>See the client&apos;s words, and use Test connection of the target endpoint.</source>
        <translation>클라이언트의 메시지를 보고, 대상 엔드포인트의 연결 테스트를 쓰십시오.</translation>
    </message>
    <message>
        <source>topic %1</source>
        <translation>토픽 %1</translation>
    </message>
    <message>
        <source>The topic %1 does not exist any more.</source>
        <translation>토픽이 더 이상 없습니다: %1</translation>
    </message>
    <message>
        <source>Create the topic again, then resume the task.</source>
        <translation>토픽을 다시 만든 뒤 태스크를 재개하십시오.</translation>
    </message>
    <message>
        <source>writing to topic %1</source>
        <translation>토픽 %1에 쓰기</translation>
    </message>
    <message>
        <source>The user may not do %1 on %2.</source>
        <translation>사용자에게 권한이 없습니다. 작업: %1, 대상: %2</translation>
    </message>
    <message>
        <source>Give the user the permission; Test connection names what is missing.</source>
        <translation>사용자에게 권한을 부여하십시오. 빠진 권한은 연결 테스트가 알려 줍니다.</translation>
    </message>
    <message>
        <source>Give the permission: `kafka-acls.sh --bootstrap-server BROKER --add --allow-principal User:NAME %1`.</source>
        <translation>권한을 부여하십시오: `kafka-acls.sh --bootstrap-server BROKER --add --allow-principal User:NAME %1`</translation>
    </message>
    <message>
        <source>Remove `%1` from ProducerProperties.</source>
        <translation>ProducerProperties에서 다음 속성을 제거하십시오: `%1`</translation>
    </message>
    <message>
        <source>Remove `%1` from ProducerProperties and set `%2` of the endpoint instead.</source>
        <translation>ProducerProperties에서 `%1` 속성을 제거하고 엔드포인트의 `%2` 설정을 쓰십시오.</translation>
    </message>
    <message>
        <source>ProducerProperties may not set %1: Rowcast sets it itself, as its promises depend on it.</source>
        <translation>ProducerProperties로 %1 속성을 정할 수 없습니다. 전송 보장에 필요하므로 Rowcast가 직접 정합니다.</translation>
    </message>
    <message>
        <source>The Kafka client does not accept %1 in ProducerProperties.</source>
        <translation>Kafka 클라이언트가 받지 않는 ProducerProperties입니다: %1</translation>
    </message>
    <message>
        <source>Correct `%1`: names and values are those of librdkafka&apos;s CONFIGURATION.md.</source>
        <translation>`%1` 속성을 고치십시오. 이름과 값은 librdkafka의 CONFIGURATION.md를 따릅니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the address of a broker.</source>
        <translation>브로커의 주소가 아닙니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Write each broker as `host:port`, several with commas between.</source>
        <translation>브로커를 `host:port` 형식으로, 여럿이면 쉼표로 구분해 쓰십시오.</translation>
    </message>
    <message>
        <source>A topic takes only requests of up to %1 bytes.</source>
        <translation>토픽이 %1바이트까지의 요청만 받습니다.</translation>
    </message>
    <message>
        <source>Nothing to do: the task goes on with smaller requests.</source>
        <translation>할 일이 없습니다. 태스크가 더 작은 요청으로 계속합니다.</translation>
    </message>
    <message>
        <source>There is no topic %1.</source>
        <translation>토픽이 없습니다: %1</translation>
    </message>
    <message>
        <source>Choose another topic, or start the task that creates it.</source>
        <translation>다른 토픽을 고르거나, 그 토픽을 만드는 태스크를 시작하십시오.</translation>
    </message>
    <message>
        <source>starting to read topic %1</source>
        <translation>토픽 %1 읽기 시작</translation>
    </message>
    <message>
        <source>reading topic %1</source>
        <translation>토픽 %1 읽기</translation>
    </message>
    <message>
        <source>asking for permissions on topic %1</source>
        <translation>토픽 %1의 권한 조회</translation>
    </message>
    <message>
        <source>asking for permissions on the cluster</source>
        <translation>클러스터의 권한 조회</translation>
    </message>
    <message>
        <source>committing a transaction</source>
        <translation>트랜잭션 커밋</translation>
    </message>
    <message>
        <source>sending messages</source>
        <translation>메시지 전송</translation>
    </message>
    <message>
        <source>taking over the task&apos;s transactional id</source>
        <translation>태스크의 트랜잭션 ID 인수</translation>
    </message>
    <message>
        <source>beginning a transaction</source>
        <translation>트랜잭션 시작</translation>
    </message>
    <message>
        <source>transactional id %1</source>
        <translation>트랜잭션 ID %1</translation>
    </message>
    <message>
        <source>Create the topic yourself: `%1`; or give the permission: `kafka-acls.sh --bootstrap-server BROKER --add --allow-principal User:NAME --operation Create --topic %2`.</source>
        <translation>토픽을 직접 만들거나(`%1`), 권한을 부여하십시오: `kafka-acls.sh --bootstrap-server BROKER --add --allow-principal User:NAME --operation Create --topic %2`</translation>
    </message>
    <message>
        <source>Set `TopicReplicationFactor` to at most the number of brokers, or create the topic yourself: `%1`.</source>
        <translation>`TopicReplicationFactor`를 브로커 수 이하로 바꾸거나, 토픽을 직접 만드십시오: `%1`</translation>
    </message>
    <message>
        <source>Correct `TopicPartitions`, `TopicReplicationFactor` and `TopicConfig`, or create the topic yourself: `%1`.</source>
        <translation>`TopicPartitions`, `TopicReplicationFactor`, `TopicConfig`를 고치거나, 토픽을 직접 만드십시오: `%1`</translation>
    </message>
    <message>
        <source>The topic %1 does not exist and cannot be created.</source>
        <translation>토픽이 없고 만들 수도 없습니다: %1</translation>
    </message>
    <message>
        <source>asking for the topics and brokers</source>
        <translation>토픽과 브로커 조회</translation>
    </message>
    <message>
        <source>asking for topic %1</source>
        <translation>토픽 %1 조회</translation>
    </message>
    <message>
        <source>reading the configuration of topic %1</source>
        <translation>토픽 %1의 구성 읽기</translation>
    </message>
    <message>
        <source>reading the configuration of broker %1</source>
        <translation>브로커 %1의 구성 읽기</translation>
    </message>
    <message>
        <source>creating topic %1</source>
        <translation>토픽 %1 생성</translation>
    </message>
    <message>
        <source>asking for the offsets of topics</source>
        <translation>토픽의 오프셋 조회</translation>
    </message>
    <message>
        <source>asking for the offsets of topic %1</source>
        <translation>토픽 %1의 오프셋 조회</translation>
    </message>
    <message>
        <source>The topic %1 has no leader for all its partitions.</source>
        <translation>토픽 %1의 일부 파티션에 리더가 없습니다.</translation>
    </message>
    <message>
        <source>Look at the brokers: `kafka-topics.sh --describe --topic %1`.</source>
        <translation>브로커를 확인하십시오: `kafka-topics.sh --describe --topic %1`</translation>
    </message>
    <message>
        <source>process %1 on %2 since %3</source>
        <translation>%2의 프로세스 %1, %3부터</translation>
    </message>
    <message>
        <source>This run was fenced by a newer run of this task (%1).</source>
        <translation>이 태스크의 더 새로운 실행이 이 실행을 밀어냈습니다(%1).</translation>
    </message>
    <message>
        <source>This run was fenced by a newer run of this task.</source>
        <translation>이 태스크의 더 새로운 실행이 이 실행을 밀어냈습니다.</translation>
    </message>
    <message>
        <source>Only one run of a task can write at a time, and the newer one goes on. Stop it first if this one is to run, or give the tasks different identifiers.</source>
        <translation>한 태스크는 한 번에 하나만 쓸 수 있으며, 더 새로운 실행이 계속합니다. 이 실행을 쓰려면 다른 실행을 먼저 중지하거나, 태스크에 서로 다른 식별자를 주십시오.</translation>
    </message>
    <message>
        <source>The Kafka transaction took longer than its time-out and was aborted by the broker.</source>
        <translation>Kafka 트랜잭션이 제한 시간을 넘겨 브로커가 중단했습니다.</translation>
    </message>
    <message>
        <source>The task goes on at its last checkpoint by itself. If it happens without the computer having slept, look at the brokers&apos; load, or raise `transaction.timeout.ms` in ProducerProperties.</source>
        <translation>태스크는 마지막 체크포인트에서 스스로 이어집니다. 컴퓨터가 절전 상태가 아니었는데도 일어나면 브로커의 부하를 확인하거나, ProducerProperties의 `transaction.timeout.ms`를 올리십시오.</translation>
    </message>
    <message>
        <source>The broker closed the connection during the first exchange: it probably expects TLS or a login at this port.</source>
        <translation>브로커가 첫 교환 중에 연결을 끊었습니다. 이 포트는 아마 TLS나 로그인을 요구합니다.</translation>
    </message>
    <message>
        <source>Let every consumer read it in time, or have the topic keep it longer: `kafka-configs.sh --bootstrap-server BROKER --alter --entity-type topics --entity-name %1 --add-config %2`</source>
        <translation>모든 컨슈머가 제때 읽게 하거나, 토픽의 보존 기간을 늘리십시오: `kafka-configs.sh --bootstrap-server BROKER --alter --entity-type topics --entity-name %1 --add-config %2`</translation>
    </message>
    <message>
        <source>This usually resolves itself. If it persists, check the brokers.</source>
        <translation>대개 저절로 해결됩니다. 계속되면 브로커를 확인하십시오.</translation>
    </message>
</context>
<context>
    <name>KafkaProbe</name>
    <message>
        <source>The broker refuses the login. This build&apos;s librdkafka %1 cannot log in to Kafka 4 by SCRAM, so that the password may be right all the same.</source>
        <translation>브로커가 로그인을 거부합니다. 이 빌드의 librdkafka %1 버전은 Kafka 4에 SCRAM으로 로그인할 수 없으므로, 암호는 맞을 수도 있습니다.</translation>
    </message>
    <message>
        <source>logged in as %1 by %2</source>
        <translation>%2 방식으로 로그인, 사용자: %1</translation>
    </message>
    <message>
        <source>%1: unknown</source>
        <translation>%1: 알 수 없음</translation>
    </message>
    <message>
        <source>%1 is open, from %2</source>
        <translation>%1 열림, 접속한 주소: %2</translation>
    </message>
    <message>
        <source>%1 is not open</source>
        <translation>%1 닫힘</translation>
    </message>
    <message>
        <source>%1: %2, certificate for %3, by &quot;%4&quot;, valid until %5</source>
        <translation>%1: %2, 인증서 이름 %3, 발급자 &quot;%4&quot;, %5까지 유효</translation>
    </message>
    <message>
        <source>The certificate of %1 ends soon, at %2.</source>
        <translation>인증서가 곧 만료됩니다. 브로커: %1, 만료: %2</translation>
    </message>
    <message>
        <source>broker %1 at %2</source>
        <translation>브로커 %1, 주소 %2</translation>
    </message>
    <message>
        <source>The cluster answers at %1, but broker %2 advertises the address %3, which cannot be reached from here: %4</source>
        <translation>클러스터는 %1에서 응답하지만, 브로커 %2번의 알리는 주소 %3에는 여기에서 접속할 수 없습니다: %4</translation>
    </message>
    <message>
        <source>Set `advertised.listeners` of broker %1 to an address that this computer can reach, or make %2 known here (DNS, VPN, security group).</source>
        <translation>브로커 %1번의 `advertised.listeners`를 이 컴퓨터가 접속할 수 있는 주소로 바꾸거나, 여기에서 다음 주소에 접속할 수 있게 하십시오(DNS, VPN, 보안 그룹): %2</translation>
    </message>
    <message>
        <source>asked %1; advertised: %2</source>
        <translation>접속한 주소: %1, 알려 준 주소: %2</translation>
    </message>
    <message>
        <source>Broker names</source>
        <translation>브로커 이름</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>Cluster and versions</source>
        <translation>클러스터와 버전</translation>
    </message>
    <message>
        <source>Advertised addresses</source>
        <translation>알리는 주소</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>토픽</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>권한</translation>
    </message>
    <message>
        <source>Message size</source>
        <translation>메시지 크기</translation>
    </message>
    <message>
        <source>Replication</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>Checkpoint topic</source>
        <translation>체크포인트 토픽</translation>
    </message>
    <message>
        <source>The certificate authority holds no PEM certificate.</source>
        <translation>인증 기관 파일에 PEM 인증서가 없습니다.</translation>
    </message>
    <message>
        <source>Give a readable PEM file, or its text from `-----BEGIN CERTIFICATE-----` on.</source>
        <translation>읽을 수 있는 PEM 파일을 쓰거나, `-----BEGIN CERTIFICATE-----`부터의 텍스트를 붙여 넣으십시오.</translation>
    </message>
    <message>
        <source>The certificate of %1 is for another name: %2.</source>
        <translation>인증서의 이름이 다릅니다. 브로커: %1, 인증서의 이름: %2</translation>
    </message>
    <message>
        <source>Use a name that stands in the certificate, or set `SslEndpointIdentificationAlgorithm` to `none` (then any certificate of this authority is taken).</source>
        <translation>인증서에 있는 이름을 쓰거나, `SslEndpointIdentificationAlgorithm`을 `none`으로 바꾸십시오(그러면 이 기관의 모든 인증서를 받아들입니다).</translation>
    </message>
    <message>
        <source>The certificate of %1 is valid from %2 to %3 only.</source>
        <translation>%1의 인증서는 %2부터 %3까지만 유효합니다.</translation>
    </message>
    <message>
        <source>Renew the broker&apos;s certificate, or set this computer&apos;s clock.</source>
        <translation>브로커의 인증서를 갱신하거나, 이 컴퓨터의 시계를 맞추십시오.</translation>
    </message>
    <message>
        <source>The certificate of %1 was signed by &quot;%2&quot;, an authority that is not trusted here.</source>
        <translation>%1의 인증서에 서명한 기관을 여기에서는 신뢰하지 않습니다: &quot;%2&quot;</translation>
    </message>
    <message>
        <source>Set `SslCaCertificateArn` of the target endpoint to the PEM certificate of that authority.</source>
        <translation>대상 엔드포인트의 `SslCaCertificateArn`에 그 기관의 PEM 인증서를 지정하십시오.</translation>
    </message>
    <message>
        <source>%1 does not speak TLS.</source>
        <translation>%1에서 TLS를 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Use the broker&apos;s TLS port (MSK: 9094, with SASL/SCRAM 9096), or set `SecurityProtocol` to `plaintext`.</source>
        <translation>브로커의 TLS 포트(MSK: 9094, SASL/SCRAM은 9096)를 쓰거나, `SecurityProtocol`을 `plaintext`로 바꾸십시오.</translation>
    </message>
    <message>
        <source>The TLS handshake with %1 failed.</source>
        <translation>TLS 핸드셰이크가 실패했습니다: %1</translation>
    </message>
    <message>
        <source>Check the broker&apos;s protocol versions and ciphers, and the client certificate where it asks for one.</source>
        <translation>브로커의 프로토콜 버전과 암호 방식, 그리고 요구하는 경우 클라이언트 인증서를 확인하십시오.</translation>
    </message>
    <message>
        <source>The user lacks permissions: %1.</source>
        <translation>사용자에게 권한이 없습니다: %1</translation>
    </message>
    <message>
        <source>Give them: %1</source>
        <translation>부여하십시오: %1</translation>
    </message>
    <message>
        <source>If a task fails with &quot;Transactional Id authorization failed&quot;, give the permission: `%1`</source>
        <translation>태스크가 &quot;Transactional Id authorization failed&quot;로 실패하면 권한을 부여하십시오: `%1`</translation>
    </message>
    <message>
        <source>topic %1 does not exist; this user may create it</source>
        <translation>토픽 %1 없음, 이 사용자가 만들 수 있음</translation>
    </message>
    <message>
        <source>topic %1 does not exist; this user cannot create it</source>
        <translation>토픽 %1 없음, 이 사용자는 만들 수 없음</translation>
    </message>
    <message>
        <source>Look at the brokers: `kafka-topics.sh --bootstrap-server BROKER --describe --topic %1`.</source>
        <translation>브로커를 확인하십시오: `kafka-topics.sh --bootstrap-server BROKER --describe --topic %1`</translation>
    </message>
    <message>
        <source>up to %1 bytes after compression</source>
        <translation>압축 후 %1바이트까지</translation>
    </message>
    <message>
        <source>MessageMaxBytes is %1; the broker takes %2 bytes</source>
        <translation>MessageMaxBytes %1바이트, 브로커의 제한 %2바이트</translation>
    </message>
    <message>
        <source>Raise the topic&apos;s limit: `%1`</source>
        <translation>토픽의 제한을 올리십시오: `%1`</translation>
    </message>
    <message>
        <source>copies: %1, brokers: %2; min.insync.replicas is %3</source>
        <translation>브로커 %2개에 사본 %1개, min.insync.replicas %3</translation>
    </message>
    <message>
        <source>Lower it: `kafka-configs.sh --bootstrap-server BROKER --alter --entity-type topics --entity-name %1 --add-config min.insync.replicas=1`, or add replicas.</source>
        <translation>값을 낮추거나(`kafka-configs.sh --bootstrap-server BROKER --alter --entity-type topics --entity-name %1 --add-config min.insync.replicas=1`), 복제본을 늘리십시오.</translation>
    </message>
    <message>
        <source>topic %1 exists and is compact</source>
        <translation>토픽 %1 있음, 압축 토픽</translation>
    </message>
    <message>
        <source>Build Rowcast with librdkafka 2.6.1 or newer (`-DROWCAST_RDKAFKA=cached`), or set `SaslMechanism` to `plain`.</source>
        <translation>librdkafka 2.6.1 이상으로 Rowcast를 빌드하거나(`-DROWCAST_RDKAFKA=cached`) `SaslMechanism`을 `plain`으로 설정하십시오.</translation>
    </message>
    <message>
        <source>the client certificate was accepted</source>
        <translation>클라이언트 인증서 수락됨</translation>
    </message>
    <message>
        <source>the broker answers; it asks for no login</source>
        <translation>브로커 응답, 로그인 필요 없음</translation>
    </message>
    <message>
        <source>the endpoint does not use TLS</source>
        <translation>TLS를 사용하지 않는 엔드포인트</translation>
    </message>
    <message>
        <source>Have the broker&apos;s certificate renewed before.</source>
        <translation>그 전에 브로커의 인증서를 갱신하십시오.</translation>
    </message>
    <message numerus="yes">
        <source>cluster %1 with %n broker(s); librdkafka %2</source>
        <translation>
            <numerusform>클러스터 %1, 브로커 %n개, librdkafka %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Build Rowcast with librdkafka 2.12 or newer: `-DROWCAST_RDKAFKA=cached`.</source>
        <translation>librdkafka 2.12 이상으로 Rowcast를 빌드하십시오: `-DROWCAST_RDKAFKA=cached`</translation>
    </message>
    <message>
        <source>The broker does not tell this user whether it may write in transactions, which exactly-once delivery needs.</source>
        <translation>정확히 한 번 전송에는 트랜잭션 쓰기 권한이 필요한데, 브로커가 이 사용자에게 그 권한이 있는지 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>, but the broker creates topics by itself</source>
        <translation>. 단, 브로커가 토픽을 자동으로 생성함</translation>
    </message>
    <message>
        <source>the topics&apos; names come from a pattern, so there is none to look at yet</source>
        <translation>토픽 이름을 패턴으로 정하므로 아직 확인할 토픽이 없음</translation>
    </message>
    <message numerus="yes">
        <source>topic %1 exists with %n partition(s)</source>
        <translation>
            <numerusform>토픽 %1 있음, 파티션 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) have no leader.</source>
        <translation>
            <numerusform>파티션 %n개에 리더가 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>may write</source>
        <translation>쓰기 가능</translation>
    </message>
    <message>
        <source>may write, in transactions too</source>
        <translation>쓰기 가능, 트랜잭션 포함</translation>
    </message>
    <message>
        <source>may write; whether in transactions is not known</source>
        <translation>쓰기 가능, 트랜잭션 쓰기 권한은 알 수 없음</translation>
    </message>
    <message>
        <source>this user may not read the limits</source>
        <translation>이 사용자에게 제한을 읽을 권한이 없음</translation>
    </message>
    <message>
        <source>A message that MessageMaxBytes permits can be too large for the topic, unless it compresses well.</source>
        <translation>MessageMaxBytes가 허용하는 메시지라도 잘 압축되지 않으면 토픽에 너무 클 수 있습니다.</translation>
    </message>
    <message>
        <source>this user may not read the configuration</source>
        <translation>이 사용자에게 구성을 읽을 권한이 없음</translation>
    </message>
    <message>
        <source>The topic wants more copies in sync than it has, so every write is refused.</source>
        <translation>토픽이 요구하는 동기화된 복제본 수가 실제 복제본 수보다 많아서 모든 쓰기가 거부됩니다.</translation>
    </message>
    <message>
        <source>The topic has one copy only: messages are lost with the broker that holds it.</source>
        <translation>토픽의 복제본이 하나뿐입니다. 그 복제본을 가진 브로커를 잃으면 메시지도 사라집니다.</translation>
    </message>
    <message>
        <source>Set `TopicReplicationFactor` to 3 before the topic is created, or add replicas by `kafka-reassign-partitions.sh`.</source>
        <translation>토픽을 생성하기 전에 `TopicReplicationFactor` 값을 3으로 설정하거나 `kafka-reassign-partitions.sh` 명령으로 복제본을 추가하십시오.</translation>
    </message>
</context>
<context>
    <name>MessageEncoder</name>
    <message>
        <source>A row of %1 does not have the columns that the table&apos;s known definition has.</source>
        <translation>행이 알고 있는 테이블 정의의 열과 맞지 않습니다. 테이블: %1</translation>
    </message>
    <message>
        <source>Reload the table: its definition changed in a way that Rowcast did not follow.</source>
        <translation>테이블을 다시 로드하십시오. Rowcast가 따라가지 못한 방법으로 정의가 바뀌었습니다.</translation>
    </message>
    <message>
        <source>The binary log holds a change of %1 without a column of the primary key, so the message has no key.</source>
        <translation>바이너리 로그의 변경에 기본 키의 열이 없어서 메시지의 키를 만들 수 없습니다. 테이블: %1</translation>
    </message>
    <message>
        <source>Let the server log whole rows: `SET GLOBAL binlog_row_image = &apos;FULL&apos;`, then reload the table.</source>
        <translation>서버가 행 전체를 기록하게 한 뒤(`SET GLOBAL binlog_row_image = &apos;FULL&apos;`) 테이블을 다시 로드하십시오.</translation>
    </message>
    <message>
        <source>The topic pattern sends %1 to %2, where the checkpoints lie.</source>
        <translation>토픽 패턴 때문에 체크포인트 토픽으로 메시지가 갑니다. 테이블: %1, 토픽: %2</translation>
    </message>
    <message>
        <source>Give the checkpoints another topic (`CheckpointTopic`), or change `TopicPattern`, and reload the tables.</source>
        <translation>체크포인트에 다른 토픽을 지정하거나(`CheckpointTopic`) `TopicPattern` 값을 바꾸고 테이블을 다시 로드하십시오.</translation>
    </message>
</context>
<context>
    <name>MySqlAssessment</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 외 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Selected tables</source>
        <translation>선택된 테이블</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Storage engines</source>
        <translation>스토리지 엔진</translation>
    </message>
    <message>
        <source>Virtual columns</source>
        <translation>가상 열</translation>
    </message>
    <message>
        <source>LOB columns</source>
        <translation>LOB 열</translation>
    </message>
    <message>
        <source>Foreign keys that cascade</source>
        <translation>연쇄 동작하는 외래 키</translation>
    </message>
    <message>
        <source>Filters of the binary log</source>
        <translation>바이너리 로그 필터</translation>
    </message>
    <message>
        <source>Sessions without binary log</source>
        <translation>바이너리 로그를 남기지 않는 세션</translation>
    </message>
    <message>
        <source>The rules select no table that this account sees.</source>
        <translation>이 계정이 볼 수 있는 테이블 중 규칙이 선택하는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Compare the rules&apos; schema and table names with `SHOW TABLES`, and grant SELECT on the tables.</source>
        <translation>규칙의 스키마와 테이블 이름을 `SHOW TABLES` 결과와 비교하고, 테이블에 SELECT 권한을 부여하세요.</translation>
    </message>
    <message numerus="yes">
        <source>%n tables</source>
        <translation>
            <numerusform>테이블 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>every table has a primary or unique key</source>
        <translation>모든 테이블에 기본 키나 고유 키가 있음</translation>
    </message>
    <message>
        <source>`ALTER TABLE &lt;table&gt; ADD COLUMN id BIGINT AUTO_INCREMENT PRIMARY KEY;`</source>
        <translation>`ALTER TABLE &lt;table&gt; ADD COLUMN id BIGINT AUTO_INCREMENT PRIMARY KEY;`</translation>
    </message>
    <message>
        <source>These tables are not InnoDB&apos;s: they have no transactions, so what a rolled back transaction wrote stays, and is delivered.</source>
        <translation>이 테이블은 InnoDB가 아니어서 트랜잭션이 없습니다. 롤백된 트랜잭션이 쓴 내용도 남아 그대로 전달됩니다.</translation>
    </message>
    <message>
        <source>`ALTER TABLE &lt;table&gt; ENGINE = InnoDB;`</source>
        <translation>`ALTER TABLE &lt;table&gt; ENGINE = InnoDB;`</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Columns that are computed when they are read (VIRTUAL) are not stored: changes carry them only where the server logs them.</source>
        <translation>읽을 때 계산되는 열(VIRTUAL)은 저장되지 않습니다. 서버가 기록하는 경우에만 변경 사항에 들어 있습니다.</translation>
    </message>
    <message>
        <source>Let consumers compute them, or make them STORED: `ALTER TABLE &lt;table&gt; MODIFY &lt;column&gt; ... STORED;`</source>
        <translation>컨슈머가 직접 계산하게 하거나 STORED로 바꾸세요: `ALTER TABLE &lt;table&gt; MODIFY &lt;column&gt; ... STORED;`</translation>
    </message>
    <message>
        <source>written whole</source>
        <translation>전체를 그대로 기록</translation>
    </message>
    <message>
        <source>Limited LOB mode cuts longer values of these tables at %1 KB.</source>
        <translation>제한된 LOB 모드에서는 이 테이블의 긴 값이 %1 KB에서 잘립니다.</translation>
    </message>
    <message>
        <source>Set `LobMaxSize` to the longest value (`SELECT MAX(LENGTH(&lt;column&gt;)) FROM &lt;table&gt;;`), and the topic&apos;s `max.message.bytes` above it.</source>
        <translation>`LobMaxSize`를 가장 긴 값(`SELECT MAX(LENGTH(&lt;column&gt;)) FROM &lt;table&gt;;`)에 맞추고, 토픽의 `max.message.bytes`를 그보다 크게 설정하세요.</translation>
    </message>
    <message>
        <source>this server writes what they do to its binlog</source>
        <translation>이 서버는 연쇄 동작의 결과를 바이너리 로그에 기록함</translation>
    </message>
    <message>
        <source>InnoDB itself changes rows of these tables when their parent&apos;s row changes (CASCADE, SET NULL), and no binlog has it: consumers keep the old rows.</source>
        <translation>부모 행이 바뀌면(CASCADE, SET NULL) InnoDB가 이 테이블의 행을 직접 바꾸는데, 이 변경은 바이너리 로그에 없습니다. 컨슈머에는 이전 행이 남습니다.</translation>
    </message>
    <message>
        <source>Let the application delete or update the children itself, and replace the constraint: `ALTER TABLE &lt;table&gt; DROP FOREIGN KEY &lt;name&gt;, ADD FOREIGN KEY ... ON DELETE RESTRICT;`. MySQL 9.6 and newer log it. `rowcast-worker validate` shows what has drifted.</source>
        <translation>애플리케이션이 자식 행을 직접 삭제하거나 갱신하게 하고 제약 조건을 바꾸세요: `ALTER TABLE &lt;table&gt; DROP FOREIGN KEY &lt;name&gt;, ADD FOREIGN KEY ... ON DELETE RESTRICT;`. MySQL 9.6부터는 기록됩니다. 어긋난 행은 `rowcast-worker validate`로 확인할 수 있습니다.</translation>
    </message>
    <message>
        <source>they leave the selected tables in</source>
        <translation>선택된 테이블은 제외하지 않음</translation>
    </message>
    <message>
        <source>The server&apos;s binlog-do-db or binlog-ignore-db keeps changes of these tables out of its binlog.</source>
        <translation>서버의 binlog-do-db 또는 binlog-ignore-db 때문에 이 테이블의 변경 사항이 바이너리 로그에 남지 않습니다.</translation>
    </message>
    <message>
        <source>Remove `binlog-do-db` and `binlog-ignore-db` from the server&apos;s configuration and restart it.</source>
        <translation>서버 설정에서 `binlog-do-db`와 `binlog-ignore-db`를 지우고 서버를 다시 시작하세요.</translation>
    </message>
    <message>
        <source>what a session writes after `SET sql_log_bin = 0` is in no binlog; this account sees nobody who may</source>
        <translation>`SET sql_log_bin = 0` 이후 세션이 쓴 내용은 바이너리 로그에 없음. 이 권한을 가진 계정은 보이지 않음</translation>
    </message>
    <message>
        <source>These accounts may write past the binlog (`SET sql_log_bin = 0`, as some maintenance and restore tools do): nobody can deliver what is not in it.</source>
        <translation>이 계정들은 바이너리 로그를 거치지 않고 쓸 수 있습니다(일부 유지 관리·복원 도구처럼 `SET sql_log_bin = 0`). 로그에 없는 내용은 전달할 수 없습니다.</translation>
    </message>
    <message>
        <source>Load the tables again after such work (`--start-type reload-target`); `rowcast-worker validate` shows what has drifted.</source>
        <translation>그런 작업 뒤에는 테이블을 다시 로드하세요(`--start-type reload-target`). 어긋난 행은 `rowcast-worker validate`로 확인할 수 있습니다.</translation>
    </message>
    <message>
        <source>These tables have no key: all their messages have the key `schema.table`, a load that is killed starts such a table over, and validation cannot compare its rows.</source>
        <translation>이 테이블에는 키가 없습니다. 모든 메시지의 키가 `schema.table`이고, 로드가 강제로 끝나면 해당 테이블을 처음부터 다시 로드하며, 데이터 검증이 행을 비교할 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>MySqlCatalog</name>
    <message>
        <source>view</source>
        <translation>뷰</translation>
    </message>
    <message>
        <source>system-versioned</source>
        <translation>시스템 버전 관리</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>키 없음</translation>
    </message>
    <message>
        <source>cascading foreign keys</source>
        <translation>연쇄 외래 키</translation>
    </message>
</context>
<context>
    <name>MySqlFailures</name>
    <message>
        <source>Reload the target (start type reload-target), and keep binlogs longer than the task&apos;s pauses: `CALL mysql.rds_set_configuration(&apos;binlog retention hours&apos;, 168);`</source>
        <translation>대상을 다시 로드하고(시작 유형 reload-target), 바이너리 로그를 태스크가 쉬는 시간보다 오래 보존하십시오: `CALL mysql.rds_set_configuration(&apos;binlog retention hours&apos;, 168);`</translation>
    </message>
    <message>
        <source>Reload the target (start type reload-target), and keep binlogs longer than the task&apos;s pauses: `SET PERSIST binlog_expire_logs_seconds = 604800;` (MariaDB: `SET GLOBAL expire_logs_days = 7;`)</source>
        <translation>대상을 다시 로드하고(시작 유형 reload-target), 바이너리 로그를 태스크가 쉬는 시간보다 오래 보존하십시오: `SET PERSIST binlog_expire_logs_seconds = 604800;` (MariaDB: `SET GLOBAL expire_logs_days = 7;`)</translation>
    </message>
    <message>
        <source>%1 no longer has the binlog that this task needs: it begins at %2.</source>
        <translation>%1에 이 태스크가 필요한 바이너리 로그가 더 이상 없습니다. 필요한 시작 지점: %2</translation>
    </message>
    <message>
        <source>The oldest file there is %1.</source>
        <translation>남아 있는 가장 오래된 파일: %1</translation>
    </message>
    <message>
        <source>%1 no longer has the binlogs of transactions that this task has not delivered. Delivered: %2.</source>
        <translation>%1에 아직 보내지 않은 트랜잭션의 바이너리 로그가 더 이상 없습니다. 보낸 것: %2</translation>
    </message>
    <message>
        <source>Another reader of the binlog of %1 uses the server id %2, and the server lets only the newest one read.</source>
        <translation>%1의 바이너리 로그를 읽는 다른 프로그램의 서버 ID가 같습니다(%2). 서버는 가장 새로운 것만 읽게 합니다.</translation>
    </message>
    <message>
        <source>Set another `ServerId` in the source endpoint&apos;s RowcastSettings. Who reads: `SHOW PROCESSLIST;`</source>
        <translation>소스 엔드포인트의 RowcastSettings에서 `ServerId`를 다른 값으로 바꾸십시오. 누가 읽는지 보려면: `SHOW PROCESSLIST;`</translation>
    </message>
    <message>
        <source>The binlog of %1 has no position %2: the server is not the one that the position came from, or lost the end of its binlog in a crash.</source>
        <translation>%1의 바이너리 로그에 이 위치가 없습니다: %2. 위치를 얻은 서버가 아니거나, 서버가 비정상 종료로 바이너리 로그의 끝을 잃었습니다.</translation>
    </message>
    <message>
        <source>Check that the endpoint names the right server; otherwise start from another position or reload the target.</source>
        <translation>엔드포인트가 올바른 서버를 가리키는지 확인하십시오. 아니면 다른 위치에서 시작하거나 대상을 다시 로드하십시오.</translation>
    </message>
    <message>
        <source>This task has delivered transactions that %1 does not have. Delivered: %2.</source>
        <translation>이 태스크가 %1에 없는 트랜잭션을 이미 보냈습니다. 보낸 것: %2</translation>
    </message>
    <message>
        <source>After a failover to a server that lost transactions: reload the target, or start at a position of this server.</source>
        <translation>트랜잭션을 잃은 서버로 장애 조치된 뒤라면 대상을 다시 로드하거나, 이 서버의 위치에서 시작하십시오.</translation>
    </message>
    <message>
        <source>%1 cannot read its own binlog from %2 on.</source>
        <translation>%1에서 %2부터 자신의 바이너리 로그를 읽지 못합니다.</translation>
    </message>
    <message>
        <source>Look at the file with `mysqlbinlog`; start the task behind the damage, or reload the target.</source>
        <translation>`mysqlbinlog`로 파일을 확인하십시오. 손상된 곳 뒤에서 태스크를 시작하거나 대상을 다시 로드하십시오.</translation>
    </message>
    <message>
        <source>%1 refused to send its binlog from %2 on.</source>
        <translation>%1에서 %2부터의 바이너리 로그 전송을 거부했습니다.</translation>
    </message>
    <message>
        <source>The detail has the server&apos;s reason.</source>
        <translation>세부 정보에 서버가 밝힌 이유가 있습니다.</translation>
    </message>
    <message>
        <source>Nothing listens at %1: the connection was refused.</source>
        <translation>연결이 거부되었습니다. 수신 대기 중인 서버가 없습니다: %1</translation>
    </message>
    <message>
        <source>Check that the server runs and that the port is right (MySQL&apos;s default is 3306).</source>
        <translation>서버가 실행 중인지, 포트가 맞는지 확인하십시오(MySQL의 기본값은 3306).</translation>
    </message>
    <message>
        <source>No answer from %1 in time: packets are lost on the way.</source>
        <translation>제때 응답이 없습니다. 도중에 패킷이 사라집니다: %1</translation>
    </message>
    <message>
        <source>Allow inbound TCP to this port from this computer (security group, firewall), and check route and peering.</source>
        <translation>이 컴퓨터에서 이 포트로 들어오는 TCP를 허용하고(보안 그룹, 방화벽), 경로와 피어링을 확인하십시오.</translation>
    </message>
    <message>
        <source>%1 cannot be reached from this computer.</source>
        <translation>이 컴퓨터에서 접속할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Check host, port, network and VPN; the detail has the system&apos;s error number.</source>
        <translation>호스트, 포트, 네트워크, VPN을 확인하십시오. 세부 정보에 시스템의 오류 번호가 있습니다.</translation>
    </message>
    <message>
        <source>The name %3 could not be looked up: no name server answers.</source>
        <translation>이름을 조회할 수 없습니다. 응답하는 이름 서버가 없습니다: %3</translation>
    </message>
    <message>
        <source>Check this computer&apos;s network and DNS settings.</source>
        <translation>이 컴퓨터의 네트워크와 DNS 설정을 확인하십시오.</translation>
    </message>
    <message>
        <source>There is no host named %3.</source>
        <translation>이런 이름의 호스트가 없습니다: %3</translation>
    </message>
    <message>
        <source>Check the server name; for Aurora take the cluster (writer) endpoint as the RDS console shows it.</source>
        <translation>서버 이름을 확인하십시오. Aurora에서는 RDS 콘솔에 나오는 클러스터(라이터) 엔드포인트를 쓰십시오.</translation>
    </message>
    <message>
        <source>%1 refuses the login of user %2: the user name or the password is wrong, or the user may not come from this host.</source>
        <translation>%1에서 사용자 %2의 로그인을 거부합니다. 사용자 이름이나 암호가 틀렸거나, 이 호스트에서 접속할 수 없는 사용자입니다.</translation>
    </message>
    <message>
        <source>Check user and password. To make the user: `CREATE USER &apos;%2&apos;@&apos;%&apos; IDENTIFIED BY &apos;&lt;password&gt;&apos;;`, to change its password: `ALTER USER &apos;%2&apos;@&apos;%&apos; IDENTIFIED BY &apos;&lt;password&gt;&apos;;`</source>
        <translation>사용자와 암호를 확인하십시오. 사용자를 만들려면 `CREATE USER &apos;%2&apos;@&apos;%&apos; IDENTIFIED BY &apos;&lt;password&gt;&apos;;`, 암호를 바꾸려면 `ALTER USER &apos;%2&apos;@&apos;%&apos; IDENTIFIED BY &apos;&lt;password&gt;&apos;;`</translation>
    </message>
    <message>
        <source>%1 has no user that may connect from this computer&apos;s address.</source>
        <translation>%1에 이 컴퓨터의 주소에서 접속할 수 있는 사용자가 없습니다.</translation>
    </message>
    <message>
        <source>The detail names the address. `CREATE USER &apos;%2&apos;@&apos;%&apos; IDENTIFIED BY &apos;&lt;password&gt;&apos;;`</source>
        <translation>세부 정보에 주소가 있습니다. `CREATE USER &apos;%2&apos;@&apos;%&apos; IDENTIFIED BY &apos;&lt;password&gt;&apos;;`</translation>
    </message>
    <message>
        <source>%1 has blocked this computer&apos;s address after many broken connections.</source>
        <translation>끊긴 연결이 많아서 %1에서 이 컴퓨터의 주소를 차단했습니다.</translation>
    </message>
    <message>
        <source>`FLUSH HOSTS;` (or `mysqladmin flush-hosts`) lifts the block.</source>
        <translation>차단을 풀려면 `FLUSH HOSTS;`(또는 `mysqladmin flush-hosts`)를 실행하십시오.</translation>
    </message>
    <message>
        <source>The password of user %2 at %1 has expired.</source>
        <translation>%1에서 사용자 %2의 암호가 만료되었습니다.</translation>
    </message>
    <message>
        <source>`ALTER USER &apos;%2&apos;@&apos;%&apos; IDENTIFIED BY &apos;&lt;new password&gt;&apos; PASSWORD EXPIRE NEVER;`</source>
        <translation>`ALTER USER &apos;%2&apos;@&apos;%&apos; IDENTIFIED BY &apos;&lt;new password&gt;&apos; PASSWORD EXPIRE NEVER;`</translation>
    </message>
    <message>
        <source>The account of user %2 at %1 is locked.</source>
        <translation>%1에서 사용자 %2의 계정이 잠겨 있습니다.</translation>
    </message>
    <message>
        <source>`ALTER USER &apos;%2&apos;@&apos;%&apos; ACCOUNT UNLOCK;`</source>
        <translation>`ALTER USER &apos;%2&apos;@&apos;%&apos; ACCOUNT UNLOCK;`</translation>
    </message>
    <message>
        <source>User %2 logs in to %1 by a method that this build&apos;s client library does not have.</source>
        <translation>%1의 사용자 %2의 인증 방식이 이 빌드의 클라이언트 라이브러리에 없습니다.</translation>
    </message>
    <message>
        <source>Use TLS, or give the user another method: `ALTER USER &apos;%2&apos;@&apos;%&apos; IDENTIFIED WITH caching_sha2_password BY &apos;&lt;password&gt;&apos;;` (MySQL 5.7 and MariaDB: `mysql_native_password`)</source>
        <translation>TLS를 쓰거나, 사용자의 인증 방식을 바꾸십시오: `ALTER USER &apos;%2&apos;@&apos;%&apos; IDENTIFIED WITH caching_sha2_password BY &apos;&lt;password&gt;&apos;;` (MySQL 5.7과 MariaDB: `mysql_native_password`)</translation>
    </message>
    <message>
        <source>%1 accepts only connections with TLS.</source>
        <translation>TLS 연결만 받아들입니다: %1</translation>
    </message>
    <message>
        <source>Set the endpoint&apos;s SSL mode to verify-ca or verify-full and give the server&apos;s CA file.</source>
        <translation>엔드포인트의 SSL 모드를 verify-ca 또는 verify-full로 바꾸고 서버의 CA 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>%1 does not offer TLS.</source>
        <translation>TLS를 제공하지 않습니다: %1</translation>
    </message>
    <message>
        <source>Set the endpoint&apos;s SSL mode to none, or switch TLS on at the server.</source>
        <translation>엔드포인트의 SSL 모드를 none으로 바꾸거나, 서버에서 TLS를 켜십시오.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not for the host name %3.</source>
        <translation>%1의 인증서가 이 호스트 이름의 것이 아닙니다: %3</translation>
    </message>
    <message>
        <source>Use the name that the certificate has, or the SSL mode verify-ca.</source>
        <translation>인증서에 있는 이름을 쓰거나, SSL 모드 verify-ca를 쓰십시오.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not signed by the given CA.</source>
        <translation>%1의 인증서는 지정한 CA가 서명한 것이 아닙니다.</translation>
    </message>
    <message>
        <source>Give the CA file of this server. RDS and Aurora: `https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem`</source>
        <translation>이 서버의 CA 파일을 지정하십시오. RDS와 Aurora: `https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem`</translation>
    </message>
    <message>
        <source>The TLS handshake with %1 failed.</source>
        <translation>TLS 핸드셰이크가 실패했습니다: %1</translation>
    </message>
    <message>
        <source>The detail has the library&apos;s words. Check the CA file and the TLS versions of the server (`SHOW VARIABLES LIKE &apos;tls_version&apos;;`).</source>
        <translation>세부 정보에 라이브러리의 메시지가 있습니다. CA 파일과 서버의 TLS 버전을 확인하십시오(`SHOW VARIABLES LIKE &apos;tls_version&apos;;`).</translation>
    </message>
    <message>
        <source>%1 has no connection left for user %2: a limit is reached.</source>
        <translation>%1에 사용자 %2에게 남은 연결이 없습니다. 제한에 이르렀습니다.</translation>
    </message>
    <message>
        <source>End other sessions, load fewer tables at once, or raise the limit: `SET GLOBAL max_connections = &lt;n&gt;;`</source>
        <translation>다른 세션을 끝내거나, 동시에 로드하는 테이블을 줄이거나, 제한을 올리십시오: `SET GLOBAL max_connections = &lt;n&gt;;`</translation>
    </message>
    <message>
        <source>%1 ended the session: it shuts down, or somebody killed the session.</source>
        <translation>%1에서 세션을 끝냈습니다. 서버가 종료 중이거나 누군가 세션을 종료했습니다.</translation>
    </message>
    <message>
        <source>The task goes on when the server is back.</source>
        <translation>서버가 돌아오면 태스크가 계속됩니다.</translation>
    </message>
    <message>
        <source>%1 chose this session as the victim of a deadlock.</source>
        <translation>%1에서 교착 상태를 풀기 위해 이 세션을 끝냈습니다.</translation>
    </message>
    <message>
        <source>Nothing to do: it is tried again.</source>
        <translation>할 일이 없습니다. 다시 시도합니다.</translation>
    </message>
    <message>
        <source>A statement waited too long for a lock at %1: a DDL or LOCK TABLES holds it.</source>
        <translation>%1에서 문장이 잠금을 너무 오래 기다렸습니다. DDL이나 LOCK TABLES가 잠금을 쥐고 있습니다.</translation>
    </message>
    <message>
        <source>See who holds it: `SHOW PROCESSLIST;`</source>
        <translation>누가 쥐고 있는지 확인하십시오: `SHOW PROCESSLIST;`</translation>
    </message>
    <message>
        <source>%1 ended a statement because it took too long.</source>
        <translation>%1에서 너무 오래 걸리는 문장을 끝냈습니다.</translation>
    </message>
    <message>
        <source>Raise `max_statement_time` (MariaDB) or `max_execution_time` (MySQL) of the user.</source>
        <translation>사용자의 `max_statement_time`(MariaDB) 또는 `max_execution_time`(MySQL)을 올리십시오.</translation>
    </message>
    <message>
        <source>A table at %1 was altered while it was read.</source>
        <translation>%1의 테이블이 읽는 동안 변경되었습니다.</translation>
    </message>
    <message>
        <source>Nothing to do: it is read again with its new definition.</source>
        <translation>할 일이 없습니다. 새 정의로 다시 읽습니다.</translation>
    </message>
    <message>
        <source>A table or schema at %1 is not there any more.</source>
        <translation>%1의 테이블이나 스키마가 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>Check the table mappings; the detail names the table.</source>
        <translation>테이블 매핑을 확인하십시오. 세부 정보에 테이블이 있습니다.</translation>
    </message>
    <message>
        <source>User %2 lacks a privilege at %1.</source>
        <translation>%1에서 사용자 %2에게 권한이 없습니다.</translation>
    </message>
    <message>
        <source>The detail names it; &quot;Test connection&quot; shows the exact `GRANT` statement.</source>
        <translation>세부 정보에 권한의 이름이 있습니다. &apos;연결 테스트&apos;가 정확한 `GRANT` 문을 보여 줍니다.</translation>
    </message>
    <message>
        <source>%1 writes no binary log.</source>
        <translation>바이너리 로그를 기록하지 않습니다: %1</translation>
    </message>
    <message>
        <source>Switch it on: `log_bin` in the server&apos;s configuration and a restart; RDS: automatic backups; Aurora: `binlog_format=ROW` in the cluster parameter group and a reboot.</source>
        <translation>켜십시오. 서버 구성의 `log_bin`을 설정하고 재시작, RDS는 자동 백업, Aurora는 클러스터 파라미터 그룹의 `binlog_format=ROW`와 재부팅입니다.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost.</source>
        <translation>연결이 끊어졌습니다: %1</translation>
    </message>
    <message>
        <source>Check server and network; the task connects again by itself.</source>
        <translation>서버와 네트워크를 확인하십시오. 태스크는 스스로 다시 연결합니다.</translation>
    </message>
    <message>
        <source>%1 refused a statement.</source>
        <translation>%1에서 문장을 거부했습니다.</translation>
    </message>
    <message>
        <source>%1 ended the connection before the login was done.</source>
        <translation>%1에서 로그인이 끝나기 전에 연결을 끊었습니다.</translation>
    </message>
    <message>
        <source>Check that a MySQL server listens there, and that no proxy stands between that has no server left.</source>
        <translation>그곳에 MySQL 서버가 있는지, 중간에 서버를 잃은 프록시가 있지 않은지 확인하십시오.</translation>
    </message>
    <message>
        <source>%1 sent neither a change nor a heartbeat for %2 seconds: the connection is dead.</source>
        <translation>%1에서 %2초 동안 변경도 하트비트도 오지 않았습니다. 연결이 죽었습니다.</translation>
    </message>
    <message>
        <source>Let the task run and catch up in time, or have the binlogs kept longer than its pauses: %1</source>
        <translation>제때 태스크를 실행하여 따라잡게 하거나, 바이너리 로그 보존 기간을 태스크가 쉬는 시간보다 길게 늘리십시오: %1</translation>
    </message>
</context>
<context>
    <name>MySqlLoad</name>
    <message>
        <source>The binlog stream ended at %1, before the place %2 that the server had shown.</source>
        <translation>바이너리 로그 스트림이 서버가 알려 준 %2보다 앞인 %1에서 끝났습니다.</translation>
    </message>
    <message>
        <source>Nothing to do: the task tries again.</source>
        <translation>할 일이 없습니다. 태스크가 다시 시도합니다.</translation>
    </message>
    <message>
        <source>No chunk of %1 could be read as of one moment: the binlog has statements, partial row images or DDL for it all the time.</source>
        <translation>테이블을 한 시점의 상태로 읽을 수 없습니다: %1. 바이너리 로그에 이 테이블의 문장, 부분 행 이미지, DDL이 계속 나옵니다.</translation>
    </message>
    <message>
        <source>Let the server log full row images: `SET GLOBAL binlog_format = ROW; SET GLOBAL binlog_row_image = FULL;`, or load at a quieter time.</source>
        <translation>서버가 전체 행 이미지를 기록하게 하거나(`SET GLOBAL binlog_format = ROW; SET GLOBAL binlog_row_image = FULL;`), 더 한가한 시간에 로드하십시오.</translation>
    </message>
    <message>
        <source>%1 has no key, and was changed all the time while a snapshot was tried: its rows cannot be told apart.</source>
        <translation>%1에는 키가 없고, 스냅샷을 시도하는 동안 계속 바뀌어서 행을 구분할 수 없습니다.</translation>
    </message>
    <message>
        <source>Give the table a primary key, switch on GTIDs (`gtid_mode = ON`), or load at a quieter time.</source>
        <translation>테이블에 기본 키를 두거나, GTID를 켜거나(`gtid_mode = ON`), 더 한가한 시간에 로드하십시오.</translation>
    </message>
    <message>
        <source>The key of %1 was altered while the table was loading.</source>
        <translation>테이블을 로드하는 동안 키가 변경되었습니다: %1</translation>
    </message>
    <message>
        <source>Reload the table: what was loaded by the old key cannot be continued.</source>
        <translation>테이블을 다시 로드하십시오. 이전 키로 로드하던 것은 이어서 진행할 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>MySqlProbe</name>
    <message>
        <source>Set %1=%2 in the %3, and reboot the writer: `aws rds %4 --%5-name &lt;group&gt; --parameters ParameterName=%1,ParameterValue=%2,ApplyMethod=pending-reboot`</source>
        <translation>%3에서 다음과 같이 설정하고 라이터를 재부팅하십시오: %1=%2. `aws rds %4 --%5-name &lt;group&gt; --parameters ParameterName=%1,ParameterValue=%2,ApplyMethod=pending-reboot`</translation>
    </message>
    <message>
        <source>DB cluster parameter group</source>
        <translation>DB 클러스터 파라미터 그룹</translation>
    </message>
    <message>
        <source>DB parameter group</source>
        <translation>DB 파라미터 그룹</translation>
    </message>
    <message>
        <source>Put `%1 = %2` under `[mysqld]` in the server&apos;s configuration and restart it.</source>
        <translation>서버 구성의 `[mysqld]` 아래에 다음 줄을 쓰고 재시작하십시오: `%1 = %2`</translation>
    </message>
    <message>
        <source>`SET PERSIST %1 = %2;` (MySQL 5.7: `SET GLOBAL`, and the configuration file). Sessions that are open keep the old value: reconnect the applications.</source>
        <translation>`SET PERSIST %1 = %2;` (MySQL 5.7: `SET GLOBAL`과 구성 파일). 열려 있는 세션에는 이전 값이 남으므로 애플리케이션을 다시 연결하십시오.</translation>
    </message>
    <message>
        <source>not known: `CALL mysql.rds_show_configuration` is not granted</source>
        <translation>알 수 없음: `CALL mysql.rds_show_configuration` 권한이 없음</translation>
    </message>
    <message>
        <source>binlogs are never purged by age</source>
        <translation>바이너리 로그를 기간에 따라 지우지 않음</translation>
    </message>
    <message>
        <source>binlogs are purged as soon as possible</source>
        <translation>바이너리 로그를 가능한 한 빨리 지움</translation>
    </message>
    <message>
        <source>binlogs are kept for %1 hours</source>
        <translation>바이너리 로그를 %1시간 동안 보존</translation>
    </message>
    <message>
        <source>Switch on automatic backups, which switch on the binary log: `aws rds modify-db-instance --db-instance-identifier &lt;instance&gt; --backup-retention-period 7 --apply-immediately`</source>
        <translation>자동 백업을 켜면 바이너리 로그가 켜집니다: `aws rds modify-db-instance --db-instance-identifier &lt;instance&gt; --backup-retention-period 7 --apply-immediately`</translation>
    </message>
    <message>
        <source>The server writes no binary log, so there are no changes to follow.</source>
        <translation>서버가 바이너리 로그를 기록하지 않으므로 따라갈 변경이 없습니다.</translation>
    </message>
    <message>
        <source>The binary log has format %1: it holds statements in place of rows.</source>
        <translation>바이너리 로그의 형식이 %1입니다. 행 대신 문장이 들어 있습니다.</translation>
    </message>
    <message>
        <source>Row images are %1: messages of updates lack the columns that the image lacks.</source>
        <translation>행 이미지가 %1입니다. 이미지에 없는 열은 업데이트 메시지에도 없습니다.</translation>
    </message>
    <message>
        <source>The server keeps its binlogs for less than a day: a task that rests longer cannot go on.</source>
        <translation>서버가 바이너리 로그를 하루보다 짧게 보존합니다. 그보다 오래 쉰 태스크는 이어서 진행할 수 없습니다.</translation>
    </message>
    <message>
        <source>This is a reader of the cluster: it has no binlog to follow.</source>
        <translation>클러스터의 리더입니다. 따라갈 바이너리 로그가 없습니다.</translation>
    </message>
    <message>
        <source>Use the cluster (writer) endpoint: `aws rds describe-db-clusters --query &apos;DBClusters[].Endpoint&apos;`</source>
        <translation>클러스터(라이터) 엔드포인트를 쓰십시오: `aws rds describe-db-clusters --query &apos;DBClusters[].Endpoint&apos;`</translation>
    </message>
    <message>
        <source>This replica does not log the changes that it receives.</source>
        <translation>이 복제본은 받은 변경을 기록하지 않습니다.</translation>
    </message>
    <message>
        <source>read-only replica that logs what it receives</source>
        <translation>받은 변경을 기록하는 읽기 전용 복제본</translation>
    </message>
    <message>
        <source>writer</source>
        <translation>라이터</translation>
    </message>
    <message>
        <source>The server has no server id, and refuses every reader of its binlog.</source>
        <translation>서버에 서버 ID가 없어서 바이너리 로그를 읽는 것을 모두 거부합니다.</translation>
    </message>
    <message>
        <source>The server id %1, with which this task would read, is taken already.</source>
        <translation>이 태스크가 쓸 서버 ID가 이미 쓰이고 있습니다: %1</translation>
    </message>
    <message>
        <source>Set another `ServerId` in the source endpoint&apos;s RowcastSettings.</source>
        <translation>소스 엔드포인트의 RowcastSettings에서 `ServerId`를 다른 값으로 바꾸십시오.</translation>
    </message>
    <message>
        <source>; this task reads as %1</source>
        <translation>, 이 태스크의 서버 ID: %1</translation>
    </message>
    <message>
        <source>needs the binary log and the grants above</source>
        <translation>위의 바이너리 로그와 권한이 필요함</translation>
    </message>
    <message>
        <source>The server ended the stream at %1 without an event.</source>
        <translation>서버가 이벤트 없이 스트림을 끝냈습니다. 위치: %1</translation>
    </message>
    <message>
        <source>Check what stands between this computer and the server: a proxy that does not pass replication?</source>
        <translation>이 컴퓨터와 서버 사이에 복제를 통과시키지 않는 프록시가 있는지 확인하십시오.</translation>
    </message>
    <message>
        <source>an event of %1 bytes at %2</source>
        <translation>%2에서 %1바이트 이벤트</translation>
    </message>
    <message>
        <source>%1 may read the binlog</source>
        <translation>%1: 바이너리 로그를 읽을 수 있음</translation>
    </message>
    <message numerus="yes">
        <source>%n selected table(s) can be read</source>
        <translation>
            <numerusform>선택한 테이블 %n개를 읽을 수 있음</numerusform>
        </translation>
    </message>
    <message>
        <source>User %1 lacks privileges that this task needs.</source>
        <translation>사용자에게 이 태스크에 필요한 권한이 없습니다: %1</translation>
    </message>
    <message>
        <source>not needed by a full load alone</source>
        <translation>전체 로드만 할 때는 필요 없음</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>호스트 이름</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Grants</source>
        <translation>권한</translation>
    </message>
    <message>
        <source>Binary log</source>
        <translation>바이너리 로그</translation>
    </message>
    <message>
        <source>Binary log format</source>
        <translation>바이너리 로그 형식</translation>
    </message>
    <message>
        <source>Row image</source>
        <translation>행 이미지</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>보존 기간</translation>
    </message>
    <message>
        <source>Writer or reader</source>
        <translation>라이터 또는 리더</translation>
    </message>
    <message>
        <source>Server id</source>
        <translation>서버 ID</translation>
    </message>
    <message>
        <source>Reading an event</source>
        <translation>이벤트 읽기</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>시간대</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>시계</translation>
    </message>
    <message>
        <source>For Aurora take the cluster (writer) endpoint as the RDS console shows it.</source>
        <translation>Aurora에서는 RDS 콘솔에 나오는 클러스터(라이터) 엔드포인트를 쓰십시오.</translation>
    </message>
    <message>
        <source>%1, port %2, reached from %3</source>
        <translation>%1, 포트 %2, 이 컴퓨터의 주소 %3</translation>
    </message>
    <message>
        <source>SSL mode is none</source>
        <translation>SSL 모드가 none임</translation>
    </message>
    <message>
        <source>the certificate is right</source>
        <translation>인증서가 올바름</translation>
    </message>
    <message>
        <source>the endpoint&apos;s engine name says otherwise, the server decides</source>
        <translation>엔드포인트의 엔진 이름과 다름, 서버를 따름</translation>
    </message>
    <message>
        <source>Rowcast is tested with MySQL from 5.7 and MariaDB from 10.6 on.</source>
        <translation>Rowcast는 MySQL 5.7 이상과 MariaDB 10.6 이상에서 시험했습니다.</translation>
    </message>
    <message>
        <source>Upgrade the server, or compare rows after the load.</source>
        <translation>서버를 업그레이드하거나, 로드한 뒤 행을 비교하십시오.</translation>
    </message>
    <message>
        <source>The server&apos;s clock runs at %1. A DATETIME has no time zone, and messages mark it `Z` as AWS DMS does.</source>
        <translation>서버의 시간대는 %1입니다. DATETIME에는 시간대가 없으며, 메시지에는 AWS DMS처럼 `Z`를 붙입니다.</translation>
    </message>
    <message>
        <source>If the applications store local time: set the endpoint&apos;s `ServerTimezone` (for instance `Asia/Seoul`), or let consumers read DATETIME as local time. TIMESTAMP is right in any case.</source>
        <translation>애플리케이션이 현지 시각을 저장한다면 엔드포인트의 `ServerTimezone`을 설정하거나(예: `Asia/Seoul`), 컨슈머가 DATETIME을 현지 시각으로 읽게 하십시오. TIMESTAMP는 어느 경우에나 올바릅니다.</translation>
    </message>
    <message>
        <source>the server&apos;s clock is %1 ms from this computer&apos;s</source>
        <translation>서버의 시계와 이 컴퓨터의 시계 차이 %1 ms</translation>
    </message>
    <message>
        <source>The clocks differ by %1 s: latencies are wrong by as much.</source>
        <translation>시계가 %1초 다릅니다. 지연 시간도 그만큼 틀리게 나옵니다.</translation>
    </message>
    <message>
        <source>Let both computers follow a time server: `timedatectl set-ntp true`</source>
        <translation>두 컴퓨터가 시간 서버를 따르게 하십시오: `timedatectl set-ntp true`</translation>
    </message>
</context>
<context>
    <name>NetworkProbe</name>
    <message>
        <source>The name %1 is not known.</source>
        <translation>알 수 없는 이름입니다: %1</translation>
    </message>
    <message>
        <source>The name %1 could not be looked up.</source>
        <translation>이름을 조회할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Check the spelling. A name of a private network is known only inside it: connect the VPN, or use an address. To look it up by hand: `getent hosts %1`.</source>
        <translation>철자를 확인하십시오. 사설 네트워크의 이름은 그 안에서만 알 수 있습니다. VPN에 연결하거나 주소를 쓰십시오. 직접 조회하려면: `getent hosts %1`</translation>
    </message>
    <message>
        <source>Check this computer&apos;s network and its name server.</source>
        <translation>이 컴퓨터의 네트워크와 이름 서버를 확인하십시오.</translation>
    </message>
    <message>
        <source>%1 refuses the connection: nothing listens there.</source>
        <translation>연결이 거부되었습니다. 수신 대기 중인 서버가 없습니다: %1</translation>
    </message>
    <message>
        <source>Check the port, and that the server runs and listens on this address.</source>
        <translation>포트를 확인하고, 서버가 실행 중이며 이 주소에서 수신 대기 중인지 확인하십시오.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>응답이 없습니다: %1</translation>
    </message>
    <message>
        <source>A firewall or security group drops the packets, or there is no route: allow TCP port %1 inbound from this computer.</source>
        <translation>방화벽이나 보안 그룹이 패킷을 버리거나 경로가 없습니다. 이 컴퓨터에서 들어오는 TCP 포트를 허용하십시오: %1</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>접속할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Check the network, the VPN and the routes of this computer.</source>
        <translation>이 컴퓨터의 네트워크, VPN, 경로를 확인하십시오.</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>See `rowcast --help`.</source>
        <translation>`rowcast --help`를 보십시오.</translation>
    </message>
    <message>
        <source>--language takes ko or en, not “%1”.</source>
        <translation>--language에는 ko 또는 en을 씁니다. 받은 값: “%1”</translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation>없는 옵션입니다: %1</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>값이 필요한 옵션입니다: %1</translation>
    </message>
    <message>
        <source>Usage: rowcast [--demo] [--data-dir DIR] [--language ko|en] [--screenshot-tour DIR]

--demo                 opens with private sample servers and a task already running; nothing is left behind
--data-dir DIR         keeps definitions, statistics and events there
--language ko|en       the language of the console
--screenshot-tour DIR  walks through every page of the demo and saves each as PNG

Without a display, use rowcast-worker.</source>
        <translation>사용법: rowcast [--demo] [--data-dir DIR] [--language ko|en] [--screenshot-tour DIR]

--demo                 전용 샘플 서버와 실행 중인 태스크로 열며, 끝나면 아무것도 남기지 않습니다
--data-dir DIR         정의, 통계, 이벤트를 이 폴더에 둡니다
--language ko|en       콘솔의 언어
--screenshot-tour DIR  데모의 모든 페이지를 돌며 PNG로 저장합니다

디스플레이가 없으면 rowcast-worker를 쓰십시오.</translation>
    </message>
</context>
<context>
    <name>Probe</name>
    <message>
        <source>stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>not reached: &quot;%1&quot; failed</source>
        <translation>진행하지 않음: &quot;%1&quot; 실패</translation>
    </message>
</context>
<context>
    <name>Sandbox</name>
    <message>
        <source>The program %1 could not be started.</source>
        <translation>프로그램을 시작할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Check that it is installed and may be run by this user.</source>
        <translation>설치되어 있고 이 사용자가 실행할 수 있는지 확인하십시오.</translation>
    </message>
    <message>
        <source>The system refuses another open file.</source>
        <translation>시스템이 파일을 더 여는 것을 거부합니다.</translation>
    </message>
    <message>
        <source>Raise the limit of open files: `ulimit -n 4096`.</source>
        <translation>열 수 있는 파일의 제한을 올리십시오: `ulimit -n 4096`</translation>
    </message>
    <message>
        <source>%1 is not on this computer.</source>
        <translation>이 컴퓨터에 없습니다: %1</translation>
    </message>
    <message>
        <source>Bring it by `%1`.</source>
        <translation>다음 명령으로 가져오십시오: `%1`</translation>
    </message>
    <message>
        <source>The file %1 could not be written.</source>
        <translation>파일을 쓸 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Free some space there, or name another folder in `TMPDIR`.</source>
        <translation>그곳의 공간을 비우거나, `TMPDIR`에 다른 폴더를 지정하십시오.</translation>
    </message>
    <message>
        <source>No port between %1 and %2 is free on 127.0.0.1.</source>
        <translation>127.0.0.1에서 %1부터 %2 사이에 빈 포트가 없습니다.</translation>
    </message>
    <message>
        <source>End a server there, or name other ports: `ROWCAST_PORTS=25000-25999`.</source>
        <translation>그곳의 서버를 끝내거나, 다른 포트를 지정하십시오: `ROWCAST_PORTS=25000-25999`</translation>
    </message>
    <message>
        <source>No temporary folder could be made in %1.</source>
        <translation>임시 폴더를 만들 수 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 ended while it was starting.</source>
        <translation>시작하는 동안 끝났습니다: %1</translation>
    </message>
    <message>
        <source>%1 was not ready within %2 seconds.</source>
        <translation>%2초 안에 준비되지 않았습니다: %1</translation>
    </message>
    <message>
        <source>Close programs that keep this computer busy, and start again.</source>
        <translation>이 컴퓨터를 바쁘게 하는 프로그램을 닫고 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>The program %1 failed with exit code %2.</source>
        <translation>프로그램이 실패했습니다: %1, 종료 코드 %2</translation>
    </message>
    <message>
        <source>The details show its last output. Fix what it reports and start again.</source>
        <translation>세부 정보에 마지막 출력이 있습니다. 보고된 문제를 해결하고 다시 시작하십시오.</translation>
    </message>
</context>
<context>
    <name>SchemaHistory</name>
    <message>
        <source>The checkpoint record &quot;%1&quot; of this task cannot be read.</source>
        <translation>이 태스크의 체크포인트 레코드를 읽을 수 없습니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Use the version of Rowcast that wrote it, or reload the task&apos;s tables (start type `reload-target`).</source>
        <translation>그것을 쓴 버전의 Rowcast를 쓰거나, 태스크의 테이블을 다시 로드하십시오(시작 유형 `reload-target`).</translation>
    </message>
</context>
<context>
    <name>Secrets</name>
    <message>
        <source>The password is not stored on this computer.</source>
        <translation>암호가 이 컴퓨터에 저장되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Open the endpoint, enter the password and save.</source>
        <translation>엔드포인트를 열어 암호를 입력하고 저장하십시오.</translation>
    </message>
    <message>
        <source>Endpoint %1: %2</source>
        <translation>엔드포인트 %1: %2</translation>
    </message>
    <message>
        <source>The keychain of this desktop refused the request.</source>
        <translation>이 데스크톱의 키체인이 요청을 거부했습니다.</translation>
    </message>
    <message>
        <source>Unlock the keychain and try again, or enter the password in the endpoint for this session.</source>
        <translation>키체인의 잠금을 풀고 다시 시도하거나, 이번 실행 동안 쓸 암호를 엔드포인트에 입력하십시오.</translation>
    </message>
    <message>
        <source>This desktop has no keychain (Secret Service or KWallet), so passwords are kept until Rowcast is closed and asked for again after the next start.</source>
        <translation>이 데스크톱에는 키체인(Secret Service 또는 KWallet)이 없습니다. 암호는 Rowcast를 닫을 때까지만 보관하고 다음에 시작하면 다시 묻습니다.</translation>
    </message>
</context>
<context>
    <name>ServerIdLease</name>
    <message>
        <source>Another task on this computer reads from %1 with server id %2.</source>
        <translation>이 컴퓨터의 다른 태스크가 %1에서 같은 서버 ID로 읽고 있습니다: %2</translation>
    </message>
    <message>
        <source>Give this task another `RowcastSettings.ServerId` at the source endpoint, or leave it out: an id is then derived from the task&apos;s identifier.</source>
        <translation>소스 엔드포인트의 `RowcastSettings.ServerId`를 다른 값으로 바꾸거나 빼십시오. 빼면 태스크 식별자에서 ID를 만듭니다.</translation>
    </message>
</context>
<context>
    <name>SourceZone</name>
    <message>
        <source>&quot;%1&quot; is no time zone that this computer knows.</source>
        <translation>이 컴퓨터가 모르는 시간대입니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Give an IANA name such as `Asia/Seoul` or an offset such as `+09:00` as `ServerTimezone`, or leave it out.</source>
        <translation>`ServerTimezone`에 `Asia/Seoul` 같은 IANA 이름이나 `+09:00` 같은 오프셋을 쓰거나 비워 두십시오.</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>There is already one called %1.</source>
        <translation>같은 이름이 이미 있습니다: %1</translation>
    </message>
    <message>
        <source>Choose another identifier.</source>
        <translation>다른 식별자를 고르십시오.</translation>
    </message>
    <message>
        <source>There is none called %1 any more.</source>
        <translation>이런 이름이 더 이상 없습니다: %1</translation>
    </message>
    <message>
        <source>It was removed meanwhile; make it again.</source>
        <translation>그사이에 제거되었습니다. 다시 만드십시오.</translation>
    </message>
    <message>
        <source>%1 is used by %2.</source>
        <translation>사용 중입니다. 항목: %1, 사용하는 태스크: %2</translation>
    </message>
    <message>
        <source>Delete these tasks first, or have them use another one.</source>
        <translation>먼저 이 태스크들을 삭제하거나, 다른 것을 쓰게 하십시오.</translation>
    </message>
    <message>
        <source>The definition of %1 cannot be read by this version: %2</source>
        <translation>이 버전이 읽을 수 없는 정의입니다. 항목: %1, 이유: %2</translation>
    </message>
    <message>
        <source>It stays in the file; start the version that made it, or define it anew.</source>
        <translation>파일에는 그대로 남아 있습니다. 그것을 만든 버전을 시작하거나, 새로 정의하십시오.</translation>
    </message>
    <message>
        <source>The task %1, or what it uses, is not defined.</source>
        <translation>태스크나 태스크가 쓰는 것이 정의되어 있지 않습니다: %1</translation>
    </message>
    <message>
        <source>Define it again by &quot;New migration&quot;.</source>
        <translation>&apos;새 마이그레이션&apos;으로 다시 정의하십시오.</translation>
    </message>
    <message>
        <source>The file %1 or its folder may not be written.</source>
        <translation>파일이나 폴더에 쓸 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The file %1 could not be read or written.</source>
        <translation>파일을 읽거나 쓸 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Give yourself the right to write there, or start with another folder: `rowcast --data-dir DIR`.</source>
        <translation>쓰기 권한을 얻거나, 다른 폴더로 시작하십시오: `rowcast --data-dir DIR`</translation>
    </message>
    <message>
        <source>Check the disk that it lies on.</source>
        <translation>파일이 있는 디스크를 확인하십시오.</translation>
    </message>
    <message>
        <source>Another program keeps the file %1 locked.</source>
        <translation>다른 프로그램이 파일을 잠그고 있습니다: %1</translation>
    </message>
    <message>
        <source>Close the other window of Rowcast, or start with another folder: `rowcast --data-dir DIR`.</source>
        <translation>다른 Rowcast 창을 닫거나, 다른 폴더로 시작하십시오: `rowcast --data-dir DIR`</translation>
    </message>
    <message>
        <source>The file %1 is damaged.</source>
        <translation>파일이 손상되었습니다: %1</translation>
    </message>
    <message>
        <source>Bring it back from a backup, or move it away and start anew: `mv &apos;%1&apos; &apos;%1.damaged&apos;`.</source>
        <translation>백업에서 되돌리거나, 파일을 옮기고 새로 시작하십시오: `mv &apos;%1&apos; &apos;%1.damaged&apos;`</translation>
    </message>
    <message>
        <source>There is no room left to write the file %1.</source>
        <translation>파일을 쓸 공간이 없습니다: %1</translation>
    </message>
    <message>
        <source>Free some space on that disk; nothing that was saved before is lost.</source>
        <translation>그 디스크의 공간을 비우십시오. 전에 저장한 것은 잃지 않습니다.</translation>
    </message>
    <message>
        <source>The file %1 refused a statement.</source>
        <translation>데이터베이스 파일이 문장을 거부했습니다: %1</translation>
    </message>
    <message>
        <source>Report it with the details.</source>
        <translation>세부 정보와 함께 알려 주십시오.</translation>
    </message>
    <message>
        <source>The file %1 is the database of another program.</source>
        <translation>다른 프로그램의 데이터베이스 파일입니다: %1</translation>
    </message>
    <message>
        <source>Start with another folder: `rowcast --data-dir DIR`.</source>
        <translation>다른 폴더로 시작하십시오: `rowcast --data-dir DIR`</translation>
    </message>
    <message>
        <source>The file %1 was written by a newer Rowcast.</source>
        <translation>더 새로운 Rowcast가 쓴 파일입니다: %1</translation>
    </message>
    <message>
        <source>Start that newer Rowcast, or use another folder with this one: `rowcast --data-dir DIR`.</source>
        <translation>더 새로운 Rowcast를 시작하거나, 이 버전에는 다른 폴더를 쓰십시오: `rowcast --data-dir DIR`</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is not installed.</source>
        <translation>Qt의 SQLite 드라이버가 설치되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Install it: `sudo apt-get install libqt6sql6-sqlite`.</source>
        <translation>설치하십시오: `sudo apt-get install libqt6sql6-sqlite`</translation>
    </message>
</context>
<context>
    <name>Task</name>
    <message>
        <source>Task %1 cannot be resumed: topic %2 holds no checkpoint of it.</source>
        <translation>태스크 %1: 토픽 %2에 체크포인트가 없어서 재개할 수 없습니다.</translation>
    </message>
    <message>
        <source>Start it with `--start-type start-replication`, or name the checkpoint topic that it used before in `RowcastSettings.CheckpointTopic`.</source>
        <translation>`--start-type start-replication`으로 시작하거나, 전에 쓰던 체크포인트 토픽을 `RowcastSettings.CheckpointTopic`에 지정하십시오.</translation>
    </message>
    <message>
        <source>The selection rules match no table that the source user may read.</source>
        <translation>선택 규칙과 맞는 테이블 가운데 소스 사용자가 읽을 수 있는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Correct the names in the selection rules (they are case-sensitive), grant SELECT on the tables, or set `ErrorBehavior.FailOnNoTablesCaptured` to false to wait for tables that are created later.</source>
        <translation>선택 규칙의 이름을 고치거나(대문자와 소문자를 구분합니다), 테이블에 SELECT 권한을 부여하거나, `ErrorBehavior.FailOnNoTablesCaptured`를 false로 바꾸어 나중에 만들어질 테이블을 기다리십시오.</translation>
    </message>
</context>
<context>
    <name>TaskErrors</name>
    <message>
        <source>Column %1 of row %2 in %3 has %4 bytes and was cut to LobMaxSize.</source>
        <translation>%3의 행 %2에서 열 %1의 값(%4바이트)을 LobMaxSize에 맞게 잘랐습니다.</translation>
    </message>
    <message>
        <source>Raise `TargetMetadata.LobMaxSize`, or leave it out of the task settings: LOBs are then written whole.</source>
        <translation>`TargetMetadata.LobMaxSize`를 올리거나 태스크 설정에서 빼십시오. 빼면 LOB를 전체 기록합니다.</translation>
    </message>
</context>
<context>
    <name>TaskRecord</name>
    <message>
        <source>The checkpoint of this task cannot be read.</source>
        <translation>이 태스크의 체크포인트를 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Start the task with `--start-type reload-target` to load everything anew, or give it another checkpoint topic.</source>
        <translation>`--start-type reload-target`으로 시작해 모두 새로 로드하거나, 다른 체크포인트 토픽을 지정하십시오.</translation>
    </message>
    <message>
        <source>The checkpoint of this task has format %1; this version of Rowcast reads format %2.</source>
        <translation>이 태스크의 체크포인트 형식은 %1이며, 이 버전의 Rowcast가 읽는 형식은 %2입니다.</translation>
    </message>
    <message>
        <source>Run the task with the newer version that wrote it, or reload the target with this one.</source>
        <translation>그것을 쓴 더 새로운 버전으로 태스크를 실행하거나, 이 버전으로 대상을 다시 로드하십시오.</translation>
    </message>
</context>
<context>
    <name>TaskState</name>
    <message>
        <source>The task is %1; this does not apply now.</source>
        <translation>태스크의 상태가 %1이므로 지금은 할 수 없습니다.</translation>
    </message>
    <message>
        <source>Stop the task first.</source>
        <translation>먼저 태스크를 중지하십시오.</translation>
    </message>
    <message>
        <source>Start or resume the task first.</source>
        <translation>먼저 태스크를 시작하거나 재개하십시오.</translation>
    </message>
</context>
<context>
    <name>Validation</name>
    <message>
        <source>The rows to be compared cannot be kept in %1.</source>
        <translation>비교할 행을 보관할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Free space there, or choose another storage folder of the replication instance: tables and topics need about their own size.</source>
        <translation>그곳의 공간을 확보하거나 복제 인스턴스의 저장소 폴더를 다른 곳으로 바꾸십시오. 테이블과 토픽의 크기만큼 공간이 필요합니다.</translation>
    </message>
</context>
<context>
    <name>rowcast::ConsoleProgram</name>
    <message>
        <source>Starting the demo: a private database and a private broker. A few seconds.</source>
        <translation>데모를 시작하는 중: 전용 데이터베이스와 전용 브로커. 몇 초 걸립니다.</translation>
    </message>
    <message>
        <source>Rowcast</source>
        <translation>Rowcast</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::AboutDialog</name>
    <message>
        <source>About Rowcast</source>
        <translation>Rowcast 정보</translation>
    </message>
    <message>
        <source>Rowcast %1</source>
        <translation>Rowcast %1</translation>
    </message>
    <message>
        <source>Loads tables and follows their changes, and writes them to Apache Kafka as AWS DMS would.</source>
        <translation>테이블을 로드하고 변경 사항을 따라가며, AWS DMS와 같은 형식으로 Apache Kafka에 씁니다.</translation>
    </message>
    <message>
        <source>The Rowcast authors. GNU General Public License, version 3 or later. Built with Qt, librdkafka and the client library of MariaDB or MySQL.</source>
        <translation>The Rowcast authors. GNU 일반 공중 사용 허가서(GPL) 버전 3 이상. Qt, librdkafka, MariaDB 또는 MySQL 클라이언트 라이브러리로 만들었습니다.</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::AssessmentView</name>
    <message>
        <source>Run &amp;premigration assessment</source>
        <translation>마이그레이션 전 평가 실행(&amp;P)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>보고서 복사</translation>
    </message>
    <message>
        <source>Checks the selected tables and the server for what cannot be delivered, or otherwise than expected. Only the catalog is read; the task may run.</source>
        <translation>선택한 테이블과 서버에서, 전달할 수 없거나 예상과 다르게 전달되는 것을 찾습니다. 카탈로그만 읽으므로 태스크가 실행 중이어도 됩니다.</translation>
    </message>
    <message>
        <source>Checks of the premigration assessment</source>
        <translation>마이그레이션 전 평가의 검사 항목</translation>
    </message>
    <message>
        <source>Not assessed yet. The assessment names what no task can deliver from these tables, or otherwise than expected, and what to do about it.</source>
        <translation>아직 평가하지 않았습니다. 평가는 이 테이블에서 어떤 태스크도 전달할 수 없거나 예상과 다르게 전달되는 것을 짚고, 해결 방법을 알려 줍니다.</translation>
    </message>
    <message>
        <source>Assessing %1</source>
        <translation>평가하는 중: %1</translation>
    </message>
    <message>
        <source>Assessed on %1.</source>
        <translation>평가 시각: %1.</translation>
    </message>
    <message>
        <source>The task was edited since.</source>
        <translation>그 뒤에 태스크를 수정했습니다.</translation>
    </message>
    <message>
        <source>Checking the selected tables</source>
        <translation>선택한 테이블을 검사하는 중</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) failed</source>
        <translation>
            <numerusform>검사 %n개 실패</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Passed with %n warning(s)</source>
        <translation>
            <numerusform>통과, 경고 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>All checks passed</source>
        <translation>모든 검사를 통과했습니다</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::AwsImport</name>
    <message>
        <source>The text is no valid JSON.</source>
        <translation>텍스트가 올바른 JSON이 아닙니다.</translation>
    </message>
    <message>
        <source>Paste the output as the AWS CLI prints it with `--output json`.</source>
        <translation>AWS CLI가 `--output json` 옵션으로 출력한 내용을 그대로 붙여 넣으십시오.</translation>
    </message>
    <message>
        <source>There is no DMS endpoint and no replication task in the text.</source>
        <translation>텍스트에 DMS 엔드포인트도 복제 태스크도 없습니다.</translation>
    </message>
    <message>
        <source>Paste the output of `aws dms describe-endpoints` and `aws dms describe-replication-tasks`, one after the other.</source>
        <translation>`aws dms describe-endpoints` 명령과 `aws dms describe-replication-tasks` 명령의 출력을 이어서 붙여 넣으십시오.</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::CloseGuard</name>
    <message>
        <source>Quit Rowcast</source>
        <translation>Rowcast 종료</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) run in this program and stop with it.</source>
        <translation>
            <numerusform>태스크 %n개가 이 프로그램에서 실행 중이며, 종료하면 함께 중지됩니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each stops at a safe point. Resume goes on exactly there.</source>
        <translation>각 태스크는 안전한 지점에서 중지됩니다. 재개하면 바로 그 지점부터 이어집니다.</translation>
    </message>
    <message>
        <source>Stop tasks and quit</source>
        <translation>태스크를 중지하고 종료</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>계속 실행</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::CodeBox</name>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사함</translation>
    </message>
    <message>
        <source>Text to copy</source>
        <translation>복사할 텍스트</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::ConnectionLadder</name>
    <message>
        <source>Cannot connect: %1</source>
        <translation>연결할 수 없음: %1</translation>
    </message>
    <message>
        <source>Testing the connection</source>
        <translation>연결을 테스트하는 중입니다</translation>
    </message>
    <message numerus="yes">
        <source>Works, %n warning(s)</source>
        <translation>
            <numerusform>작동함, 경고 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>Cancel test</source>
        <translation>테스트 취소</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>보고서 복사</translation>
    </message>
    <message>
        <source>Test cancelled</source>
        <translation>테스트를 취소했습니다</translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation>연결 테스트</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::Dashboard</name>
    <message>
        <source>never tested</source>
        <translation>테스트한 적 없음</translation>
    </message>
    <message>
        <source>the last test failed</source>
        <translation>마지막 테스트 실패</translation>
    </message>
    <message>
        <source>edited since the last test</source>
        <translation>마지막 테스트 이후 편집됨</translation>
    </message>
    <message numerus="yes">
        <source>last tested %n day(s) ago</source>
        <translation>
            <numerusform>%n일 전에 마지막으로 테스트함</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowcast::ui::DashboardPage</name>
    <message>
        <source>Dashboard</source>
        <translation>대시보드</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>태스크</translation>
    </message>
    <message>
        <source>Worst lag</source>
        <translation>최대 지연</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Last failures</source>
        <translation>최근 실패</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>이벤트</translation>
    </message>
    <message>
        <source>New migration</source>
        <translation>새 마이그레이션</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) running, no failure</source>
        <translation>
            <numerusform>태스크 %n개 실행 중, 실패 없음</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) running</source>
        <translation>
            <numerusform>태스크 %n개 실행 중</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a failure</source>
        <translation>
            <numerusform>실패 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>A task reads a database and sends what it finds to Kafka.</source>
        <translation>태스크는 데이터베이스를 읽어 Kafka로 보냅니다.</translation>
    </message>
    <message>
        <source>Show tasks</source>
        <translation>태스크 보기</translation>
    </message>
    <message>
        <source>No task follows changes now.</source>
        <translation>지금 변경을 따라가는 태스크가 없습니다.</translation>
    </message>
    <message>
        <source>confirmed by Kafka; %1 read from the sources</source>
        <translation>Kafka가 확인함, 소스에서 읽음: %1</translation>
    </message>
    <message>
        <source>No task is running.</source>
        <translation>실행 중인 태스크가 없습니다.</translation>
    </message>
    <message>
        <source>No task has failed.</source>
        <translation>실패한 태스크가 없습니다.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>이유 보기</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>아직 일어난 일이 없습니다.</translation>
    </message>
    <message>
        <source>Checks due</source>
        <translation>필요한 점검</translation>
    </message>
    <message>
        <source>Every endpoint was tested within a week, and what tasks need is held long enough.</source>
        <translation>모든 엔드포인트를 일주일 안에 테스트했고, 태스크에 필요한 것은 충분히 오래 보존됩니다.</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::DefinitionView</name>
    <message>
        <source>Table mappings</source>
        <translation>테이블 매핑</translation>
    </message>
    <message>
        <source>Task settings</source>
        <translation>태스크 설정</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>복사: %1</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::DefinitionsPage</name>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>삭제(&amp;D)</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>삭제함: %1</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::DemoBanner</name>
    <message>
        <source>Demo data: nothing leaves this computer, and nothing is left behind.</source>
        <translation>데모 데이터입니다. 이 컴퓨터 밖으로 나가는 것도, 끝난 뒤 남는 것도 없습니다.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Connect my database</source>
        <translation>내 데이터베이스 연결</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::DetailPane</name>
    <message>
        <source>Row</source>
        <translation>행</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>헤더</translation>
    </message>
    <message>
        <source>Parts of the message</source>
        <translation>메시지의 부분</translation>
    </message>
    <message>
        <source>Choose a message to see all of it.</source>
        <translation>메시지를 선택하면 전체를 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>This message is about no row: see the other tabs.</source>
        <translation>이 메시지는 행에 대한 것이 아닙니다. 다른 탭을 보십시오.</translation>
    </message>
    <message>
        <source>Columns of the row</source>
        <translation>행의 열</translation>
    </message>
    <message>
        <source>Message as a JSON tree</source>
        <translation>JSON 트리로 본 메시지</translation>
    </message>
    <message>
        <source>Message as text</source>
        <translation>텍스트로 본 메시지</translation>
    </message>
    <message>
        <source>Load all</source>
        <translation>모두 불러오기</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>헤더</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>This message has no headers.</source>
        <translation>이 메시지에는 헤더가 없습니다.</translation>
    </message>
    <message>
        <source>Headers of the message</source>
        <translation>메시지의 헤더</translation>
    </message>
    <message>
        <source>Loading all of it</source>
        <translation>모두 불러오는 중입니다</translation>
    </message>
    <message>
        <source>Partition %1, offset %2</source>
        <translation>파티션 %1, 오프셋 %2</translation>
    </message>
    <message>
        <source>transaction %1</source>
        <translation>트랜잭션 %1</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>키 %1</translation>
    </message>
    <message>
        <source>aborted: a read_committed consumer never sees it</source>
        <translation>중단됨: read_committed 컨슈머에게는 보이지 않음</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Old values: the before image in this message. Changed columns are bold.</source>
        <translation>이전 값: 이 메시지의 변경 전 이미지. 바뀐 열은 굵게 표시합니다.</translation>
    </message>
    <message>
        <source>Old values: the previous message with this key, offset %1. Changed columns are bold.</source>
        <translation>이전 값: 같은 키의 이전 메시지, 오프셋 %1. 바뀐 열은 굵게 표시합니다.</translation>
    </message>
    <message>
        <source>Old values are not known: no before image, and no earlier message of this row was read.</source>
        <translation>이전 값을 알 수 없습니다. 변경 전 이미지가 없고, 이 행의 이전 메시지도 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>The first %1 of %2</source>
        <translation>%2 중 처음 %1</translation>
    </message>
    <message>
        <source>Headers (%1)</source>
        <translation>헤더(%1)</translation>
    </message>
    <message>
        <source>Add %1 to the filter</source>
        <translation>필터에 추가: %1</translation>
    </message>
    <message>
        <source>Compared with partition %1, offset %2 (Ctrl+D ends it). What differs is bold.</source>
        <translation>비교 대상: 파티션 %1, 오프셋 %2(Ctrl+D로 끝냄). 다른 값은 굵게 표시합니다.</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::EditDialog</name>
    <message>
        <source>Sa&amp;ve</source>
        <translation>저장(&amp;V)</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::EndpointDialog</name>
    <message>
        <source>Endpoint: %1</source>
        <translation>엔드포인트: %1</translation>
    </message>
    <message>
        <source>Create source endpoint</source>
        <translation>소스 엔드포인트 생성</translation>
    </message>
    <message>
        <source>Create target endpoint</source>
        <translation>대상 엔드포인트 생성</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>엔드포인트</translation>
    </message>
    <message>
        <source>Test connection looks at everything that a task will need, and changes nothing. A change counts from a task&apos;s next start.</source>
        <translation>연결 테스트는 태스크에 필요한 것을 모두 확인하며 아무것도 바꾸지 않습니다. 변경한 내용은 태스크를 다음에 시작할 때부터 적용됩니다.</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>엔드포인트</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::EndpointForm</name>
    <message>
        <source>There is an endpoint of this name already.</source>
        <translation>같은 이름의 엔드포인트가 이미 있습니다.</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::EndpointModel</name>
    <message>
        <source>Not tested</source>
        <translation>테스트하지 않음</translation>
    </message>
    <message>
        <source>Edited since the last test</source>
        <translation>마지막 테스트 이후 편집됨</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>유형</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>엔진</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Last test</source>
        <translation>마지막 테스트</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>테스트 시각</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>태스크</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::EndpointStep</name>
    <message>
        <source>Source endpoint</source>
        <translation>소스 엔드포인트</translation>
    </message>
    <message>
        <source>The database that rows and changes come from.</source>
        <translation>행과 변경 사항을 읽어 올 데이터베이스입니다.</translation>
    </message>
    <message>
        <source>Where the server is, and the account that reads it. Test connection looks at everything that a task will need, and changes nothing.</source>
        <translation>서버의 위치와 서버를 읽을 계정입니다. 연결 테스트는 태스크에 필요한 것을 모두 확인하며 아무것도 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>Endpoints: source endpoint</source>
        <translation>엔드포인트: 소스 엔드포인트</translation>
    </message>
    <message>
        <source>The usual reasons: port 3306 is closed in the security group, the account may not come from this host, the binary log is off.</source>
        <translation>흔한 원인: 보안 그룹에서 포트 3306이 닫혀 있거나, 계정이 이 호스트에서 접속할 수 없거나, 바이너리 로그가 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>Target endpoint</source>
        <translation>대상 엔드포인트</translation>
    </message>
    <message>
        <source>The Kafka cluster that messages go to.</source>
        <translation>메시지를 보낼 Kafka 클러스터입니다.</translation>
    </message>
    <message>
        <source>Where the brokers are, what the messages look like, and how surely they are delivered.</source>
        <translation>브로커의 위치, 메시지의 형식, 전송을 보장하는 수준을 정합니다.</translation>
    </message>
    <message>
        <source>Endpoints: target endpoint</source>
        <translation>엔드포인트: 대상 엔드포인트</translation>
    </message>
    <message>
        <source>The usual reasons: port 9092 is closed in the security group, or the brokers advertise names that this computer cannot reach.</source>
        <translation>흔한 원인: 보안 그룹에서 포트 9092가 닫혀 있거나, 브로커가 알리는 주소에 이 컴퓨터가 접속할 수 없습니다.</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>사용할 항목(&amp;U)</translation>
    </message>
    <message>
        <source>A new endpoint</source>
        <translation>새 엔드포인트</translation>
    </message>
    <message>
        <source>The endpoint %1 was deleted meanwhile.</source>
        <translation>그사이에 엔드포인트가 삭제되었습니다: %1</translation>
    </message>
    <message>
        <source>Choose another one, or make a new one.</source>
        <translation>다른 엔드포인트를 선택하거나 새로 만드십시오.</translation>
    </message>
    <message>
        <source>Last test: %1</source>
        <translation>마지막 테스트: %1</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::EndpointsPage</name>
    <message>
        <source>Endpoints</source>
        <translation>엔드포인트</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>연결 테스트(&amp;T)</translation>
    </message>
    <message>
        <source>Create &amp;source endpoint</source>
        <translation>소스 엔드포인트 생성(&amp;S)</translation>
    </message>
    <message>
        <source>Endpoints say where rows come from and where messages go to.</source>
        <translation>엔드포인트는 행을 어디에서 읽고 메시지를 어디로 보낼지 나타냅니다.</translation>
    </message>
    <message>
        <source>Create tar&amp;get endpoint</source>
        <translation>대상 엔드포인트 생성(&amp;G)</translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>엔드포인트 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>the last test of %n failed</source>
        <translation>
            <numerusform>%n개는 마지막 테스트에 실패</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowcast::ui::FailureBanner</name>
    <message>
        <source>Check again</source>
        <translation>다시 확인</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>재개</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>보고서 복사</translation>
    </message>
    <message>
        <source>Open log here</source>
        <translation>이 지점의 로그 열기</translation>
    </message>
    <message>
        <source>Since %1.</source>
        <translation>%1부터.</translation>
    </message>
    <message>
        <source>Failure: %1</source>
        <translation>실패: %1</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::FailureDialog</name>
    <message>
        <source>Failure</source>
        <translation>실패</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::FieldChangeModel</name>
    <message>
        <source>(not known)</source>
        <translation>(알 수 없음)</translation>
    </message>
    <message>
        <source>(not in the message)</source>
        <translation>(메시지에 없음)</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>바뀜</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>After</source>
        <translation>이후</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::FilterLine</name>
    <message>
        <source>Filter: words, op:update, table:gift, key:42, data.price:&gt;10, tx:8589934811</source>
        <translation>필터: 단어, op:update, table:gift, key:42, data.price:&gt;10, tx:8589934811</translation>
    </message>
    <message>
        <source>Filter messages</source>
        <translation>메시지 필터</translation>
    </message>
    <message>
        <source>Words are looked for in key, value and headers. Terms: %1 A minus before a term negates it.</source>
        <translation>단어는 키, 값, 헤더에서 찾습니다. 조건: %1 조건 앞에 빼기 기호를 붙이면 반대가 됩니다.</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::FilterReader</name>
    <message>
        <source>There is no operation %1. There are load, insert, update, delete, control and tombstone.</source>
        <translation>이런 작업은 없습니다: %1. load, insert, update, delete, control, tombstone이 있습니다.</translation>
    </message>
    <message>
        <source>%1 is no whole number.</source>
        <translation>정수가 아닙니다: %1</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::FirstRun</name>
    <message>
        <source>From database changes to Kafka messages</source>
        <translation>데이터베이스의 변경을 Kafka 메시지로</translation>
    </message>
    <message>
        <source>Rowcast loads the tables you choose, follows every change, and writes the messages that AWS DMS would write.</source>
        <translation>선택한 테이블을 로드하고, 모든 변경을 따라가며, AWS DMS와 같은 메시지를 씁니다.</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>데모 사용해 보기</translation>
    </message>
    <message>
        <source>A small shop in a private database and a private broker. Nothing to set up, nothing is left behind.</source>
        <translation>전용 데이터베이스와 전용 브로커로 된 작은 상점입니다. 설정할 것도, 끝난 뒤 남는 것도 없습니다.</translation>
    </message>
    <message>
        <source>Connect my database</source>
        <translation>내 데이터베이스 연결</translation>
    </message>
    <message>
        <source>The wizard asks for the source, the target and the tables, and tests both connections.</source>
        <translation>마법사가 소스와 대상과 테이블을 묻고, 두 연결을 모두 테스트합니다.</translation>
    </message>
    <message>
        <source>Import from AWS</source>
        <translation>AWS에서 가져오기</translation>
    </message>
    <message>
        <source>Paste what the AWS CLI prints of your DMS endpoints and task, and go on from there.</source>
        <translation>AWS CLI가 출력한 DMS 엔드포인트와 태스크를 붙여 넣고 거기서부터 이어 갑니다.</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::FormSection</name>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>접힘</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::HelpColumn</name>
    <message>
        <source>In the DMS console</source>
        <translation>DMS 콘솔에서는</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>예</translation>
    </message>
    <message>
        <source>What goes wrong</source>
        <translation>흔한 문제</translation>
    </message>
    <message>
        <source>Help about the field in focus</source>
        <translation>현재 필드 도움말</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::Identifier</name>
    <message>
        <source>An identifier is needed.</source>
        <translation>식별자가 필요합니다.</translation>
    </message>
    <message>
        <source>An identifier begins with a letter.</source>
        <translation>식별자는 영문자로 시작합니다.</translation>
    </message>
    <message>
        <source>An identifier has only letters, digits and hyphens (A-Z, a-z, 0-9, -).</source>
        <translation>식별자에는 영문자, 숫자, 하이픈(A-Z, a-z, 0-9, -)만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>An identifier has no two hyphens in a row and none at its end.</source>
        <translation>식별자에는 하이픈을 연달아 쓸 수 없고, 하이픈으로 끝낼 수도 없습니다.</translation>
    </message>
    <message>
        <source>The identifier is longer than %1 characters.</source>
        <translation>식별자가 %1자보다 깁니다.</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::ImportDialog</name>
    <message>
        <source>Import from AWS</source>
        <translation>AWS에서 가져오기</translation>
    </message>
    <message>
        <source>Run these commands where the AWS CLI is set up, and paste what they print. Passwords are not part of it.</source>
        <translation>AWS CLI가 설정된 곳에서 다음 명령을 실행하고 출력을 붙여 넣으십시오. 암호는 포함되지 않습니다.</translation>
    </message>
    <message>
        <source>What the AWS CLI printed</source>
        <translation>AWS CLI의 출력</translation>
    </message>
    <message>
        <source>Paste here</source>
        <translation>여기에 붙여 넣기</translation>
    </message>
    <message>
        <source>&amp;Open file</source>
        <translation>파일 열기(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>가져오기(&amp;I)</translation>
    </message>
    <message>
        <source>JSON (*.json);;All files (*)</source>
        <translation>JSON (*.json);;모든 파일 (*)</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::InstanceDialog</name>
    <message>
        <source>Create replication instance</source>
        <translation>복제 인스턴스 생성</translation>
    </message>
    <message>
        <source>Replication instance: %1</source>
        <translation>복제 인스턴스: %1</translation>
    </message>
    <message>
        <source>Replication instance</source>
        <translation>복제 인스턴스</translation>
    </message>
    <message>
        <source>Where tasks run, and what they may use of that computer.</source>
        <translation>태스크를 실행하는 곳과, 그 컴퓨터에서 쓸 수 있는 자원입니다.</translation>
    </message>
    <message>
        <source>Replication instances</source>
        <translation>복제 인스턴스</translation>
    </message>
    <message>
        <source>A changed class counts from a task&apos;s next start.</source>
        <translation>변경한 클래스는 태스크를 다음에 시작할 때부터 적용됩니다.</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::InstanceForm</name>
    <message>
        <source>%1: %2, %3 MiB of memory</source>
        <translation>%1: %2, 메모리 %3 MiB</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>스레드 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>What the instance is called in lists and in the tasks that run on it.</source>
        <translation>목록과 태스크에 표시되는 인스턴스의 이름입니다.</translation>
    </message>
    <message>
        <source>Letters, digits and hyphens only; it begins with a letter.</source>
        <translation>영문자, 숫자, 하이픈만 쓸 수 있으며 영문자로 시작합니다.</translation>
    </message>
    <message>
        <source>Instance class</source>
        <translation>인스턴스 클래스</translation>
    </message>
    <message>
        <source>How many threads load tables at the same time, and how much memory queues and open transactions may take. A reader and a writer thread come on top for each task.</source>
        <translation>테이블을 동시에 로드하는 스레드 수와, 큐와 열린 트랜잭션이 쓸 수 있는 메모리입니다. 태스크마다 읽기 스레드와 쓰기 스레드가 하나씩 더해집니다.</translation>
    </message>
    <message>
        <source>Instance class, where it names a machine: dms.t3.medium</source>
        <translation>인스턴스 클래스(DMS에서는 dms.t3.medium과 같은 머신 이름)</translation>
    </message>
    <message>
        <source>A class that is too large for this computer makes everything slower. Changes beyond the memory wait in the storage folder; nothing is lost.</source>
        <translation>이 컴퓨터에 비해 너무 큰 클래스를 고르면 전체가 느려집니다. 메모리를 넘는 변경은 저장 폴더에서 기다리며 잃는 것은 없습니다.</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>설명(&amp;D)</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>A note for people.</source>
        <translation>사람을 위한 메모입니다.</translation>
    </message>
    <message>
        <source>&amp;Storage folder</source>
        <translation>저장 폴더(&amp;S)</translation>
    </message>
    <message>
        <source>Storage folder</source>
        <translation>저장 폴더</translation>
    </message>
    <message>
        <source>Where transactions lie that are larger than the memory. Empty: this user&apos;s cache folder.</source>
        <translation>메모리보다 큰 트랜잭션을 두는 곳입니다. 비워 두면 이 사용자의 캐시 폴더를 씁니다.</translation>
    </message>
    <message>
        <source>Allocated storage</source>
        <translation>할당된 스토리지</translation>
    </message>
    <message>
        <source>A full disk fails the task; it resumes where it was once there is room.</source>
        <translation>디스크가 가득 차면 태스크가 실패합니다. 공간이 생긴 뒤 재개하면 그 지점부터 이어집니다.</translation>
    </message>
    <message>
        <source>There is a replication instance of this name already.</source>
        <translation>같은 이름의 복제 인스턴스가 이미 있습니다.</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>이름(&amp;M)</translation>
    </message>
    <message>
        <source>Instance c&amp;lass</source>
        <translation>인스턴스 클래스(&amp;L)</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::InstanceModel</name>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>Cache folder</source>
        <translation>캐시 폴더</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Instance class</source>
        <translation>인스턴스 클래스</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>스레드</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Storage folder</source>
        <translation>저장 폴더</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>태스크</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>설명</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::InstanceStep</name>
    <message>
        <source>Replication instance</source>
        <translation>복제 인스턴스</translation>
    </message>
    <message>
        <source>Where the task runs, and what it may use of that computer.</source>
        <translation>태스크를 실행할 곳과, 그 컴퓨터에서 쓸 수 있는 자원을 정합니다.</translation>
    </message>
    <message>
        <source>DMS rents a machine in your VPC. Here it is this computer: tasks run in threads of this program and stop with it.</source>
        <translation>DMS는 VPC 안의 머신을 빌립니다. 여기서는 이 컴퓨터입니다. 태스크는 이 프로그램의 스레드에서 실행되며 프로그램과 함께 중지됩니다.</translation>
    </message>
    <message>
        <source>Replication instances</source>
        <translation>복제 인스턴스</translation>
    </message>
    <message>
        <source>This computer must reach both the database and the brokers: the same VPC, a VPN or a tunnel.</source>
        <translation>이 컴퓨터가 데이터베이스와 브로커에 모두 접속할 수 있어야 합니다. 같은 VPC, VPN, 터널 중 하나가 필요합니다.</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>사용할 항목(&amp;U)</translation>
    </message>
    <message>
        <source>A new replication instance</source>
        <translation>새 복제 인스턴스</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::InstancesPage</name>
    <message>
        <source>Replication instances</source>
        <translation>복제 인스턴스</translation>
    </message>
    <message>
        <source>A replication instance says where tasks run and how much memory they may take.</source>
        <translation>복제 인스턴스는 태스크를 어디에서 실행하고 메모리를 얼마나 쓸지 정합니다.</translation>
    </message>
    <message>
        <source>Create &amp;replication instance</source>
        <translation>복제 인스턴스 생성(&amp;R)</translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s), all on this computer</source>
        <translation>
            <numerusform>인스턴스 %n개, 모두 이 컴퓨터에 있음</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowcast::ui::InterruptionBanner</name>
    <message>
        <source>&amp;Not now</source>
        <translation>나중에(&amp;N)</translation>
    </message>
    <message>
        <source>The tasks stay stopped. Each can be resumed on its own page at any time.</source>
        <translation>태스크는 중지된 상태로 남습니다. 언제든지 각 태스크의 페이지에서 재개할 수 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Rowcast ended unexpectedly on %1 while %n task(s) were running.</source>
        <translation>
            <numerusform>%1에 태스크 %n개를 실행하던 중 Rowcast가 예기치 않게 종료되었습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost. Resumed, each goes on from its checkpoint; one that has none yet starts from its beginning.</source>
        <translation>손실된 데이터는 없습니다. 재개하면 각 태스크가 체크포인트에서 이어지고, 아직 체크포인트가 없는 태스크는 처음부터 시작합니다.</translation>
    </message>
    <message numerus="yes">
        <source>Res&amp;ume %n task(s)</source>
        <translation>
            <numerusform>태스크 %n개 재개(&amp;U)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowcast::ui::JsonTabs</name>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::JsonTreeModel</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>항목 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::KafkaHelp</name>
    <message>
        <source>Endpoint identifier</source>
        <translation>엔드포인트 식별자</translation>
    </message>
    <message>
        <source>What the endpoint is called in lists and tasks.</source>
        <translation>목록과 태스크에 표시되는 엔드포인트의 이름입니다.</translation>
    </message>
    <message>
        <source>Letters, digits and hyphens only; it begins with a letter.</source>
        <translation>영문자, 숫자, 하이픈만 쓸 수 있으며 영문자로 시작합니다.</translation>
    </message>
    <message>
        <source>Brokers</source>
        <translation>브로커</translation>
    </message>
    <message>
        <source>Where to begin: any of the cluster&apos;s brokers, as host:port, several with commas between. The client finds the others by itself.</source>
        <translation>처음 접속할 브로커입니다. 클러스터의 브로커 중 일부를 host:port 형식으로, 여럿이면 쉼표로 구분해 씁니다. 나머지는 클라이언트가 스스로 찾습니다.</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>브로커</translation>
    </message>
    <message>
        <source>The usual trap: the first connection works, but the brokers then name advertised addresses that this computer cannot reach. The test prints both. MSK listens on 9092 (plaintext), 9094 (TLS) and 9096 (SASL/SCRAM).</source>
        <translation>흔한 함정: 첫 접속은 되지만, 이어서 브로커가 알려 주는 주소(advertised listeners)에 이 컴퓨터가 접속할 수 없습니다. 테스트는 두 주소를 모두 보여 줍니다. MSK의 포트는 9092(평문), 9094(TLS), 9096(SASL/SCRAM)입니다.</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>토픽</translation>
    </message>
    <message>
        <source>Where all messages go, if no topic pattern says otherwise. It is created when it is missing and may be created.</source>
        <translation>토픽 패턴이 없으면 모든 메시지가 가는 곳입니다. 토픽이 없고 생성할 권한이 있으면 새로 만듭니다.</translation>
    </message>
    <message>
        <source>Letters, digits, dots, underscores and hyphens; dots and underscores should not be mixed.</source>
        <translation>영문자, 숫자, 점, 밑줄, 하이픈을 씁니다. 점과 밑줄은 섞어 쓰지 않는 것이 좋습니다.</translation>
    </message>
    <message>
        <source>Message format</source>
        <translation>메시지 형식</translation>
    </message>
    <message>
        <source>json: several lines, indented with tabs. json-unformatted: one line for each message.</source>
        <translation>json: 여러 줄, 탭으로 들여쓰기. json-unformatted: 메시지마다 한 줄.</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>전송 보장</translation>
    </message>
    <message>
        <source>Exactly once: a consumer with isolation.level=read_committed sees each change once, whatever was killed on the way. At least once: after an interruption some changes may come again.</source>
        <translation>정확히 한 번: 도중에 무엇이 중단되더라도 isolation.level=read_committed 컨슈머는 각 변경을 한 번만 봅니다. 최소 한 번: 중단된 뒤에는 일부 변경이 다시 올 수 있습니다.</translation>
    </message>
    <message>
        <source>Exactly once needs brokers that allow transactions. DMS itself delivers at least once.</source>
        <translation>정확히 한 번에는 트랜잭션을 허용하는 브로커가 필요합니다. DMS는 최소 한 번 전송합니다.</translation>
    </message>
    <message>
        <source>Security protocol</source>
        <translation>보안 프로토콜</translation>
    </message>
    <message>
        <source>How the connection to the brokers is protected.</source>
        <translation>브로커와의 연결을 보호하는 방법입니다.</translation>
    </message>
    <message>
        <source>A port that expects another protocol is the most frequent reason why the test fails.</source>
        <translation>테스트가 실패하는 가장 흔한 원인은 포트와 프로토콜이 맞지 않는 것입니다.</translation>
    </message>
    <message>
        <source>CA certificate</source>
        <translation>CA 인증서</translation>
    </message>
    <message>
        <source>PEM file of the authority that signed the brokers&apos; certificates, or the PEM text itself. Empty: the authorities that this system trusts.</source>
        <translation>브로커 인증서에 서명한 기관의 PEM 파일이거나 PEM 텍스트 자체입니다. 비워 두면 이 시스템이 신뢰하는 기관을 씁니다.</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>클라이언트 인증서</translation>
    </message>
    <message>
        <source>PEM file of the certificate that this client shows to the brokers.</source>
        <translation>이 클라이언트가 브로커에 제시할 인증서의 PEM 파일입니다.</translation>
    </message>
    <message>
        <source>The certificate&apos;s name is the user that the brokers&apos; access rules speak of.</source>
        <translation>인증서의 이름이 브로커 접근 규칙(ACL)의 사용자가 됩니다.</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>클라이언트 키</translation>
    </message>
    <message>
        <source>PEM file of the certificate&apos;s private key.</source>
        <translation>인증서의 개인 키가 든 PEM 파일입니다.</translation>
    </message>
    <message>
        <source>Key password</source>
        <translation>키 암호</translation>
    </message>
    <message>
        <source>The private key&apos;s password; empty where it has none.</source>
        <translation>개인 키의 암호입니다. 없으면 비워 둡니다.</translation>
    </message>
    <message>
        <source>SASL mechanism</source>
        <translation>SASL 메커니즘</translation>
    </message>
    <message>
        <source>How user name and password are shown to the brokers.</source>
        <translation>사용자 이름과 암호를 브로커에 제시하는 방법입니다.</translation>
    </message>
    <message>
        <source>MSK speaks SCRAM-SHA-512. PLAIN sends the password itself, so it wants TLS.</source>
        <translation>MSK는 SCRAM-SHA-512를 씁니다. PLAIN은 암호를 그대로 보내므로 TLS와 함께 써야 합니다.</translation>
    </message>
    <message>
        <source>SASL user name</source>
        <translation>SASL 사용자 이름</translation>
    </message>
    <message>
        <source>The user that the brokers know.</source>
        <translation>브로커에 등록된 사용자입니다.</translation>
    </message>
    <message>
        <source>The user needs to write to the topics, to describe them, and for exactly once to use transactional ids.</source>
        <translation>토픽에 쓰는 권한과 토픽을 조회하는 권한이 필요하며, 정확히 한 번에는 트랜잭션 ID를 쓰는 권한도 필요합니다.</translation>
    </message>
    <message>
        <source>SASL password</source>
        <translation>SASL 암호</translation>
    </message>
    <message>
        <source>The user&apos;s password. It is kept in the desktop&apos;s keychain, never in a file of Rowcast.</source>
        <translation>사용자의 암호입니다. 데스크톱의 키체인에 보관하며 Rowcast의 파일에는 저장하지 않습니다.</translation>
    </message>
    <message>
        <source>Check the broker&apos;s name</source>
        <translation>브로커 이름 확인</translation>
    </message>
    <message>
        <source>The name in a broker&apos;s certificate must be the name that was connected to.</source>
        <translation>브로커 인증서의 이름이 접속한 이름과 같아야 합니다.</translation>
    </message>
    <message>
        <source>Without it somebody in between could pretend to be the broker.</source>
        <translation>확인하지 않으면 중간에 있는 누군가가 브로커인 척할 수 있습니다.</translation>
    </message>
    <message>
        <source>Include transaction details</source>
        <translation>트랜잭션 세부 정보 포함</translation>
    </message>
    <message>
        <source>Adds transaction-record-id, prev-transaction-id, prev-transaction-record-id, commit-timestamp and stream-position to the metadata of changes.</source>
        <translation>변경의 메타데이터에 transaction-record-id, prev-transaction-id, prev-transaction-record-id, commit-timestamp, stream-position을 더합니다.</translation>
    </message>
    <message>
        <source>Include partition value</source>
        <translation>파티션 값 포함</translation>
    </message>
    <message>
        <source>Adds the key&apos;s value to the metadata as partition-key-value.</source>
        <translation>키의 값을 partition-key-value로 메타데이터에 더합니다.</translation>
    </message>
    <message>
        <source>Put schema and table before the key</source>
        <translation>키 앞에 스키마와 테이블 붙이기</translation>
    </message>
    <message>
        <source>A primary key becomes schema.table.key, so that small tables spread over the partitions.</source>
        <translation>기본 키가 schema.table.key 형식이 되어, 작은 테이블이 여러 파티션에 퍼집니다.</translation>
    </message>
    <message>
        <source>Include table alter operations</source>
        <translation>테이블 변경 작업 포함</translation>
    </message>
    <message>
        <source>A control record tells each change of a table&apos;s definition.</source>
        <translation>테이블 정의가 바뀔 때마다 제어 레코드를 보냅니다.</translation>
    </message>
    <message>
        <source>Include control details</source>
        <translation>제어 세부 정보 포함</translation>
    </message>
    <message>
        <source>Control records hold the table&apos;s and columns&apos; definitions.</source>
        <translation>제어 레코드에 테이블과 열의 정의를 담습니다.</translation>
    </message>
    <message>
        <source>Include NULL and empty</source>
        <translation>NULL과 빈 값 포함</translation>
    </message>
    <message>
        <source>Columns that are NULL or an empty text stand in the message. Else they are left out.</source>
        <translation>NULL이거나 빈 문자열인 열도 메시지에 넣습니다. 그렇지 않으면 뺍니다.</translation>
    </message>
    <message>
        <source>Without it a consumer cannot tell NULL from an empty text.</source>
        <translation>포함하지 않으면 컨슈머가 NULL과 빈 문자열을 구분할 수 없습니다.</translation>
    </message>
    <message>
        <source>Largest message</source>
        <translation>최대 메시지 크기</translation>
    </message>
    <message>
        <source>The largest message that may be sent, in bytes.</source>
        <translation>보낼 수 있는 가장 큰 메시지의 크기(바이트)입니다.</translation>
    </message>
    <message>
        <source>The topic&apos;s own limit max.message.bytes counts too.</source>
        <translation>토픽의 제한 max.message.bytes도 함께 적용됩니다.</translation>
    </message>
    <message>
        <source>Binary without 0x</source>
        <translation>0x 없는 바이너리</translation>
    </message>
    <message>
        <source>Binary values are written as hex digits alone.</source>
        <translation>바이너리 값을 16진수 숫자만으로 씁니다.</translation>
    </message>
    <message>
        <source>Large integers in full</source>
        <translation>큰 정수를 모두 표기</translation>
    </message>
    <message>
        <source>Large integers are written with all digits. DMS writes them in scientific notation unless this is on.</source>
        <translation>큰 정수를 모든 자릿수로 씁니다. DMS는 이 설정이 꺼져 있으면 지수 표기로 씁니다.</translation>
    </message>
    <message>
        <source>Topic pattern</source>
        <translation>토픽 패턴</translation>
    </message>
    <message>
        <source>A topic for each table: ${schema} and ${table} are replaced. Empty: the topic above.</source>
        <translation>테이블마다 다른 토픽을 씁니다. ${schema}와 ${table} 부분이 바뀝니다. 비워 두면 위의 토픽을 씁니다.</translation>
    </message>
    <message>
        <source>The user must be allowed to create topics, or they must be there.</source>
        <translation>사용자에게 토픽 생성 권한이 있거나, 토픽이 이미 있어야 합니다.</translation>
    </message>
    <message>
        <source>Key rule</source>
        <translation>키 규칙</translation>
    </message>
    <message>
        <source>DMS: loads have the primary key, changes the key schema.table, so that each table&apos;s changes stay in order in one partition. Primary key: loads and changes have the primary key, so that all messages of a row lie in one partition.</source>
        <translation>DMS: 로드에는 기본 키, 변경에는 schema.table 키를 써서 테이블마다 변경이 한 파티션에 순서대로 놓입니다. 기본 키: 로드와 변경에 모두 기본 키를 써서 한 행의 메시지가 모두 한 파티션에 놓입니다.</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>헤더</translation>
    </message>
    <message>
        <source>Schema, table and operation stand in the message&apos;s headers too.</source>
        <translation>스키마, 테이블, 작업을 메시지 헤더에도 넣습니다.</translation>
    </message>
    <message>
        <source>Tombstones</source>
        <translation>툼스톤</translation>
    </message>
    <message>
        <source>A delete is followed by a message without value, so that compacted topics forget the row.</source>
        <translation>삭제 뒤에 값이 없는 메시지를 보내서, 압축되는 토픽에서 그 행이 사라지게 합니다.</translation>
    </message>
    <message>
        <source>Consumers written for DMS do not expect them.</source>
        <translation>DMS용으로 만든 컨슈머는 이런 메시지를 예상하지 않습니다.</translation>
    </message>
    <message>
        <source>Transaction boundaries</source>
        <translation>트랜잭션 경계</translation>
    </message>
    <message>
        <source>Messages that tell where a source transaction begins and ends.</source>
        <translation>소스 트랜잭션의 시작과 끝을 알리는 메시지입니다.</translation>
    </message>
    <message>
        <source>Checkpoint topic</source>
        <translation>체크포인트 토픽</translation>
    </message>
    <message>
        <source>Where the task keeps how far it came. One partition, compacted; created when missing.</source>
        <translation>태스크가 어디까지 처리했는지 보관하는 곳입니다. 파티션이 하나인 압축 토픽이며, 없으면 새로 만듭니다.</translation>
    </message>
    <message>
        <source>Partitions of new topics</source>
        <translation>새 토픽의 파티션 수</translation>
    </message>
    <message>
        <source>How many partitions topics get that Rowcast creates.</source>
        <translation>Rowcast가 만드는 토픽의 파티션 수입니다.</translation>
    </message>
    <message>
        <source>Replication factor of new topics</source>
        <translation>새 토픽의 복제 계수</translation>
    </message>
    <message>
        <source>On how many brokers each partition lies.</source>
        <translation>각 파티션을 두는 브로커의 수입니다.</translation>
    </message>
    <message>
        <source>It cannot be larger than the number of brokers.</source>
        <translation>브로커 수보다 클 수 없습니다.</translation>
    </message>
    <message>
        <source>Settings of new topics</source>
        <translation>새 토픽의 설정</translation>
    </message>
    <message>
        <source>Kafka&apos;s topic settings, one name=value a line.</source>
        <translation>Kafka의 토픽 설정을 한 줄에 하나씩 name=value 형식으로 씁니다.</translation>
    </message>
    <message>
        <source>Producer properties</source>
        <translation>프로듀서 속성</translation>
    </message>
    <message>
        <source>Settings of librdkafka, one name=value a line.</source>
        <translation>librdkafka의 설정을 한 줄에 하나씩 name=value 형식으로 씁니다.</translation>
    </message>
    <message>
        <source>Settings that the promises depend on (acks, idempotence, transactional.id) are refused.</source>
        <translation>전송 보장에 필요한 설정(acks, idempotence, transactional.id)은 받지 않습니다.</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::KafkaSecurityForm</name>
    <message>
        <source>plaintext: no protection</source>
        <translation>plaintext: 보호하지 않음</translation>
    </message>
    <message>
        <source>ssl-encryption: TLS</source>
        <translation>ssl-encryption: TLS</translation>
    </message>
    <message>
        <source>ssl-authentication: mutual TLS</source>
        <translation>ssl-authentication: 상호 TLS</translation>
    </message>
    <message>
        <source>sasl-ssl: user and password over TLS</source>
        <translation>sasl-ssl: TLS 위의 사용자와 암호</translation>
    </message>
    <message>
        <source>sasl-plaintext: user and password without TLS</source>
        <translation>sasl-plaintext: TLS 없는 사용자와 암호</translation>
    </message>
    <message>
        <source>SASL &amp;mechanism</source>
        <translation>SASL 메커니즘(&amp;M)</translation>
    </message>
    <message>
        <source>SASL &amp;user name</source>
        <translation>SASL 사용자 이름(&amp;U)</translation>
    </message>
    <message>
        <source>SASL pass&amp;word</source>
        <translation>SASL 암호(&amp;W)</translation>
    </message>
    <message>
        <source>The system&apos;s authorities</source>
        <translation>시스템의 인증 기관</translation>
    </message>
    <message>
        <source>C&amp;lient certificate</source>
        <translation>클라이언트 인증서(&amp;L)</translation>
    </message>
    <message>
        <source>Client &amp;key</source>
        <translation>클라이언트 키(&amp;K)</translation>
    </message>
    <message>
        <source>Key passwor&amp;d</source>
        <translation>키 암호(&amp;D)</translation>
    </message>
    <message>
        <source>The SASL user name is missing.</source>
        <translation>SASL 사용자 이름이 없습니다.</translation>
    </message>
    <message>
        <source>The SASL password is missing.</source>
        <translation>SASL 암호가 없습니다.</translation>
    </message>
    <message>
        <source>Mutual TLS needs a client certificate.</source>
        <translation>상호 TLS에는 클라이언트 인증서가 필요합니다.</translation>
    </message>
    <message>
        <source>Mutual TLS needs the certificate&apos;s private key.</source>
        <translation>상호 TLS에는 인증서의 개인 키가 필요합니다.</translation>
    </message>
    <message>
        <source>Securit&amp;y protocol</source>
        <translation>보안 프로토콜(&amp;Y)</translation>
    </message>
    <message>
        <source>C&amp;A certificate</source>
        <translation>CA 인증서(&amp;A)</translation>
    </message>
    <message>
        <source>Check the broker&apos;s na&amp;me</source>
        <translation>브로커 이름 확인(&amp;M)</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::LadderStep</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Hide cause and remedy of: %1</source>
        <translation>원인과 해결 방법 숨기기: %1</translation>
    </message>
    <message>
        <source>Show cause and remedy of: %1</source>
        <translation>원인과 해결 방법 보기: %1</translation>
    </message>
    <message>
        <source>Hide cause and remedy</source>
        <translation>원인과 해결 방법 숨기기</translation>
    </message>
    <message>
        <source>Show cause and remedy</source>
        <translation>원인과 해결 방법 보기</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::LogModel</name>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>수준</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>구성 요소</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>디버그</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::LogView</name>
    <message>
        <source>Fo&amp;llow</source>
        <translation>따라가기(&amp;L)</translation>
    </message>
    <message>
        <source>Debug and above</source>
        <translation>디버그 이상</translation>
    </message>
    <message>
        <source>Information and above</source>
        <translation>정보 이상</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>경고와 오류</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>수준</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>로그에서 찾기</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>No lines yet. The log begins when the task starts while this window is open.</source>
        <translation>아직 로그가 없습니다. 이 창이 열려 있는 동안 태스크를 시작하면 로그가 나옵니다.</translation>
    </message>
    <message>
        <source>Log of the task</source>
        <translation>태스크의 로그</translation>
    </message>
    <message>
        <source>Line of the log</source>
        <translation>로그 줄</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Actions</source>
        <translation>작업(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;New migration</source>
        <translation>새 마이그레이션(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Import from AWS</source>
        <translation>AWS에서 가져오기(&amp;I)</translation>
    </message>
    <message>
        <source>Ctrl+Shift+I</source>
        <translation>Ctrl+Shift+I</translation>
    </message>
    <message>
        <source>Try the &amp;demo</source>
        <translation>데모 사용해 보기(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>종료(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Fold the navigation</source>
        <translation>탐색 접기(&amp;F)</translation>
    </message>
    <message>
        <source>Full &amp;screen</source>
        <translation>전체 화면(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>테마(&amp;T)</translation>
    </message>
    <message>
        <source>As the des&amp;ktop</source>
        <translation>데스크톱과 같게(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>밝게(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>어둡게(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>언어(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>키보드 단축키(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Rowcast</source>
        <translation>Rowcast 정보(&amp;A)</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::MainWindow</name>
    <message>
        <source>Rowcast</source>
        <translation>Rowcast</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::MessageTable</name>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::MessageTexts</name>
    <message>
        <source>(no value)</source>
        <translation>(값 없음)</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>로드</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>삽입</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>업데이트</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Control: %1</source>
        <translation>제어: %1</translation>
    </message>
    <message>
        <source>Tombstone: no value</source>
        <translation>툼스톤: 값 없음</translation>
    </message>
    <message>
        <source>%1 B</source>
        <comment>bytes</comment>
        <translation>%1 B</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::MigrationWizard</name>
    <message>
        <source>New migration</source>
        <translation>새 마이그레이션</translation>
    </message>
    <message>
        <source>Your draft is back, without passwords.</source>
        <translation>작성하던 내용을 되살렸습니다. 암호는 다시 입력해야 합니다.</translation>
    </message>
    <message>
        <source>Taken over from the imported document.</source>
        <translation>가져온 문서의 내용입니다.</translation>
    </message>
    <message>
        <source>Task created: %1</source>
        <translation>태스크 생성됨: %1</translation>
    </message>
    <message>
        <source>Task created and started: %1</source>
        <translation>태스크 생성 및 시작됨: %1</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::MySqlHelp</name>
    <message>
        <source>Endpoint identifier</source>
        <translation>엔드포인트 식별자</translation>
    </message>
    <message>
        <source>What the endpoint is called in lists and tasks.</source>
        <translation>목록과 태스크에 표시되는 엔드포인트의 이름입니다.</translation>
    </message>
    <message>
        <source>Letters, digits and hyphens only; it begins with a letter.</source>
        <translation>영문자, 숫자, 하이픈만 쓸 수 있으며 영문자로 시작합니다.</translation>
    </message>
    <message>
        <source>Source engine</source>
        <translation>소스 엔진</translation>
    </message>
    <message>
        <source>Which kind of server this is. The test finds out by itself and says so where it is another one.</source>
        <translation>서버의 종류입니다. 테스트가 스스로 알아내며, 다른 종류이면 알려 줍니다.</translation>
    </message>
    <message>
        <source>Aurora Serverless v1 has no binary log: full load works, changes do not.</source>
        <translation>Aurora Serverless v1에는 바이너리 로그가 없습니다. 전체 로드는 되지만 변경 복제는 되지 않습니다.</translation>
    </message>
    <message>
        <source>Server name</source>
        <translation>서버 이름</translation>
    </message>
    <message>
        <source>Host name or address of the server. A whole mysql:// or JDBC address can be pasted: it is taken apart into the fields below.</source>
        <translation>서버의 호스트 이름이나 주소입니다. mysql:// 또는 JDBC 주소 전체를 붙여 넣으면 아래 필드로 나누어 넣습니다.</translation>
    </message>
    <message>
        <source>For Aurora: the cluster (writer) endpoint. A reader has no binary log. A name that does not resolve often belongs to another network.</source>
        <translation>Aurora에서는 클러스터(라이터) 엔드포인트를 씁니다. 리더에는 바이너리 로그가 없습니다. 해석되지 않는 이름은 다른 네트워크의 이름인 경우가 많습니다.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>The server&apos;s TCP port.</source>
        <translation>서버의 TCP 포트입니다.</translation>
    </message>
    <message>
        <source>A time-out means that a security group or firewall drops packets: allow inbound TCP on this port from the address of this computer. A refusal means that no server listens there.</source>
        <translation>시간 초과는 보안 그룹이나 방화벽이 패킷을 버린다는 뜻입니다. 이 컴퓨터의 주소에서 이 포트로 들어오는 TCP를 허용하십시오. 거부는 그 포트에서 듣는 서버가 없다는 뜻입니다.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>사용자 이름</translation>
    </message>
    <message>
        <source>An account that may read the tables and, to follow changes, the binary log.</source>
        <translation>테이블을 읽을 수 있고, 변경을 따라가려면 바이너리 로그도 읽을 수 있는 계정입니다.</translation>
    </message>
    <message>
        <source>The account may be limited to other hosts than this computer, or lack REPLICATION SLAVE. The test says exactly which grant is missing.</source>
        <translation>계정이 다른 호스트로 제한되어 있거나 REPLICATION SLAVE 권한이 없을 수 있습니다. 테스트가 빠진 권한을 정확히 알려 줍니다.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>암호</translation>
    </message>
    <message>
        <source>The account&apos;s password. It is kept in the desktop&apos;s keychain, never in a file of Rowcast, never in a log or an export.</source>
        <translation>계정의 암호입니다. 데스크톱의 키체인에 보관하며 Rowcast의 파일, 로그, 내보낸 문서에는 남기지 않습니다.</translation>
    </message>
    <message>
        <source>An account with caching_sha2_password wants TLS, or that the server&apos;s public key may be fetched.</source>
        <translation>caching_sha2_password 계정에는 TLS가 필요하거나, 서버의 공개 키를 받아 올 수 있어야 합니다.</translation>
    </message>
    <message>
        <source>Secure Socket Layer mode</source>
        <translation>보안 소켓 계층(SSL) 모드</translation>
    </message>
    <message>
        <source>none: no TLS. require: TLS without looking at the certificate. verify-ca: the certificate is signed by the authority below. verify-full: its name fits the server too.</source>
        <translation>none: TLS를 쓰지 않습니다. require: 인증서를 확인하지 않는 TLS입니다. verify-ca: 아래 기관이 서명한 인증서여야 합니다. verify-full: 인증서의 이름도 서버와 맞아야 합니다.</translation>
    </message>
    <message>
        <source>Secure Socket Layer (SSL) mode</source>
        <translation>보안 소켓 계층(SSL) 모드</translation>
    </message>
    <message>
        <source>A server with require_secure_transport=ON refuses none. verify-full wants the name that stands in the certificate, not an address.</source>
        <translation>require_secure_transport=ON인 서버는 none을 거부합니다. verify-full에는 주소가 아니라 인증서에 있는 이름을 써야 합니다.</translation>
    </message>
    <message>
        <source>CA certificate</source>
        <translation>CA 인증서</translation>
    </message>
    <message>
        <source>PEM file of the authority that signed the server&apos;s certificate, or the PEM text itself.</source>
        <translation>서버 인증서에 서명한 기관의 PEM 파일이거나 PEM 텍스트 자체입니다.</translation>
    </message>
    <message>
        <source>For RDS and Aurora: the global bundle that AWS offers for download.</source>
        <translation>RDS와 Aurora에서는 AWS가 내려받도록 제공하는 글로벌 번들을 씁니다.</translation>
    </message>
    <message>
        <source>Database name</source>
        <translation>데이터베이스 이름</translation>
    </message>
    <message>
        <source>A note only: the table mappings choose schemas and tables.</source>
        <translation>메모일 뿐입니다. 스키마와 테이블은 테이블 매핑에서 선택합니다.</translation>
    </message>
    <message>
        <source>Server time zone</source>
        <translation>서버 시간대</translation>
    </message>
    <message>
        <source>The zone that the server&apos;s DATETIME values are meant in. DATETIME has no zone of its own, and DMS marks it with Z.</source>
        <translation>서버의 DATETIME 값이 뜻하는 시간대입니다. DATETIME에는 시간대가 없으며 DMS는 Z를 붙입니다.</translation>
    </message>
    <message>
        <source>ServerTimezone</source>
        <translation>ServerTimezone</translation>
    </message>
    <message>
        <source>Left empty where the server&apos;s zone is not UTC, DATETIME values look as if they were UTC. The test warns about it.</source>
        <translation>서버의 시간대가 UTC가 아닌데 비워 두면 DATETIME 값이 UTC처럼 보입니다. 테스트가 이를 경고합니다.</translation>
    </message>
    <message>
        <source>After connect script</source>
        <translation>연결 후 스크립트</translation>
    </message>
    <message>
        <source>SQL that runs after each connect, before anything else.</source>
        <translation>연결할 때마다 가장 먼저 실행하는 SQL입니다.</translation>
    </message>
    <message>
        <source>AfterConnectScript</source>
        <translation>AfterConnectScript</translation>
    </message>
    <message>
        <source>An error in it fails the connection.</source>
        <translation>스크립트에 오류가 있으면 연결이 실패합니다.</translation>
    </message>
    <message>
        <source>Events poll interval</source>
        <translation>이벤트 폴링 간격</translation>
    </message>
    <message>
        <source>How long to wait at most for the binary log when it is idle, in seconds.</source>
        <translation>바이너리 로그에 새 이벤트가 없을 때 기다리는 최대 시간(초)입니다.</translation>
    </message>
    <message>
        <source>EventsPollInterval</source>
        <translation>EventsPollInterval</translation>
    </message>
    <message>
        <source>Execute timeout</source>
        <translation>실행 제한 시간</translation>
    </message>
    <message>
        <source>How long a statement may take, in seconds.</source>
        <translation>문장 하나를 실행할 수 있는 시간(초)입니다.</translation>
    </message>
    <message>
        <source>ExecuteTimeout</source>
        <translation>ExecuteTimeout</translation>
    </message>
    <message>
        <source>Connection timeout</source>
        <translation>연결 제한 시간</translation>
    </message>
    <message>
        <source>How long connecting may take, in seconds.</source>
        <translation>연결을 맺을 수 있는 시간(초)입니다.</translation>
    </message>
    <message>
        <source>ConnectionTimeout (extra connection attribute)</source>
        <translation>ConnectionTimeout(추가 연결 속성)</translation>
    </message>
    <message>
        <source>Read definitions again on mismatch</source>
        <translation>정의가 맞지 않으면 다시 읽기</translation>
    </message>
    <message>
        <source>When rows of the binary log do not fit the known definition of their table, the definition is read again from the server.</source>
        <translation>바이너리 로그의 행이 알고 있는 테이블 정의와 맞지 않으면 서버에서 정의를 다시 읽습니다.</translation>
    </message>
    <message>
        <source>CleanSourceMetadataOnMismatch</source>
        <translation>CleanSourceMetadataOnMismatch</translation>
    </message>
    <message>
        <source>Go on after partition DDL</source>
        <translation>파티션 DDL 뒤에도 계속</translation>
    </message>
    <message>
        <source>A statement about a table&apos;s partitions does not suspend the table.</source>
        <translation>테이블의 파티션에 대한 문장이 있어도 테이블을 일시 중단하지 않습니다.</translation>
    </message>
    <message>
        <source>skipTableSuspensionForPartitionDdl</source>
        <translation>skipTableSuspensionForPartitionDdl</translation>
    </message>
    <message>
        <source>DROP PARTITION removes rows without a change record for each of them.</source>
        <translation>DROP PARTITION으로 없어진 행은 행마다 변경 레코드가 남지 않습니다.</translation>
    </message>
    <message>
        <source>Ignore open XA transactions</source>
        <translation>열린 XA 트랜잭션 무시</translation>
    </message>
    <message>
        <source>The load does not wait for XA transactions that were prepared and never ended.</source>
        <translation>준비(prepare)된 뒤 끝나지 않은 XA 트랜잭션을 로드가 기다리지 않습니다.</translation>
    </message>
    <message>
        <source>IgnoreOpenXaTransactionsCheck</source>
        <translation>IgnoreOpenXaTransactionsCheck</translation>
    </message>
    <message>
        <source>Server id</source>
        <translation>서버 ID</translation>
    </message>
    <message>
        <source>The number by which Rowcast reads the binary log as a replica. Empty: derived from the task&apos;s identifier and moved on where it is taken.</source>
        <translation>Rowcast가 복제본으로서 바이너리 로그를 읽을 때 쓰는 번호입니다. 비워 두면 태스크 식별자에서 만들고, 이미 쓰이고 있으면 다음 번호로 옮깁니다.</translation>
    </message>
    <message>
        <source>Two replicas with the same number throw each other out. The number must be unique among the replicas of this server.</source>
        <translation>번호가 같은 두 복제본은 서로의 연결을 끊습니다. 이 서버의 복제본 사이에서 번호가 겹치지 않아야 합니다.</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::NavigationBar</name>
    <message>
        <source>Fold</source>
        <translation>접기</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>Unfold the navigation</source>
        <translation>탐색 펼치기</translation>
    </message>
    <message>
        <source>Fold the navigation to icons</source>
        <translation>탐색을 아이콘으로 접기</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::PathField</name>
    <message>
        <source>Browse</source>
        <translation>찾아보기</translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.cer *.key);;All files (*)</source>
        <translation>인증서와 키 (*.pem *.crt *.cer *.key);;모든 파일 (*)</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::PauseBar</name>
    <message>
        <source>Follow</source>
        <translation>따라가기</translation>
    </message>
    <message>
        <source>Shows what arrived and goes on with the newest message (End).</source>
        <translation>그사이에 온 것을 보여 주고 최신 메시지를 따라갑니다(End).</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::PipelineView</name>
    <message>
        <source>Source</source>
        <translation>소스</translation>
    </message>
    <message>
        <source>from the server</source>
        <translation>서버에서</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>읽기</translation>
    </message>
    <message>
        <source>%1 behind the source</source>
        <translation>소스보다 %1 뒤</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>큐</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>전체 %1</translation>
    </message>
    <message>
        <source>Writer</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>토픽</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>파이프라인</translation>
    </message>
    <message>
        <source>The queue is full: the writer or the broker is the slowest part.</source>
        <translation>큐가 가득 찼습니다. 쓰기나 브로커가 가장 느립니다.</translation>
    </message>
    <message>
        <source>The reader is behind the source.</source>
        <translation>읽기가 소스보다 뒤처져 있습니다.</translation>
    </message>
    <message>
        <source>%1 on the way</source>
        <translation>전송 중 %1</translation>
    </message>
    <message>
        <source>last commit %1 ms</source>
        <translation>마지막 커밋 %1 ms</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::RelativeTime</name>
    <message>
        <source>just now</source>
        <translation>방금</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1초 전</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1분 전</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1시간 전</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::Retention</name>
    <message>
        <source>at most %1 in each partition</source>
        <translation>파티션마다 최대 %1</translation>
    </message>
    <message>
        <source>room for %1 of %2 left</source>
        <translation>남은 공간 %1 / %2</translation>
    </message>
    <message>
        <source>at most %1 in all</source>
        <translation>모두 합쳐 최대 %1</translation>
    </message>
    <message>
        <source>purged as soon as possible: after a stop the task may not be able to go on</source>
        <translation>가능한 한 빨리 삭제됨: 중지한 뒤에는 태스크를 이어 가지 못할 수 있음</translation>
    </message>
    <message>
        <source>kept for %1</source>
        <translation>보존 기간 %1</translation>
    </message>
    <message>
        <source>%1 left of %2</source>
        <translation>%2 중 %1 남음</translation>
    </message>
    <message>
        <source>a consumer may pause for %1</source>
        <translation>컨슈머는 %1까지 쉴 수 있음</translation>
    </message>
    <message>
        <source>what the task sent first is deleted in %1 at the earliest</source>
        <translation>태스크가 처음 보낸 것은 빨라도 %1 뒤에 삭제됨</translation>
    </message>
    <message>
        <source>what the task sent first is being deleted</source>
        <translation>태스크가 처음 보낸 것부터 삭제되는 중</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1시간</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1일</translation>
    </message>
    <message>
        <source>kept for good</source>
        <translation>계속 보존됨</translation>
    </message>
    <message>
        <source>topic %1 keeps %2, and deletes what was sent first in %3</source>
        <translation>토픽 %1: 보존 기간 %2, 처음 보낸 것은 %3 뒤에 삭제됨</translation>
    </message>
    <message>
        <source>binlogs are purged as soon as possible</source>
        <translation>바이너리 로그를 가능한 한 빨리 지움</translation>
    </message>
    <message>
        <source>binlogs: %1</source>
        <translation>바이너리 로그: %1</translation>
    </message>
    <message>
        <source>binlog retention %1, task behind by %2</source>
        <translation>바이너리 로그 보존 기간 %1, 태스크가 뒤처진 시간 %2</translation>
    </message>
    <message>
        <source>binlog retention %1, task stopped for %2</source>
        <translation>바이너리 로그 보존 기간 %1, 태스크가 중지된 시간 %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
    <message>
        <source>it may be purged already</source>
        <translation>이미 삭제되었을 수 있음</translation>
    </message>
    <message>
        <source>kept for %1, and the task stands %2 back: it may be purged already</source>
        <translation>보존 기간 %1, 태스크는 %2 전에 머물러 있음: 이미 삭제되었을 수 있음</translation>
    </message>
    <message>
        <source>all of %1 left</source>
        <translation>%1 모두 남음</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::RetentionView</name>
    <message>
        <source>%1: share that is left</source>
        <translation>%1: 남은 비율</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::ReviewStep</name>
    <message>
        <source>Note</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>Endpoint identifier</source>
        <translation>엔드포인트 식별자</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>엔진</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation>연결 테스트</translation>
    </message>
    <message>
        <source>The connection was not tested.</source>
        <translation>연결을 테스트하지 않았습니다.</translation>
    </message>
    <message>
        <source>Target endpoint</source>
        <translation>대상 엔드포인트</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>토픽</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>전송 보장</translation>
    </message>
    <message>
        <source>Exactly once</source>
        <translation>정확히 한 번</translation>
    </message>
    <message>
        <source>At least once</source>
        <translation>최소 한 번</translation>
    </message>
    <message>
        <source>Database migration task</source>
        <translation>데이터베이스 마이그레이션 태스크</translation>
    </message>
    <message>
        <source>Task identifier</source>
        <translation>태스크 식별자</translation>
    </message>
    <message>
        <source>Migration type</source>
        <translation>마이그레이션 유형</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>테이블</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) selected</source>
        <translation>
            <numerusform>테이블 %n개 선택됨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selection rule(s)</source>
        <translation>
            <numerusform>선택 규칙 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Automatically on create</source>
        <translation>생성 시 자동으로</translation>
    </message>
    <message>
        <source>Manually later</source>
        <translation>나중에 수동으로</translation>
    </message>
    <message>
        <source>LOB columns (TEXT, BLOB, JSON) are left out.</source>
        <translation>LOB 열(TEXT, BLOB, JSON)을 제외합니다.</translation>
    </message>
    <message>
        <source>LOB values (TEXT, BLOB, JSON) longer than %1 are cut.</source>
        <translation>%1보다 긴 LOB 값(TEXT, BLOB, JSON)은 잘립니다.</translation>
    </message>
    <message>
        <source>LOB columns</source>
        <translation>LOB 열</translation>
    </message>
    <message>
        <source>Written whole</source>
        <translation>전체 기록</translation>
    </message>
    <message>
        <source>Replication instance</source>
        <translation>복제 인스턴스</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Source endpoint</source>
        <translation>소스 엔드포인트</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>검토</translation>
    </message>
    <message>
        <source>Nothing is created before Create.</source>
        <translation>&apos;생성&apos;을 누르기 전에는 아무것도 만들지 않습니다.</translation>
    </message>
    <message>
        <source>What will be created. The document below is what the DMS API calls these things; it can be given to rowcast-worker as it is, with the passwords added.</source>
        <translation>생성할 내용입니다. 아래 문서는 DMS API의 이름을 쓰며, 암호만 더하면 그대로 rowcast-worker에 줄 수 있습니다.</translation>
    </message>
    <message>
        <source>Create task</source>
        <translation>태스크 생성</translation>
    </message>
    <message>
        <source>Migration document</source>
        <translation>마이그레이션 문서</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::RowDifferenceModel</name>
    <message>
        <source>Differs</source>
        <translation>다름</translation>
    </message>
    <message>
        <source>Missing in the topic</source>
        <translation>토픽에 없음</translation>
    </message>
    <message>
        <source>Only in the topic</source>
        <translation>토픽에만 있음</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>테이블</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>Column: source / topic</source>
        <translation>열: 소스 / 토픽</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::RuleRow</name>
    <message>
        <source>Schema and table</source>
        <translation>스키마와 테이블</translation>
    </message>
    <message>
        <source>Names or patterns: % stands for any run of characters, _ for one character, [ab] for one of several, [_] for the underscore itself. Upper and lower case differ.</source>
        <translation>이름이나 패턴을 씁니다. %는 모든 문자열, _는 한 문자, [ab]는 그중 한 문자, [_]는 밑줄 자체를 뜻합니다. 대문자와 소문자를 구분합니다.</translation>
    </message>
    <message>
        <source>Selection rules: schema name, table name</source>
        <translation>선택 규칙: 스키마 이름, 테이블 이름</translation>
    </message>
    <message>
        <source>An underscore alone matches any character: a_b also takes axb.</source>
        <translation>밑줄은 모든 한 문자와 맞습니다. a_b는 axb와도 맞습니다.</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Include takes the tables, Exclude leaves them out and beats Include. Explicit names exactly one table; where there is one such rule, only explicit ones count.</source>
        <translation>포함은 테이블을 넣고, 제외는 빼며 포함보다 우선합니다. 명시는 정확히 한 테이블을 가리키며, 이런 규칙이 하나라도 있으면 명시 규칙만 적용됩니다.</translation>
    </message>
    <message>
        <source>Selection rules: action</source>
        <translation>선택 규칙: 작업</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>포함</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Explicit</source>
        <translation>명시</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>테이블</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>뷰</translation>
    </message>
    <message>
        <source>Tables and views</source>
        <translation>테이블과 뷰</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>테이블 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Rule %1: action</source>
        <translation>규칙 %1: 작업</translation>
    </message>
    <message>
        <source>Rule %1: schema</source>
        <translation>규칙 %1: 스키마</translation>
    </message>
    <message>
        <source>Rule %1: table</source>
        <translation>규칙 %1: 테이블</translation>
    </message>
    <message>
        <source>Rule %1: tables or views</source>
        <translation>규칙 %1: 테이블 또는 뷰</translation>
    </message>
    <message>
        <source>Remove rule %1</source>
        <translation>규칙 %1 제거</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::ScreenshotTour</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>폴더를 만들 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The picture %1 cannot be written.</source>
        <translation>그림을 저장할 수 없습니다: %1</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::SecretField</name>
    <message>
        <source>Where the password comes from</source>
        <translation>암호를 얻는 곳</translation>
    </message>
    <message>
        <source>Typed here</source>
        <translation>여기에 입력</translation>
    </message>
    <message>
        <source>Environment variable</source>
        <translation>환경 변수</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>암호 보기</translation>
    </message>
    <message>
        <source>The name of the environment variable is missing.</source>
        <translation>환경 변수의 이름이 없습니다.</translation>
    </message>
    <message>
        <source>The path of the file is missing.</source>
        <translation>파일의 경로가 없습니다.</translation>
    </message>
    <message>
        <source>Name of the variable</source>
        <translation>변수의 이름</translation>
    </message>
    <message>
        <source>Read from the environment of this program at each start of a task. Only the name is stored.</source>
        <translation>태스크를 시작할 때마다 이 프로그램의 환경에서 읽습니다. 이름만 저장합니다.</translation>
    </message>
    <message>
        <source>Path of the file</source>
        <translation>파일의 경로</translation>
    </message>
    <message>
        <source>Read at each start of a task. Only the path is stored.</source>
        <translation>태스크를 시작할 때마다 읽습니다. 경로만 저장합니다.</translation>
    </message>
    <message>
        <source>Stored; leave empty to keep it</source>
        <translation>저장되어 있음. 그대로 두려면 비워 두십시오</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::SecretNotes</name>
    <message>
        <source>Kept in this desktop&apos;s keychain.</source>
        <translation>이 데스크톱의 키체인에 보관합니다.</translation>
    </message>
    <message>
        <source>Kept in memory until Rowcast ends, then asked for again.</source>
        <translation>Rowcast가 끝날 때까지 메모리에만 보관하며, 다음에는 다시 묻습니다.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::SettingsStep</name>
    <message>
        <source>Task settings</source>
        <translation>태스크 설정</translation>
    </message>
    <message>
        <source>How the task runs. The defaults suit most migrations.</source>
        <translation>태스크를 실행하는 방법입니다. 대부분의 마이그레이션에는 기본값이 알맞습니다.</translation>
    </message>
    <message>
        <source>What DMS calls task settings, those that do something with Kafka. Only what you change is written into the document.</source>
        <translation>DMS의 태스크 설정 가운데 Kafka에 영향을 주는 것들입니다. 바꾼 것만 문서에 기록합니다.</translation>
    </message>
    <message>
        <source>Task settings: Wizard or JSON editor</source>
        <translation>태스크 설정: 마법사 또는 JSON 편집기</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>하는 일</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::SourceEndpointForm</name>
    <message>
        <source>Endpoint &amp;identifier</source>
        <translation>엔드포인트 식별자(&amp;I)</translation>
    </message>
    <message>
        <source>Source &amp;engine</source>
        <translation>소스 엔진(&amp;E)</translation>
    </message>
    <message>
        <source>Rowcast settings</source>
        <translation>Rowcast 설정</translation>
    </message>
    <message>
        <source>&amp;Database name</source>
        <translation>데이터베이스 이름(&amp;D)</translation>
    </message>
    <message>
        <source>Server i&amp;d</source>
        <translation>서버 ID(&amp;D)</translation>
    </message>
    <message>
        <source>Derived from the task</source>
        <translation>태스크에서 만듦</translation>
    </message>
    <message>
        <source>&amp;Server name</source>
        <translation>서버 이름(&amp;S)</translation>
    </message>
    <message>
        <source>Host name, or paste a mysql:// or JDBC address</source>
        <translation>호스트 이름, 또는 mysql://나 JDBC 주소 붙여 넣기</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>포트(&amp;P)</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>암호(&amp;W)</translation>
    </message>
    <message>
        <source>Secure Socket &amp;Layer mode</source>
        <translation>SSL 모드(&amp;L)</translation>
    </message>
    <message>
        <source>Endpoint settings</source>
        <translation>엔드포인트 설정</translation>
    </message>
    <message>
        <source>Server time &amp;zone</source>
        <translation>서버 시간대(&amp;Z)</translation>
    </message>
    <message>
        <source>The server&apos;s own</source>
        <translation>서버의 시간대</translation>
    </message>
    <message>
        <source>&amp;After connect script</source>
        <translation>연결 후 스크립트(&amp;A)</translation>
    </message>
    <message>
        <source>Events poll &amp;interval</source>
        <translation>이벤트 폴링 간격(&amp;I)</translation>
    </message>
    <message>
        <source>E&amp;xecute timeout</source>
        <translation>실행 제한 시간(&amp;X)</translation>
    </message>
    <message>
        <source> s</source>
        <translation>초</translation>
    </message>
    <message>
        <source>Read definitions again on &amp;mismatch</source>
        <translation>정의가 맞지 않으면 다시 읽기(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Go on after partition DDL</source>
        <translation>파티션 DDL 뒤에도 계속(&amp;G)</translation>
    </message>
    <message>
        <source>The server name is missing.</source>
        <translation>서버 이름이 없습니다.</translation>
    </message>
    <message>
        <source>The user name is missing.</source>
        <translation>사용자 이름이 없습니다.</translation>
    </message>
    <message>
        <source>The mode %1 needs the certificate of the authority.</source>
        <translation>이 모드에는 인증 기관의 인증서가 필요합니다: %1</translation>
    </message>
    <message>
        <source>There is no time zone of this name. Example: Asia/Seoul.</source>
        <translation>이런 이름의 시간대가 없습니다. 예: Asia/Seoul</translation>
    </message>
    <message>
        <source>The server id is a number from 1 to 4294967295.</source>
        <translation>서버 ID는 1부터 4294967295까지의 숫자입니다.</translation>
    </message>
    <message>
        <source>User na&amp;me</source>
        <translation>사용자 이름(&amp;M)</translation>
    </message>
    <message>
        <source>C&amp;A certificate</source>
        <translation>CA 인증서(&amp;A)</translation>
    </message>
    <message>
        <source>Connection timeo&amp;ut</source>
        <translation>연결 제한 시간(&amp;U)</translation>
    </message>
    <message>
        <source>I&amp;gnore open XA transactions</source>
        <translation>열린 XA 트랜잭션 무시(&amp;G)</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::StatisticsView</name>
    <message>
        <source>The tables appear when the task has started.</source>
        <translation>태스크를 시작하면 테이블이 나타납니다.</translation>
    </message>
    <message>
        <source>Table statistics</source>
        <translation>테이블 통계</translation>
    </message>
    <message>
        <source>Find table</source>
        <translation>테이블 찾기</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>CSV로 복사</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::Status</name>
    <message>
        <source>Ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>시작하는 중</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>중지하는 중</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>기다리는 중</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>테스트하는 중</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>통과</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>진행하지 않음</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::StatusLine</name>
    <message>
        <source>Replication instance: %1</source>
        <translation>복제 인스턴스: %1</translation>
    </message>
    <message>
        <source>No task is running</source>
        <translation>실행 중인 태스크 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) running</source>
        <translation>
            <numerusform>태스크 %n개 실행 중</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n개 실패</numerusform>
        </translation>
    </message>
    <message>
        <source>Worst lag: %1 s</source>
        <translation>최대 지연: %1초</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) in the background</source>
        <translation>
            <numerusform>백그라운드 작업 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowcast::ui::StepList</name>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Current step</source>
        <translation>현재 단계</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>진행하지 않음</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TableMappingForm</name>
    <message>
        <source>Rules</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>&amp;Add selection rule</source>
        <translation>선택 규칙 추가(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Read tables again</source>
        <translation>테이블 다시 읽기(&amp;R)</translation>
    </message>
    <message>
        <source>Tables of the source</source>
        <translation>소스의 테이블</translation>
    </message>
    <message>
        <source>Reading the tables of %1</source>
        <translation>테이블을 읽는 중: %1</translation>
    </message>
    <message>
        <source>Reading the tables</source>
        <translation>테이블을 읽는 중입니다</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n table(s) selected</source>
        <translation>
            <numerusform>테이블 %n개 중 %1개 선택됨</numerusform>
        </translation>
    </message>
    <message>
        <source>The tables of the source are not known yet</source>
        <translation>소스의 테이블을 아직 읽지 않았습니다</translation>
    </message>
    <message>
        <source>At least one rule must include tables.</source>
        <translation>테이블을 포함하는 규칙이 하나 이상 있어야 합니다.</translation>
    </message>
    <message>
        <source>A rule names no schema or no table. %1 stands for all.</source>
        <translation>스키마나 테이블이 빈 규칙이 있습니다. 모두를 뜻하려면 %1 기호를 쓰십시오.</translation>
    </message>
    <message>
        <source>The rules select no table of this source.</source>
        <translation>규칙이 이 소스의 테이블을 하나도 선택하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TableMatchModel</name>
    <message>
        <source>Selected</source>
        <translation>선택됨</translation>
    </message>
    <message>
        <source>Not selected</source>
        <translation>선택 안 됨</translation>
    </message>
    <message>
        <source>View</source>
        <translation>뷰</translation>
    </message>
    <message>
        <source>No primary key</source>
        <translation>기본 키 없음</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>스키마</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>테이블</translation>
    </message>
    <message>
        <source>Rows, estimated</source>
        <translation>행(추정)</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>비고</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TableStatisticsModel</name>
    <message>
        <source>Before load</source>
        <translation>로드 전</translation>
    </message>
    <message>
        <source>Full load</source>
        <translation>전체 로드</translation>
    </message>
    <message>
        <source>Table completed</source>
        <translation>테이블 완료</translation>
    </message>
    <message>
        <source>Table cancelled</source>
        <translation>테이블 취소됨</translation>
    </message>
    <message>
        <source>Table error</source>
        <translation>테이블 오류</translation>
    </message>
    <message>
        <source>Table is being reloaded</source>
        <translation>테이블을 다시 로드하는 중</translation>
    </message>
    <message>
        <source>Table does not exist</source>
        <translation>테이블이 없음</translation>
    </message>
    <message>
        <source>Read from the source: %1. Confirmed by the target: %2.</source>
        <translation>소스에서 읽음: %1. 대상이 확인함: %2.</translation>
    </message>
    <message>
        <source>About %1 expected, by the source&apos;s own estimate.</source>
        <translation>소스의 추정으로 약 %1개입니다.</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>스키마</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>테이블</translation>
    </message>
    <message>
        <source>Load state</source>
        <translation>로드 상태</translation>
    </message>
    <message>
        <source>Elapsed load time</source>
        <translation>로드 경과 시간</translation>
    </message>
    <message>
        <source>Inserts</source>
        <translation>삽입</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>업데이트</translation>
    </message>
    <message>
        <source>Deletes</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>DDLs</source>
        <translation>DDL</translation>
    </message>
    <message>
        <source>Full load rows</source>
        <translation>전체 로드 행</translation>
    </message>
    <message>
        <source>Total rows</source>
        <translation>총 행 수</translation>
    </message>
    <message>
        <source>Error rows</source>
        <translation>오류 행</translation>
    </message>
    <message>
        <source>Last updated</source>
        <translation>마지막 업데이트</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TablesStep</name>
    <message>
        <source>Table mappings</source>
        <translation>테이블 매핑</translation>
    </message>
    <message>
        <source>Selection rules say which tables the task takes. The list below shows what they match.</source>
        <translation>선택 규칙은 태스크가 다룰 테이블을 정합니다. 아래 목록에서 규칙과 맞는 테이블을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Rules with names or patterns. Exclude beats Include. Tables that are created later and match are taken too.</source>
        <translation>이름이나 패턴으로 규칙을 씁니다. 제외가 포함보다 우선합니다. 나중에 만들어진 테이블도 규칙과 맞으면 다룹니다.</translation>
    </message>
    <message>
        <source>Table mappings: selection rules</source>
        <translation>테이블 매핑: 선택 규칙</translation>
    </message>
    <message>
        <source>Names differ by upper and lower case. A table without a primary key gets the key schema.table: all of its messages go to one partition.</source>
        <translation>이름은 대문자와 소문자를 구분합니다. 기본 키가 없는 테이블의 키는 schema.table이므로 메시지가 모두 한 파티션으로 갑니다.</translation>
    </message>
    <message>
        <source>Include  shop . %
Exclude  shop . tmp[_]%</source>
        <translation>포함  shop . %
제외  shop . tmp[_]%</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TargetEndpointForm</name>
    <message>
        <source>&quot;%1&quot; is not host:port. Several brokers stand with commas between.</source>
        <translation>host:port 형식이 아닙니다: &quot;%1&quot;. 브로커가 여럿이면 쉼표로 구분하십시오.</translation>
    </message>
    <message>
        <source>Endpoint &amp;identifier</source>
        <translation>엔드포인트 식별자(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Delivery</source>
        <translation>전송 보장(&amp;D)</translation>
    </message>
    <message>
        <source>Exactly once</source>
        <translation>정확히 한 번</translation>
    </message>
    <message>
        <source>At least once</source>
        <translation>최소 한 번</translation>
    </message>
    <message>
        <source>Endpoint settings: messages</source>
        <translation>엔드포인트 설정: 메시지</translation>
    </message>
    <message>
        <source>Message &amp;format</source>
        <translation>메시지 형식(&amp;F)</translation>
    </message>
    <message>
        <source>Include t&amp;ransaction details</source>
        <translation>트랜잭션 세부 정보 포함(&amp;R)</translation>
    </message>
    <message>
        <source>Put &amp;schema and table before the key</source>
        <translation>키 앞에 스키마와 테이블 붙이기(&amp;S)</translation>
    </message>
    <message>
        <source>Include table &amp;alter operations</source>
        <translation>테이블 변경 작업 포함(&amp;A)</translation>
    </message>
    <message>
        <source>Binary without 0&amp;x</source>
        <translation>0x 없는 바이너리(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Large integers in full</source>
        <translation>큰 정수를 모두 표기(&amp;L)</translation>
    </message>
    <message>
        <source>Lar&amp;gest message</source>
        <translation>최대 메시지 크기(&amp;G)</translation>
    </message>
    <message>
        <source> bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>Rowcast settings</source>
        <translation>Rowcast 설정</translation>
    </message>
    <message>
        <source>Topic &amp;pattern</source>
        <translation>토픽 패턴(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Key rule</source>
        <translation>키 규칙(&amp;K)</translation>
    </message>
    <message>
        <source>As DMS: loads by primary key, changes by table</source>
        <translation>DMS와 같게: 로드는 기본 키, 변경은 테이블</translation>
    </message>
    <message>
        <source>Primary key for loads and changes</source>
        <translation>로드와 변경 모두 기본 키</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>헤더(&amp;H)</translation>
    </message>
    <message>
        <source>Transaction bo&amp;undaries</source>
        <translation>트랜잭션 경계(&amp;U)</translation>
    </message>
    <message>
        <source>Ch&amp;eckpoint topic</source>
        <translation>체크포인트 토픽(&amp;E)</translation>
    </message>
    <message>
        <source>Partitions of ne&amp;w topics</source>
        <translation>새 토픽의 파티션 수(&amp;W)</translation>
    </message>
    <message>
        <source>Replication factor of new topics</source>
        <translation>새 토픽의 복제 계수</translation>
    </message>
    <message>
        <source>The broker&apos;s own</source>
        <translation>브로커의 기본값</translation>
    </message>
    <message>
        <source>Settings of new topics</source>
        <translation>새 토픽의 설정</translation>
    </message>
    <message>
        <source>Producer properties</source>
        <translation>프로듀서 속성</translation>
    </message>
    <message>
        <source>A topic&apos;s name has letters, digits, dots, underscores and hyphens, 249 at most.</source>
        <translation>토픽 이름에는 영문자, 숫자, 점, 밑줄, 하이픈을 249자까지 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The line &quot;%1&quot; is not name=value.</source>
        <translation>name=value 형식이 아닌 줄이 있습니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>At least one broker is needed.</source>
        <translation>브로커가 하나 이상 필요합니다.</translation>
    </message>
    <message>
        <source>Bro&amp;kers</source>
        <translation>브로커(&amp;K)</translation>
    </message>
    <message>
        <source>To&amp;pic</source>
        <translation>토픽(&amp;P)</translation>
    </message>
    <message>
        <source>Inclu&amp;de partition value</source>
        <translation>파티션 값 포함(&amp;D)</translation>
    </message>
    <message>
        <source>Include control detai&amp;ls</source>
        <translation>제어 세부 정보 포함(&amp;L)</translation>
    </message>
    <message>
        <source>Include N&amp;ULL and empty</source>
        <translation>NULL과 빈 값 포함(&amp;U)</translation>
    </message>
    <message>
        <source>Tombston&amp;es</source>
        <translation>툼스톤(&amp;E)</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TaskActions</name>
    <message>
        <source>&amp;Start</source>
        <translation>시작(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>중지(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Reload target</source>
        <translation>대상 다시 로드(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Modify</source>
        <translation>수정(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>삭제(&amp;D)</translation>
    </message>
    <message>
        <source>Stops after what was read is confirmed. Nothing is lost; Resume goes on from there.</source>
        <translation>읽은 것이 확인된 뒤 중지합니다. 잃는 것은 없으며, 재개하면 그 지점부터 이어집니다.</translation>
    </message>
    <message>
        <source>Re&amp;sume</source>
        <translation>재개(&amp;S)</translation>
    </message>
    <message>
        <source>Goes on from the last confirmed position.</source>
        <translation>마지막으로 확인된 위치에서 이어집니다.</translation>
    </message>
    <message>
        <source>Starts the task from its beginning.</source>
        <translation>태스크를 처음부터 시작합니다.</translation>
    </message>
    <message numerus="yes">
        <source>Reload sends about %1 load records of %n table(s) again, to consumers that may have them already.</source>
        <translation>
            <numerusform>다시 로드하면 테이블 %n개의 로드 레코드 약 %1개를 다시 보냅니다. 컨슈머가 이미 받은 것일 수 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Before each table stand a drop-table and a create-table record; the topic itself stays.</source>
        <translation>테이블마다 앞에 drop-table과 create-table 레코드를 보냅니다. 토픽 자체는 그대로 둡니다.</translation>
    </message>
    <message>
        <source>The position reached so far is given up: changes are read from now on.</source>
        <translation>지금까지의 위치를 버리고, 지금부터의 변경을 읽습니다.</translation>
    </message>
    <message>
        <source>Reload target</source>
        <translation>대상 다시 로드</translation>
    </message>
    <message>
        <source>Reload %1?</source>
        <translation>대상 다시 로드: %1</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>삭제함: %1</translation>
    </message>
    <message>
        <source>&amp;Premigration assessment</source>
        <translation>마이그레이션 전 평가(&amp;P)</translation>
    </message>
    <message>
        <source>Another window of Rowcast runs this task; stop it there.</source>
        <translation>다른 Rowcast 창이 이 태스크를 실행하고 있습니다. 그 창에서 중지하십시오.</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TaskCharts</name>
    <message>
        <source>Read from the source</source>
        <translation>소스에서 읽음</translation>
    </message>
    <message>
        <source>Confirmed by the target</source>
        <translation>대상이 확인함</translation>
    </message>
    <message>
        <source>CDCLatencySource</source>
        <translation>CDCLatencySource</translation>
    </message>
    <message>
        <source>CDCLatencyTarget</source>
        <translation>CDCLatencyTarget</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>처리량</translation>
    </message>
    <message>
        <source>From the source</source>
        <translation>소스에서</translation>
    </message>
    <message>
        <source>To the topic, before compression</source>
        <translation>토픽으로, 압축 전</translation>
    </message>
    <message>
        <source>Rows per second</source>
        <translation>초당 행 수</translation>
    </message>
    <message>
        <source>Latency, seconds</source>
        <translation>지연 시간(초)</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TaskDialog</name>
    <message>
        <source>Database migration task: %1</source>
        <translation>데이터베이스 마이그레이션 태스크: %1</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>태스크</translation>
    </message>
    <message>
        <source>Table mappings</source>
        <translation>테이블 매핑</translation>
    </message>
    <message>
        <source>Task settings</source>
        <translation>태스크 설정</translation>
    </message>
    <message>
        <source>Database migration task</source>
        <translation>데이터베이스 마이그레이션 태스크</translation>
    </message>
    <message>
        <source>Changes count from the next start.</source>
        <translation>변경한 내용은 다음에 시작할 때부터 적용됩니다.</translation>
    </message>
    <message>
        <source>Modify task</source>
        <translation>태스크 수정</translation>
    </message>
    <message>
        <source>Tables that are added are followed from the next start on; their rows come with Reload target.</source>
        <translation>추가한 테이블은 다음에 시작할 때부터 변경을 따라갑니다. 기존 행은 &apos;대상 다시 로드&apos;로 가져옵니다.</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TaskForm</name>
    <message>
        <source>Task &amp;identifier</source>
        <translation>태스크 식별자(&amp;I)</translation>
    </message>
    <message>
        <source>Task identifier</source>
        <translation>태스크 식별자</translation>
    </message>
    <message>
        <source>What the task is called. It also stands in the keys of control records and names the checkpoint.</source>
        <translation>태스크의 이름입니다. 제어 레코드의 키에도 들어가고 체크포인트의 이름이 됩니다.</translation>
    </message>
    <message>
        <source>It cannot change later: a task of another name begins anew.</source>
        <translation>나중에 바꿀 수 없습니다. 이름이 다른 태스크는 처음부터 시작합니다.</translation>
    </message>
    <message>
        <source>Start &amp;up</source>
        <translation>시작 방법(&amp;U)</translation>
    </message>
    <message>
        <source>Start up</source>
        <translation>시작 방법</translation>
    </message>
    <message>
        <source>Whether the task starts as soon as it is created.</source>
        <translation>태스크를 생성하자마자 시작할지 정합니다.</translation>
    </message>
    <message>
        <source>Start task on create: automatically, or manually later</source>
        <translation>생성 시 태스크 시작: 자동으로, 또는 나중에 수동으로</translation>
    </message>
    <message>
        <source>Start automatically on create</source>
        <translation>생성 시 자동으로 시작</translation>
    </message>
    <message>
        <source>Start manually later</source>
        <translation>나중에 수동으로 시작</translation>
    </message>
    <message>
        <source>Every row once, then the task stops. Needs no binary log.</source>
        <translation>모든 행을 한 번 보낸 뒤 태스크가 멈춥니다. 바이너리 로그가 필요 없습니다.</translation>
    </message>
    <message>
        <source>Every row once, then every change as it is committed.</source>
        <translation>모든 행을 한 번 보낸 뒤, 커밋되는 변경을 모두 따라갑니다.</translation>
    </message>
    <message>
        <source>No load: changes from now on, or from a time or position that you name.</source>
        <translation>로드하지 않습니다. 지금부터, 또는 지정한 시각이나 위치부터의 변경만 보냅니다.</translation>
    </message>
    <message>
        <source>Migration type</source>
        <translation>마이그레이션 유형</translation>
    </message>
    <message>
        <source>Whether the rows that are there already are loaded, and whether changes are followed.</source>
        <translation>이미 있는 행을 로드할지, 변경을 따라갈지 정합니다.</translation>
    </message>
    <message>
        <source>Changes need the server&apos;s binary log: log_bin on, binlog_format ROW. The connection test looks at both.</source>
        <translation>변경을 따라가려면 서버의 바이너리 로그가 필요합니다. log_bin이 켜져 있고 binlog_format이 ROW여야 합니다. 연결 테스트가 두 가지를 모두 확인합니다.</translation>
    </message>
    <message>
        <source>Where changes begin</source>
        <translation>변경의 시작 지점</translation>
    </message>
    <message>
        <source>Now, or at an earlier place in the binary log as long as the server still has it.</source>
        <translation>지금부터, 또는 서버에 아직 남아 있는 바이너리 로그의 이전 지점부터입니다.</translation>
    </message>
    <message>
        <source>CDC start mode</source>
        <translation>CDC 시작 모드</translation>
    </message>
    <message>
        <source>A place that the server has purged cannot be read any more; the failure names the oldest one it has.</source>
        <translation>서버가 지운 지점은 더 이상 읽을 수 없습니다. 실패 메시지에 서버가 가진 가장 오래된 지점이 나옵니다.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>시각 지정</translation>
    </message>
    <message>
        <source>At a position</source>
        <translation>위치 지정</translation>
    </message>
    <message>
        <source>Start time</source>
        <translation>시작 시각</translation>
    </message>
    <message>
        <source>Changes that were committed at this time or later, in UTC.</source>
        <translation>이 시각(UTC) 이후에 커밋된 변경입니다.</translation>
    </message>
    <message>
        <source>Custom CDC start time</source>
        <translation>사용자 지정 CDC 시작 시간</translation>
    </message>
    <message>
        <source>Start position</source>
        <translation>시작 위치</translation>
    </message>
    <message>
        <source>A file and offset of the binary log, a checkpoint, or a GTID set.</source>
        <translation>바이너리 로그의 파일과 오프셋, 체크포인트, 또는 GTID 집합입니다.</translation>
    </message>
    <message>
        <source>CdcStartPosition: log sequence number or checkpoint</source>
        <translation>CdcStartPosition: 로그 시퀀스 번호 또는 체크포인트</translation>
    </message>
    <message>
        <source>There is a task of this name already.</source>
        <translation>같은 이름의 태스크가 이미 있습니다.</translation>
    </message>
    <message>
        <source>This is no position: write file:offset, a checkpoint that begins with checkpoint:, or a GTID set.</source>
        <translation>올바른 위치가 아닙니다. file:offset, checkpoint:로 시작하는 체크포인트, GTID 집합 중 하나를 쓰십시오.</translation>
    </message>
    <message>
        <source>Chan&amp;ges begin</source>
        <translation>변경의 시작 지점(&amp;G)</translation>
    </message>
    <message>
        <source>Ti&amp;me (UTC)</source>
        <translation>시각, UTC(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Position</source>
        <translation>위치(&amp;P)</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TaskListModel</name>
    <message>
        <source>Task</source>
        <translation>태스크</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행률</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>Rows/s</source>
        <translation>행/초</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>마지막 변경</translation>
    </message>
    <message>
        <source>Last outcome</source>
        <translation>마지막 결과</translation>
    </message>
    <message>
        <source>Runs in another window of Rowcast</source>
        <translation>다른 Rowcast 창에서 실행 중</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TaskOverview</name>
    <message>
        <source>Migration type</source>
        <translation>마이그레이션 유형</translation>
    </message>
    <message>
        <source>From, to, on</source>
        <translation>소스, 대상, 인스턴스</translation>
    </message>
    <message>
        <source>Source server</source>
        <translation>소스 서버</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>테이블</translation>
    </message>
    <message>
        <source>Full load</source>
        <translation>전체 로드</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>시작 시각</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>Last outcome</source>
        <translation>마지막 결과</translation>
    </message>
    <message>
        <source>Changes on the way</source>
        <translation>전송 중인 변경</translation>
    </message>
    <message>
        <source>Kafka transactions</source>
        <translation>Kafka 트랜잭션</translation>
    </message>
    <message>
        <source>Memory of the program</source>
        <translation>프로그램의 메모리</translation>
    </message>
    <message>
        <source>Position at the source</source>
        <translation>소스에서의 위치</translation>
    </message>
    <message>
        <source>Recovery checkpoint</source>
        <translation>복구 체크포인트</translation>
    </message>
    <message>
        <source>not part of this task</source>
        <translation>이 태스크에 없음</translation>
    </message>
    <message>
        <source>%1 to %2, on %3</source>
        <translation>%1 → %2, 인스턴스 %3</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>초당 %1</translation>
    </message>
    <message>
        <source>Binlog at the source</source>
        <translation>소스의 바이너리 로그</translation>
    </message>
    <message>
        <source>Held in the topic</source>
        <translation>토픽의 보존</translation>
    </message>
    <message numerus="yes">
        <source>%n more topic(s)</source>
        <translation>
            <numerusform>다른 토픽 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1%: tables loaded: %2, loading: %3, queued: %4, with errors: %5</source>
        <translation>%1%: 테이블 로드됨 %2, 로드 중 %3, 대기 %4, 오류 %5</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TaskSettingsEditor</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TaskSettingsForm</name>
    <message>
        <source>Do nothing</source>
        <translation>아무 작업 안 함</translation>
    </message>
    <message>
        <source>Drop tables on target</source>
        <translation>대상에서 테이블 삭제</translation>
    </message>
    <message>
        <source>Truncate</source>
        <translation>비우기</translation>
    </message>
    <message>
        <source>Ignore the row</source>
        <translation>행 무시</translation>
    </message>
    <message>
        <source>Log it and go on</source>
        <translation>기록하고 계속</translation>
    </message>
    <message>
        <source>Suspend the table</source>
        <translation>테이블 일시 중단</translation>
    </message>
    <message>
        <source>Stop the task</source>
        <translation>태스크 중지</translation>
    </message>
    <message>
        <source>Full load</source>
        <translation>전체 로드</translation>
    </message>
    <message>
        <source>Target table &amp;preparation mode</source>
        <translation>대상 테이블 준비 모드(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Stop after full load</source>
        <translation>전체 로드 후 중지(&amp;S)</translation>
    </message>
    <message>
        <source>Don&apos;t stop</source>
        <translation>중지하지 않음</translation>
    </message>
    <message>
        <source>Before cached changes</source>
        <translation>캐시된 변경 적용 전</translation>
    </message>
    <message>
        <source>After cached changes</source>
        <translation>캐시된 변경 적용 후</translation>
    </message>
    <message>
        <source>&amp;Rows per batch</source>
        <translation>배치당 행 수(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Wait for open transactions, s</source>
        <translation>열린 트랜잭션 대기, 초(&amp;W)</translation>
    </message>
    <message>
        <source>LOB columns</source>
        <translation>LOB 열</translation>
    </message>
    <message>
        <source>&amp;LOB columns</source>
        <translation>LOB 열(&amp;L)</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Limited</source>
        <translation>제한</translation>
    </message>
    <message>
        <source>Not included</source>
        <translation>포함하지 않음</translation>
    </message>
    <message>
        <source>&amp;Maximum LOB size</source>
        <translation>최대 LOB 크기(&amp;M)</translation>
    </message>
    <message>
        <source> KB</source>
        <translation> KB</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Parallel &amp;apply threads</source>
        <translation>병렬 적용 스레드(&amp;A)</translation>
    </message>
    <message>
        <source>Tell when a table is &amp;dropped</source>
        <translation>테이블 삭제 알림(&amp;D)</translation>
    </message>
    <message>
        <source>Tell when a table is tr&amp;uncated</source>
        <translation>테이블 비우기 알림(&amp;U)</translation>
    </message>
    <message>
        <source>Tell when a table is alter&amp;ed</source>
        <translation>테이블 변경 알림(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Field name</source>
        <translation>필드 이름(&amp;F)</translation>
    </message>
    <message>
        <source>Primary key only</source>
        <translation>기본 키만</translation>
    </message>
    <message>
        <source>All but LOB columns</source>
        <translation>LOB 열을 뺀 모든 열</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>모든 열</translation>
    </message>
    <message>
        <source>Error handling</source>
        <translation>오류 처리</translation>
    </message>
    <message>
        <source>Row that cannot be sent</source>
        <translation>보낼 수 없는 행</translation>
    </message>
    <message>
        <source>Value that was cut</source>
        <translation>잘린 값</translation>
    </message>
    <message>
        <source>Table that fails</source>
        <translation>실패한 테이블</translation>
    </message>
    <message>
        <source>Fail when no table is selected</source>
        <translation>선택된 테이블이 없으면 실패</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>시도 횟수</translation>
    </message>
    <message>
        <source>First wait, s</source>
        <translation>첫 대기, 초</translation>
    </message>
    <message>
        <source>Longest wait, s</source>
        <translation>최대 대기, 초</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Memory for transactions, MB</source>
        <translation>트랜잭션용 메모리, MB</translation>
    </message>
    <message>
        <source>Buffers</source>
        <translation>버퍼 수</translation>
    </message>
    <message>
        <source>Buffer size, MB</source>
        <translation>버퍼 크기, MB</translation>
    </message>
    <message>
        <source>The before image needs a field name.</source>
        <translation>변경 전 이미지에 필드 이름이 필요합니다.</translation>
    </message>
    <message>
        <source>Tables loaded at the sa&amp;me time</source>
        <translation>동시에 로드할 테이블(&amp;M)</translation>
    </message>
    <message>
        <source>Lon&amp;gest time between commits, s</source>
        <translation>최대 커밋 간격, 초(&amp;G)</translation>
    </message>
    <message>
        <source>Before ima&amp;ge</source>
        <translation>변경 전 이미지(&amp;G)</translation>
    </message>
    <message>
        <source>Co&amp;lumns</source>
        <translation>열(&amp;L)</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TaskSettingsHelp</name>
    <message>
        <source>Target table preparation mode</source>
        <translation>대상 테이블 준비 모드</translation>
    </message>
    <message>
        <source>Do nothing: the topic gets the rows alone. Drop tables on target: the records drop-table and create-table come before a table&apos;s first row. Truncate: rows follow what is there.</source>
        <translation>아무 작업 안 함: 토픽에 행만 보냅니다. 대상에서 테이블 삭제: 테이블의 첫 행 앞에 drop-table과 create-table 레코드를 보냅니다. 비우기: 이미 있는 것 뒤에 행을 보냅니다.</translation>
    </message>
    <message>
        <source>Nothing is ever deleted from a topic: the records tell consumers what to do.</source>
        <translation>토픽에서는 아무것도 지우지 않습니다. 레코드가 컨슈머에게 할 일을 알려 줄 뿐입니다.</translation>
    </message>
    <message>
        <source>Stop after full load</source>
        <translation>전체 로드 후 중지</translation>
    </message>
    <message>
        <source>Whether the task stops once the load is complete: before the changes that were committed meanwhile, or after them.</source>
        <translation>로드가 끝나면 태스크를 중지할지 정합니다. 그사이에 커밋된 변경을 적용하기 전이나 적용한 뒤에 중지할 수 있습니다.</translation>
    </message>
    <message>
        <source>Stop task after full load completes</source>
        <translation>전체 로드 완료 후 태스크 중지</translation>
    </message>
    <message>
        <source>Tables loaded at the same time</source>
        <translation>동시에 로드할 테이블</translation>
    </message>
    <message>
        <source>How many tables are loaded at the same time at most. The instance&apos;s threads limit it too.</source>
        <translation>동시에 로드하는 테이블의 최대 개수입니다. 인스턴스의 스레드 수에도 제한됩니다.</translation>
    </message>
    <message>
        <source>Rows per batch</source>
        <translation>배치당 행 수</translation>
    </message>
    <message>
        <source>How many rows of a load are sent together at most.</source>
        <translation>로드할 때 한꺼번에 보내는 최대 행 수입니다.</translation>
    </message>
    <message>
        <source>Wait for open transactions</source>
        <translation>열린 트랜잭션 대기</translation>
    </message>
    <message>
        <source>How long the load waits for transactions that are open at its start, in seconds.</source>
        <translation>로드를 시작할 때 열려 있던 트랜잭션을 기다리는 시간(초)입니다.</translation>
    </message>
    <message>
        <source>LOB columns</source>
        <translation>LOB 열</translation>
    </message>
    <message>
        <source>Whole: every TEXT, BLOB and JSON value is written whole. Limited: values are cut at the size below. Not included: the columns are left out.</source>
        <translation>전체: TEXT, BLOB, JSON 값을 모두 그대로 씁니다. 제한: 아래 크기에서 값을 자릅니다. 포함하지 않음: 해당 열을 뺍니다.</translation>
    </message>
    <message>
        <source>LOB column settings</source>
        <translation>LOB 열 설정</translation>
    </message>
    <message>
        <source>DMS cuts at 32 KB unless told otherwise. Rowcast cuts only where a limit is stated.</source>
        <translation>DMS는 따로 정하지 않으면 32 KB에서 자릅니다. Rowcast는 제한을 명시한 경우에만 자릅니다.</translation>
    </message>
    <message>
        <source>Maximum LOB size</source>
        <translation>최대 LOB 크기</translation>
    </message>
    <message>
        <source>Longer values are cut, counted and logged, in KB.</source>
        <translation>이보다 긴 값(KB)은 자르고, 세고, 로그에 남깁니다.</translation>
    </message>
    <message>
        <source>A cut JSON value is no JSON any more.</source>
        <translation>잘린 JSON 값은 더 이상 JSON이 아닙니다.</translation>
    </message>
    <message>
        <source>Parallel apply threads</source>
        <translation>병렬 적용 스레드</translation>
    </message>
    <message>
        <source>0: changes have the key schema.table, so that all changes of a table lie in one partition, in order. More: changes have the primary key and spread over the partitions.</source>
        <translation>0: 변경의 키가 schema.table이 되어 한 테이블의 변경이 모두 한 파티션에 순서대로 놓입니다. 1 이상: 변경의 키가 기본 키가 되어 여러 파티션에 퍼집니다.</translation>
    </message>
    <message>
        <source>A change of this setting changes the keys, and with them the partitions.</source>
        <translation>이 설정을 바꾸면 키가 바뀌고 파티션도 바뀝니다.</translation>
    </message>
    <message>
        <source>Before image</source>
        <translation>변경 전 이미지</translation>
    </message>
    <message>
        <source>Updates and deletes tell the values before the change too.</source>
        <translation>업데이트와 삭제에 변경 전의 값도 담습니다.</translation>
    </message>
    <message>
        <source>The server must log them: binlog_row_image=FULL.</source>
        <translation>서버가 그 값을 기록해야 합니다: binlog_row_image=FULL</translation>
    </message>
    <message>
        <source>Field name</source>
        <translation>필드 이름</translation>
    </message>
    <message>
        <source>The name of the field in the message.</source>
        <translation>메시지에 쓰는 필드의 이름입니다.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Which columns the before image holds.</source>
        <translation>변경 전 이미지에 담을 열입니다.</translation>
    </message>
    <message>
        <source>Row that cannot be sent</source>
        <translation>보낼 수 없는 행</translation>
    </message>
    <message>
        <source>What happens to a row that cannot be turned into a message. Rowcast stops the task unless this says otherwise, so that nothing is skipped silently.</source>
        <translation>메시지로 바꿀 수 없는 행을 어떻게 할지 정합니다. 따로 정하지 않으면 Rowcast는 태스크를 중지하여, 조용히 건너뛰는 행이 없게 합니다.</translation>
    </message>
    <message>
        <source>Value that was cut</source>
        <translation>잘린 값</translation>
    </message>
    <message>
        <source>What happens when a value was cut.</source>
        <translation>값이 잘렸을 때 어떻게 할지 정합니다.</translation>
    </message>
    <message>
        <source>Table that fails</source>
        <translation>실패한 테이블</translation>
    </message>
    <message>
        <source>What happens when a table as a whole fails.</source>
        <translation>테이블 전체가 실패했을 때 어떻게 할지 정합니다.</translation>
    </message>
    <message>
        <source>No table selected</source>
        <translation>선택된 테이블 없음</translation>
    </message>
    <message>
        <source>The task fails where the rules select no table.</source>
        <translation>규칙이 테이블을 하나도 선택하지 않으면 태스크가 실패합니다.</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>시도 횟수</translation>
    </message>
    <message>
        <source>How often a task tries again after a failure that may pass by itself. -1: without limit.</source>
        <translation>저절로 나아질 수 있는 실패 뒤에 다시 시도하는 횟수입니다. -1이면 제한이 없습니다.</translation>
    </message>
    <message>
        <source>First wait</source>
        <translation>첫 대기</translation>
    </message>
    <message>
        <source>The wait before the first attempt, in seconds. Each further wait is twice as long.</source>
        <translation>첫 시도 전에 기다리는 시간(초)입니다. 그다음부터는 두 배씩 길어집니다.</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>최대 대기</translation>
    </message>
    <message>
        <source>No wait is longer than this, in seconds.</source>
        <translation>기다리는 시간(초)은 이보다 길어지지 않습니다.</translation>
    </message>
    <message>
        <source>Memory for transactions</source>
        <translation>트랜잭션용 메모리</translation>
    </message>
    <message>
        <source>Transactions that need more than this go to the storage folder, in MB.</source>
        <translation>이 크기(MB)보다 큰 트랜잭션은 저장 폴더에 둡니다.</translation>
    </message>
    <message>
        <source>Buffers</source>
        <translation>버퍼 수</translation>
    </message>
    <message>
        <source>How many buffers lie between reader and writer.</source>
        <translation>읽기와 쓰기 사이에 두는 버퍼의 개수입니다.</translation>
    </message>
    <message>
        <source>Buffer size</source>
        <translation>버퍼 크기</translation>
    </message>
    <message>
        <source>How large each buffer is, in MB.</source>
        <translation>버퍼 하나의 크기(MB)입니다.</translation>
    </message>
    <message>
        <source>Longest time between commits</source>
        <translation>최대 커밋 간격</translation>
    </message>
    <message>
        <source>How long changes are collected at most before they are committed to Kafka, in seconds.</source>
        <translation>변경을 모았다가 Kafka에 커밋하기까지의 최대 시간(초)입니다.</translation>
    </message>
    <message>
        <source>Changes of definition</source>
        <translation>정의 변경</translation>
    </message>
    <message>
        <source>Whether a change of this kind at the source is told to the topic as a control record.</source>
        <translation>소스에서 일어난 이런 변경을 제어 레코드로 토픽에 알릴지 정합니다.</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TaskStep</name>
    <message>
        <source>Database migration task</source>
        <translation>데이터베이스 마이그레이션 태스크</translation>
    </message>
    <message>
        <source>What is migrated, and when it starts.</source>
        <translation>무엇을 마이그레이션하고 언제 시작할지 정합니다.</translation>
    </message>
    <message>
        <source>A task moves tables from the source to the target: all rows once, their changes, or both.</source>
        <translation>태스크는 테이블을 소스에서 대상으로 옮깁니다. 모든 행을 한 번 옮기거나, 변경을 옮기거나, 둘 다 합니다.</translation>
    </message>
    <message>
        <source>Database migration task: task configuration</source>
        <translation>데이터베이스 마이그레이션 태스크: 태스크 구성</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TaskTexts</name>
    <message>
        <source>Stopped by a person</source>
        <translation>사용자가 중지함</translation>
    </message>
    <message>
        <source>Full load complete</source>
        <translation>전체 로드 완료</translation>
    </message>
    <message>
        <source>Stopped after the full load</source>
        <translation>전체 로드 후 중지됨</translation>
    </message>
    <message>
        <source>Full load</source>
        <translation>전체 로드</translation>
    </message>
    <message>
        <source>Cached changes</source>
        <translation>캐시된 변경</translation>
    </message>
    <message>
        <source>Change data capture</source>
        <translation>변경 데이터 캡처(CDC)</translation>
    </message>
    <message>
        <source>Trying again: %1</source>
        <translation>다시 시도하는 중: %1</translation>
    </message>
    <message>
        <source>Interrupted: the program ended while it ran</source>
        <translation>중단됨: 실행 중에 프로그램이 끝남</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1시간</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/초</translation>
    </message>
    <message>
        <source>%1 million</source>
        <translation>%1백만</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TaskView</name>
    <message>
        <source>Parts of the task page</source>
        <translation>태스크 페이지의 부분</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>Table statistics</source>
        <translation>테이블 통계</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>차트</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Settings and mappings</source>
        <translation>설정과 매핑</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>다시 시도하는 중</translation>
    </message>
    <message>
        <source>Lag: %1</source>
        <translation>지연: %1</translation>
    </message>
    <message>
        <source>Position at the source: %1</source>
        <translation>소스에서의 위치: %1</translation>
    </message>
    <message>
        <source>Attempt %1.</source>
        <translation>시도 %1회.</translation>
    </message>
    <message>
        <source>Trying again now.</source>
        <translation>지금 다시 시도합니다.</translation>
    </message>
    <message>
        <source>The next one in %1 s.</source>
        <translation>다음 시도까지 %1초.</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>데이터 검증</translation>
    </message>
    <message>
        <source>Premigration assessment</source>
        <translation>마이그레이션 전 평가</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TasksPage</name>
    <message>
        <source>Tasks</source>
        <translation>태스크</translation>
    </message>
    <message>
        <source>&amp;All tasks</source>
        <translation>모든 태스크(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>열기(&amp;O)</translation>
    </message>
    <message>
        <source>New migration</source>
        <translation>새 마이그레이션</translation>
    </message>
    <message>
        <source>No tasks yet. A task reads a database and sends what it finds to Kafka.</source>
        <translation>아직 태스크가 없습니다. 태스크는 데이터베이스를 읽어 Kafka로 보냅니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>태스크 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>실행 중 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n개 실패</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TestDialog</name>
    <message>
        <source>Test endpoint connection: %1</source>
        <translation>엔드포인트 연결 테스트: %1</translation>
    </message>
    <message>
        <source>The endpoint %1 was deleted meanwhile.</source>
        <translation>그사이에 엔드포인트가 삭제되었습니다: %1</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TestPanel</name>
    <message>
        <source>&amp;Test connection</source>
        <translation>연결 테스트(&amp;T)</translation>
    </message>
    <message>
        <source>Testing the connection: %1</source>
        <translation>연결을 테스트하는 중: %1</translation>
    </message>
    <message>
        <source>The endpoint was edited since the last test.</source>
        <translation>마지막 테스트 이후 엔드포인트가 편집되었습니다.</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TextFind</name>
    <message>
        <source>Find in this message</source>
        <translation>이 메시지에서 찾기</translation>
    </message>
    <message>
        <source>Find previous (Shift+F3)</source>
        <translation>이전 찾기(Shift+F3)</translation>
    </message>
    <message>
        <source>Find next (F3)</source>
        <translation>다음 찾기(F3)</translation>
    </message>
    <message>
        <source>Went on from the end</source>
        <translation>끝에서 이어 찾았습니다</translation>
    </message>
    <message>
        <source>Went on from the beginning</source>
        <translation>처음부터 이어 찾았습니다</translation>
    </message>
    <message>
        <source>Not in this message</source>
        <translation>이 메시지에 없습니다</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::Toast</name>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TopicListModel</name>
    <message>
        <source>%1/s</source>
        <translation>%1/초</translation>
    </message>
    <message>
        <source>Newest offset less the oldest one that is kept; aborted and transaction records are counted too.</source>
        <translation>최신 오프셋에서 남아 있는 가장 오래된 오프셋을 뺀 값입니다. 중단된 레코드와 트랜잭션 레코드도 셉니다.</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>토픽</translation>
    </message>
    <message>
        <source>Parts</source>
        <comment>short for partitions, a column&apos;s header</comment>
        <translation>파티션</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>속도</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TopicMessageModel</name>
    <message>
        <source>Its transaction was aborted: a read_committed consumer never sees this record.</source>
        <translation>트랜잭션이 중단되었습니다. 이 레코드는 read_committed 컨슈머에게 보이지 않습니다.</translation>
    </message>
    <message>
        <source>%1 local time
%2 UTC</source>
        <translation>현지 시각 %1
UTC %2</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>시각(UTC)</translation>
    </message>
    <message>
        <source>Time (local)</source>
        <translation>시각(현지)</translation>
    </message>
    <message>
        <source>Part.</source>
        <comment>short for partition, a column&apos;s header</comment>
        <translation>파티션</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>오프셋</translation>
    </message>
    <message>
        <source>Op</source>
        <comment>short for operation, a column&apos;s header</comment>
        <translation>작업</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>테이블</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TopicViewer</name>
    <message>
        <source>Pause (Space)</source>
        <translation>일시 정지(Space)</translation>
    </message>
    <message>
        <source>Details below or at the right</source>
        <translation>세부 정보를 아래나 오른쪽에</translation>
    </message>
    <message>
        <source>Messages of %1</source>
        <translation>메시지: %1</translation>
    </message>
    <message>
        <source>Follow (Space)</source>
        <translation>따라가기(Space)</translation>
    </message>
    <message>
        <source>Paused: %1 new. End to follow</source>
        <translation>일시 정지: 새 메시지 %1개. End 키로 따라가기</translation>
    </message>
    <message>
        <source>The first %1 messages are shown, %2 more wait. End to follow</source>
        <translation>처음 메시지 %1개를 보여 주며 %2개가 기다립니다. End 키로 따라가기</translation>
    </message>
    <message>
        <source>(reading waits too, nothing is skipped)</source>
        <translation>(읽기도 기다리며 건너뛰는 것은 없습니다)</translation>
    </message>
    <message>
        <source>Scanned %1</source>
        <translation>확인 %1개</translation>
    </message>
    <message>
        <source>matched %1</source>
        <translation>일치 %1개</translation>
    </message>
    <message>
        <source>kept %1 (%2)</source>
        <translation>보관 %1개(%2)</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/초</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>%1개 뒤처짐</translation>
    </message>
    <message>
        <source>Offsets have gaps: %1 of them hold no message. Each end of a Kafka transaction takes one, and compaction or aborted transactions take others.</source>
        <translation>오프셋에 빈 곳이 있습니다. %1개에는 메시지가 없습니다. Kafka 트랜잭션의 끝마다 하나씩 쓰이고, 압축이나 중단된 트랜잭션도 빈 곳을 남깁니다.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사함</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>행 복사</translation>
    </message>
    <message>
        <source>Copy row as JSON</source>
        <translation>행을 JSON으로 복사</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>값 복사</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>키 복사</translation>
    </message>
    <message>
        <source>Copy kcat command</source>
        <translation>kcat 명령 복사</translation>
    </message>
    <message>
        <source>No message yet. The task sends here after the first change; choose “Beginning” to see older ones.</source>
        <translation>아직 메시지가 없습니다. 첫 변경 뒤에 태스크가 여기로 보냅니다. 더 오래된 메시지를 보려면 “처음부터”를 고르십시오.</translation>
    </message>
    <message>
        <source>Choose another message: what differs is bold. Ctrl+D ends the comparison.</source>
        <translation>다른 메시지를 고르면 다른 값이 굵게 표시됩니다. Ctrl+D로 비교를 끝냅니다.</translation>
    </message>
    <message>
        <source>Compare others with this message</source>
        <translation>다른 메시지를 이 메시지와 비교</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TopicsPage</name>
    <message>
        <source>Topics</source>
        <translation>토픽</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>내부</translation>
    </message>
    <message>
        <source>There is no target endpoint yet. A migration makes one.</source>
        <translation>아직 대상 엔드포인트가 없습니다. 마이그레이션을 만들면 생깁니다.</translation>
    </message>
    <message>
        <source>Target endpoint</source>
        <translation>대상 엔드포인트</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>새로 고침</translation>
    </message>
    <message>
        <source>New migration</source>
        <translation>새 마이그레이션</translation>
    </message>
    <message>
        <source>Find topic</source>
        <translation>토픽 찾기</translation>
    </message>
    <message>
        <source>Shows the topics that Kafka keeps for itself.</source>
        <translation>Kafka가 스스로 쓰는 토픽을 보여 줍니다.</translation>
    </message>
    <message>
        <source>No topics. Rowcast makes a task&apos;s topic when the task starts.</source>
        <translation>토픽이 없습니다. 태스크를 시작하면 Rowcast가 토픽을 만듭니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) on %1</source>
        <translation>
            <numerusform>%1에 토픽 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading %1 on %2</source>
        <translation>읽는 중: %2의 %1</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::ValidationTableModel</name>
    <message>
        <source>Rows without a key cannot be told apart, so they were not compared.</source>
        <translation>키가 없는 행은 서로 구별할 수 없어 비교하지 않았습니다.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>테이블</translation>
    </message>
    <message>
        <source>Validation state</source>
        <translation>검증 상태</translation>
    </message>
    <message>
        <source>Rows at the source</source>
        <translation>소스의 행</translation>
    </message>
    <message>
        <source>Rows in the topic</source>
        <translation>토픽의 행</translation>
    </message>
    <message>
        <source>Differing</source>
        <translation>다름</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>누락</translation>
    </message>
    <message>
        <source>Extra</source>
        <translation>초과</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>Validated</source>
        <translation>검증됨</translation>
    </message>
    <message>
        <source>Mismatched records</source>
        <translation>불일치 레코드</translation>
    </message>
    <message>
        <source>No primary key</source>
        <translation>기본 키 없음</translation>
    </message>
    <message>
        <source>Table error</source>
        <translation>테이블 오류</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::ValidationView</name>
    <message>
        <source>Validate</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Copy differences</source>
        <translation>차이 복사</translation>
    </message>
    <message>
        <source>Compares the rows of the tables with what the topics hold. The task runs on.</source>
        <translation>테이블의 행을 토픽의 내용과 비교합니다. 태스크는 계속 실행됩니다.</translation>
    </message>
    <message>
        <source>Progress of the validation</source>
        <translation>검증 진행률</translation>
    </message>
    <message>
        <source>Not validated yet. Rows at the source are compared with the topics, folded by key.</source>
        <translation>아직 검증하지 않았습니다. 소스의 행을 키별로 모은 토픽의 내용과 비교합니다.</translation>
    </message>
    <message>
        <source>Validated tables</source>
        <translation>검증한 테이블</translation>
    </message>
    <message>
        <source>Keys that differ appear here.</source>
        <translation>다른 키가 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Starting the validation.</source>
        <translation>검증을 시작하는 중입니다.</translation>
    </message>
    <message>
        <source>The validation was cancelled.</source>
        <translation>검증을 취소했습니다.</translation>
    </message>
    <message>
        <source>Validating %1</source>
        <translation>검증하는 중: %1</translation>
    </message>
    <message>
        <source>Reading the tables: %1 rows</source>
        <translation>테이블을 읽는 중: %1행</translation>
    </message>
    <message>
        <source>Reading the topics: %1 messages</source>
        <translation>토픽을 읽는 중: 메시지 %1개</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>비교하는 중</translation>
    </message>
    <message>
        <source>Rows differ. Waiting until the task has delivered what was committed meanwhile.</source>
        <translation>다른 행이 있습니다. 그사이 커밋된 변경을 태스크가 전달할 때까지 기다리는 중입니다.</translation>
    </message>
    <message>
        <source>All rows agree.</source>
        <translation>모든 행이 일치합니다.</translation>
    </message>
    <message>
        <source>Rows that differ: %1.</source>
        <translation>다른 행: %1개.</translation>
    </message>
    <message>
        <source>Rows that differ: %1. The task does not deliver what was committed last, so they may be changes that are still to come: start it and validate again.</source>
        <translation>다른 행: %1개. 마지막으로 커밋된 변경을 태스크가 아직 전달하지 않았으므로 앞으로 올 변경일 수 있습니다. 태스크를 시작한 뒤 다시 검증하십시오.</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::ViewerOptions</name>
    <message>
        <source>Committed only</source>
        <translation>커밋된 것만</translation>
    </message>
    <message>
        <source>All records</source>
        <translation>모든 레코드</translation>
    </message>
    <message>
        <source>Committed only: what a read_committed consumer sees. All records: aborted ones too, struck out.</source>
        <translation>커밋된 것만: read_committed 컨슈머가 보는 것입니다. 모든 레코드: 중단된 것도 취소선을 그어 보여 줍니다.</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>현지 시각</translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation>시작 지점(&amp;R)</translation>
    </message>
    <message>
        <source>Which records</source>
        <translation>볼 레코드</translation>
    </message>
    <message>
        <source>Time zone of the times shown</source>
        <translation>표시할 시각의 시간대</translation>
    </message>
    <message>
        <source>Live tail</source>
        <translation>실시간</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>최신</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>처음부터</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>오프셋</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>How many of the newest messages</source>
        <translation>최신 메시지의 개수</translation>
    </message>
    <message>
        <source>First offset</source>
        <translation>첫 오프셋</translation>
    </message>
    <message>
        <source>First time</source>
        <translation>첫 시각</translation>
    </message>
    <message>
        <source>Partition %1</source>
        <translation>파티션 %1</translation>
    </message>
    <message>
        <source>All partitions</source>
        <translation>모든 파티션</translation>
    </message>
    <message>
        <source>Partitions %1</source>
        <translation>파티션 %1</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::WizardWindow</name>
    <message>
        <source>Start &amp;over</source>
        <translation>처음부터 다시(&amp;O)</translation>
    </message>
    <message>
        <source>&lt; &amp;Back</source>
        <translation>&lt; 뒤로(&amp;B)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>What was typed is kept, without passwords</source>
        <translation>입력한 내용은 암호를 빼고 보관합니다</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>생성(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Next &gt;</source>
        <translation>다음(&amp;N) &gt;</translation>
    </message>
    <message>
        <source>Creating</source>
        <translation>생성하는 중입니다</translation>
    </message>
</context>
<context>
    <name>rowcast::ui::Words</name>
    <message>
        <source>Source</source>
        <translation>소스</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Migrate existing data</source>
        <translation>기존 데이터 마이그레이션</translation>
    </message>
    <message>
        <source>Replicate data changes only</source>
        <translation>데이터 변경 사항만 복제</translation>
    </message>
    <message>
        <source>Migrate existing data and replicate ongoing changes</source>
        <translation>기존 데이터 마이그레이션 및 진행 중인 변경 사항 복제</translation>
    </message>
</context>
</TS>
