// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/LoadCrew.h"

#include <QTest>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace rowcast;

namespace {

// A session that is asked for nothing but loaders.
class LoadSession : public SourceSession {
public:
    Result<void> startWithLoad(const std::stop_token &) override { return {}; }
    Result<void> startWithChanges(const CdcStart &, const std::stop_token &) override { return {}; }
    Result<void> resume(const StateRecords &, const std::stop_token &) override { return {}; }
    std::vector<SelectedTable> tables() const override { return {}; }
    StateRecords takeState() override { return {}; }
    StateRecords finishTable(const TableId &) override { return {{"finished", "yes"}}; }
    Result<std::unique_ptr<ChangeSource>> changes(const std::stop_token &) override { return stoppedFailure(); }
    Result<std::string> tail(const std::stop_token &) override { return std::string(); }
    Result<bool> covers(const StateRecords &, const std::string &) const override { return false; }
    QString description() const override { return {}; }
};

// Two loaders meet: the first to come takes the table's only chunk and breaks, the second finds none left, and does so
// only when the first is gone.
struct Meeting {
    std::mutex mutex;
    std::condition_variable changed;
    int arrived = 0;
    bool isFirstGone = false;

    void tell(const std::function<void()> &change)
    {
        std::lock_guard lock(mutex);
        change();
        changed.notify_all();
    }
    void waitFor(const std::function<bool()> &condition)
    {
        std::unique_lock lock(mutex);
        changed.wait_for(lock, std::chrono::seconds(30), condition);
    }
};

class MeetingLoader final : public TableLoader {
public:
    explicit MeetingLoader(Meeting &meeting)
        : m_meeting(meeting)
    {
    }
    ~MeetingLoader() override
    {
        if (m_place == 1) {
            m_meeting.tell([this] { m_meeting.isFirstGone = true; });
        }
    }
    Result<std::optional<Chunk>> loadNext(const TableId &, ChangeHandler &, const std::stop_token &) override
    {
        m_meeting.tell([this] { m_place = ++m_meeting.arrived; });
        if (m_place == 1) {
            m_meeting.waitFor([this] { return m_meeting.arrived == 2; });
            return Failure{QStringLiteral("test.broken"), QStringLiteral("The chunk broke."), {}, {}, true};
        }
        m_meeting.waitFor([this] { return m_meeting.isFirstGone; });
        return std::optional<Chunk>();
    }

private:
    Meeting &m_meeting;
    int m_place = 0;
};

class MeetingSession final : public LoadSession {
public:
    Result<std::unique_ptr<TableLoader>> loader(const std::stop_token &) override
    {
        return {std::make_unique<MeetingLoader>(m_meeting)};
    }

private:
    Meeting m_meeting;
};

// A server with room for so many loaders, and tables of three chunks.
class FullSession final : public LoadSession {
public:
    explicit FullSession(int room)
        : m_room(room)
    {
    }
    Result<std::unique_ptr<TableLoader>> loader(const std::stop_token &) override
    {
        if (m_loaders.fetch_add(1) < m_room) {
            return {std::make_unique<Loader>(*this)};
        }
        ++m_refused;
        Failure full{QStringLiteral("test.full"), QStringLiteral("No room."), {}, {}, true};
        full.isBusy = true;
        return full;
    }

    [[nodiscard]] int refused() const { return m_refused; }

private:
    // Waits with its first chunk until the others were refused.
    class Loader final : public TableLoader {
    public:
        explicit Loader(FullSession &session)
            : m_session(session)
        {
        }
        Result<std::optional<Chunk>> loadNext(const TableId &, ChangeHandler &, const std::stop_token &stop) override
        {
            while (m_session.m_refused == 0 && !stop.stop_requested()) {
                std::this_thread::yield();
            }
            const int chunk = m_session.m_chunks.fetch_add(1);
            return chunk < 3 ? std::optional(Chunk{{{"chunk " + std::to_string(chunk), "read"}}, 1}) : std::nullopt;
        }

    private:
        FullSession &m_session;
    };

    const int m_room;
    std::atomic<int> m_loaders = 0;
    std::atomic<int> m_refused = 0;
    std::atomic<int> m_chunks = 0;
};

class Quiet final : public PipelineObserver, public ErrorHandler {
public:
    void tableLoading(const TableId &) override { }
    void captured(const Batch &) override { }
    void committed(const CommitInfo &) override { }
    Result<void> tableFailed(const TableId &, const Failure &failure) override { return failure; }
    Result<void> rowFailed(const TableId &, const QString &, const Failure &failure) override { return failure; }
    Result<void> valueCut(const TableId &, const QString &, const QString &, uint64_t) override { return {}; }
    bool isSuspended(const TableId &) const override { return false; }
};

struct Loaded {
    Result<void> result;
    std::vector<std::unique_ptr<Batch>> batches;
};

// One table, loaded by so many threads.
Loaded load(SourceSession &session, int loaders)
{
    SystemThreads threads;
    BatchQueue queue(1024 * 1024, threads);
    const MessageSettings settings;
    Quiet quiet;
    const SystemClock clock;
    LoadCrew crew({session, queue, settings, quiet, clock, threads, quiet, QStringLiteral("crew")},
        {{TableId{"shop", "items"}, 0, 1}}, 1);
    Loaded loaded{crew.run(loaders, {}), {}};
    queue.close();
    while (auto batch = queue.pop(std::chrono::milliseconds(1), {})) {
        loaded.batches.push_back(std::move(*batch));
    }
    return loaded;
}

} // namespace

class LoadCrewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTableWithABrokenChunkIsNotFinished();
    void aFullServerIsReadByThoseItLetsIn_data();
    void aFullServerIsReadByThoseItLetsIn();
};

// Or a resumed task would take it for loaded, and its rows would be missing for ever.
void LoadCrewTest::aTableWithABrokenChunkIsNotFinished()
{
    MeetingSession session;
    const Loaded loaded = load(session, 2);
    QVERIFY(!loaded.result);
    QCOMPARE(loaded.result.error().code, QStringLiteral("test.broken"));
    QVERIFY(loaded.batches.empty());
}

void LoadCrewTest::aFullServerIsReadByThoseItLetsIn_data()
{
    QTest::addColumn<int>("room");
    QTest::addColumn<QString>("failure");
    QTest::newRow("for one of three") << 1 << QString();
    QTest::newRow("for two of three") << 2 << QString();
    QTest::newRow("for none") << 0 << QStringLiteral("test.full");
}

void LoadCrewTest::aFullServerIsReadByThoseItLetsIn()
{
    QFETCH(int, room);
    QFETCH(QString, failure);
    FullSession session(room);
    const Loaded loaded = load(session, 3);
    QCOMPARE(loaded.result ? QString() : loaded.result.error().code, failure);
    QVERIFY(session.refused() >= 3 - room);
    QStringList records;
    for (const auto &batch : loaded.batches) {
        for (const StateRecord &record : batch->state) {
            records << QString::fromStdString(record.key);
        }
    }
    records.sort();
    QCOMPARE(records.join(QLatin1Char(',')), room > 0 ? QStringLiteral("chunk 0,chunk 1,chunk 2,finished") : QString());
}

QTEST_GUILESS_MAIN(LoadCrewTest)
#include "tst_loadcrew.moc"
