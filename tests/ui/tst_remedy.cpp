// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Remedy.h"

#include <QTest>

using namespace rowcast;
using namespace rowcast::ui;

class RemedyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void separatesWordsAndCode()
    {
        const Remedy remedy = splitRemedy(QStringLiteral("Set `log_bin`, then run `GRANT SELECT ON *.* TO 'dms'@'%';` "
                                                         "and <again> `GRANT SELECT ON *.* TO 'dms'@'%';`"));
        QCOMPARE(remedy.code, QStringList{QStringLiteral("GRANT SELECT ON *.* TO 'dms'@'%';")});
        QVERIFY(remedy.html.contains(QLatin1String("<code>log_bin</code>")));
        QVERIFY(remedy.html.contains(QLatin1String("&lt;again&gt;")));
    }

    void reportHoldsEverything()
    {
        const Failure failure{.code = QStringLiteral("mysql.login"),
            .cause = QStringLiteral("Wrong password."),
            .remedy = QStringLiteral("Correct it."),
            .detail = QStringLiteral("1045 (28000)"),
            .retryable = false};
        const QString report = failureReport(failure, 1'600'000'000'000'000);
        for (const char *part : {"mysql.login", "Wrong password.", "Correct it.", "1045 (28000)", "2020-09-13"}) {
            QVERIFY2(report.contains(QLatin1String(part)), part);
        }
    }
};

QTEST_GUILESS_MAIN(RemedyTest)
#include "tst_remedy.moc"
