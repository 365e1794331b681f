// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/MigrationDocument.h"

#include <QDialog>

class QPlainTextEdit;

namespace rowcast::ui {

class FailureBanner;

// "Import from AWS": what the AWS CLI printed is pasted or dropped here; accepted once it can be read.
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ImportDialog(QWidget *parent = nullptr);

    [[nodiscard]] const MigrationDocument &document() const { return m_document; }

    void accept() override;

private:
    void openFile();

    QPlainTextEdit *m_text;
    FailureBanner *m_failure;
    MigrationDocument m_document;
};

} // namespace rowcast::ui
