// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/mysql/LoadKeys.h"

namespace rowcast {

const std::map<QString, LoadKeys> &loadKeys()
{
    static const std::map<QString, LoadKeys> kKeys = {
        {QStringLiteral("int"), {"id INT PRIMARY KEY", {"id"}, {"{i} - 500"}, "id"}},
        {QStringLiteral("unsigned bigint"),
            {"id BIGINT UNSIGNED PRIMARY KEY", {"id"}, {"CAST(9223372036854775000 AS UNSIGNED) + {i}"}, "id"}},
        {QStringLiteral("decimal"), {"id DECIMAL(10,3) PRIMARY KEY", {"id"}, {"({i} - 700) / 8"}, "id"}},
        {QStringLiteral("double"), {"id DOUBLE PRIMARY KEY", {"id"}, {"({i} - 700) / 8"}, "id"}},
        {QStringLiteral("varchar"),
            {"id VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci PRIMARY KEY", {"id"},
                {"CONCAT(IF({i} % 2, 'k', 'K'), REVERSE({i}), 'ä')"}, "id"}},
        {QStringLiteral("latin1"),
            {"id VARCHAR(30) CHARACTER SET latin1 COLLATE latin1_german1_ci PRIMARY KEY", {"id"},
                {"CONCAT(ELT({i} % 3 + 1, 'ö', 'p', 'Z'), REVERSE({i}))"}, "id"}},
        {QStringLiteral("binary"),
            {"id BINARY(16) PRIMARY KEY", {"id"}, {"LEFT(UNHEX(SHA2({i}, 256)), 16)"}, "HEX(id)"}},
        {QStringLiteral("datetime"),
            {"id DATETIME(3) PRIMARY KEY", {"id"},
                {"TIMESTAMP('2020-01-01 00:00:00') + INTERVAL {i} * 37 SECOND + INTERVAL {i} * 1000 MICROSECOND"},
                "DATE_FORMAT(id, '%Y-%m-%dT%H:%i:%s.'), LPAD(MICROSECOND(id) DIV 1000, 3, '0'), 'Z'"}},
        {QStringLiteral("unreal dates"),
            {"id DATE, n INT, PRIMARY KEY (id, n)", {"id", "n"},
                {"IF({i} % 4, '2010-01-01' + INTERVAL {i} DAY,"
                 " CONCAT(2010 + {i} DIV 365, '-', LPAD({i} DIV 4 % 13, 2, '0'), '-00'))",
                    "{i}"},
                "IF(n % 4, id, 'NULL'), '|', n"}},
        {QStringLiteral("time"), {"id TIME PRIMARY KEY", {"id"}, {"SEC_TO_TIME(({i} - 700) * 61)"}, "id"}},
        {QStringLiteral("composite"),
            {"a INT, b VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci, PRIMARY KEY (a, b)", {"a", "b"},
                {"{i} % 7", "CONCAT('x', {i})"}, "a, '|', b"}},
        {QStringLiteral("unique"), {"id INT NOT NULL, UNIQUE KEY (id)", {"id"}, {"{i}"}, "id"}},
        {QStringLiteral("enum first"),
            {"e ENUM('z', 'm', 'a') NOT NULL, id INT NOT NULL, PRIMARY KEY (e, id)", {"e", "id"},
                {"{i} % 3 + 1", "{i}"}, "e, '|', id"}},
    };
    return kKeys;
}

} // namespace rowcast
