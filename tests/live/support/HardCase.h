// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Installation.h"

#include <QList>
#include <QString>

namespace rowcast {

// Says that the test function in which it stands makes a hard case of tests/hardcases/cases.json on a server of this
// flavour and compares with what the server shows. At its end it writes one small JSON file with the function's result
// into the folder that the environment names by ROWCAST_HARD_CASES; where that is not set, nothing. Of a function that
// was skipped nothing counts.
//     const HardCase mark(15, flavour);
//     const HardCase mark({26, 27}, flavour);
class HardCase {
public:
    HardCase(int number, MySqlFlavour flavour);
    HardCase(const QList<int> &numbers, MySqlFlavour flavour);
    ~HardCase();
    Q_DISABLE_COPY_MOVE(HardCase)

    // A server that does not have what the case is about, after the test function has seen that it has not. reason: a
    // sentence for users, such as "VECTOR exists since MySQL 9.0."
    static void lacking(int number, MySqlFlavour flavour, const QString &reason);
    // Called before a test function is skipped.
    static void noteSkipped();

private:
    QList<int> m_numbers;
    MySqlFlavour m_flavour;
};

// "mysql80", "mysql9", "mariadb": as in ROWCAST_TEST_FLAVOURS.
[[nodiscard]] QString flavourId(MySqlFlavour flavour);

} // namespace rowcast
