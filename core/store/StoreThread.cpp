// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/StoreThread.h"

namespace rowcast {

StoreThread::StoreThread(QString file, const Clock &clock)
{
    m_thread.setObjectName(QStringLiteral("store"));
    m_worker.moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(&m_worker, [this, file = std::move(file), &clock] { openIn(file, clock); });
}

StoreThread::~StoreThread()
{
    // a database connection is closed on the thread that opened it
    QMetaObject::invokeMethod(
        &m_worker, [this] { m_store.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void StoreThread::post(Job job)
{
    QMetaObject::invokeMethod(&m_worker, [this, job = std::move(job)] { job(opened()); });
}

void StoreThread::wait()
{
    QMetaObject::invokeMethod(
        &m_worker, [] {}, Qt::BlockingQueuedConnection);
}

void StoreThread::openIn(const QString &file, const Clock &clock)
{
    auto store = Store::open(file, clock);
    if (store) {
        m_store = *std::move(store);
    } else {
        m_refused = store.error();
    }
}

Result<Store *> StoreThread::opened() const
{
    return m_store ? Result<Store *>(m_store.get()) : Result<Store *>(m_refused);
}

} // namespace rowcast
