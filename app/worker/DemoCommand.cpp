// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/worker/DemoCommand.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace rowcast::worker {

namespace {

// A load that can be read where it is printed, then changes for as long as somebody may watch.
constexpr int kRows = 60;
constexpr std::chrono::milliseconds kChangesShown{25'000};
// Whatever happens, the end comes within two minutes of the start.
constexpr std::chrono::milliseconds kLatestEnd{100'000};

} // namespace

DemoCommand::DemoCommand(LocalInstance &instance, const Output &output, QObject *parent)
    : QObject(parent)
    , m_instance(instance)
    , m_output(output)
    , m_demo(DemoOptions{.rows = kRows})
{
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, &DemoCommand::stop);
    connect(&m_demo, &DemoStart::started, this, &DemoCommand::run);
    connect(&m_demo, &DemoStart::failed, this, &DemoCommand::fail);
    connect(&instance, &ReplicationInstance::taskChanged, this, &DemoCommand::show);
    connect(&instance, &ReplicationInstance::recordsArrived, this, [this](quint64 request, const RecordBatch &records) {
        if (request == m_reading) {
            print(records);
            m_instance.acknowledgeRecords(request);
        }
    });
    connect(&instance, &ReplicationInstance::tailEnded, this, [this](quint64 request) {
        if (request == m_reading) {
            finish();
        }
    });
    connect(&instance, &ReplicationInstance::requestFailed, this, [this](quint64 request, const Failure &failure) {
        if (request == m_reading) {
            readingFailed(failure);
        }
    });
    connect(&instance, &ReplicationInstance::logLines, this, [this](const std::vector<LogLine> &lines) {
        for (const LogLine &line : lines) {
            m_output.log(line);
        }
    });
}

void DemoCommand::start()
{
    m_sinceStart.start();
    m_end.start(kLatestEnd);
    m_demo.start();
}

void DemoCommand::run()
{
    m_world = m_demo.takeWorld();
    if (!m_world->banner().isEmpty()) {
        m_output.lastWords(m_world->banner());
    }
    const MigrationDocument &document = m_world->document();
    m_instance.startTask(document, StartType::Default);
    TopicQuery query;
    query.topic = document.target.kafka.topic;
    query.start.kind = TopicStart::Kind::Beginning;
    m_reading = m_instance.readTopic(document.target, query);
}

void DemoCommand::show(const TaskSnapshot &snapshot)
{
    if (m_ended || m_hasFinished) {
        return;
    }
    if (m_output.isJson()) {
        m_output.status(snapshot);
    }
    if (snapshot.phase == TaskPhase::Cdc && !m_hasWriter) {
        m_hasWriter = true;
        m_world->startWriter();
        const std::chrono::milliseconds left = kLatestEnd - std::chrono::milliseconds(m_sinceStart.elapsed());
        m_end.start(std::clamp(left, std::chrono::milliseconds(0), kChangesShown));
    }
    if (!isActive(snapshot.status) && snapshot.status != TaskStatus::Ready) {
        m_ended = snapshot;
        m_end.stop();
        if (m_readingFailure) {
            finish();
        } else {
            readRest();
        }
    }
}

void DemoCommand::print(const RecordBatch &records)
{
    for (const TopicRecord &record : *records) {
        int64_t &next = m_nextOffsets[record.partition];
        if (record.offset < next) {
            continue;
        }
        next = record.offset + 1;
        const QByteArray value = record.value.value_or(QByteArray());
        m_output.object({{"event", "message"}, {"Partition", record.partition}, {"Offset", record.offset},
            {"Key", record.key.value_or(QByteArray()).toStdString()}, {"Value", value.toStdString()}});
        m_output.text(QString::fromUtf8(value));
    }
}

void DemoCommand::readRest()
{
    m_instance.cancel(m_reading);
    const MigrationDocument &document = m_world->document();
    TopicQuery query;
    query.topic = document.target.kafka.topic;
    query.start.kind = TopicStart::Kind::Beginning;
    query.isFollowing = false;
    m_reading = m_instance.readTopic(document.target, query);
}

void DemoCommand::readingFailed(const Failure &failure)
{
    m_readingFailure = failure;
    if (m_ended) {
        finish();
    } else {
        stop();
    }
}

void DemoCommand::finish()
{
    if (m_hasFinished) {
        return;
    }
    m_hasFinished = true;
    m_output.stopped(*m_ended);
    m_instance.cancel(m_reading);
    m_world->stop();
    const bool isFailed = m_ended->status == TaskStatus::Failed;
    if (isFailed) {
        m_output.lastWords(m_ended->lastFailureMessage);
    } else if (m_readingFailure) {
        m_output.failure(*m_readingFailure);
    }
    Q_EMIT finished(isFailed || m_readingFailure ? 1 : 0);
}

void DemoCommand::stop()
{
    if (m_world == nullptr) {
        m_hasFinished = true;
        Q_EMIT finished(0);
        return;
    }
    if (m_ended) {
        finish(); // whoever asks twice does not want to wait for the rest
        return;
    }
    m_instance.stopTask(m_world->document().task.identifier);
}

void DemoCommand::fail(const Failure &failure)
{
    m_hasFinished = true;
    m_output.failure(failure);
    Q_EMIT finished(1);
}

} // namespace rowcast::worker
