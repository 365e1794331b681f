// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/probe/MySqlProbe.h"

#include "core/mysql/probe/BinlogProbe.h"
#include "core/mysql/probe/GrantProbe.h"
#include "core/mysql/server/ClientLibrary.h"
#include "core/pipeline/NetworkProbe.h"
#include "core/pipeline/ProbeLadder.h"

#include <QCoreApplication>
#include <QDateTime>

namespace rowcast::mysql {

namespace {

constexpr uint32_t kOldestMySql = 50700;
constexpr uint32_t kOldestMariaDb = 100600;
constexpr int64_t kClockToleranceMs = 2000;

// One run of the ladder: the steps that need more than settings.
class Run {
public:
    Run(const ProbePlan &plan, const std::stop_token &stop)
        : m_context{.plan = plan, .stop = stop, .addresses = {}, .connection = nullptr, .info = {}, .account = {}}
    {
    }
    void run(const ProbeReport &report);

private:
    ProbeOutcome name();
    ProbeOutcome port();
    ProbeOutcome tls();
    ProbeOutcome login();
    ProbeOutcome version();
    ProbeOutcome timeZone();
    ProbeOutcome clock();
    using Verdict = ProbeOutcome (*)(const ServerInfo &);
    std::function<ProbeOutcome()> ofBinlog(Verdict verdict);

    ProbeContext m_context;
    ProbeLadder m_ladder;
    Failure m_loginFailure; // of the one attempt that tls() made
};

ProbeOutcome notWanted()
{
    return ProbeOutcome::skipped(QCoreApplication::translate("MySqlProbe", "not needed by a full load alone"));
}

std::function<ProbeOutcome()> Run::ofBinlog(Verdict verdict)
{
    return [this, verdict] { return m_context.plan.areChangesWanted ? verdict(m_context.info) : notWanted(); };
}

void Run::run(const ProbeReport &report)
{
    const auto add = [this](const char *id, const QString &title, std::function<ProbeOutcome()> step) {
        m_ladder.add(QStringLiteral("source.") + QLatin1String(id), title, std::move(step));
    };
    add("name", QCoreApplication::translate("MySqlProbe", "Host name"), [this] { return name(); });
    add("port", QCoreApplication::translate("MySqlProbe", "Port"), [this] { return port(); });
    add("tls", QCoreApplication::translate("MySqlProbe", "TLS"), [this] { return tls(); });
    add("login", QCoreApplication::translate("MySqlProbe", "Login"), [this] { return login(); });
    add("version", QCoreApplication::translate("MySqlProbe", "Version"), [this] { return version(); });
    add("grants", QCoreApplication::translate("MySqlProbe", "Grants"), [this] { return probeGrants(m_context); });
    add("log-bin", QCoreApplication::translate("MySqlProbe", "Binary log"), ofBinlog(probeLogBin));
    add("binlog-format", QCoreApplication::translate("MySqlProbe", "Binary log format"), ofBinlog(probeBinlogFormat));
    add("row-image", QCoreApplication::translate("MySqlProbe", "Row image"), ofBinlog(probeRowImage));
    add("retention", QCoreApplication::translate("MySqlProbe", "Retention"), ofBinlog(probeRetention));
    add("writer", QCoreApplication::translate("MySqlProbe", "Writer or reader"), ofBinlog(probeWriter));
    add("server-id", QCoreApplication::translate("MySqlProbe", "Server id"),
        [this] { return m_context.plan.areChangesWanted ? probeServerId(m_context) : notWanted(); });
    add("dump", QCoreApplication::translate("MySqlProbe", "Reading an event"),
        [this] { return m_context.plan.areChangesWanted ? probeDump(m_context) : notWanted(); });
    add("time-zone", QCoreApplication::translate("MySqlProbe", "Time zone"), [this] { return timeZone(); });
    add("clock", QCoreApplication::translate("MySqlProbe", "Clock"), [this] { return clock(); });
    m_ladder.run(report, m_context.stop);
}

ProbeOutcome Run::name()
{
    const auto addresses = resolveName(m_context.plan.connection.host, m_context.stop);
    if (!addresses) {
        Failure failure = addresses.error();
        failure.remedy += QLatin1Char(' ')
            + QCoreApplication::translate(
                "MySqlProbe", "For Aurora take the cluster (writer) endpoint as the RDS console shows it.");
        return ProbeOutcome::end(isStopped(failure) ? addresses.error() : failure);
    }
    m_context.addresses = *addresses;
    QStringList texts;
    for (const QHostAddress &address : *addresses) {
        texts << address.toString();
    }
    return ProbeOutcome::passed(texts.join(QStringLiteral(", ")));
}

ProbeOutcome Run::port()
{
    const ConnectionSettings &settings = m_context.plan.connection;
    const auto opened
        = openPort(settings.host, m_context.addresses, settings.port, settings.connectTimeout, m_context.stop);
    if (!opened) {
        return ProbeOutcome::end(opened.error());
    }
    return ProbeOutcome::passed(QCoreApplication::translate("MySqlProbe", "%1, port %2, reached from %3")
                                    .arg(opened->address.toString())
                                    .arg(settings.port)
                                    .arg(opened->localAddress.toString()));
}

// Handshake and login are one call of the library: its failure's code tells which of the two it was.
ProbeOutcome Run::tls()
{
    auto connection = Connection::open(m_context.plan.connection, m_context.stop);
    if (!connection) {
        m_loginFailure = connection.error();
        if (m_loginFailure.code.startsWith(QLatin1String("mysql.tls")) || isStopped(m_loginFailure)) {
            return ProbeOutcome::end(m_loginFailure);
        }
    } else {
        m_context.connection = std::move(*connection);
    }
    if (m_context.plan.connection.tls == TlsMode::None) {
        return ProbeOutcome::skipped(QCoreApplication::translate("MySqlProbe", "SSL mode is none"));
    }
    return ProbeOutcome::passed(m_context.connection
            ? m_context.connection->tlsCipher()
            : QCoreApplication::translate("MySqlProbe", "the certificate is right"));
}

ProbeOutcome Run::login()
{
    if (!m_context.connection) {
        return ProbeOutcome::end(m_loginFailure);
    }
    const auto account = m_context.connection->value("SELECT CURRENT_USER()", m_context.stop);
    if (!account) {
        return ProbeOutcome::end(account.error());
    }
    const QString text = QString::fromStdString(account->value_or(""));
    const auto at = text.lastIndexOf(QLatin1Char('@'));
    m_context.account = QStringLiteral("'%1'@'%2'").arg(text.left(at), text.mid(at + 1));
    return ProbeOutcome::passed(m_context.account);
}

ProbeOutcome Run::version()
{
    auto info = ServerInfo::read(*m_context.connection, m_context.stop);
    if (!info) {
        return ProbeOutcome::end(info.error());
    }
    m_context.info = std::move(*info);
    const ServerInfo &server = m_context.info;
    QString evidence = server.description() + QStringLiteral("; ") + QString::fromStdString(clientLibraryName());
    if (m_context.plan.expected && *m_context.plan.expected != server.flavour) {
        evidence += QStringLiteral("; ")
            + QCoreApplication::translate(
                "MySqlProbe", "the endpoint's engine name says otherwise, the server decides");
    }
    if (server.versionNumber >= (server.isMariaDb() ? kOldestMariaDb : kOldestMySql)) {
        return ProbeOutcome::passed(evidence);
    }
    return ProbeOutcome::warning(evidence,
        {.code = QStringLiteral("mysql.version.old"),
            .cause = QCoreApplication::translate(
                "MySqlProbe", "Rowcast is tested with MySQL from 5.7 and MariaDB from 10.6 on."),
            .remedy = QCoreApplication::translate("MySqlProbe", "Upgrade the server, or compare rows after the load."),
            .detail = QString::fromStdString(server.version),
            .retryable = false});
}

ProbeOutcome Run::timeZone()
{
    const ServerInfo &info = m_context.info;
    const int minutes = info.utcOffsetSeconds / 60;
    const QString offset = QStringLiteral("UTC%1%2:%3")
                               .arg(minutes < 0 ? QLatin1Char('-') : QLatin1Char('+'))
                               .arg(std::abs(minutes) / 60, 2, 10, QLatin1Char('0'))
                               .arg(std::abs(minutes) % 60, 2, 10, QLatin1Char('0'));
    QString evidence = QStringLiteral("time_zone = %1").arg(QString::fromStdString(info.timeZone));
    if (info.timeZone == "SYSTEM") {
        evidence += QStringLiteral(" (%1)").arg(QString::fromStdString(info.systemTimeZone));
    }
    evidence += QStringLiteral(", ") + offset;
    if (minutes == 0 || m_context.plan.isTimezoneGiven) {
        return ProbeOutcome::passed(evidence);
    }
    return ProbeOutcome::warning(evidence,
        {.code = QStringLiteral("mysql.time-zone"),
            .cause = QCoreApplication::translate("MySqlProbe",
                "The server's clock runs at %1. A DATETIME has no time zone, and messages mark it `Z` as AWS DMS does.")
                         .arg(offset),
            .remedy = QCoreApplication::translate("MySqlProbe",
                "If the applications store local time: set the endpoint's `ServerTimezone` (for instance "
                "`Asia/Seoul`), or let "
                "consumers read DATETIME as local time. TIMESTAMP is right in any case."),
            .detail = evidence,
            .retryable = false});
}

ProbeOutcome Run::clock()
{
    const int64_t before = QDateTime::currentMSecsSinceEpoch();
    const auto now
        = m_context.connection->value("SELECT CAST(UNIX_TIMESTAMP(NOW(6)) * 1000 AS SIGNED)", m_context.stop);
    const int64_t after = QDateTime::currentMSecsSinceEpoch();
    if (!now) {
        return ProbeOutcome::failed({}, now.error());
    }
    const int64_t offset = std::atoll(now->value_or("0").c_str()) - (before + after) / 2;
    const QString evidence
        = QCoreApplication::translate("MySqlProbe", "the server's clock is %1 ms from this computer's").arg(offset);
    if (std::abs(offset) <= kClockToleranceMs) {
        return ProbeOutcome::passed(evidence);
    }
    return ProbeOutcome::warning(evidence,
        {.code = QStringLiteral("mysql.clock"),
            .cause
            = QCoreApplication::translate("MySqlProbe", "The clocks differ by %1 s: latencies are wrong by as much.")
                  .arg(double(offset) / 1000),
            .remedy = QCoreApplication::translate(
                "MySqlProbe", "Let both computers follow a time server: `timedatectl set-ntp true`"),
            .detail = {},
            .retryable = false});
}

} // namespace

void probeMySql(const ProbePlan &plan, const ProbeReport &report, const std::stop_token &stop)
{
    Run(plan, stop).run(report);
}

} // namespace rowcast::mysql
