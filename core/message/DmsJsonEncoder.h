// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/CellText.h"
#include "core/message/JsonLayout.h"
#include "core/message/MessageEncoder.h"
#include "core/message/TablePlan.h"

#include <memory>
#include <unordered_map>

namespace rowcast {

// AWS DMS's JSON for Kafka (DMS guide, "Using Apache Kafka as a target"; the layouts that the guide leaves open are in
// this room's README). See MessageEncoder for the rules of use.
class DmsJsonEncoder final : public MessageEncoder {
public:
    explicit DmsJsonEncoder(MessageSettings settings);

    void beginBatch(int64_t nowMicros) override;
    Result<void> encode(
        const Change &change, const EncodeContext &context, std::string &bytes, EncodedMessages &out) override;
    Result<void> encodeControl(const SchemaChange &change, std::string &bytes, EncodedMessages &out) override;
    [[nodiscard]] const std::vector<std::string> &topics() const override { return m_topics; }

private:
    // Constant parts of every message.
    struct Parts {
        std::string data; // {"data":{
        std::string objectEnd; // of data and of the before image
        std::string beforeImage; // ,"field":{
        std::string metadata; // ,"metadata":{"timestamp":"...", of this batch
        std::string partitionValue;
        std::string transactionId;
        std::string transactionRecordId;
        std::string previousTransactionId;
        std::string previousTransactionRecordId;
        std::string commitTimestamp;
        std::string streamPosition;
        std::string end; // of metadata and message
    };
    TablePlan &planFor(const TableSchema &schema);
    uint32_t topicIndex(const TableId &table);
    bool appendKey(const TablePlan &plan, const Change &change, std::string &bytes) const;
    void appendValue(const TablePlan &plan, const Change &change, const EncodeContext &context, std::string_view key,
        std::string &bytes, EncodedMessages &out);
    void appendData(const TablePlan &plan, const Change &change, std::string &bytes, EncodedMessages &out) const;
    void appendBeforeImage(const TablePlan &plan, RowView before, std::string &bytes) const;
    void appendTransaction(const Change &change, const EncodeContext &context, std::string &bytes);
    void appendHeaders(const Change &change, std::string &bytes, EncodedMessages &out, EncodedMessage &message) const;
    void appendTombstone(const TablePlan &plan, const Change &change, std::string &bytes, EncodedMessages &out);
    void appendControl(
        const SchemaChange &change, const nlohmann::ordered_json &body, std::string &bytes, EncodedMessages &out);

    const MessageSettings m_settings;
    const JsonLayout m_layout;
    const CellStyle m_style;
    Parts m_parts;
    std::string m_now; // the batch's time as text
    int64_t m_nowMicros = 0;
    uint64_t m_batch = 0;
    std::unordered_map<const TableSchema *, std::unique_ptr<TablePlan>> m_plans;
    const TableSchema *m_lastSchema = nullptr;
    TablePlan *m_lastPlan = nullptr;
    std::vector<std::string> m_topics;
    std::unordered_map<std::string, uint32_t> m_topicIndices;
    std::string m_keyScratch;
    int64_t m_commitMicros = 0;
    std::string m_commitText;
};

} // namespace rowcast
