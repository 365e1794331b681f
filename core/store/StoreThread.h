// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Store.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace rowcast {

// The thread that a StoreService's file is read and written on. Jobs run one after the other in the order of post();
// the destructor lets all of them finish.
class StoreThread {
public:
    // What a job is given: the open store, or why there is none.
    using Job = std::function<void(const Result<Store *> &store)>;

    StoreThread(QString file, const Clock &clock);
    ~StoreThread();
    StoreThread(const StoreThread &) = delete;
    StoreThread &operator=(const StoreThread &) = delete;

    void post(Job job);
    // Waits until all jobs posted so far have run.
    void wait();

private:
    void openIn(const QString &file, const Clock &clock);
    [[nodiscard]] Result<Store *> opened() const;

    QThread m_thread;
    QObject m_worker; // lives on the thread
    // Used on the thread only.
    std::unique_ptr<Store> m_store;
    Failure m_refused;
};

} // namespace rowcast
