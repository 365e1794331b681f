// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/MigrationDocument.h"
#include "core/message/MessageSettings.h"
#include "core/pipeline/ChangeReader.h"
#include "core/pipeline/CommitPolicy.h"
#include "core/pipeline/Sink.h"
#include "core/pipeline/Source.h"

namespace rowcast {

// When a run ends by itself, besides what the document says.
enum class RunUntil : uint8_t {
    Stopped, // never
    FullLoad, // the load is complete and confirmed
    CaughtUp, // every change committed before the run began (or its load ended) is confirmed
};

// The document turned into what the parts need: limits from the instance's class, the rest from endpoints and task.
struct TaskPlan {
    MigrationDocument document;
    MessageSettings messages;
    SourcePlan source;
    SinkPlan sink;
    CommitPolicy commits;
    ChangeReader::Limits reader;
    size_t queueBytes = 0;
    int loaders = 1;
    int mostTables = 1;

    [[nodiscard]] static TaskPlan of(const MigrationDocument &document);
};

} // namespace rowcast
