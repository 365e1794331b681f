// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/validation/Validator.h"

#include "core/message/TopicName.h"
#include "core/validation/BucketFold.h"
#include "core/validation/SourceSide.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace rowcast {

namespace {

constexpr std::chrono::milliseconds kLook{500};
constexpr std::chrono::seconds kPatience{35}; // a quiet task commits its position every 30 s

bool isTableFailure(const Failure &failure)
{
    return !failure.retryable && !isStopped(failure) && failure.code != QLatin1String("validation.disk");
}

// Has a key, and could be read.
bool isComparable(const TableValidation &table)
{
    return table.state == TableValidation::State::Validated || table.state == TableValidation::State::Mismatched;
}

} // namespace

QString validationStateName(TableValidation::State state)
{
    switch (state) {
    case TableValidation::State::Validated:
        return QStringLiteral("Validated");
    case TableValidation::State::Mismatched:
        return QStringLiteral("Mismatched records");
    case TableValidation::State::NoPrimaryKey:
        return QStringLiteral("No primary key");
    case TableValidation::State::Failed:
        break;
    }
    return QStringLiteral("Table error");
}

bool ValidationReport::isClean() const
{
    return std::all_of(tables.begin(), tables.end(), [](const TableValidation &table) {
        return table.state == TableValidation::State::Validated || table.state == TableValidation::State::NoPrimaryKey;
    });
}

struct Validator::Job {
    std::unique_ptr<SourceConnector> source;
    std::unique_ptr<SinkConnector> target;
    std::unique_ptr<SourceSession> session;
    std::unique_ptr<TopicReader> reader;
    std::unique_ptr<RowSpill> spill;
    std::unique_ptr<TopicSide> topics;
    std::vector<SelectedTable> tables; // by index in the spill
    ValidationReport report;
    OnProgress onProgress;
};

Validator::Validator(const MigrationDocument &document, const Connectors &connectors, Clock &clock)
    : m_plan(TaskPlan::of(document))
    , m_connectors(connectors)
    , m_clock(clock)
{
}

Result<ValidationReport> Validator::run(const OnProgress &onProgress, const std::stop_token &stop)
{
    Job job;
    job.onProgress = onProgress;
    auto source = m_connectors.source(m_plan.document.source);
    if (!source) {
        return source.error();
    }
    auto target = m_connectors.target(m_plan.document.target);
    if (!target) {
        return target.error();
    }
    job.source = *std::move(source);
    job.target = *std::move(target);
    job.reader = job.target->topicReader();
    auto spill = RowSpill::create(m_plan.source.spillFolder);
    if (!spill) {
        return spill.error();
    }
    job.spill = *std::move(spill);
    if (auto read = readTables(job, stop); !read) {
        return read.error();
    }
    std::string end;
    if (m_plan.source.areChangesWanted) {
        auto tail = job.session->tail(stop);
        if (!tail) {
            return tail.error();
        }
        end = *tail;
    }
    if (auto judged = judge(job, stop); !judged) {
        return judged.error();
    }
    if (job.report.differenceCount == 0 || end.empty()) {
        return job.report;
    }
    // What differs may be on its way.
    const auto caughtUp = waitForTask(job, end, stop);
    if (!caughtUp) {
        return caughtUp.error();
    }
    if (auto judged = judge(job, stop); !judged) {
        return judged.error();
    }
    job.report.isCaughtUp = *caughtUp;
    return job.report;
}

Result<void> Validator::readTables(Job &job, const std::stop_token &stop)
{
    SourcePlan plan = m_plan.source;
    plan.isLoadWanted = true;
    plan.areChangesWanted = false; // no position is needed: see the window
    plan.loaders = 1;
    job.session = job.source->session(plan);
    if (auto started = job.session->startWithLoad(stop); !started) {
        return started;
    }
    job.tables = job.session->tables();
    std::sort(job.tables.begin(), job.tables.end(),
        [](const SelectedTable &a, const SelectedTable &b) { return a.schema->id < b.schema->id; });
    std::vector<TopicSide::Table> tables;
    std::set<std::string> topics;
    uint64_t expected = 0;
    for (const SelectedTable &table : job.tables) {
        job.report.tables.emplace_back().table = table.schema->id;
        tables.push_back({table.schema->id, keyColumns(*table.schema)});
        topics.insert(topicName(m_plan.messages, table.schema->id));
        expected += table.estimatedRows;
    }
    const std::string before = m_plan.messages.beforeImage.isEnabled ? m_plan.messages.beforeImage.fieldName : "";
    job.topics = std::make_unique<TopicSide>(*job.reader, *job.spill, std::move(tables), before);
    if (auto begun = job.topics->beginWindow({topics.begin(), topics.end()}, stop); !begun) {
        return begun;
    }
    SourceSide side(*job.session, m_plan.messages, *job.spill);
    for (size_t i = 0; i < job.tables.size(); ++i) {
        TableValidation &table = job.report.tables[i];
        if (job.tables[i].schema->key.empty()) {
            table.state = TableValidation::State::NoPrimaryKey;
            continue;
        }
        job.onProgress({ValidationProgress::Phase::ReadingTables, side.rows(), expected});
        auto read = side.read(uint16_t(i), *job.tables[i].schema, stop);
        if (!read && !isTableFailure(read.error())) {
            return read;
        }
        if (!read) {
            table.state = TableValidation::State::Failed;
            table.remark = read.error().text();
        }
    }
    job.onProgress({ValidationProgress::Phase::ReadingTables, side.rows(), side.rows()});
    return {};
}

Result<void> Validator::judge(Job &job, const std::stop_token &stop)
{
    const auto onMessages = [&job](uint64_t messages) {
        job.onProgress({ValidationProgress::Phase::ReadingTopics, messages, 0});
    };
    auto read = job.topics->read(onMessages, stop);
    return read ? compare(job, stop) : read;
}

Result<void> Validator::compare(Job &job, const std::stop_token &stop)
{
    ValidationReport &report = job.report;
    report.differences.clear();
    report.differenceCount = 0;
    for (TableValidation &table : report.tables) {
        const auto state = isComparable(table) ? TableValidation::State::Validated : table.state;
        table = {.table = table.table, .state = state, .remark = table.remark};
    }
    const auto found = [&report](RowDifference difference) {
        ++report.differenceCount;
        if (report.differences.size() < ValidationReport::kMostDifferences) {
            report.differences.push_back(std::move(difference));
        }
    };
    std::vector<BucketFold::ColumnNames> columns;
    for (const SelectedTable &table : job.tables) {
        BucketFold::ColumnNames &names = columns.emplace_back();
        for (const Column &column : table.schema->columns) {
            names.insert(column.name);
        }
    }
    const auto isCompared = [&report](const SpilledRow &row) { return isComparable(report.tables[row.table]); };
    for (size_t bucket = 0; bucket < RowSpill::kBuckets; ++bucket) {
        if (stop.stop_requested()) {
            return stoppedFailure();
        }
        job.onProgress({ValidationProgress::Phase::Comparing, bucket, RowSpill::kBuckets});
        BucketFold fold(columns);
        auto read = job.spill->read(RowSpill::Side::Topic, bucket, [&](const SpilledRow &row) {
            if (isCompared(row)) {
                fold.applyMessage(row);
            }
        });
        if (read) {
            read = job.spill->read(RowSpill::Side::Source, bucket, [&](const SpilledRow &row) {
                if (isCompared(row)) {
                    fold.addSourceRow(row);
                }
            });
        }
        if (!read) {
            return read;
        }
        fold.compare(report.tables, found);
    }
    report.foreignMessages = job.topics->foreignMessages();
    return {};
}

Result<bool> Validator::waitForTask(Job &job, const std::string &target, const std::stop_token &stop)
{
    auto lastMove = m_clock.steady();
    StateRecords last;
    while (true) {
        auto state = job.target->readState(m_plan.sink.taskIdentifier, stop);
        if (!state) {
            return state.error();
        }
        auto covers = job.session->covers(*state, target);
        if (!covers) {
            return covers.error();
        }
        if (*covers) {
            return true;
        }
        if (*state != last) {
            last = *std::move(state);
            lastMove = m_clock.steady();
        }
        if (m_clock.steady() - lastMove >= kPatience) {
            return false;
        }
        job.onProgress({ValidationProgress::Phase::Waiting, 0, 0});
        if (!m_clock.sleep(kLook, stop)) {
            return stoppedFailure();
        }
    }
}

} // namespace rowcast
