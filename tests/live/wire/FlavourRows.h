// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/live/support/ServerPool.h"

namespace rowcast {

inline const QList<MySqlFlavour> kEveryFlavour{MySqlFlavour::MySql80, MySqlFlavour::MySql9, MySqlFlavour::MariaDb};

// A column "flavour", and a row for each that belongs to this run; the function is skipped where none does.
inline void addFlavourRows(const QList<MySqlFlavour> &flavours = kEveryFlavour)
{
    QTest::addColumn<MySqlFlavour>("flavour");
    bool isAny = false;
    for (const MySqlFlavour flavour : flavours) {
        if (isFlavourWanted(flavour)) {
            QTest::newRow(qPrintable(flavourName(flavour))) << flavour;
            isAny = true;
        }
    }
    if (!isAny) {
        QSKIP("None of its servers belongs to this run.");
    }
}

} // namespace rowcast
