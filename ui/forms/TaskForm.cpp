// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/TaskForm.h"

#include "ui/forms/Identifier.h"
#include "ui/style/Metrics.h"
#include "ui/widgets/CardButton.h"
#include "ui/widgets/EngineText.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

namespace rowcast::ui {

namespace {

// "mysql-bin.000007:1234", DMS's checkpoint, or a GTID set of MySQL (uuid:1-5) or MariaDB (0-1-270).
bool isPosition(const QString &text)
{
    static const QRegularExpression file(QStringLiteral("^[^:\\s]+\\.\\d+:\\d+$"));
    static const QRegularExpression mysqlGtid(
        QStringLiteral("^[0-9A-Fa-f]{8}-[0-9A-Fa-f-]{27}:[0-9:,\\s0-9A-Fa-f-]+$"));
    static const QRegularExpression mariaDbGtid(QStringLiteral("^\\d+-\\d+-\\d+(\\s*,\\s*\\d+-\\d+-\\d+)*$"));
    return text.startsWith(QLatin1String("checkpoint:")) || file.match(text).hasMatch()
        || mysqlGtid.match(text).hasMatch() || mariaDbGtid.match(text).hasMatch();
}

} // namespace

TaskForm::TaskForm(QWidget *parent)
    : FieldForm(parent)
    , m_types(new QButtonGroup(this))
{
    m_identifier = addText(QStringLiteral("identifier"), tr("Task &identifier"),
        {tr("Task identifier"),
            tr("What the task is called. It also stands in the keys of control records and names the checkpoint."),
            tr("Task identifier"), QStringLiteral("shop-to-bus"),
            tr("It cannot change later: a task of another name begins anew.")});
    connect(m_identifier, &QLineEdit::textEdited, this, [this] { m_isSuggested = false; });
    addMigrationTypes();
    addCdcStart();
    m_startup = addChoice(QStringLiteral("startup"), tr("Start &up"),
        {tr("Start up"), tr("Whether the task starts as soon as it is created."),
            tr("Start task on create: automatically, or manually later"), QString(), QString()});
    m_startup->addItem(tr("Start automatically on create"), true);
    m_startup->addItem(tr("Start manually later"), false);
    setSpec({});
}

void TaskForm::addMigrationTypes()
{
    auto *cards = new QWidget(this);
    auto *layout = new QVBoxLayout(cards);
    layout->setContentsMargins(0, 0, 0, 0);
    const struct {
        MigrationType type;
        const char *icon;
        QString title;
        QString sentence;
    } kTypes[] = {
        {MigrationType::FullLoad, "document-export", migrationTypeText(MigrationType::FullLoad),
            tr("Every row once, then the task stops. Needs no binary log.")},
        {MigrationType::FullLoadAndCdc, "view-refresh", migrationTypeText(MigrationType::FullLoadAndCdc),
            tr("Every row once, then every change as it is committed.")},
        {MigrationType::Cdc, "media-skip-forward", migrationTypeText(MigrationType::Cdc),
            tr("No load: changes from now on, or from a time or position that you name.")},
    };
    for (const auto &kind : kTypes) {
        auto *card = new CardButton(QIcon::fromTheme(QLatin1String(kind.icon)), kind.title, kind.sentence, cards);
        card->setCheckable(true);
        card->setObjectName(migrationTypeName(kind.type));
        m_types->addButton(card, int(kind.type));
        layout->addWidget(card);
    }
    connect(m_types, &QButtonGroup::idToggled, this, [this](int, bool isChecked) {
        if (isChecked) {
            showType();
            Q_EMIT edited();
        }
    });
    addField(QStringLiteral("migrationType"), tr("Migration type"), cards,
        {tr("Migration type"),
            tr("Whether the rows that are there already are loaded, and whether changes are followed."),
            tr("Migration type"), QString(),
            tr("Changes need the server's binary log: log_bin on, binlog_format ROW. The connection test looks at "
               "both.")});
}

void TaskForm::addCdcStart()
{
    m_cdcStart = addChoice(QStringLiteral("cdcStart"), tr("Chan&ges begin"),
        {tr("Where changes begin"),
            tr("Now, or at an earlier place in the binary log as long as the server still has it."),
            tr("CDC start mode"), QString(),
            tr("A place that the server has purged cannot be read any more; the failure names the oldest one it "
               "has.")});
    m_cdcStart->addItem(tr("Now"), int(CdcStartKind::Now));
    m_cdcStart->addItem(tr("At a time"), int(CdcStartKind::Time));
    m_cdcStart->addItem(tr("At a position"), int(CdcStartKind::Position));
    m_cdcTime = new QDateTimeEdit(this);
    m_cdcTime->setCalendarPopup(true);
    m_cdcTime->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    m_cdcTime->setTimeSpec(Qt::UTC);
    m_cdcTime->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_cdcTime, &QDateTimeEdit::dateTimeChanged, this, &FieldForm::edited);
    addField(QStringLiteral("cdcTime"), tr("Ti&me (UTC)"), m_cdcTime,
        {tr("Start time"), tr("Changes that were committed at this time or later, in UTC."),
            tr("Custom CDC start time"), QString(), QString()});
    m_cdcPosition = addText(QStringLiteral("cdcPosition"), tr("&Position"),
        {tr("Start position"), tr("A file and offset of the binary log, a checkpoint, or a GTID set."),
            tr("CdcStartPosition: log sequence number or checkpoint"), QStringLiteral("mysql-bin-changelog.000024:373"),
            QString()});
    setTextRole(m_cdcPosition, TextRole::Fixed);
    connect(m_cdcStart, &QComboBox::currentIndexChanged, this, &TaskForm::showType);
}

MigrationType TaskForm::migrationType() const
{
    return MigrationType(m_types->checkedId());
}

TaskForm::CdcStartKind TaskForm::cdcStart() const
{
    return CdcStartKind(m_cdcStart->currentData().toInt());
}

void TaskForm::showType()
{
    const bool isCdc = migrationType() == MigrationType::Cdc;
    setRowVisible(m_cdcStart, isCdc);
    setRowVisible(m_cdcTime, isCdc && cdcStart() == CdcStartKind::Time);
    setRowVisible(m_cdcPosition, isCdc && cdcStart() == CdcStartKind::Position);
}

void TaskForm::setSpec(const TaskSpec &spec)
{
    m_isSuggested = spec.identifier.isEmpty();
    m_identifier->setText(spec.identifier);
    m_types->button(int(spec.migrationType))->setChecked(true);
    const CdcStartKind kind = spec.cdcStartMicros ? CdcStartKind::Time
        : spec.cdcStartPosition.isEmpty()         ? CdcStartKind::Now
                                                  : CdcStartKind::Position;
    m_cdcStart->setCurrentIndex(m_cdcStart->findData(int(kind)));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_cdcTime->setDateTime(
        spec.cdcStartMicros ? QDateTime::fromMSecsSinceEpoch(*spec.cdcStartMicros / 1000, QTimeZone::utc()) : now);
    m_cdcPosition->setText(spec.cdcStartPosition);
    m_cdcStop = spec.cdcStop;
    showType();
}

void TaskForm::fill(TaskSpec &spec) const
{
    spec.identifier = m_identifier->text().trimmed();
    spec.migrationType = migrationType();
    const bool isCdc = spec.migrationType == MigrationType::Cdc;
    spec.cdcStartPosition.clear();
    spec.cdcStartMicros.reset();
    if (isCdc && cdcStart() == CdcStartKind::Position) {
        spec.cdcStartPosition = m_cdcPosition->text().trimmed();
    }
    if (isCdc && cdcStart() == CdcStartKind::Time) {
        spec.cdcStartMicros = m_cdcTime->dateTime().toMSecsSinceEpoch() * 1000;
    }
    spec.cdcStop = m_cdcStop;
}

void TaskForm::setEditing(bool isEditing)
{
    m_identifier->setReadOnly(isEditing);
    setRowVisible(m_startup, !isEditing);
}

bool TaskForm::startsOnCreate() const
{
    return m_startup->currentData().toBool();
}

void TaskForm::setStartsOnCreate(bool isStarting)
{
    m_startup->setCurrentIndex(m_startup->findData(isStarting));
}

void TaskForm::suggestIdentifier(const QString &identifier)
{
    if (m_isSuggested) {
        m_identifier->setText(identifier);
    }
}

QJsonObject TaskForm::state() const
{
    QJsonObject state = FieldForm::state();
    state.insert(QStringLiteral("migrationType"), m_types->checkedId());
    state.insert(QStringLiteral("isSuggested"), m_isSuggested);
    return state;
}

void TaskForm::restore(const QJsonObject &state)
{
    FieldForm::restore(state);
    if (QAbstractButton *type = m_types->button(state.value(QLatin1String("migrationType")).toInt(-1))) {
        type->setChecked(true);
    }
    m_isSuggested = state.value(QLatin1String("isSuggested")).toBool(m_isSuggested);
}

std::vector<Problem> TaskForm::problems() const
{
    std::vector<Problem> found;
    const QString name = m_identifier->text().trimmed();
    if (const QString sentence = identifierProblem(name); !sentence.isEmpty()) {
        found.push_back({m_identifier, sentence});
    } else if (m_takenNames.contains(name)) {
        found.push_back({m_identifier, tr("There is a task of this name already.")});
    }
    if (migrationType() == MigrationType::Cdc && cdcStart() == CdcStartKind::Position
        && !isPosition(m_cdcPosition->text().trimmed())) {
        found.push_back({m_cdcPosition,
            tr("This is no position: write file:offset, a checkpoint that begins with checkpoint:, or a GTID set.")});
    }
    return found;
}

} // namespace rowcast::ui
