// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/task/TaskAttempt.h"

#include "core/base/Log.h"
#include "core/pipeline/SuspendedTables.h"
#include "core/task/TaskFailures.h"

#include <set>

namespace rowcast {

namespace {

constexpr std::chrono::milliseconds kDrainTime{4000}; // a stop ends within 5 s
constexpr std::chrono::milliseconds kPollTime{10};
constexpr std::chrono::milliseconds kNewerRunTime{800};

} // namespace

TaskAttempt::TaskAttempt(const TaskPlan &plan, SourceConnector &source, SinkConnector &sink, Statistics &statistics,
    TaskErrors &errors, Clock &clock, Threads &threads, Progress progress)
    : m_plan(plan)
    , m_sourceConnector(source)
    , m_sinkConnector(sink)
    , m_statistics(statistics)
    , m_errors(errors)
    , m_clock(clock)
    , m_threads(threads)
    , m_progress(std::move(progress))
    , m_queue(plan.queueBytes, threads)
{
}

PipelineGauges TaskAttempt::gauges() const
{
    PipelineGauges gauges;
    gauges.queueBytes = m_queue.bytes();
    gauges.queueMaxBytes = m_queue.maxBytes();
    if (const Writer *writer = m_gaugedWriter.load()) {
        gauges.pendingBytes = writer->pendingBytes();
    }
    return gauges;
}

bool TaskAttempt::isQuiet() const
{
    const ChangeReader *reader = m_reader.load();
    return reader != nullptr && reader->isQuiet();
}

int64_t TaskAttempt::caughtUpMicros() const
{
    // in this order: what was read by then is with the writer
    const ChangeReader *reader = m_reader.load();
    const int64_t micros = reader == nullptr ? 0 : reader->caughtUpMicros();
    const Writer *writer = m_gaugedWriter.load();
    return writer != nullptr && writer->isIdle() ? micros : 0;
}

Result<QString> TaskAttempt::run(StartType type, RunUntil until, const std::stop_token &stop)
{
    const std::stop_callback forward(stop, [this] { m_reading.request_stop(); });
    m_sink = m_sinkConnector.sink(m_plan.sink);
    auto opened = open(type, stop);
    if (!opened) {
        m_sink->close();
        return opened.error();
    }
    m_progress.opened(m_session->description());
    startWriter();
    auto outcome = work(until, m_reading.get_token());
    auto finished = finishWriter(outcome ? Result<void>{} : Result<void>{outcome.error()}, stop);
    m_reader = nullptr;
    m_gaugedWriter = nullptr;
    if (!finished && finished.error().retryable && !stop.stop_requested()) {
        finished = explainedByNewerRun(finished.error(), stop);
    }
    m_sink->close();
    if (!finished && !isStopped(finished.error())) {
        return finished.error();
    }
    if (!finished && !stop.stop_requested()) {
        return finished.error();
    }
    return finished ? std::move(outcome) : Result<QString>{QStringLiteral("NORMAL")};
}

Failure TaskAttempt::explainedByNewerRun(const Failure &failure, const std::stop_token &stop)
{
    const auto begun = m_clock.steady();
    while (m_clock.steady() - begun < kNewerRunTime && m_clock.sleep(kPollTime, stop)) {
        if (auto owned = m_sink->idle(); !owned && owned.error().code == QLatin1String("kafka.fenced")) {
            return owned.error();
        }
    }
    return failure;
}

Result<void> TaskAttempt::open(StartType type, const std::stop_token &stop)
{
    if (const QString limits = m_sink->limitations(); !limits.isEmpty()) {
        qCWarning(lcTargetApply).noquote() << limits;
    }
    auto state = m_sink->open(stop);
    if (!state) {
        return state.error();
    }
    const bool hasCheckpoint = findRecord(*state, {}) != nullptr;
    if (type == StartType::ResumeProcessing && !hasCheckpoint) {
        return noCheckpointFailure(m_plan.document.task.identifier, m_plan.document.target.kafkaExtras.checkpointTopic);
    }
    m_session = m_sourceConnector.session(m_plan.source);
    const bool isFresh = !hasCheckpoint || type == StartType::StartReplication || type == StartType::ReloadTarget;
    return isFresh ? begin(*state, stop) : resume(*state, stop);
}

Result<void> TaskAttempt::begin(const StateRecords &old, const std::stop_token &stop)
{
    const TaskSpec &task = m_plan.document.task;
    const int64_t now = m_clock.nowMicros();
    auto started = task.hasFullLoad()
        ? m_session->startWithLoad(stop)
        : m_session->startWithChanges({task.cdcStartPosition.toStdString(), task.cdcStartMicros}, stop);
    if (!started) {
        return started;
    }
    if (m_session->tables().empty() && task.settings.boolean("ErrorBehavior.FailOnNoTablesCaptured")) {
        return noTablesFailure();
    }
    m_record = {};
    m_record.phase = task.hasFullLoad() ? TaskRecord::Phase::FullLoad : TaskRecord::Phase::Cdc;
    m_record.freshStartMicros = m_clock.nowMicros();
    m_statistics.reset();
    m_statistics.beginAt(task.hasFullLoad()   ? now
            : task.cdcStartPosition.isEmpty() ? task.cdcStartMicros.value_or(now)
                                              : 0);
    m_errors.reset({});
    registerTables();

    BatchBuilder builder(m_plan.messages, m_errors, m_clock);
    if (task.hasFullLoad() && task.settings.prepMode() == PrepMode::DropAndCreate) {
        if (auto announced = announceTables(builder); !announced) {
            return announced;
        }
    }
    auto batch = builder.take();
    // What an earlier run left goes in the same transaction in which this one begins.
    std::set<std::string> kept = {{}};
    batch->state = m_session->takeState();
    for (const StateRecord &record : batch->state) {
        kept.insert(record.key);
    }
    for (const StateRecord &record : old) {
        if (!kept.contains(record.key)) {
            batch->state.push_back({record.key, std::nullopt});
        }
    }
    batch->state.push_back(m_record.encode());
    auto committed = commitNow(std::move(batch), stop);
    if (committed) {
        m_progress.begunFresh(m_record.freshStartMicros);
    }
    return committed;
}

Result<void> TaskAttempt::announceTables(BatchBuilder &builder)
{
    for (const SelectedTable &table : m_session->tables()) {
        SchemaChange drop;
        drop.kind = SchemaChangeKind::DropTable;
        drop.table = table.schema->id;
        drop.before = table.schema;
        SchemaChange create;
        create.kind = SchemaChangeKind::CreateTable;
        create.table = table.schema->id;
        create.after = table.schema;
        for (const SchemaChange &change : {drop, create}) {
            if (auto encoded = builder.schemaChange(change); !encoded) {
                return encoded;
            }
        }
    }
    return {};
}

Result<void> TaskAttempt::resume(const StateRecords &state, const std::stop_token &stop)
{
    auto record = TaskRecord::decode(*findRecord(state, {}));
    if (!record) {
        return record.error();
    }
    m_record = *record;
    if (auto resumed = m_session->resume(state, stop); !resumed) {
        return resumed;
    }
    m_statistics.restore(state);
    if (m_record.phase == TaskRecord::Phase::FullLoad) {
        m_statistics.beginAt(m_record.freshStartMicros);
    }
    m_errors.reset(suspendedTables(state));
    registerTables();
    m_progress.resumed(m_record.freshStartMicros);
    return {};
}

Result<void> TaskAttempt::commitNow(std::unique_ptr<Batch> batch, const std::stop_token &stop)
{
    const StateRecords records = std::exchange(batch->state, {});
    if (auto sent = m_sink->send(std::move(batch), stop); !sent) {
        return sent;
    }
    return m_sink->commit(records, stop);
}

void TaskAttempt::registerTables()
{
    const bool wasLoaded = m_record.phase != TaskRecord::Phase::FullLoad;
    for (const SelectedTable &table : m_session->tables()) {
        m_statistics.setTable(table.schema->id, table.estimatedRows, wasLoaded || table.isLoaded);
    }
}

void TaskAttempt::startWriter()
{
    m_writer = std::make_unique<Writer>(*m_sink, m_queue, m_plan.commits, m_clock, m_statistics);
    m_gaugedWriter = m_writer.get();
    m_writerThread = m_threads.start([this] {
        const LogTaskScope scope(m_plan.document.task.identifier);
        m_writerResult = m_writer->run(m_writerAbort.get_token());
        if (!m_writerResult) {
            m_reading.request_stop();
            m_queue.close();
        }
        m_isWriterDone = true;
    });
}

Result<void> TaskAttempt::finishWriter(Result<void> outcome, const std::stop_token &stop)
{
    // What was read completely is delivered, whatever ended the reading; but a stop does not wait for a dead broker.
    m_queue.close();
    const auto begun = m_clock.steady();
    while (!m_isWriterDone.load() && (!stop.stop_requested() || m_clock.steady() - begun < kDrainTime)) {
        m_clock.sleep(kPollTime, {});
    }
    m_writerAbort.request_stop();
    m_writerThread->join();
    const bool isWriterBroken = !m_writerResult && !isStopped(m_writerResult.error());
    if (isWriterBroken) {
        return m_writerResult;
    }
    return outcome ? m_writerResult : outcome;
}

Result<QString> TaskAttempt::work(RunUntil until, const std::stop_token &stop)
{
    const TaskSpec &task = m_plan.document.task;
    if (m_record.phase == TaskRecord::Phase::FullLoad) {
        m_progress.phaseChanged(TaskPhase::FullLoad);
        m_progress.loadStarted(m_clock.nowMicros());
        if (auto loaded = load(stop); !loaded) {
            return loaded.error();
        }
        m_progress.loadFinished(m_clock.nowMicros());
    }
    if (!task.hasCdc()) {
        return QStringLiteral("FULL_LOAD_ONLY_FINISHED");
    }
    const bool stopsHere = m_record.phase == TaskRecord::Phase::CachedChanges
        && task.settings.boolean("FullLoadSettings.StopTaskCachedChangesNotApplied");
    if (until == RunUntil::FullLoad || stopsHere) {
        return QStringLiteral("STOPPED_AFTER_FULL_LOAD");
    }
    return follow(until, stop);
}

Result<void> TaskAttempt::load(const std::stop_token &stop)
{
    std::vector<LoadCrew::Order> orders;
    for (const SelectedTable &table : m_session->tables()) {
        if (!table.isLoaded && !m_errors.isSuspended(table.schema->id)) {
            orders.push_back(
                {table.schema->id, m_plan.document.task.mappings.loadOrder(table.schema->id), table.estimatedRows});
        }
    }
    if (!orders.empty()) {
        LoadCrew crew({.session = *m_session,
                          .queue = m_queue,
                          .settings = m_plan.messages,
                          .policy = m_errors,
                          .clock = m_clock,
                          .threads = m_threads,
                          .observer = m_statistics,
                          .task = m_plan.document.task.identifier},
            std::move(orders), m_plan.mostTables);
        if (auto loaded = crew.run(m_plan.loaders, stop); !loaded) {
            return loaded;
        }
    }
    m_record.phase = m_plan.document.task.hasCdc() ? TaskRecord::Phase::CachedChanges : TaskRecord::Phase::Loaded;
    return queueRecord(stop);
}

Result<void> TaskAttempt::queueRecord(const std::stop_token &stop)
{
    auto batch = std::make_unique<Batch>();
    batch->state = m_session->takeState();
    batch->state.push_back(m_record.encode());
    return m_queue.push(std::move(batch), 0, stop) ? Result<void>{} : Result<void>{stoppedFailure()};
}

Result<QString> TaskAttempt::follow(RunUntil until, const std::stop_token &stop)
{
    std::string target;
    if (until == RunUntil::CaughtUp || m_record.phase == TaskRecord::Phase::CachedChanges) {
        auto tail = m_session->tail(stop);
        if (!tail) {
            return tail.error();
        }
        target = *tail;
    }
    auto source = m_session->changes(stop);
    if (!source) {
        return source.error();
    }
    BatchBuilder builder(m_plan.messages, m_errors, m_clock, m_record);
    ChangeReader reader(**source, m_queue, builder, m_clock, m_statistics, m_record, m_plan.reader);
    m_reader = &reader;
    Result<void> read;
    if (m_record.phase == TaskRecord::Phase::CachedChanges) {
        m_progress.phaseChanged(TaskPhase::CachedChanges);
        read = reader.run(target, stop);
        if (read && !stop.stop_requested()) {
            read = reader.checkpoint(TaskRecord::Phase::Cdc, stop);
            m_record.phase = TaskRecord::Phase::Cdc;
        }
        const bool stopsHere = m_plan.document.task.settings.boolean("FullLoadSettings.StopTaskCachedChangesApplied");
        if (read && stopsHere && !stop.stop_requested()) {
            m_reader = nullptr;
            return QStringLiteral("STOPPED_AFTER_CACHED_EVENTS");
        }
        target = until == RunUntil::CaughtUp ? target : std::string();
    }
    if (read && !stop.stop_requested() && !(until == RunUntil::CaughtUp && (*source)->hasReached(target))) {
        m_progress.phaseChanged(TaskPhase::Cdc);
        read = reader.run(target, stop);
    }
    m_reader = nullptr;
    return read ? Result<QString>{QStringLiteral("NORMAL")} : Result<QString>{read.error()};
}

} // namespace rowcast
