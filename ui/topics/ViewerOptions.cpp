// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/ViewerOptions.h"

#include "ui/style/Metrics.h"
#include "ui/widgets/QuietLabel.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QSettings>
#include <QStackedWidget>

namespace rowcast::ui {

namespace {

using Kind = TopicStart::Kind;

QLabel *caption(const QString &text, QWidget *buddy)
{
    auto *label = new QuietLabel(text, buddy->parentWidget());
    label->setBuddy(buddy);
    buddy->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    return label;
}

QLineEdit *numberField(const QString &value, const QString &name, QWidget *parent)
{
    auto *field = new QLineEdit(value, parent);
    field->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{1,18}")), field));
    field->setAccessibleName(name);
    field->setFixedWidth(units(14));
    return field;
}

} // namespace

ViewerOptions::ViewerOptions(QSettings *settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_from(new QComboBox(this))
    , m_values(new QStackedWidget(this))
    , m_partitions(new QPushButton(this))
    , m_partitionMenu(new QMenu(this))
    , m_records(new QComboBox(this))
    , m_zone(new QComboBox(this))
{
    makeStart();
    makePartitions();
    m_records->addItem(tr("Committed only"), true);
    m_records->addItem(tr("All records"), false);
    m_records->setToolTip(tr("Committed only: what a read_committed consumer sees. All records: aborted ones too, "
                             "struck out."));
    m_zone->addItem(tr("Local time"), false);
    m_zone->addItem(QStringLiteral("UTC"), true);
    m_zone->setCurrentIndex(settings != nullptr && settings->value(QStringLiteral("viewer/utc")).toBool() ? 1 : 0);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(unit());
    layout->addWidget(caption(tr("F&rom"), m_from));
    layout->addWidget(m_from);
    layout->addWidget(m_values);
    layout->addWidget(m_partitions);
    layout->addWidget(m_records);
    layout->addStretch(1);
    layout->addWidget(m_zone);
    m_records->setAccessibleName(tr("Which records"));
    m_zone->setAccessibleName(tr("Time zone of the times shown"));
    connect(m_records, &QComboBox::activated, this, &ViewerOptions::changed);
    connect(m_zone, &QComboBox::currentIndexChanged, this, [this] {
        if (m_settings != nullptr) {
            m_settings->setValue(QStringLiteral("viewer/utc"), isUtc());
        }
        if (m_last.kind == Kind::Time) {
            showTime(m_last.value); // the same moment in the other zone
        }
        Q_EMIT utcChanged(isUtc());
    });
}

void ViewerOptions::makeStart()
{
    m_from->setObjectName(QStringLiteral("viewerStart"));
    m_from->addItem(tr("Live tail"), int(Kind::End));
    m_from->addItem(tr("Newest"), int(Kind::Newest));
    m_from->addItem(tr("Beginning"), int(Kind::Beginning));
    m_from->addItem(tr("Offset"), int(Kind::Offset));
    m_from->addItem(tr("Time"), int(Kind::Time));
    m_newest = numberField(QStringLiteral("1000"), tr("How many of the newest messages"), this);
    m_offset = numberField(QStringLiteral("0"), tr("First offset"), this);
    m_time = new QDateTimeEdit(QDateTime::currentDateTime().addSecs(-3600), this);
    m_time->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    m_time->setCalendarPopup(true);
    m_time->setAccessibleName(tr("First time"));
    m_time->setKeyboardTracking(false);
    for (QWidget *value : std::initializer_list<QWidget *>{new QWidget(this), m_newest, m_offset, m_time}) {
        m_values->addWidget(value);
    }
    connect(m_newest, &QLineEdit::editingFinished, this, &ViewerOptions::valueEntered);
    connect(m_offset, &QLineEdit::editingFinished, this, &ViewerOptions::valueEntered);
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, &ViewerOptions::valueEntered);
    connect(m_from, &QComboBox::activated, this, [this] {
        showStart();
        valueEntered();
    });
    m_from->setCurrentIndex(m_from->findData(int(Kind::Newest)));
    showStart();
    m_last = start();
}

void ViewerOptions::makePartitions()
{
    m_partitions->setMenu(m_partitionMenu);
    connect(m_partitionMenu, &QMenu::triggered, this, [this] {
        showPartitions();
        Q_EMIT changed();
    });
    showPartitions();
}

void ViewerOptions::setPartitions(int count)
{
    m_partitionMenu->clear();
    for (int partition = 0; partition < count; ++partition) {
        QAction *action = m_partitionMenu->addAction(tr("Partition %1").arg(partition));
        action->setCheckable(true);
        action->setData(partition);
    }
    showPartitions();
}

void ViewerOptions::showPartitions()
{
    QStringList chosen;
    for (const QAction *action : m_partitionMenu->actions()) {
        if (action->isChecked()) {
            chosen.append(action->data().toString());
        }
    }
    const QString text = chosen.isEmpty() ? tr("All partitions")
        : chosen.size() == 1              ? tr("Partition %1").arg(chosen.first())
                                          : tr("Partitions %1").arg(chosen.join(QStringLiteral(", ")));
    m_partitions->setText(text);
    m_partitions->setAccessibleName(text);
    m_partitions->setVisible(m_partitionMenu->actions().size() > 1); // else there is nothing to choose
}

void ViewerOptions::showStart()
{
    const auto kind = Kind(m_from->currentData().toInt());
    const int page = kind == Kind::Newest ? 1 : kind == Kind::Offset ? 2 : kind == Kind::Time ? 3 : 0;
    m_values->setCurrentIndex(page);
    m_values->setVisible(page != 0);
    m_values->setFixedWidth(m_values->currentWidget()->sizeHint().width());
}

void ViewerOptions::showTime(int64_t millis)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(millis, isUtc() ? Qt::UTC : Qt::LocalTime);
    m_time->setDateTime(QDateTime(time.date(), time.time())); // the field itself knows no zone
}

TopicStart ViewerOptions::start() const
{
    TopicStart start;
    start.kind = Kind(m_from->currentData().toInt());
    switch (start.kind) {
    case Kind::Newest:
        start.value = m_newest->text().toLongLong();
        break;
    case Kind::Offset:
        start.value = m_offset->text().toLongLong();
        break;
    case Kind::Time: {
        const QDateTime shown = m_time->dateTime();
        const QDateTime meant(shown.date(), shown.time(), isUtc() ? Qt::UTC : Qt::LocalTime);
        start.value = meant.toMSecsSinceEpoch();
        break;
    }
    case Kind::Beginning:
    case Kind::End:
        break;
    }
    return start;
}

void ViewerOptions::setStart(const TopicStart &wanted)
{
    m_from->setCurrentIndex(m_from->findData(int(wanted.kind)));
    if (wanted.kind == Kind::Newest) {
        m_newest->setText(QString::number(wanted.value));
    } else if (wanted.kind == Kind::Offset) {
        m_offset->setText(QString::number(wanted.value));
    } else if (wanted.kind == Kind::Time) {
        showTime(wanted.value);
    }
    showStart();
    valueEntered();
}

void ViewerOptions::valueEntered()
{
    const TopicStart now = start();
    if (now.kind != m_last.kind || now.value != m_last.value) {
        m_last = now;
        Q_EMIT changed();
    }
}

TopicQuery ViewerOptions::query(const QString &topic) const
{
    TopicQuery query;
    query.topic = topic;
    query.start = start();
    query.isCommittedOnly = m_records->currentData().toBool();
    query.isFollowing = true;
    for (const QAction *action : m_partitionMenu->actions()) {
        if (action->isChecked()) {
            query.partitions.push_back(action->data().toInt());
        }
    }
    return query;
}

bool ViewerOptions::isUtc() const
{
    return m_zone->currentData().toBool();
}

bool ViewerOptions::isFromStart() const
{
    const Kind kind = start().kind;
    return kind == Kind::Beginning || kind == Kind::Offset || kind == Kind::Time;
}

} // namespace rowcast::ui
