// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kafka/KafkaSettings.h"
#include "core/kafka/TopicAdmin.h"
#include "core/pipeline/TopicReader.h"

#include <optional>

namespace rowcast {

// Looks into topics without joining a group. See TopicReader.
//
// With all records wanted, two consumers read side by side: one sees everything, the other only what is committed. A
// record that the second passes over without delivering it was aborted; until it has passed, the record is held back,
// so that no mark is ever wrong. A transaction that stays open so holds back its records, as long as the read follows.
class KafkaTopicReader final : public TopicReader {
public:
    explicit KafkaTopicReader(KafkaSettings settings)
        : m_settings(std::move(settings))
    {
    }
    ~KafkaTopicReader() override;

    Result<std::vector<TopicInfo>> topics(const std::stop_token &stop) override;
    Result<TopicInfo> describe(const QString &topic, const std::stop_token &stop) override;
    Result<void> read(const TopicQuery &query, const OnRecords &onRecords, const OnProgress &onProgress,
        const std::stop_token &stop) override;

private:
    Result<kafka::TopicAdmin *> admin();

    const KafkaSettings m_settings;
    std::optional<kafka::TopicAdmin> m_admin; // kept, as the viewer asks again and again
};

} // namespace rowcast
