// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/task/TaskPlan.h"

#include "core/document/MessageSettingsFrom.h"

#include <QStandardPaths>

#include <algorithm>

namespace rowcast {

namespace {

constexpr size_t kMegabyte = 1024 * 1024;
constexpr size_t kChunkBytes
    = kMegabyte; // messages take four times the bytes of their rows, and each loader holds a chunk
// Without Kafka transactions messages are visible as they are acknowledged; only the checkpoint waits.
constexpr std::chrono::milliseconds kAtLeastOnceCheckpoint{1000};

// DMS's figures are for its own engine, which needs far more: the instance's class stays the upper bound.
size_t statedMegabytes(const TaskSettings &settings, TaskSettingName name, size_t usual, size_t most)
{
    return settings.isStated(name) ? std::min(size_t(settings.integer(name)) * kMegabyte, most) : usual;
}

int loadersOf(const TaskSettings &settings, int threads)
{
    const int stated = int(settings.integer("TargetMetadata.ParallelLoadThreads"));
    return std::max(1, stated > 0 ? stated : threads);
}

} // namespace

TaskPlan TaskPlan::of(const MigrationDocument &document)
{
    const TaskSpec &task = document.task;
    const InstanceClass &size = instanceClass(document.instance.className);
    TaskPlan plan;
    plan.document = document;
    plan.messages = messageSettingsFrom(document.target, task);

    plan.loaders = loadersOf(task.settings, size.threads);
    plan.mostTables = int(task.settings.integer("FullLoadSettings.MaxFullLoadSubTasks"));
    const size_t memory = size_t(std::max(32, size.memoryMegabytes)) * kMegabyte;
    plan.queueBytes = statedMegabytes(task.settings, "StreamBufferSettings.StreamBufferSizeInMB",
        std::clamp<size_t>(memory / 8, 4 * kMegabyte, 16 * kMegabyte), memory / 4);
    plan.commits.mostBytes = std::clamp<size_t>(memory / 8, 4 * kMegabyte, 16 * kMegabyte);
    plan.commits.mostBytesCut = 2 * plan.commits.mostBytes;
    plan.commits.mostTime = std::chrono::seconds(
        std::clamp<int64_t>(task.settings.integer("ChangeProcessingTuning.CommitTimeout"), 1, 30));

    plan.sink.taskIdentifier = task.identifier;
    plan.sink.isExactlyOnce = document.target.kafkaExtras.delivery == Delivery::ExactlyOnce;
    if (!plan.sink.isExactlyOnce) {
        plan.commits.leastTime = kAtLeastOnceCheckpoint;
    }

    plan.source.taskIdentifier = task.identifier;
    plan.source.mappings = task.mappings;
    plan.source.wantsStreamPosition = plan.messages.needsStreamPosition();
    plan.source.isLoadWanted = task.hasFullLoad();
    plan.source.areChangesWanted = task.hasCdc();
    plan.source.isUnrecordedVisible = !plan.sink.isExactlyOnce;
    plan.source.loaders = plan.loaders;
    plan.source.chunkBytes = kChunkBytes;
    plan.source.memoryBytes
        = statedMegabytes(task.settings, "ChangeProcessingTuning.MemoryLimitTotal", memory / 4, memory / 4);
    plan.source.spillFolder = document.instance.storageFolder.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::CacheLocation)
        : document.instance.storageFolder;
    plan.source.consistencyTimeout
        = std::chrono::seconds(task.settings.integer("FullLoadSettings.TransactionConsistencyTimeout"));
    return plan;
}

} // namespace rowcast
