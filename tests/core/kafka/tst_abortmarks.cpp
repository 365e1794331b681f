// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/AbortMarks.h"

#include <QTest>

using namespace rowcast;
using kafka::AbortMarks;

// Steps are written as words: "s3" everything's reader saw offset 3, "c3" it was delivered as committed, "p4" the
// committed reader's position is 4 now; a leading "1:" is partition 1. Results: offset, with "!" where it is marked as
// aborted.
class TestAbortMarks : public QObject {
    Q_OBJECT

private:
    static QString taken(std::vector<TopicRecord> &records)
    {
        QString text;
        for (const TopicRecord &record : records) {
            text += QString::number(record.offset) + QLatin1String(record.isAborted ? "! " : " ");
        }
        records.clear();
        return text.trimmed();
    }

private Q_SLOTS:
    void marks_data()
    {
        QTest::addColumn<QString>("steps");
        QTest::addColumn<QString>("expected");
        QTest::newRow("undecided") << "s0 s1"
                                   << "";
        QTest::newRow("committed") << "s0 s1 c0 c1"
                                   << "0 1";
        QTest::newRow("committed first") << "c0 c1 s0 s1"
                                         << "0 1";
        QTest::newRow("aborted before committed") << "s0 s1 s3 c3"
                                                  << "0! 1! 3";
        QTest::newRow("aborted at the end") << "s0 s1 p3"
                                            << "0! 1!";
        QTest::newRow("decided in part") << "s0 s1 s2 c0 s3"
                                         << "0";
        QTest::newRow("interleaved") << "s0 s1 s2 s3 c1 c3 p5"
                                     << "0! 1 2! 3";
        QTest::newRow("each partition for itself") << "s0 1:s0 1:c0 1:p2"
                                                   << "0";
        QTest::newRow("position never goes back") << "s0 s1 p2 p1"
                                                  << "0! 1!";
    }
    void marks()
    {
        QFETCH(QString, steps);
        QFETCH(QString, expected);
        AbortMarks marks;
        std::vector<TopicRecord> out;
        for (QString step : steps.split(QLatin1Char(' '))) {
            const int32_t partition = step.startsWith(QLatin1String("1:")) ? 1 : 0;
            step = step.mid(partition == 1 ? 2 : 0);
            const int64_t offset = step.mid(1).toLongLong();
            if (step.startsWith(QLatin1Char('s'))) {
                TopicRecord record;
                record.partition = partition;
                record.offset = offset;
                marks.add(record);
            } else if (step.startsWith(QLatin1Char('c'))) {
                marks.committed(partition, offset);
            } else {
                marks.passed(partition, offset);
            }
        }
        marks.take(out);
        QCOMPARE(taken(out), expected);
    }

    void givesUpOnOpenTransactions()
    {
        AbortMarks marks;
        TopicRecord record;
        record.offset = 5;
        record.sizeBytes = 100;
        marks.add(record);
        QVERIFY(marks.bytes() >= 100);
        QVERIFY(!marks.isEmpty(0));
        QVERIFY(marks.isEmpty(1));
        std::vector<TopicRecord> out;
        marks.takeUndecided(0, out);
        QCOMPARE(taken(out), QStringLiteral("5"));
        QCOMPARE(marks.bytes(), size_t(0));
        QVERIFY(marks.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestAbortMarks)
#include "tst_abortmarks.moc"
