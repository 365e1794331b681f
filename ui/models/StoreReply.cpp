// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/StoreReply.h"

#include "core/store/StoreService.h"

namespace rowcast::ui {

void onStoreReply(
    StoreService &store, quint64 request, QObject *context, const std::function<void(const Result<void> &)> &done)
{
    // lives until the answer came; both connections go with it
    auto *wait = new QObject(context);
    QObject::connect(&store, &StoreService::done, wait, [wait, request, done](quint64 answered) {
        if (answered == request) {
            wait->deleteLater();
            done({});
        }
    });
    QObject::connect(
        &store, &StoreService::failed, wait, [wait, request, done](quint64 answered, const Failure &failure) {
            if (answered == request) {
                wait->deleteLater();
                done(failure);
            }
        });
}

} // namespace rowcast::ui
