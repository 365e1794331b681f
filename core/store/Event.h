// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <cstdint>
#include <optional>

namespace rowcast {

// What DMS tells in "Events", with its ids (DMS guide, "Working with events").
enum class EventKind : uint8_t {
    TaskCreated,
    TaskModified,
    TaskDeleted,
    TaskStarted,
    TaskStopped,
    TaskFailed,
    TaskReloadRequested,
    InstanceCreated,
    InstanceDeleted,
    InstanceClassChanged,
    EndpointCreated, // DMS has no events of endpoints; these have no id
    EndpointModified,
    EndpointDeleted,
    EndpointTested,
};

struct EventType {
    const char *id; // "DMS-EVENT-0069"; empty for Rowcast's own
    const char *name; // "TaskStarted"; stable, as the store keeps it
    const char *sourceType; // "replication-task", "replication-instance", "endpoint"
    const char *category; // "state change", "creation", "deletion", "configuration change", "failure"
};
[[nodiscard]] const EventType &eventType(EventKind kind);
[[nodiscard]] std::optional<EventKind> eventKindOfName(const QString &name);
// One translated sentence: "Replication task started."
[[nodiscard]] QString eventSentence(EventKind kind);

struct Event {
    int64_t id = 0; // ascending
    int64_t micros = 0; // since 1970 UTC
    EventKind kind = EventKind::TaskCreated;
    QString source; // identifier of the task, instance or endpoint
    QString detail; // untranslated facts: "fresh start", a failure's line; may be empty
};

} // namespace rowcast

Q_DECLARE_METATYPE(rowcast::Event)
