// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/ImportDialog.h"

#include "ui/style/Metrics.h"
#include "ui/style/RowcastStyle.h"
#include "ui/widgets/CodeBox.h"
#include "ui/widgets/FailureBanner.h"
#include "ui/wizard/AwsImport.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rowcast::ui {

ImportDialog::ImportDialog(QWidget *parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit(this))
    , m_failure(new FailureBanner(this))
{
    setWindowTitle(tr("Import from AWS"));
    auto *sentence = new QLabel(
        tr("Run these commands where the AWS CLI is set up, and paste what they print. Passwords are not part of it."),
        this);
    sentence->setWordWrap(true);
    auto *commands = new CodeBox(this);
    commands->setCode(QStringLiteral("aws dms describe-endpoints\naws dms describe-replication-tasks"));
    setTextRole(m_text, TextRole::Fixed);
    m_text->setObjectName(QStringLiteral("importText"));
    m_text->setAccessibleName(tr("What the AWS CLI printed"));
    m_text->setPlaceholderText(tr("Paste here"));
    m_text->setTabChangesFocus(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *file = buttons->addButton(tr("&Open file"), QDialogButtonBox::ActionRole);
    auto *go = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    go->setObjectName(QStringLiteral("import"));
    setPrimary(go);
    connect(file, &QPushButton::clicked, this, &ImportDialog::openFile);
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(units(1.5));
    for (QWidget *line : std::initializer_list<QWidget *>{sentence, commands, m_text, m_failure, buttons}) {
        layout->addWidget(line);
    }
    resize(units(90), units(64));
}

void ImportDialog::openFile()
{
    QFileDialog::getOpenFileContent(tr("JSON (*.json);;All files (*)"),
        [this](const QString &, const QByteArray &content) { m_text->setPlainText(QString::fromUtf8(content)); });
}

void ImportDialog::accept()
{
    Result<MigrationDocument> read = importFromAws(m_text->toPlainText().toUtf8());
    if (!read) {
        m_failure->setFailure(read.error());
        return;
    }
    m_document = *read;
    QDialog::accept();
}

} // namespace rowcast::ui
