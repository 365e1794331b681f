// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/FixtureInstance.h"

#include <QTimer>

#include <chrono>

using namespace rowcast;

namespace {

ProbeStep step(const char *id, const QString &title, StepState state, const QString &evidence)
{
    ProbeStep result;
    result.id = QString::fromLatin1(id);
    result.title = title;
    result.state = state;
    result.evidence = evidence;
    result.milliseconds = 3;
    return result;
}

} // namespace

RequestId FixtureInstance::answer(std::function<void(RequestId)> reply)
{
    const RequestId request = ++m_last;
    QTimer::singleShot(std::chrono::milliseconds(0), this, [this, request, reply] {
        if (!cancelled.contains(request)) {
            reply(request);
        }
    });
    return request;
}

void FixtureInstance::startTask(const MigrationDocument &document, StartType)
{
    started.push_back(document);
    TaskSnapshot snapshot;
    snapshot.identifier = document.task.identifier;
    snapshot.status = TaskStatus::Running;
    m_tasks.push_back(snapshot);
    Q_EMIT taskChanged(snapshot);
}

void FixtureInstance::stopTask(const QString &taskIdentifier)
{
    for (TaskSnapshot &task : m_tasks) {
        if (task.identifier == taskIdentifier) {
            task.status = TaskStatus::Stopped;
            Q_EMIT taskChanged(task);
        }
    }
}

void FixtureInstance::stopAll()
{
    for (TaskSnapshot &task : m_tasks) {
        task.status = TaskStatus::Stopped;
    }
    QTimer::singleShot(std::chrono::milliseconds(0), this, &ReplicationInstance::stoppedAll);
}

void FixtureInstance::probe(RequestId request, const EndpointSpec &endpoint)
{
    const bool isSource = endpoint.role == EndpointRole::Source;
    const QString secret = isSource ? endpoint.password.secret.reveal() : rightPassword;
    Q_EMIT testStep(
        request, step("name", QStringLiteral("Server name"), StepState::Passed, QStringLiteral("10.0.0.5")));
    if (secret == rightPassword) {
        Q_EMIT testStep(request, step("login", QStringLiteral("Login"), StepState::Passed, endpoint.userName));
        Q_EMIT testStep(request, step("zone", QStringLiteral("Time zone"), StepState::Passed, QStringLiteral("UTC")));
    } else {
        ProbeStep failed = step("login", QStringLiteral("Login"), StepState::Failed, {});
        failed.failure = {.code = QStringLiteral("mysql.login"),
            .cause = QStringLiteral("wrong password for user %1").arg(endpoint.userName),
            .remedy = QStringLiteral("Correct the password, or run `ALTER USER 'dms'@'%' IDENTIFIED BY '...';`"),
            .detail = QStringLiteral("1045 (28000): Access denied"),
            .retryable = false};
        Q_EMIT testStep(request, failed);
        Q_EMIT testStep(request, step("zone", QStringLiteral("Time zone"), StepState::Skipped, {}));
    }
    Q_EMIT testFinished(request);
}

RequestId FixtureInstance::testConnection(const EndpointSpec &endpoint)
{
    tested.push_back(endpoint);
    if (isHolding) {
        return answer([this](RequestId request) {
            Q_EMIT testStep(request, step("name", QStringLiteral("Server name"), StepState::Running, {}));
        });
    }
    return answer([this, endpoint](RequestId request) { probe(request, endpoint); });
}

RequestId FixtureInstance::assess(const MigrationDocument &document)
{
    return answer([this, document](RequestId request) { probe(request, document.source); });
}

RequestId FixtureInstance::listTables(const EndpointSpec &source)
{
    listed.push_back(source);
    return answer([this](RequestId request) {
        if (listFailure) {
            Q_EMIT requestFailed(request, *listFailure);
        } else {
            Q_EMIT tablesListed(request, sourceTables);
        }
    });
}

RequestId FixtureInstance::listTopics(const EndpointSpec &)
{
    return answer([this](RequestId request) { Q_EMIT topicsListed(request, {}); });
}

RequestId FixtureInstance::describeTopic(const EndpointSpec &, const QString &topic)
{
    return answer([this, topic](RequestId request) {
        TopicInfo info;
        info.name = topic;
        Q_EMIT topicDescribed(request, info);
    });
}

RequestId FixtureInstance::readTopic(const EndpointSpec &, const TopicQuery &)
{
    return answer([this](RequestId request) { Q_EMIT tailEnded(request); });
}
