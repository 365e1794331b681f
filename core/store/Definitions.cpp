// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/Definitions.h"

#include <algorithm>

namespace rowcast {

namespace {

// Identifiers differ in more than upper and lower case, as DMS has it.
bool isSame(const QString &left, const QString &right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

template <typename Stored> const Stored *find(const std::vector<Stored> &all, const QString &identifier)
{
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const Stored &stored) { return isSame(stored.spec.identifier, identifier); });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

StepState ConnectionTest::verdict() const
{
    StepState worst = StepState::Passed;
    for (const ProbeStep &step : steps) {
        if (step.state == StepState::Failed) {
            return StepState::Failed;
        }
        worst = step.state == StepState::Warning ? StepState::Warning : worst;
    }
    return worst;
}

const StoredInstance *DefinitionsSnapshot::instance(const QString &identifier) const
{
    return find(instances, identifier);
}

const StoredEndpoint *DefinitionsSnapshot::endpoint(const QString &identifier) const
{
    return find(endpoints, identifier);
}

const StoredTask *DefinitionsSnapshot::task(const QString &identifier) const
{
    return find(tasks, identifier);
}

const Draft *DefinitionsSnapshot::draft(const QString &name) const
{
    const auto found
        = std::find_if(drafts.begin(), drafts.end(), [&](const Draft &draft) { return draft.name == name; });
    return found == drafts.end() ? nullptr : &*found;
}

QStringList DefinitionsSnapshot::tasksOfEndpoint(const QString &identifier) const
{
    QStringList users;
    for (const StoredTask &task : tasks) {
        if (isSame(task.source, identifier) || isSame(task.target, identifier)) {
            users.append(task.spec.identifier);
        }
    }
    return users;
}

QStringList DefinitionsSnapshot::tasksOfInstance(const QString &identifier) const
{
    QStringList users;
    for (const StoredTask &task : tasks) {
        if (isSame(task.instance, identifier)) {
            users.append(task.spec.identifier);
        }
    }
    return users;
}

} // namespace rowcast
