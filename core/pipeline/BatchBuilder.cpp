// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/BatchBuilder.h"

#include "core/message/MessageFailures.h"
#include "core/message/RowKey.h"
#include "core/message/TopicName.h"
#include "core/pipeline/SuspendedTables.h"

#include <algorithm>

namespace rowcast {

namespace {

constexpr size_t kReserveMost = 4 * 1024 * 1024;

QString rowKeyText(const Change &change, bool noHexPrefix)
{
    std::string key;
    if (!appendRowKey(key, change, noHexPrefix)) {
        return QStringLiteral("(no key)");
    }
    return QString::fromStdString(key);
}

} // namespace

BatchBuilder::BatchBuilder(
    const MessageSettings &settings, ErrorHandler &policy, const Clock &clock, const TaskRecord &last)
    : m_encoder(makeMessageEncoder(settings))
    , m_policy(policy)
    , m_clock(clock)
    , m_settings(settings)
{
    m_last.previousTransactionId = last.lastTransactionId;
    m_last.previousTransactionRecordId = last.lastRecordId;
    begin();
}

void BatchBuilder::begin()
{
    m_batch = std::make_unique<Batch>();
    m_slots.clear();
    m_lastSchema = nullptr;
    m_lastSlot = nullptr;
    m_isStarted = false;
}

std::unique_ptr<Batch> BatchBuilder::take()
{
    m_expectedBytes = std::min(m_batch->bytes.size() + m_batch->bytes.size() / 8, kReserveMost);
    m_batch->topics = m_encoder->topics();
    auto batch = std::move(m_batch);
    begin();
    return batch;
}

BatchBuilder::Slot &BatchBuilder::slotOf(const TableId &table)
{
    const auto [slot, isNew] = m_slots.try_emplace(table);
    if (isNew) {
        slot->second = {.counts = m_batch->tables.size(),
            .isSuspended = m_policy.isSuspended(table),
            .isMisdirected = isCheckpointTopic(m_settings, table)};
        m_batch->tables.push_back({.table = table});
    }
    return slot->second;
}

Result<void> BatchBuilder::checkTopic(const TableId &table, Slot &slot)
{
    if (!slot.isMisdirected || slot.isSuspended) {
        return {};
    }
    auto suspended = tableFailed(table, checkpointTopicFailure(table, m_settings.checkpointTopic));
    slot.isSuspended = true; // also where another thread was first
    return suspended;
}

void BatchBuilder::count(TableCounts &counts, Operation operation)
{
    switch (operation) {
    case Operation::Load:
        ++counts.loads;
        break;
    case Operation::Insert:
        ++counts.inserts;
        break;
    case Operation::Update:
        ++counts.updates;
        break;
    case Operation::Delete:
        ++counts.deletes;
        break;
    }
}

Result<void> BatchBuilder::change(const Change &change)
{
    if (!m_isStarted) {
        m_batch->bytes.reserve(m_expectedBytes);
        m_encoder->beginBatch(m_clock.nowMicros());
        m_isStarted = true;
    }
    if (change.schema != m_lastSchema) {
        m_lastSlot = &slotOf(change.schema->id);
        if (auto checked = checkTopic(change.schema->id, *m_lastSlot); !checked) {
            return checked;
        }
        m_lastSchema = change.schema;
    }
    if (m_lastSlot->isSuspended) {
        return {};
    }
    EncodeContext context = m_last;
    if (change.transaction != nullptr) {
        const bool goesOn = change.transaction->id == m_last.previousTransactionId;
        context.transactionRecordId = goesOn ? m_last.previousTransactionRecordId + 1 : 1;
    }
    if (auto encoded = m_encoder->encode(change, context, m_batch->bytes, *m_batch); !encoded) {
        return rowFailed(change, encoded.error());
    }
    if (!m_batch->cutValues.empty()) {
        if (auto reported = reportCuts(change); !reported) {
            return reported;
        }
    }
    if (change.transaction != nullptr) {
        m_last.previousTransactionId = change.transaction->id;
        m_last.previousTransactionRecordId = context.transactionRecordId;
        const int64_t committed = change.transaction->commitMicros;
        m_batch->oldestCommitMicros
            = m_batch->oldestCommitMicros == 0 ? committed : std::min(m_batch->oldestCommitMicros, committed);
        m_batch->newestCommitMicros = std::max(m_batch->newestCommitMicros, committed);
    }
    count(m_batch->tables[m_lastSlot->counts], change.operation);
    return {};
}

Result<void> BatchBuilder::schemaChange(const SchemaChange &change)
{
    if (!m_isStarted) {
        m_encoder->beginBatch(m_clock.nowMicros());
        m_isStarted = true;
    }
    Slot &slot = slotOf(change.table);
    if (auto checked = checkTopic(change.table, slot); !checked) {
        return checked;
    }
    if (slot.isSuspended) {
        return {};
    }
    if (change.transaction != nullptr) {
        ++m_batch->tables[slot.counts].ddls;
    }
    return m_encoder->encodeControl(change, m_batch->bytes, *m_batch);
}

Result<void> BatchBuilder::tableFailed(const TableId &table, const Failure &failure)
{
    if (m_policy.isSuspended(table)) {
        return {};
    }
    if (auto suspended = m_policy.tableFailed(table, failure); !suspended) {
        return suspended;
    }
    slotOf(table).isSuspended = true;
    m_batch->state.push_back(suspendedRecord(table, failure));
    return {};
}

void BatchBuilder::noteLoss(const TableId &table, const QString &, uint64_t count)
{
    m_batch->tables[slotOf(table).counts].losses += count;
}

Result<void> BatchBuilder::rowFailed(const Change &change, const Failure &failure)
{
    if (auto skipped = m_policy.rowFailed(change.schema->id, rowKeyText(change, m_settings.noHexPrefix), failure);
        !skipped) {
        return skipped;
    }
    ++m_batch->tables[m_lastSlot->counts].losses;
    m_lastSlot->isSuspended = m_policy.isSuspended(change.schema->id);
    if (m_lastSlot->isSuspended) {
        m_batch->state.push_back(suspendedRecord(change.schema->id, failure));
    }
    return {};
}

Result<void> BatchBuilder::reportCuts(const Change &change)
{
    const auto cuts = std::exchange(m_batch->cutValues, {});
    m_batch->tables[m_lastSlot->counts].losses += cuts.size();
    for (const CutValue &cut : cuts) {
        const QString column = QString::fromStdString(change.schema->columns.at(cut.column).name);
        auto kept = m_policy.valueCut(change.schema->id, rowKeyText(change, m_settings.noHexPrefix), column, cut.bytes);
        if (!kept) {
            return kept;
        }
    }
    return {};
}

} // namespace rowcast
