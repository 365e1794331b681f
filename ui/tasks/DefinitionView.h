// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/TaskSpec.h"

#include <QWidget>

class QPlainTextEdit;

namespace rowcast::ui {

// Settings and table mappings of a task as the JSON that DMS knows; read-only, to be copied.
class DefinitionView : public QWidget {
    Q_OBJECT

public:
    explicit DefinitionView(QWidget *parent = nullptr);
    void setTask(const TaskSpec &spec);

private:
    QPlainTextEdit *addText(const QString &title);

    TaskSpec m_spec;
    QPlainTextEdit *m_mappings;
    QPlainTextEdit *m_settings;
};

} // namespace rowcast::ui
