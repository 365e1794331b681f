// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/EndpointSpec.h"
#include "core/document/ReplicationInstanceSpec.h"
#include "core/document/TaskSpec.h"
#include "core/pipeline/Probe.h"
#include "core/store/Secrets.h"
#include "core/task/TaskSnapshot.h"

#include <QMetaType>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

// What the store keeps, as plain values. Times are microseconds since 1970 UTC.

namespace rowcast {

struct StoredInstance {
    QString uid; // stays when it is renamed
    ReplicationInstanceSpec spec;
    int64_t createdMicros = 0;
    int64_t changedMicros = 0;
};

// The outcome of a "Test connection", or of a premigration assessment.
struct ConnectionTest {
    int64_t micros = 0;
    std::vector<ProbeStep> steps;
    bool isCurrent = true; // false: the endpoint, or the task, was edited since

    // The worst of its steps: Failed, Warning or Passed.
    [[nodiscard]] StepState verdict() const;
};

struct StoredEndpoint {
    QString uid;
    EndpointSpec spec; // without the secrets that lie elsewhere
    std::map<QString, SecretPlace> secretPlaces; // by field, see EndpointSecrets: what is kept and where
    std::optional<ConnectionTest> lastTest;
    int64_t createdMicros = 0;
    int64_t changedMicros = 0;
};

struct StoredTask {
    QString uid;
    TaskSpec spec;
    QString instance; // identifiers
    QString source;
    QString target;
    // As it was shown last, with its table statistics; status Ready where it never ran. Active only while it runs: in
    // this program, or in another one that has the same file open. A task whose program died is Stopped and
    // wasInterrupted.
    TaskSnapshot last;
    bool isRunningElsewhere = false;
    bool wasInterrupted = false;
    // The last sign of life of its program, while nobody has said what to do about that end; else 0.
    int64_t interruptedMicros = 0;
    std::optional<ConnectionTest> lastAssessment;
    int64_t createdMicros = 0;
    int64_t changedMicros = 0;
};

// What was typed into a form that was closed; holds no secret.
struct Draft {
    QString name; // "new-migration"
    QByteArray content; // the form's own JSON
    int64_t changedMicros = 0;
};

// All definitions, sorted by identifier.
struct DefinitionsSnapshot {
    std::vector<StoredInstance> instances;
    std::vector<StoredEndpoint> endpoints;
    std::vector<StoredTask> tasks;
    std::vector<Draft> drafts;
    // Definitions in the file that this version cannot read; they stay there untouched.
    std::vector<Failure> problems;

    // Null where there is none; valid as long as the snapshot.
    [[nodiscard]] const StoredInstance *instance(const QString &identifier) const;
    [[nodiscard]] const StoredEndpoint *endpoint(const QString &identifier) const;
    [[nodiscard]] const StoredTask *task(const QString &identifier) const;
    [[nodiscard]] const Draft *draft(const QString &name) const;
    // Identifiers of the tasks that use an endpoint or an instance.
    [[nodiscard]] QStringList tasksOfEndpoint(const QString &identifier) const;
    [[nodiscard]] QStringList tasksOfInstance(const QString &identifier) const;
};

enum class DefinitionKind : uint8_t { Instance, Endpoint, Task };

} // namespace rowcast

Q_DECLARE_METATYPE(rowcast::DefinitionsSnapshot)
