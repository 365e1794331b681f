// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ConsoleFixture.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace rowcast;
using namespace rowcast::ui;

namespace {

TableSummary table(const char *schema, const char *name, uint64_t rows, bool hasKey = true)
{
    TableSummary summary;
    summary.id = {schema, name};
    summary.estimatedRows = rows;
    summary.bytes = rows * 80;
    summary.hasKey = hasKey;
    return summary;
}

} // namespace

ConsoleFixture::ConsoleFixture()
    : settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
    , theme(*qApp)
    , store(std::make_unique<StoreService>(folder.filePath(QStringLiteral("store.db")), secrets, clock))
{
    languages.apply(QStringLiteral("en"));
    theme.apply(ThemeChoice::Light);
    instance.rightPassword = QStringLiteral("secret");
    instance.sourceTables = {table("shop", "customer", 1200), table("shop", "gift", 48'000),
        table("shop", "tmp_import", 12, false), table("crm", "lead", 310)};
    QSignalSpy opened(store.get(), &StoreService::opened);
    if (!opened.wait(10'000)) {
        qFatal("the store did not open");
    }
}

AppContext ConsoleFixture::context(Frame *frame)
{
    AppContext context;
    context.instance = &instance;
    context.store = store.get();
    context.secrets = &secrets;
    context.clock = &clock;
    context.settings = &settings;
    context.theme = &theme;
    context.jobs = &jobs;
    context.frame = frame;
    return context;
}

ConsoleParts ConsoleFixture::parts()
{
    ConsoleParts parts;
    parts.instance = &instance;
    parts.store = store.get();
    parts.secrets = &secrets;
    parts.clock = &clock;
    parts.settings = &settings;
    parts.theme = &theme;
    parts.languages = &languages;
    return parts;
}

MigrationDocument ConsoleFixture::document()
{
    MigrationDocument document;
    document.source.identifier = QStringLiteral("shop");
    document.source.engine = Engine::Aurora;
    document.source.serverName = QStringLiteral("shop.cluster-abc.ap-northeast-2.rds.amazonaws.com");
    document.source.userName = QStringLiteral("dms");
    document.source.password = SecretValue::ofText(QStringLiteral("secret"));
    document.target.identifier = QStringLiteral("bus");
    document.target.role = EndpointRole::Target;
    document.target.engine = Engine::Kafka;
    document.target.kafka.broker = QStringLiteral("b-1.shop.kafka:9092,b-2.shop.kafka:9092");
    document.task.identifier = QStringLiteral("shop-to-bus");
    document.task.mappings = TableMappings(std::vector<SelectionRule>{SelectionRule{}});
    return document;
}

void ConsoleFixture::addDefinitions()
{
    store->saveMigration(document());
    QTRY_VERIFY_WITH_TIMEOUT(store->definitions().task(QStringLiteral("shop-to-bus")) != nullptr, 10'000);
}
