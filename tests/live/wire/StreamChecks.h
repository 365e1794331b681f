// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/live/mysqlstream/StreamStory.h"

namespace rowcast {

inline const QList<std::pair<QString, QString>> kAllOfShop{{QStringLiteral("shop"), QStringLiteral("%")}};

} // namespace rowcast

// What the story folded is what a SELECT of `shop.t` shows, and no change of it was there twice or missing.
#define VERIFY_SAME(story, servers)                                                                                    \
    do {                                                                                                               \
        auto sqlOfServer = (servers).sql();                                                                            \
        LIVE_VERIFY(sqlOfServer);                                                                                      \
        QCOMPARE((story).differences(*sqlOfServer, QStringLiteral("shop.t")), QStringList());                          \
        QCOMPARE((story).log().anomalies(), QStringList());                                                            \
    } while (false)
