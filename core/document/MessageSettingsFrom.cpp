// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/document/MessageSettingsFrom.h"

namespace rowcast {

namespace {

BeforeImageRule beforeImageOf(const TaskSpec &task)
{
    const BeforeImageSettings &settings = task.settings.beforeImage();
    const ImageFilter filter = settings.columnFilter == QLatin1String("all") ? ImageFilter::All
        : settings.columnFilter == QLatin1String("non-lob")                  ? ImageFilter::NonLob
                                                                             : ImageFilter::PkOnly;
    return {settings.isEnabled && task.hasCdc(), settings.fieldName.toStdString(), filter};
}

} // namespace

MessageSettings messageSettingsFrom(const EndpointSpec &target, const TaskSpec &task)
{
    const KafkaEndpointSettings &kafka = target.kafka;
    const KafkaExtras &extras = target.kafkaExtras;
    MessageSettings settings;
    settings.taskIdentifier = task.identifier.toStdString();
    settings.isFormatted = kafka.messageFormat == MessageFormat::Json;
    settings.includeTransactionDetails = kafka.includeTransactionDetails;
    settings.includePartitionValue = kafka.includePartitionValue;
    settings.partitionIncludeSchemaTable = kafka.partitionIncludeSchemaTable;
    settings.includeTableAlterOperations = kafka.includeTableAlterOperations;
    settings.includeControlDetails = kafka.includeControlDetails;
    settings.handlesDroppedTables = task.settings.boolean("ChangeProcessingDdlHandlingPolicy.HandleSourceTableDropped");
    settings.handlesAlteredTables = task.settings.boolean("ChangeProcessingDdlHandlingPolicy.HandleSourceTableAltered");
    settings.includeNullAndEmpty = kafka.includeNullAndEmpty;
    settings.noHexPrefix = kafka.noHexPrefix;
    settings.useLargeIntegerValue = kafka.useLargeIntegerValue;
    settings.isParallelApply = task.settings.isParallelApply();
    settings.keyRule = extras.isPrimaryKeyRule ? KeyRule::PrimaryKey : KeyRule::Dms;
    settings.beforeImage = beforeImageOf(task);
    settings.supportLobs = task.settings.boolean("TargetMetadata.SupportLobs");
    settings.lobMaxBytes = task.settings.lobMaxBytes();
    settings.headers = extras.headers;
    settings.tombstones = extras.tombstones;
    settings.topic = kafka.topic.toStdString();
    settings.topicPattern = extras.topicPattern.toStdString();
    settings.checkpointTopic = extras.checkpointTopic.toStdString();
    return settings;
}

} // namespace rowcast
