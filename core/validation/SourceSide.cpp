// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/validation/SourceSide.h"

#include "core/message/MessageEncoder.h"

namespace rowcast {

namespace {

// Encodes each loaded row and puts it away.
class RowKeeper final : public ChangeHandler {
public:
    RowKeeper(const MessageSettings &settings, RowSpill &spill, uint16_t table, std::vector<std::string> key)
        : m_encoder(makeMessageEncoder(settings))
        , m_reader({})
        , m_spill(spill)
        , m_table(table)
        , m_key(std::move(key))
    {
        m_encoder->beginBatch(0);
    }

    Result<void> change(const Change &change) override
    {
        m_bytes.clear();
        m_messages.clear();
        if (auto encoded = m_encoder->encode(change, {}, m_bytes, m_messages); !encoded) {
            return encoded;
        }
        const EncodedMessage &message = m_messages.messages.front();
        const auto row = m_reader.read(std::string_view(m_bytes).substr(message.valueBegin, message.valueSize));
        const auto key = row ? m_reader.key(row->data, m_key) : std::nullopt;
        if (!key) {
            return internalFailure(QStringLiteral("a message of ours that cannot be read"));
        }
        ++rows;
        return m_spill.add(RowSpill::Side::Source, {.table = m_table, .key = *key, .data = row->data});
    }
    Result<void> schemaChange(const SchemaChange &) override { return {}; }
    Result<void> tableFailed(const TableId &, const Failure &failure) override { return failure; }
    void noteLoss(const TableId &, const QString &, uint64_t) override { }

    uint64_t rows = 0;

private:
    std::unique_ptr<MessageEncoder> m_encoder;
    RowMessageReader m_reader;
    RowSpill &m_spill;
    const uint16_t m_table;
    const std::vector<std::string> m_key;
    std::string m_bytes;
    EncodedMessages m_messages;
};

} // namespace

std::vector<std::string> keyColumns(const TableSchema &schema)
{
    std::vector<std::string> names;
    for (const uint16_t column : schema.key) {
        names.push_back(schema.columns.at(column).name);
    }
    return names;
}

Result<void> SourceSide::read(uint16_t table, const TableSchema &schema, const std::stop_token &stop)
{
    if (m_loader == nullptr) {
        auto loader = m_session.loader(stop);
        if (!loader) {
            return loader.error();
        }
        m_loader = *std::move(loader);
    }
    RowKeeper keeper(m_settings, m_spill, table, keyColumns(schema));
    while (true) {
        const auto chunk = m_loader->loadNext(schema.id, keeper, stop);
        if (!chunk) {
            m_loader = nullptr; // its connection may be in the middle of something
            return chunk.error();
        }
        if (!*chunk) {
            m_rows += keeper.rows;
            return {};
        }
    }
}

} // namespace rowcast
