// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The control messages and headers of DmsJsonEncoder: what is not on the path of every row.

#include "core/message/ControlBody.h"
#include "core/message/DmsJsonEncoder.h"
#include "core/message/JsonText.h"

#include <nlohmann/json.hpp>

namespace rowcast {

namespace {

// Names as in the metadata object.
constexpr std::string_view kRecordType = "record-type";
constexpr std::string_view kOperation = "operation";
constexpr std::string_view kSchemaName = "schema-name";
constexpr std::string_view kTableName = "table-name";
constexpr std::string_view kTransactionId = "transaction-id";
constexpr std::string_view kStreamPosition = "stream-position";

// Prep mode's own records and new tables are always told; other changes only where the endpoint asks for them.
bool isSent(const SchemaChange &change, const MessageSettings &settings)
{
    if (controlOperation(change.kind).empty()) {
        return false;
    }
    if (change.kind == SchemaChangeKind::CreateTable || change.transaction == nullptr) {
        return true;
    }
    const bool isHandled
        = change.kind == SchemaChangeKind::DropTable ? settings.handlesDroppedTables : settings.handlesAlteredTables;
    return isHandled && settings.includeTableAlterOperations;
}

class HeaderWriter {
public:
    HeaderWriter(std::string &bytes, EncodedMessages &out, EncodedMessage &message)
        : m_bytes(bytes)
        , m_out(out)
        , m_message(message)
    {
        m_message.headersBegin = uint32_t(m_out.headers.size());
    }
    void add(std::string_view name, std::string_view value)
    {
        m_out.headers.push_back({name, m_bytes.size(), value.size()});
        m_bytes.append(value);
        ++m_message.headersCount;
    }

private:
    std::string &m_bytes;
    EncodedMessages &m_out;
    EncodedMessage &m_message;
};

void addCommonHeaders(HeaderWriter &writer, std::string_view type, std::string_view operation, const TableId &table)
{
    writer.add(kRecordType, type);
    writer.add(kOperation, operation);
    writer.add(kSchemaName, table.schema);
    writer.add(kTableName, table.table);
}

void addTransactionHeaders(HeaderWriter &writer, const TransactionInfo *transaction, std::string_view position)
{
    if (transaction != nullptr) {
        writer.add(kTransactionId, std::to_string(transaction->id));
    }
    if (!position.empty()) {
        writer.add(kStreamPosition, position);
    }
}

} // namespace

void DmsJsonEncoder::appendHeaders(
    const Change &change, std::string &bytes, EncodedMessages &out, EncodedMessage &message) const
{
    HeaderWriter writer(bytes, out, message);
    addCommonHeaders(writer, "data", operationName(change.operation), change.schema->id);
    addTransactionHeaders(writer, change.transaction, change.streamPosition);
}

Result<void> DmsJsonEncoder::encodeControl(const SchemaChange &change, std::string &bytes, EncodedMessages &out)
{
    if (!isSent(change, m_settings)) {
        return {};
    }
    for (const nlohmann::ordered_json &body : controlBodies(change)) {
        appendControl(change, body, bytes, out);
    }
    return {};
}

void DmsJsonEncoder::appendControl(
    const SchemaChange &change, const nlohmann::ordered_json &body, std::string &bytes, EncodedMessages &out)
{
    nlohmann::ordered_json value = nlohmann::ordered_json::object();
    if (m_settings.includeControlDetails) {
        value["control"] = body;
    }
    nlohmann::ordered_json &metadata = value["metadata"];
    metadata["timestamp"] = m_now;
    metadata[kRecordType] = "control";
    metadata[kOperation] = std::string(controlOperation(change.kind));
    metadata["partition-key-type"] = "task-id";
    if (m_settings.includePartitionValue) {
        metadata["partition-key-value"] = m_settings.taskIdentifier;
    }
    metadata[kSchemaName] = change.table.schema;
    metadata[kTableName] = change.table.table;

    EncodedMessage message;
    message.topic = topicIndex(change.table);
    message.keyBegin = bytes.size();
    bytes.append(m_settings.taskIdentifier);
    if (!change.table.table.empty()) {
        bytes.append(1, '.').append(change.table.dotted());
    }
    message.keySize = bytes.size() - message.keyBegin;
    message.valueBegin = bytes.size();
    m_layout.print(bytes, value);
    message.valueSize = bytes.size() - message.valueBegin;
    if (m_settings.headers) {
        HeaderWriter writer(bytes, out, message);
        addCommonHeaders(writer, "control", controlOperation(change.kind), change.table);
        addTransactionHeaders(writer, change.transaction, change.streamPosition);
    }
    out.messages.push_back(message);
}

} // namespace rowcast
