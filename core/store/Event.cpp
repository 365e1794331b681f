// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/Event.h"

#include <QCoreApplication>

#include <array>

namespace rowcast {

namespace {

constexpr char kTask[] = "replication-task";
constexpr char kInstance[] = "replication-instance";
constexpr char kEndpoint[] = "endpoint";

struct Known {
    EventKind kind;
    EventType type;
    const char *sentence;
};

constexpr std::array kKnown = {
    Known{EventKind::TaskCreated, {"DMS-EVENT-0074", "TaskCreated", kTask, "creation"},
        QT_TRANSLATE_NOOP("Event", "Replication task created.")},
    Known{EventKind::TaskModified, {"DMS-EVENT-0080", "TaskModified", kTask, "configuration change"},
        QT_TRANSLATE_NOOP("Event", "Replication task modified.")},
    Known{EventKind::TaskDeleted, {"DMS-EVENT-0073", "TaskDeleted", kTask, "deletion"},
        QT_TRANSLATE_NOOP("Event", "Replication task deleted.")},
    Known{EventKind::TaskStarted, {"DMS-EVENT-0069", "TaskStarted", kTask, "state change"},
        QT_TRANSLATE_NOOP("Event", "Replication task started.")},
    Known{EventKind::TaskStopped, {"DMS-EVENT-0079", "TaskStopped", kTask, "state change"},
        QT_TRANSLATE_NOOP("Event", "Replication task stopped.")},
    Known{EventKind::TaskFailed, {"DMS-EVENT-0078", "TaskFailed", kTask, "failure"},
        QT_TRANSLATE_NOOP("Event", "Replication task failed.")},
    Known{EventKind::TaskReloadRequested, {"DMS-EVENT-0081", "TaskReloadRequested", kTask, "state change"},
        QT_TRANSLATE_NOOP("Event", "Reload of table details requested.")},
    Known{EventKind::InstanceCreated, {"DMS-EVENT-0005", "InstanceCreated", kInstance, "creation"},
        QT_TRANSLATE_NOOP("Event", "Replication instance created.")},
    Known{EventKind::InstanceDeleted, {"DMS-EVENT-0003", "InstanceDeleted", kInstance, "deletion"},
        QT_TRANSLATE_NOOP("Event", "Replication instance deleted.")},
    Known{EventKind::InstanceClassChanged,
        {"DMS-EVENT-0014", "InstanceClassChanged", kInstance, "configuration change"},
        QT_TRANSLATE_NOOP("Event", "The class of the replication instance was changed.")},
    Known{EventKind::EndpointCreated, {"", "EndpointCreated", kEndpoint, "creation"},
        QT_TRANSLATE_NOOP("Event", "Endpoint created.")},
    Known{EventKind::EndpointModified, {"", "EndpointModified", kEndpoint, "configuration change"},
        QT_TRANSLATE_NOOP("Event", "Endpoint modified.")},
    Known{EventKind::EndpointDeleted, {"", "EndpointDeleted", kEndpoint, "deletion"},
        QT_TRANSLATE_NOOP("Event", "Endpoint deleted.")},
    Known{EventKind::EndpointTested, {"", "EndpointTested", kEndpoint, "state change"},
        QT_TRANSLATE_NOOP("Event", "Connection tested.")},
};

const Known &knownOf(EventKind kind)
{
    for (const Known &known : kKnown) {
        if (known.kind == kind) {
            return known;
        }
    }
    return kKnown.front();
}

} // namespace

const EventType &eventType(EventKind kind)
{
    return knownOf(kind).type;
}

QString eventSentence(EventKind kind)
{
    return QCoreApplication::translate("Event", knownOf(kind).sentence);
}

std::optional<EventKind> eventKindOfName(const QString &name)
{
    for (const Known &known : kKnown) {
        if (name == QLatin1String(known.type.name)) {
            return known.kind;
        }
    }
    return std::nullopt;
}

} // namespace rowcast
