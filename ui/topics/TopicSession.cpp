// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/TopicSession.h"

namespace rowcast::ui {

TopicSession::TopicSession(ReplicationInstance &instance, QObject *parent)
    : QObject(parent)
    , m_instance(instance)
    , m_worker(new MessageWorker(RingLimits()))
{
    m_thread.setObjectName(QStringLiteral("topic-filter"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &MessageWorker::filtered, this, &TopicSession::takeBatch);
    connect(m_worker, &MessageWorker::refiltered, this,
        [this](quint64 generation, const SharedMessageRows &rows, int) { takeRefiltered(generation, rows); });
    connect(m_worker, &MessageWorker::described, this, &TopicSession::described);
    connect(&m_model, &TopicMessageModel::flushed, this, &TopicSession::acknowledge);
    connectInstance();
    m_thread.start();
}

TopicSession::~TopicSession()
{
    stop();
    m_worker->announceFilter(++m_generation); // a search under way ends early
    m_thread.quit();
    m_thread.wait();
}

void TopicSession::connectInstance()
{
    connect(&m_instance, &ReplicationInstance::recordsArrived, this, [this](quint64 request, const RecordBatch &batch) {
        if (m_request == request) {
            QMetaObject::invokeMethod(m_worker, [worker = m_worker, batch] { worker->add(batch); });
        }
    });
    connect(
        &m_instance, &ReplicationInstance::tailProgress, this, [this](quint64 request, const TailProgress &progress) {
            if (m_request == request) {
                m_counters.behind = progress.behind;
                m_counters.controlRecords = progress.controlRecords;
                Q_EMIT countersChanged();
            }
        });
    connect(&m_instance, &ReplicationInstance::tailEnded, this, [this](quint64 request) {
        if (m_request == request) {
            m_request.reset();
            setState(State::Ended);
        }
    });
    connect(&m_instance, &ReplicationInstance::requestFailed, this, [this](quint64 request, const Failure &failure) {
        if (m_request == request) {
            m_request.reset();
            m_failure = failure;
            setState(State::Failed);
        }
    });
}

void TopicSession::start(const EndpointSpec &target, const TopicQuery &query)
{
    stop();
    const quint64 generation = ++m_generation;
    m_worker->announceFilter(generation);
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, generation] { worker->clear(generation); });
    m_model.reset(SharedMessageRows::create());
    m_reading = generation;
    m_counters = {};
    m_failure = {};
    m_scannedBefore = 0;
    m_unacknowledged = 0;
    m_since.start();
    m_request = m_instance.readTopic(target, query);
    setState(State::Reading);
}

void TopicSession::stop()
{
    if (m_request) {
        m_instance.cancel(*m_request);
        m_request.reset();
        setState(State::Ended);
    }
}

void TopicSession::setFilter(const MessageFilter &filter)
{
    const quint64 generation = ++m_generation;
    m_worker->announceFilter(generation);
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, filter, generation] { worker->setFilter(filter, generation); });
}

void TopicSession::describe(const MessageRowPtr &row, bool isWhole, const MessageRowPtr &marked)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, row, isWhole, marked] { worker->describe(row, isWhole, marked); });
}

void TopicSession::setMode(TopicMessageModel::Mode mode)
{
    m_model.setMode(mode);
    acknowledge();
}

void TopicSession::takeBatch(quint64 generation, const SharedMessageRows &rows, int scanned)
{
    if (generation < m_reading) {
        return; // of the reading before
    }
    // What an older filter let through comes again with the answer to the new one.
    if (generation == m_generation) {
        m_model.append(rows);
        m_counters.matched += rows->size();
    }
    ++m_unacknowledged;
    m_counters.scanned += uint64_t(scanned);
    measure(m_counters.scanned);
    acknowledge();
}

void TopicSession::takeRefiltered(quint64 generation, const SharedMessageRows &rows)
{
    if (generation != m_generation) {
        return;
    }
    m_counters.matched = rows->size();
    m_model.reset(rows);
    acknowledge();
    Q_EMIT refiltered();
    Q_EMIT countersChanged();
}

void TopicSession::acknowledge()
{
    while (m_request && m_unacknowledged > 0 && !m_model.isBusy()) {
        --m_unacknowledged;
        m_instance.acknowledgeRecords(*m_request);
    }
}

void TopicSession::measure(uint64_t scanned)
{
    constexpr qint64 kInterval = 1000;
    const qint64 elapsed = m_since.elapsed();
    if (elapsed >= kInterval) {
        m_counters.perSecond = double(scanned - m_scannedBefore) * 1000 / double(elapsed);
        m_scannedBefore = scanned;
        m_since.restart();
    }
}

void TopicSession::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace rowcast::ui
