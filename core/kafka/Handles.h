// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <librdkafka/rdkafka.h>

#include <memory>

// librdkafka's objects with owners. Nothing outside this room sees them.

namespace rowcast::kafka {

template <auto Destroy> struct DestroyBy {
    template <typename T> void operator()(T *object) const { Destroy(object); }
};

using ConfHandle = std::unique_ptr<rd_kafka_conf_t, DestroyBy<rd_kafka_conf_destroy>>;
using TopicHandle = std::unique_ptr<rd_kafka_topic_t, DestroyBy<rd_kafka_topic_destroy>>;
using QueueHandle = std::unique_ptr<rd_kafka_queue_t, DestroyBy<rd_kafka_queue_destroy>>;
using EventHandle = std::unique_ptr<rd_kafka_event_t, DestroyBy<rd_kafka_event_destroy>>;
using ErrorHandle = std::unique_ptr<rd_kafka_error_t, DestroyBy<rd_kafka_error_destroy>>;
using MessageHandle = std::unique_ptr<rd_kafka_message_t, DestroyBy<rd_kafka_message_destroy>>;
using MetadataHandle = std::shared_ptr<const rd_kafka_metadata_t>;
using PartitionListHandle
    = std::unique_ptr<rd_kafka_topic_partition_list_t, DestroyBy<rd_kafka_topic_partition_list_destroy>>;
using AdminOptionsHandle = std::unique_ptr<rd_kafka_AdminOptions_t, DestroyBy<rd_kafka_AdminOptions_destroy>>;
using NewTopicHandle = std::unique_ptr<rd_kafka_NewTopic_t, DestroyBy<rd_kafka_NewTopic_destroy>>;
using ConfigResourceHandle = std::unique_ptr<rd_kafka_ConfigResource_t, DestroyBy<rd_kafka_ConfigResource_destroy>>;
using AclFilterHandle = std::unique_ptr<rd_kafka_AclBindingFilter_t, DestroyBy<rd_kafka_AclBinding_destroy>>;

} // namespace rowcast::kafka
