// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ConsoleFixture.h"
#include "ui/forms/FormSection.h"
#include "ui/forms/InstanceForm.h"
#include "ui/forms/JsonTabs.h"
#include "ui/forms/RuleRow.h"
#include "ui/forms/SourceEndpointForm.h"
#include "ui/forms/TableMappingForm.h"
#include "ui/forms/TableMatchModel.h"
#include "ui/forms/TargetEndpointForm.h"
#include "ui/forms/TaskForm.h"
#include "ui/forms/TaskSettingsEditor.h"
#include "ui/forms/TaskSettingsForm.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace rowcast;
using namespace rowcast::ui;

namespace {

template <typename Field> Field *field(QWidget &form, const char *name)
{
    auto *found = form.findChild<Field *>(QString::fromLatin1(name));
    if (found == nullptr) {
        qFatal("no field %s", name);
    }
    return found;
}

EndpointSpec fullSource()
{
    EndpointSpec spec = ConsoleFixture::document().source;
    spec.port = 3307;
    spec.sslMode = SslMode::VerifyCa;
    spec.caCertificate = QStringLiteral("/etc/ca.pem");
    spec.databaseName = QStringLiteral("shop");
    spec.serverId = 4711;
    spec.mysql.serverTimezone = QStringLiteral("Asia/Seoul");
    spec.mysql.afterConnectScript = QStringLiteral("SET @a = 1;");
    spec.mysql.eventsPollInterval = 7;
    spec.mysql.executeTimeout = 99;
    spec.mysql.connectionTimeout = 3;
    spec.mysql.cleanSourceMetadataOnMismatch = true;
    spec.mysql.skipTableSuspensionForPartitionDdl = true;
    spec.mysql.ignoreOpenXaTransactionsCheck = false;
    return spec;
}

EndpointSpec fullTarget()
{
    EndpointSpec spec = ConsoleFixture::document().target;
    spec.kafka.topic = QStringLiteral("shop");
    spec.kafka.messageFormat = MessageFormat::JsonUnformatted;
    spec.kafka.includeTransactionDetails = true;
    spec.kafka.includePartitionValue = true;
    spec.kafka.partitionIncludeSchemaTable = true;
    spec.kafka.includeTableAlterOperations = true;
    spec.kafka.includeControlDetails = true;
    spec.kafka.includeNullAndEmpty = true;
    spec.kafka.noHexPrefix = true;
    spec.kafka.useLargeIntegerValue = false;
    spec.kafka.messageMaxBytes = 2'000'000;
    spec.kafka.securityProtocol = SecurityProtocol::SaslSsl;
    spec.kafka.saslMechanism = SaslMechanism::ScramSha256;
    spec.kafka.saslUsername = QStringLiteral("dms");
    spec.kafka.saslPassword = SecretValue::ofText(QStringLiteral("pw"));
    spec.kafka.sslCaCertificate = QStringLiteral("/etc/kafka.pem");
    spec.kafka.verifiesHostName = false;
    spec.kafkaExtras.delivery = Delivery::AtLeastOnce;
    spec.kafkaExtras.topicPattern = QStringLiteral("${schema}.${table}");
    spec.kafkaExtras.isPrimaryKeyRule = true;
    spec.kafkaExtras.headers = true;
    spec.kafkaExtras.tombstones = true;
    spec.kafkaExtras.transactionBoundaries = true;
    spec.kafkaExtras.topicPartitions = 6;
    spec.kafkaExtras.topicReplicationFactor = 3;
    spec.kafkaExtras.topicConfig = {{QStringLiteral("retention.ms"), QStringLiteral("1000")}};
    spec.kafkaExtras.producerProperties = {{QStringLiteral("linger.ms"), QStringLiteral("50")}};
    return spec;
}

} // namespace

class FormsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sourceKeepsEverySetting()
    {
        SourceEndpointForm form;
        form.setSpec(fullSource());
        const auto spec = form.spec();
        QVERIFY(spec.has_value());
        QCOMPARE(endpointJson(*spec), endpointJson(fullSource()));
        QVERIFY(*spec == fullSource());
        QVERIFY(form.problems().empty());
    }

    void targetKeepsEverySetting()
    {
        TargetEndpointForm form;
        form.setSpec(fullTarget());
        const auto spec = form.spec();
        QVERIFY(spec.has_value());
        QCOMPARE(endpointJson(*spec), endpointJson(fullTarget()));
        QVERIFY(*spec == fullTarget());
        QVERIFY(form.problems().empty());
    }

    void mutualTlsKeepsItsFiles()
    {
        EndpointSpec spec = ConsoleFixture::document().target;
        spec.kafka.securityProtocol = SecurityProtocol::SslAuthentication;
        TargetEndpointForm form;
        form.setSpec(spec);
        QCOMPARE(form.problems().size(), size_t(2)); // certificate and key are missing
        spec.kafka.sslClientCertificate = QStringLiteral("/etc/client.pem");
        spec.kafka.sslClientKey = QStringLiteral("/etc/client.key");
        form.setSpec(spec);
        QVERIFY(form.problems().empty());
        QVERIFY(*form.spec() == spec);
    }

    void pastedUrlIsTakenApart()
    {
        SourceEndpointForm form;
        auto *server = field<QLineEdit>(form, "server");
        QGuiApplication::clipboard()->setText(QStringLiteral("mysql://dms:pw@db.example:3307/shop"));
        server->paste();
        QCOMPARE(server->text(), QStringLiteral("db.example"));
        const auto spec = form.spec();
        QCOMPARE(spec->port, 3307);
        QCOMPARE(spec->userName, QStringLiteral("dms"));
        QCOMPARE(spec->password.secret.reveal(), QStringLiteral("pw"));
        QCOMPARE(spec->identifier, QStringLiteral("shop"));
    }

    void typedUrlIsTakenApartWhenTheFieldIsLeft()
    {
        SourceEndpointForm form;
        auto *server = field<QLineEdit>(form, "server");
        QTest::keyClicks(server, QStringLiteral("mysql://dms@db.example/shop"));
        QCOMPARE(server->text(), QStringLiteral("mysql://dms@db.example/shop"));
        QTest::keyClick(server, Qt::Key_Return);
        QCOMPARE(server->text(), QStringLiteral("db.example"));
    }

    void problemsStandAtTheirFields()
    {
        SourceEndpointForm form;
        form.show();
        QVERIFY(!form.validate());
        auto *problem = field<QLabel>(form, "serverProblem");
        QVERIFY(problem->isVisible());
        QCOMPARE(problem->text(), QStringLiteral("The server name is missing."));
        // mended while it is typed
        field<QLineEdit>(form, "server")->setText(QStringLiteral("db"));
        QVERIFY(!problem->isVisible());
    }

    void brokersAreChecked_data()
    {
        QTest::addColumn<QString>("brokers");
        QTest::addColumn<bool>("isRight");
        QTest::newRow("one") << QStringLiteral("h:9092") << true;
        QTest::newRow("several with blanks") << QStringLiteral("h1:9092, h2:9092") << true;
        QTest::newRow("no port") << QStringLiteral("h1") << true;
        QTest::newRow("address of version 6") << QStringLiteral("[::1]:9092") << true;
        QTest::newRow("empty entry") << QStringLiteral("h1:9092,") << false;
        QTest::newRow("a URL") << QStringLiteral("kafka://h1:9092") << false;
        QTest::newRow("none") << QString() << false;
    }
    void brokersAreChecked()
    {
        QFETCH(QString, brokers);
        QFETCH(bool, isRight);
        EndpointSpec spec = ConsoleFixture::document().target;
        spec.kafka.broker = brokers;
        TargetEndpointForm form;
        form.setSpec(spec);
        QCOMPARE(form.problems().empty(), isRight);
    }

    void draftsHoldNoPassword()
    {
        SourceEndpointForm form;
        form.setSpec(fullSource());
        const QJsonObject state = form.state();
        QVERIFY(!QJsonDocument(state).toJson().contains("secret\""));
        SourceEndpointForm other;
        other.restore(state);
        EndpointSpec expected = fullSource();
        expected.password = {};
        QVERIFY(*other.spec() == expected);
    }

    void taskFormKeepsItsStart()
    {
        TaskSpec spec;
        spec.identifier = QStringLiteral("t");
        spec.migrationType = MigrationType::Cdc;
        spec.cdcStartPosition = QStringLiteral("mysql-bin.000007:1234");
        TaskForm form;
        form.setSpec(spec);
        TaskSpec read;
        form.fill(read);
        QVERIFY(read == spec);
        QVERIFY(form.problems().empty());
        field<QLineEdit>(form, "cdcPosition")->setText(QStringLiteral("somewhere"));
        QCOMPARE(form.problems().size(), size_t(1));
    }

    void settingsStateOnlyWhatWasChanged()
    {
        TaskSettingsForm form;
        QVERIFY(*form.settings() == TaskSettings());
        field<QSpinBox>(form, "CommitRate")->setValue(500);
        const auto settings = form.settings();
        QVERIFY(settings->isStated("FullLoadSettings.CommitRate"));
        QVERIFY(!settings->isStated("FullLoadSettings.MaxFullLoadSubTasks"));
        QVERIFY(!settings->lobMaxBytes().has_value());
    }

    void lobLimitIsStated()
    {
        TaskSettingsForm form;
        auto *lobs = field<QComboBox>(form, "lobs");
        lobs->setCurrentIndex(1);
        field<QSpinBox>(form, "lobMaxSize")->setValue(64);
        QCOMPARE(form.settings()->lobMaxBytes(), std::optional<uint64_t>(64 * 1024));
        lobs->setCurrentIndex(0);
        QVERIFY(!form.settings()->lobMaxBytes().has_value());
        lobs->setCurrentIndex(2);
        QVERIFY(!form.settings()->boolean("TargetMetadata.SupportLobs"));
    }

    void settingsAndJsonStayInStep()
    {
        TaskSettingsEditor editor;
        editor.show();
        auto *tabs = editor.findChild<JsonTabs *>();
        tabs->setCurrentTab(1);
        tabs->editor().setPlainText(QStringLiteral("{\"FullLoadSettings\": {\"CommitRate\": 123}}"));
        QCOMPARE(editor.problem(), QString());
        QCOMPARE(field<QSpinBox>(editor, "CommitRate")->value(), 123);
        tabs->editor().setPlainText(QStringLiteral("{\"FullLoadSettings\": {\"Nonsense\": 1}}"));
        QVERIFY(editor.problem().contains(QLatin1String("Nonsense")));
        // the form goes on from what was right last
        tabs->setCurrentTab(0);
        field<QSpinBox>(editor, "CommitRate")->setValue(124);
        QCOMPARE(editor.problem(), QString());
        QCOMPARE(editor.settings()->integer("FullLoadSettings.CommitRate"), int64_t(124));
    }

    void mappingsShowWhatTheyMatch()
    {
        ConsoleFixture fixture;
        RecordingFrame frame;
        TableMappingForm form(fixture.context(&frame));
        form.show();
        form.setSource({ConsoleFixture::document().source, {}});
        QTRY_COMPARE(form.selectedTables(), std::optional<int>(4));
        auto *row = form.findChild<RuleRow *>();
        auto *schema = field<QLineEdit>(*row, "schemaPattern");
        schema->setText(QStringLiteral("shop"));
        QCOMPARE(form.selectedTables(), std::optional<int>(3));
        QTest::mouseClick(field<QPushButton>(form, "addRule"), Qt::LeftButton);
        RuleRow *second = form.findChildren<RuleRow *>().last();
        field<QLineEdit>(*second, "tablePattern")->setText(QStringLiteral("tmp%"));
        second->findChildren<QComboBox *>().first()->setCurrentIndex(1); // Exclude
        QCOMPARE(form.selectedTables(), std::optional<int>(2));
        QCOMPARE(form.mappings().rules().size(), size_t(2));
        schema->setText(QStringLiteral("nowhere"));
        QVERIFY(!form.problem().isEmpty());
    }

    void listingFailureIsShownAndMended()
    {
        ConsoleFixture fixture;
        RecordingFrame frame;
        fixture.instance.listFailure = Failure{.code = QStringLiteral("mysql.refused"),
            .cause = QStringLiteral("Refused."),
            .remedy = {},
            .detail = {},
            .retryable = true};
        TableMappingForm form(fixture.context(&frame));
        form.show();
        form.setSource({ConsoleFixture::document().source, {}});
        QPushButton *again = nullptr;
        for (QPushButton *button : form.findChildren<QPushButton *>()) {
            again = button->text() == QLatin1String("Check again") ? button : again;
        }
        QTRY_VERIFY(again != nullptr && again->isVisible());
        fixture.instance.listFailure.reset();
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_COMPARE(form.selectedTables(), std::optional<int>(4));
        QVERIFY(!again->isVisible());
    }

    void matchModelKeepsTheRulesOfModels()
    {
        TableMatchModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ConsoleFixture fixture;
        model.setTables(fixture.instance.sourceTables);
        SelectionRule rule;
        rule.schema = QStringLiteral("crm");
        model.setMappings(TableMappings(std::vector<SelectionRule>{rule}));
        QCOMPARE(model.selectedCount(), 1);
        QCOMPARE(model.index(0, TableMatchModel::Schema).data().toString(), QStringLiteral("crm"));
        model.setTables({});
    }

    void instanceNamesAreUnique()
    {
        InstanceForm form;
        form.setSpec({});
        QVERIFY(form.problems().empty());
        form.setTakenNames({QStringLiteral("this-computer")});
        QCOMPARE(form.problems().size(), size_t(1));
    }
};

QTEST_MAIN(FormsTest)
#include "tst_forms.moc"
