// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QObject>

#include <functional>

namespace rowcast {
class StoreService;
}

namespace rowcast::ui {

// Waits for the answer to a verb of the store and calls done with it, once, unless context is gone by then.
void onStoreReply(
    StoreService &store, quint64 request, QObject *context, const std::function<void(const Result<void> &)> &done);

} // namespace rowcast::ui
