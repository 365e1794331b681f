// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/message/DmsJsonEncoder.h"

#include "core/base/Utf8.h"
#include "core/message/ControlBody.h"
#include "core/message/IsoTime.h"
#include "core/message/JsonText.h"
#include "core/message/MessageFailures.h"
#include "core/message/RowKey.h"
#include "core/message/TopicName.h"

#include <nlohmann/json.hpp>

namespace rowcast {

namespace {

constexpr size_t kMostPlans = 4096; // tens of kilobytes each for wide tables; forgetting them costs microseconds

Cell cutCell(Cell cell, uint64_t maxBytes)
{
    cell.text = cell.kind == CellKind::Bytes ? cell.text.substr(0, size_t(maxBytes))
                                             : utf8Prefix(cell.text, size_t(maxBytes));
    return cell;
}

bool fitsSchema(const Change &change)
{
    const size_t columns = change.schema->columns.size();
    const bool needsBefore = change.operation == Operation::Delete;
    return change.data().size() == columns
        && (change.before.size() == columns || (change.before.empty() && !needsBefore));
}

} // namespace

std::unique_ptr<MessageEncoder> makeMessageEncoder(const MessageSettings &settings)
{
    return std::make_unique<DmsJsonEncoder>(settings);
}

DmsJsonEncoder::DmsJsonEncoder(MessageSettings settings)
    : m_settings(std::move(settings))
    , m_layout(m_settings.isFormatted)
    , m_style{m_settings.noHexPrefix, m_settings.useLargeIntegerValue}
{
    m_parts.data = '{' + m_layout.member(1, "data").substr(1) + '{';
    m_parts.objectEnd = m_layout.close(2);
    m_parts.beforeImage = m_layout.member(1, m_settings.beforeImage.fieldName) + '{';
    m_parts.partitionValue = m_layout.member(2, "partition-key-value");
    m_parts.transactionId = m_layout.member(2, "transaction-id");
    m_parts.transactionRecordId = m_layout.member(2, "transaction-record-id");
    m_parts.previousTransactionId = m_layout.member(2, "prev-transaction-id");
    m_parts.previousTransactionRecordId = m_layout.member(2, "prev-transaction-record-id");
    m_parts.commitTimestamp = m_layout.member(2, "commit-timestamp");
    m_parts.streamPosition = m_layout.member(2, "stream-position");
    m_parts.end = m_layout.close(2) + m_layout.close(1);
    beginBatch(0);
}

void DmsJsonEncoder::beginBatch(int64_t nowMicros)
{
    ++m_batch;
    m_lastSchema = nullptr;
    m_lastPlan = nullptr;
    if (m_plans.size() > kMostPlans) {
        m_plans.clear();
    }
    if (nowMicros != m_nowMicros || m_now.empty()) {
        m_nowMicros = nowMicros;
        m_now = isoTime(nowMicros);
        m_parts.metadata
            = m_layout.member(1, "metadata") + '{' + m_layout.member(2, "timestamp").substr(1) + '"' + m_now + '"';
    }
}

TablePlan &DmsJsonEncoder::planFor(const TableSchema &schema)
{
    if (m_lastSchema == &schema) {
        return *m_lastPlan;
    }
    std::unique_ptr<TablePlan> &plan = m_plans[&schema];
    if (plan == nullptr || (plan->batch != m_batch && plan->schema != schema)) {
        plan = std::make_unique<TablePlan>(schema, m_settings, m_layout);
        plan->topic = topicIndex(schema.id);
    }
    plan->batch = m_batch;
    m_lastSchema = &schema;
    m_lastPlan = plan.get();
    return *plan;
}

uint32_t DmsJsonEncoder::topicIndex(const TableId &table)
{
    const auto [place, isNew] = m_topicIndices.try_emplace(topicName(m_settings, table), uint32_t(m_topics.size()));
    if (isNew) {
        m_topics.push_back(place->first);
    }
    return place->second;
}

Result<void> DmsJsonEncoder::encode(
    const Change &change, const EncodeContext &context, std::string &bytes, EncodedMessages &out)
{
    if (change.schema == nullptr || !fitsSchema(change)) {
        return rowMismatchFailure(change);
    }
    const TablePlan &plan = planFor(*change.schema);
    EncodedMessage message;
    message.topic = plan.topic;
    message.keyBegin = bytes.size();
    if (!appendKey(plan, change, bytes)) {
        bytes.resize(message.keyBegin);
        return keyMissingFailure(change);
    }
    message.keySize = bytes.size() - message.keyBegin;
    message.valueBegin = bytes.size();
    const bool showsKey = m_settings.includePartitionValue && plan.operation(change.operation).isPrimaryKey;
    m_keyScratch.assign(bytes, message.keyBegin, showsKey ? message.keySize : 0);
    appendValue(plan, change, context, m_keyScratch, bytes, out);
    message.valueSize = bytes.size() - message.valueBegin;
    if (m_settings.headers) {
        appendHeaders(change, bytes, out, message);
    }
    out.messages.push_back(message);
    if (m_settings.tombstones) {
        appendTombstone(plan, change, bytes, out);
    }
    return {};
}

bool DmsJsonEncoder::appendKey(const TablePlan &plan, const Change &change, std::string &bytes) const
{
    if (!plan.operation(change.operation).isPrimaryKey) {
        bytes.append(plan.schemaTable);
        return true;
    }
    bytes.append(plan.keyPrefix);
    return appendRowKey(bytes, change, m_settings.noHexPrefix);
}

void DmsJsonEncoder::appendValue(const TablePlan &plan, const Change &change, const EncodeContext &context,
    std::string_view key, std::string &bytes, EncodedMessages &out)
{
    const TablePlan::OperationPlan &operation = plan.operation(change.operation);
    bytes.append(m_parts.data);
    appendData(plan, change, bytes, out);
    bytes.append(m_parts.objectEnd);
    if (m_settings.beforeImage.isEnabled && change.operation == Operation::Update) {
        appendBeforeImage(plan, change.before, bytes);
    }
    bytes.append(m_parts.metadata);
    bytes.append(operation.head);
    if (!operation.names.empty()) {
        bytes.append(m_parts.partitionValue);
        appendQuoted(bytes, key);
        bytes.append(operation.names);
    }
    if (change.transaction != nullptr && change.operation != Operation::Load) {
        appendTransaction(change, context, bytes);
    }
    bytes.append(m_parts.end);
}

void DmsJsonEncoder::appendData(
    const TablePlan &plan, const Change &change, std::string &bytes, EncodedMessages &out) const
{
    const RowView row = change.data();
    size_t skip = 1; // the comma before the first member
    for (size_t i = 0; i < plan.columns.size(); ++i) {
        const TablePlan::ColumnPlan &column = plan.columns[i];
        const Cell *cell = &row[i];
        if (cell->kind == CellKind::Absent && column.isKey && !change.before.empty()) {
            cell = &change.before[i];
        }
        const bool isLeftOut = !column.isKey && !m_settings.includeNullAndEmpty && isNullOrEmpty(*cell);
        if (isLeftOut || !column.isShown || cell->kind == CellKind::Absent) {
            continue;
        }
        bytes.append(column.member, skip);
        skip = 0;
        if (column.isCut && cell->kind >= CellKind::Text && cell->text.size() > *m_settings.lobMaxBytes) {
            out.cutValues.push_back({out.messages.size(), uint16_t(i), cell->text.size()});
            appendCell(bytes, cutCell(*cell, *m_settings.lobMaxBytes), m_style);
        } else {
            appendCell(bytes, *cell, m_style);
        }
    }
}

void DmsJsonEncoder::appendBeforeImage(const TablePlan &plan, RowView before, std::string &bytes) const
{
    bytes.append(m_parts.beforeImage);
    size_t skip = 1;
    for (size_t i = 0; i < before.size(); ++i) {
        const TablePlan::ColumnPlan &column = plan.columns[i];
        const Cell &cell = before[i];
        const bool isLeftOut = !column.isKey && !m_settings.includeNullAndEmpty && isNullOrEmpty(cell);
        if (isLeftOut || !column.isInBeforeImage || cell.kind == CellKind::Absent) {
            continue;
        }
        bytes.append(column.member, skip);
        skip = 0;
        appendCell(bytes, cell, m_style);
    }
    bytes.append(m_parts.objectEnd);
}

void DmsJsonEncoder::appendTransaction(const Change &change, const EncodeContext &context, std::string &bytes)
{
    bytes.append(m_parts.transactionId);
    appendUnsigned(bytes, change.transaction->id);
    if (!m_settings.includeTransactionDetails) {
        return;
    }
    bytes.append(m_parts.transactionRecordId);
    appendUnsigned(bytes, context.transactionRecordId);
    bytes.append(m_parts.previousTransactionId);
    appendUnsigned(bytes, context.previousTransactionId);
    bytes.append(m_parts.previousTransactionRecordId);
    appendUnsigned(bytes, context.previousTransactionRecordId);
    if (m_commitMicros != change.transaction->commitMicros || m_commitText.empty()) {
        m_commitMicros = change.transaction->commitMicros;
        m_commitText = '"' + isoTime(m_commitMicros) + '"';
    }
    bytes.append(m_parts.commitTimestamp);
    bytes.append(m_commitText);
    bytes.append(m_parts.streamPosition);
    appendQuoted(bytes, change.streamPosition);
}

void DmsJsonEncoder::appendTombstone(
    const TablePlan &plan, const Change &change, std::string &bytes, EncodedMessages &out)
{
    if (!plan.operation(change.operation).isPrimaryKey || change.before.empty()) {
        return;
    }
    // A copy: the record may move while another is added.
    EncodedMessage message = out.messages.back();
    m_keyScratch = plan.keyPrefix;
    if (!appendRowKey(m_keyScratch, plan.schema, change.before, {}, m_settings.noHexPrefix)) {
        return; // a partial before image holds the key unless the key did not change
    }
    const std::string_view newKey = std::string_view(bytes).substr(message.keyBegin, message.keySize);
    if (change.operation == Operation::Update && m_keyScratch == newKey) {
        return;
    }
    message.keyBegin = bytes.size();
    bytes.append(m_keyScratch);
    message.keySize = m_keyScratch.size();
    message.valueBegin = bytes.size();
    message.valueSize = 0;
    message.hasValue = false;
    out.messages.push_back(message);
}

} // namespace rowcast
