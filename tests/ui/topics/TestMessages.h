// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance/ReplicationInstance.h"
#include "ui/topics/MessageParser.h"

#include <QByteArray>

namespace rowcast::ui::test {

struct MessageText {
    const char *operation = "insert";
    const char *keyType = "primary-key";
    int64_t id = 1;
    QByteArray name = "ann";
    uint64_t transaction = 8589934811ULL;
    QByteArray before = {}; // a whole member: "before-image":{...},
};

inline QByteArray message(const MessageText &text)
{
    return "{\"data\":{\"id\":" + QByteArray::number(qlonglong(text.id)) + ",\"name\":\"" + text.name
        + "\",\"price\":12.3400}," + text.before
        + "\"metadata\":{\"timestamp\":\"2026-11-23T05:00:00.000000Z\",\"record-type\":\"data\",\"operation\":\""
        + text.operation + "\",\"partition-key-type\":\"" + text.keyType
        + "\",\"schema-name\":\"kwtoon\",\"table-name\":\"gift\",\"transaction-id\":"
        + QByteArray::number(qulonglong(text.transaction)) + "}}";
}

inline TopicRecord record(int64_t offset, const QByteArray &value, const QByteArray &key = "kwtoon.gift.1")
{
    TopicRecord made;
    made.partition = int32_t(offset % 3);
    made.offset = offset;
    made.timestampMillis = 1'795'410'000'000 + offset;
    made.key = key;
    made.value = value;
    made.sizeBytes = uint64_t(key.size() + value.size());
    return made;
}

inline RecordBatch batch(int64_t first, int count)
{
    static const char *const kOperations[] = {"load", "insert", "update", "delete"};
    std::vector<TopicRecord> records;
    for (int64_t offset = first; offset < first + count; ++offset) {
        const QByteArray value = message({.operation = kOperations[offset % 4],
            .id = offset,
            .name = "name " + QByteArray::number(qlonglong(offset))});
        records.push_back(record(offset, value, "kwtoon.gift." + QByteArray::number(qlonglong(offset))));
    }
    return RecordBatch::create(std::move(records));
}

inline SharedMessageRows rows(int64_t first, int count)
{
    MessageParser parser;
    auto made = SharedMessageRows::create();
    const RecordBatch records = batch(first, count);
    for (const TopicRecord &entry : *records) {
        made->push_back(parser.read(entry));
    }
    return made;
}

} // namespace rowcast::ui::test
