// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/ChangeReader.h"

namespace rowcast {

ChangeReader::ChangeReader(ChangeSource &source, BatchQueue &queue, BatchBuilder &builder, const Clock &clock,
    PipelineObserver &observer, const TaskRecord &record, const Limits &limits)
    : m_source(source)
    , m_queue(queue)
    , m_builder(builder)
    , m_clock(clock)
    , m_observer(observer)
    , m_record(record)
    , m_limits(limits)
    , m_handedOver(clock.steady())
{
}

bool ChangeReader::isTimeToHandOver(bool isQuiet) const
{
    if (m_builder.isEmpty()) {
        return m_hasMoved && m_source.isAtTransactionEnd()
            && m_clock.steady() - m_handedOver >= m_limits.idleCheckpoint;
    }
    if (m_builder.bytes() >= m_limits.batchBytes) {
        return true;
    }
    if (!m_source.isAtTransactionEnd()) {
        return false;
    }
    if (isQuiet) {
        return true;
    }
    // Many small transactions in a row go together; a lone one does not wait for company.
    return m_queue.isConsumerWaiting() && (m_builder.bytes() >= m_limits.readyBytes || !m_source.isMoreWaiting());
}

Result<void> ChangeReader::run(const std::string &target, const std::stop_token &stop)
{
    bool isReached = false;
    while (!stop.stop_requested() && !isReached) {
        auto progress = m_source.poll(m_builder, stop);
        if (!progress) {
            if (isStopped(progress.error())) {
                break;
            }
            return progress.error();
        }
        const bool isQuiet = *progress == ChangeSource::Progress::Quiet;
        m_isQuiet = isQuiet && m_builder.isEmpty();
        if (m_isQuiet) {
            m_caughtUpMicros = m_clock.nowMicros();
        }
        m_hasMoved = m_hasMoved || !isQuiet;
        isReached = !target.empty() && m_source.isAtTransactionEnd() && m_source.hasReached(target);
        if (isReached || isTimeToHandOver(isQuiet)) {
            if (auto handed = handOver(stop); !handed) {
                return isStopped(handed.error()) ? Result<void>{} : handed;
            }
        }
    }
    return {};
}

Result<void> ChangeReader::handOver(const std::stop_token &stop)
{
    auto batch = m_builder.take();
    batch->isTransactionEnd = m_source.isAtTransactionEnd();
    batch->displayPosition = m_source.displayPosition();
    batch->positionMicros = m_source.lastEventMicros();
    for (StateRecord &record : m_source.takeState()) {
        batch->state.push_back(std::move(record));
    }
    m_record.lastTransactionId = m_builder.lastTransactionId();
    m_record.lastRecordId = m_builder.lastRecordId();
    batch->state.push_back(m_record.encode());
    m_observer.captured(*batch);
    m_handedOver = m_clock.steady();
    m_hasMoved = false;
    const size_t bytes = batch->memory();
    if (!m_queue.push(std::move(batch), bytes, stop)) {
        return stoppedFailure();
    }
    return {};
}

Result<void> ChangeReader::checkpoint(TaskRecord::Phase phase, const std::stop_token &stop)
{
    m_record.phase = phase;
    return handOver(stop);
}

} // namespace rowcast
