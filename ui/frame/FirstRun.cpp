// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/FirstRun.h"

#include "ui/frame/Frame.h"
#include "ui/style/Metrics.h"
#include "ui/widgets/CardButton.h"
#include "ui/widgets/QuietLabel.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QVBoxLayout>

namespace rowcast::ui {

FirstRun::FirstRun(Frame &frame, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QWidget(this);
    column->setMaximumWidth(units(70));
    auto *title = new QLabel(tr("From database changes to Kafka messages"), column);
    setTextRole(title, TextRole::Title);
    auto *sentence = new QuietLabel(tr("Rowcast loads the tables you choose, follows every change, and writes the "
                                       "messages that AWS DMS would write."),
        column);
    sentence->setWordWrap(true);
    auto *demo = new CardButton(QIcon::fromTheme(QStringLiteral("media-playback-start")), tr("Try the demo"),
        tr("A small shop in a private database and a private broker. Nothing to set up, nothing is left behind."),
        column);
    auto *own = new CardButton(QIcon::fromTheme(QStringLiteral("network-server-database")), tr("Connect my database"),
        tr("The wizard asks for the source, the target and the tables, and tests both connections."), column);
    auto *import = new CardButton(QIcon::fromTheme(QStringLiteral("document-import")), tr("Import from AWS"),
        tr("Paste what the AWS CLI prints of your DMS endpoints and task, and go on from there."), column);
    demo->setObjectName(QStringLiteral("tryDemo"));
    own->setObjectName(QStringLiteral("connectOwn"));
    import->setObjectName(QStringLiteral("importFromAws"));
    connect(demo, &CardButton::clicked, this, [&frame] { frame.startDemo(); });
    connect(own, &CardButton::clicked, this, [&frame] { frame.newMigration(); });
    connect(import, &CardButton::clicked, this, [&frame] { frame.importFromAws(); });
    auto *lines = new QVBoxLayout(column);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(units(1.5));
    lines->addStretch(1);
    for (QWidget *line : std::initializer_list<QWidget *>{title, sentence, demo, own, import}) {
        lines->addWidget(line);
    }
    lines->addStretch(2);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addStretch(1);
    layout->addWidget(column, 1000); // as wide as it may be, then the rest is shared by both sides
    layout->addStretch(1);
}

} // namespace rowcast::ui
