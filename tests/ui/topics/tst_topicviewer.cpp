// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FeedInstance.h"
#include "TestMessages.h"
#include "ui/style/Theme.h"
#include "ui/topics/DetailPane.h"
#include "ui/topics/FilterLine.h"
#include "ui/topics/MessageTable.h"
#include "ui/topics/PauseBar.h"
#include "ui/topics/TopicCatalog.h"
#include "ui/topics/TopicListModel.h"
#include "ui/topics/TopicViewer.h"
#include "ui/topics/ViewerOptions.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

using namespace rowcast;
using namespace rowcast::ui;
using namespace rowcast::ui::test;

using Mode = TopicMessageModel::Mode;

class TopicViewerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void followsAndPauses();
    void selectingPauses();
    void waitsWhilePaused();
    void filtersWhatIsKept();
    void showsDetails();
    void findsInTheText();
    void comparesTwoMessages();
    void readsFromTheStart();
    void tellsOfFailure();
    void copiesByKeyboard();
    void namesEveryFocusableWidget();
    void staysFluidAtTwentyThousand();
    void listsTopics();

private:
    void feed(int64_t first, int count);
    TopicMessageModel &model() { return m_viewer->session().model(); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FeedInstance> m_instance;
    std::unique_ptr<TopicViewer> m_viewer;
};

void TopicViewerTest::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    m_theme->apply(
        qEnvironmentVariable("ROWCAST_TEST_THEME") == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::Light);
}

void TopicViewerTest::init()
{
    m_instance = std::make_unique<FeedInstance>();
    m_viewer = std::make_unique<TopicViewer>(*m_instance, nullptr, nullptr);
    m_viewer->resize(1200, 800);
    m_viewer->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_viewer.get()));
    EndpointSpec target;
    target.kafka.broker = QStringLiteral("127.0.0.1:9092");
    m_viewer->open(target, QStringLiteral("shop"), 3);
}

void TopicViewerTest::cleanup()
{
    const QString folder = qEnvironmentVariable("ROWCAST_TEST_SHOTS");
    if (!folder.isEmpty()) {
        m_viewer->grab().save(
            QStringLiteral("%1/viewer-%2.png").arg(folder, QLatin1String(QTest::currentTestFunction())));
    }
    m_viewer.reset();
    m_instance.reset();
}

void TopicViewerTest::feed(int64_t first, int count)
{
    const int before = model().rowCount() + model().waiting();
    QVERIFY(m_instance->feed(batch(first, count)));
    QTRY_VERIFY(model().rowCount() + model().waiting() >= before + count);
}

void TopicViewerTest::followsAndPauses()
{
    QCOMPARE(int(m_instance->query.start.kind), int(TopicStart::Kind::Newest));
    QVERIFY(m_instance->query.isCommittedOnly);
    feed(0, 500);
    QTRY_COMPARE(model().rowCount(), 500);
    QScrollBar *bar = m_viewer->table().verticalScrollBar();
    QTRY_COMPARE(bar->value(), bar->maximum());
    m_viewer->table().setFocus();
    QTest::keyClick(&m_viewer->table(), Qt::Key_Space);
    QCOMPARE(int(model().mode()), int(Mode::Paused));
    feed(500, 345);
    QCOMPARE(model().rowCount(), 500);
    QTRY_COMPARE(m_viewer->pauseBar().sentence(), QStringLiteral("Paused: 345 new. End to follow"));
    QVERIFY(m_viewer->pauseBar().isVisible());
    QTest::keyClick(&m_viewer->table(), Qt::Key_End);
    QTRY_COMPARE(model().rowCount(), 845);
    QTRY_COMPARE(bar->value(), bar->maximum());
    QVERIFY(!m_viewer->pauseBar().isVisible());
}

void TopicViewerTest::selectingPauses()
{
    feed(0, 500);
    QTRY_COMPARE(model().rowCount(), 500);
    m_viewer->table().selectRowOf(490);
    QCOMPARE(int(model().mode()), int(Mode::Paused));
    feed(500, 10);
    QCOMPARE(m_viewer->table().currentRow()->record.offset, 490);
}

void TopicViewerTest::waitsWhilePaused()
{
    m_viewer->pause();
    int batches = 0;
    // the ring's worth of rows, then the eight batches that may be under way
    while (batches < 150 && m_instance->feed(batch(int64_t(batches) * 1000, 1000))) {
        ++batches;
        QTRY_VERIFY(model().waiting() == batches * 1000);
    }
    QCOMPARE(batches, 100 + 8 - 1);
    QVERIFY(model().isBusy());
    m_viewer->follow();
    QTRY_COMPARE(m_instance->unacknowledged, 0);
    QTRY_COMPARE(model().rowCount(), 100'000);
}

void TopicViewerTest::filtersWhatIsKept()
{
    feed(0, 1000);
    QTRY_COMPARE(model().rowCount(), 1000);
    m_viewer->filterLine().setText(QStringLiteral("op:update key:gift.99"));
    QTest::keyClick(&m_viewer->filterLine(), Qt::Key_Return);
    QTRY_VERIFY(model().rowCount() > 0 && model().rowCount() < 10);
    for (int row = 0; row < model().rowCount(); ++row) {
        QCOMPARE(int(model().row(row)->kind), int(MessageKind::Update));
    }
    const auto matched = m_viewer->session().counters().matched;
    QVERIFY(m_instance->feed(batch(1000, 1000))); // none of these matches
    QTRY_COMPARE(m_viewer->session().counters().scanned, 2000ULL);
    QCOMPARE(m_viewer->session().counters().matched, matched);
    QTest::keyClick(&m_viewer->filterLine(), Qt::Key_Escape);
    QTRY_COMPARE(model().rowCount(), 2000);
    m_viewer->filterLine().setText(QStringLiteral("op:nonsense"));
    QVERIFY(!m_viewer->filterLine().accessibleDescription().isEmpty());
}

void TopicViewerTest::showsDetails()
{
    const QByteArray key = "kwtoon.gift.1";
    auto records = std::vector<TopicRecord>{
        record(0, message({.name = "old"}), key), record(3, message({.operation = "update", .name = "new"}), key)};
    QVERIFY(m_instance->feed(RecordBatch::create(records)));
    QTRY_COMPARE(model().rowCount(), 2);
    m_viewer->table().selectRowOf(1);
    auto *text = m_viewer->details().findChild<QPlainTextEdit *>();
    QTRY_VERIFY(text->toPlainText().contains(QStringLiteral("\"transaction-id\": 8589934811")));
    auto *tree = m_viewer->details().findChild<QTreeView *>();
    QCOMPARE(tree->model()->rowCount(), 2);
    m_viewer->details().findChild<QTabWidget *>()->setCurrentIndex(1); // branches are made when they are seen
    QTRY_COMPARE(tree->model()->rowCount(tree->model()->index(0, 0)), 3);
}

void TopicViewerTest::findsInTheText()
{
    auto records = std::vector<TopicRecord>{record(0, message({.name = "coupon coupon"}))};
    QVERIFY(m_instance->feed(RecordBatch::create(records)));
    QTRY_COMPARE(model().rowCount(), 1);
    m_viewer->table().selectRowOf(0);
    auto *text = m_viewer->details().findChild<QPlainTextEdit *>();
    QTRY_VERIFY(text->toPlainText().contains(QStringLiteral("coupon coupon")));
    m_viewer->details().findChild<QTabWidget *>()->setCurrentIndex(2);
    auto *words = m_viewer->details().findChild<QLineEdit *>(QStringLiteral("findInText"));
    QVERIFY(QTest::qWaitForWindowActive(m_viewer.get()));
    words->setFocus();
    QTest::keyClicks(words, QStringLiteral("coupon"));
    const int first = text->textCursor().selectionStart();
    QCOMPARE(text->textCursor().selectedText(), QStringLiteral("coupon"));
    QTest::keyClick(words, Qt::Key_Return);
    QCOMPARE(text->textCursor().selectionStart(), first + 7);
    QTest::keyClick(words, Qt::Key_Return); // round
    QCOMPARE(text->textCursor().selectionStart(), first);
    QTest::keyClick(words, Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(text->textCursor().selectionStart(), first + 7);
}

void TopicViewerTest::comparesTwoMessages()
{
    auto records = std::vector<TopicRecord>{
        record(0, message({.name = "one"}), "kwtoon.gift.1"), record(3, message({.name = "two"}), "kwtoon.gift.2")};
    QVERIFY(m_instance->feed(RecordBatch::create(records)));
    QTRY_COMPARE(model().rowCount(), 2);
    auto *text = m_viewer->details().findChild<QPlainTextEdit *>();
    auto *fields = m_viewer->details().findChild<QTableView *>(QStringLiteral("message-fields"));
    m_viewer->table().setFocus();
    m_viewer->table().selectRowOf(0);
    QTRY_VERIFY(text->toPlainText().contains(QStringLiteral("one")));
    QTest::keyClick(&m_viewer->table(), Qt::Key_D, Qt::ControlModifier);
    QTest::keyClick(&m_viewer->table(), Qt::Key_Down);
    QTRY_COMPARE(fields->model()->columnCount(), 3);
    QCOMPARE(fields->model()->index(1, 1).data().toString(), QStringLiteral("one"));
    QCOMPARE(fields->model()->index(1, 2).data().toString(), QStringLiteral("two"));
    QTest::keyClick(&m_viewer->table(), Qt::Key_D, Qt::ControlModifier);
    QTRY_COMPARE(fields->model()->columnCount(), 2);
}

void TopicViewerTest::readsFromTheStart()
{
    m_viewer->options().setStart({TopicStart::Kind::Offset, 40});
    QCOMPARE(int(m_instance->query.start.kind), int(TopicStart::Kind::Offset));
    QCOMPARE(m_instance->query.start.value, 40);
    QVERIFY(!m_instance->cancelled.empty());
    QCOMPARE(int(model().mode()), int(Mode::Filling));
    feed(40, 500);
    QTRY_COMPARE(model().rowCount(), 500);
    QCOMPARE(m_viewer->table().verticalScrollBar()->value(), 0);
}

void TopicViewerTest::tellsOfFailure()
{
    Failure failure;
    failure.code = QStringLiteral("kafka.unreachable");
    failure.cause = QStringLiteral("No broker of 127.0.0.1:9092 answers.");
    failure.remedy = QStringLiteral("Start it with `systemctl start kafka`.");
    Q_EMIT m_instance->requestFailed(m_instance->reading, failure);
    auto *banner = m_viewer->findChild<QFrame *>(QString(), Qt::FindDirectChildrenOnly);
    QVERIFY(banner != nullptr);
    QCOMPARE(int(m_viewer->session().state()), int(TopicSession::State::Failed));
    QCOMPARE(m_viewer->session().failure().code, failure.code);
}

void TopicViewerTest::copiesByKeyboard()
{
    feed(0, 3);
    QTRY_COMPARE(model().rowCount(), 3);
    m_viewer->table().setFocus();
    m_viewer->table().selectRowOf(2);
    QTest::keyClick(&m_viewer->table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("{\"partition\":2,\"offset\":2,")));
}

void TopicViewerTest::namesEveryFocusableWidget()
{
    for (QWidget *widget : m_viewer->findChildren<QWidget *>()) {
        const bool isPart = widget->objectName().startsWith(QLatin1String("qt_")) || widget->focusProxy() != nullptr;
        if ((widget->focusPolicy() & Qt::TabFocus) != 0 && !isPart) {
            const QVariant text = widget->property("text");
            QVERIFY2(!widget->accessibleName().isEmpty() || !text.toString().isEmpty(),
                qPrintable(QLatin1String(widget->metaObject()->className()) + widget->objectName()));
        }
    }
}

void TopicViewerTest::staysFluidAtTwentyThousand()
{
    // two seconds' worth, as fast as they are taken: each turn of the event loop must stay short
    QElapsedTimer whole;
    whole.start();
    qint64 longest = 0;
    for (int batches = 0; batches < 40;) {
        QElapsedTimer turn;
        turn.start();
        if (m_instance->feed(batch(int64_t(batches) * 1000, 1000))) {
            ++batches;
            turn.start(); // making the records is not the viewer's work
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        longest = std::max(longest, turn.elapsed());
    }
    QTRY_COMPARE(model().rowCount(), 40'000);
    qInfo("40,000 messages in %lld ms, longest turn %lld ms", whole.elapsed(), longest);
    QVERIFY(longest < 500);
}

void TopicViewerTest::listsTopics()
{
    TopicListModel topics;
    QAbstractItemModelTester tester(&topics, QAbstractItemModelTester::FailureReportingMode::QtTest);
    TopicCatalog catalog(*m_instance, topics);
    catalog.setActive(true);
    catalog.open({});
    TopicInfo shop{.name = QStringLiteral("shop"), .isInternal = false, .partitions = {{.partition = 0}}, .config = {}};
    TopicInfo internal = shop;
    internal.name = QStringLiteral("__consumer_offsets");
    internal.isInternal = true;
    Q_EMIT m_instance->topicsListed(m_instance->lists, {internal, shop});
    QCOMPARE(topics.rowCount(), 2);
    QCOMPARE(m_instance->described, QStringLiteral("shop")); // the internal one is not asked for
    shop.partitions[0].low = 10;
    shop.partitions[0].high = 12'345;
    Q_EMIT m_instance->topicDescribed(m_instance->describes, shop);
    QCOMPARE(topics.index(1, TopicListModel::Messages).data().toString(), QStringLiteral("12,335"));
    catalog.refresh();
    Q_EMIT m_instance->topicsListed(m_instance->lists, {internal, shop});
    QCOMPARE(topics.index(1, TopicListModel::Messages).data().toString(), QStringLiteral("12,335")); // stays meanwhile
}

QTEST_MAIN(TopicViewerTest)
#include "tst_topicviewer.moc"
