// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/message/MessageEncoder.h"
#include "core/pipeline/Batch.h"
#include "core/pipeline/PipelineObserver.h"
#include "core/pipeline/Source.h"
#include "core/pipeline/TaskRecord.h"

#include <memory>
#include <unordered_map>

namespace rowcast {

// The one door through which loaded and changed rows go: encodes each into the batch under construction, counts it, and
// hands the batch out when asked. One per reader or loader thread.
class BatchBuilder final : public ChangeHandler {
public:
    // last: of the change written last before this builder's first one.
    BatchBuilder(
        const MessageSettings &settings, ErrorHandler &policy, const Clock &clock, const TaskRecord &last = {});

    Result<void> change(const Change &change) override;
    Result<void> schemaChange(const SchemaChange &change) override;
    Result<void> tableFailed(const TableId &table, const Failure &failure) override;
    void noteLoss(const TableId &table, const QString &column, uint64_t count) override;

    [[nodiscard]] bool isEmpty() const { return m_batch->messages.empty() && m_batch->tables.empty(); }
    [[nodiscard]] size_t bytes() const { return m_batch->bytes.size(); }
    // The batch so far; the next one is begun.
    [[nodiscard]] std::unique_ptr<Batch> take();

    [[nodiscard]] uint64_t lastTransactionId() const { return m_last.previousTransactionId; }
    [[nodiscard]] uint64_t lastRecordId() const { return m_last.previousTransactionRecordId; }

private:
    struct Slot {
        size_t counts = 0; // index into Batch::tables
        bool isSuspended = false;
        bool isMisdirected = false; // its topic is that of the checkpoints
    };
    void begin();
    Slot &slotOf(const TableId &table);
    // Before a row or record of the table is encoded.
    Result<void> checkTopic(const TableId &table, Slot &slot);
    Result<void> rowFailed(const Change &change, const Failure &failure);
    Result<void> reportCuts(const Change &change);
    void count(TableCounts &counts, Operation operation);

    std::unique_ptr<MessageEncoder> m_encoder;
    ErrorHandler &m_policy;
    const Clock &m_clock;
    const MessageSettings m_settings;
    std::unique_ptr<Batch> m_batch;
    EncodeContext m_last; // of the change written last; transactionRecordId unused
    std::unordered_map<TableId, Slot, TableIdHash> m_slots;
    const TableSchema *m_lastSchema = nullptr; // the slot that m_lastSlot is for: rows come in runs of one table
    Slot *m_lastSlot = nullptr;
    size_t m_expectedBytes = 0; // of the last batch, to reserve in one piece
    bool m_isStarted = false; // the encoder was told the time of this batch
};

} // namespace rowcast
