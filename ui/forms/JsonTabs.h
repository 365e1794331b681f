// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QWidget>

#include <functional>

class QLabel;
class QPlainTextEdit;
class QTabWidget;

namespace rowcast::ui {

// A form and the same as JSON, kept in step both ways: as the DMS console's Wizard and JSON.
class JsonTabs : public QWidget {
    Q_OBJECT

public:
    struct Link {
        std::function<QByteArray()> toJson; // of what the form holds
        std::function<Result<void>(const QByteArray &json)> fromJson; // fills the form, or says why not
    };
    JsonTabs(QWidget *form, const QString &formTitle, const Link &link, QWidget *parent = nullptr);

    // Why the JSON cannot be used, with its path; empty while it can.
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QPlainTextEdit &editor() { return *m_editor; }
    // The form was edited by hand: what was wrong in the JSON is gone.
    void formEdited();
    // 0: the form, 1: the JSON.
    void setCurrentTab(int tab);

Q_SIGNALS:
    void edited();

private:
    void showTab(int tab);
    void readJson();

    Link m_link;
    QTabWidget *m_tabs;
    QPlainTextEdit *m_editor;
    QLabel *m_message;
    QString m_problem;
    bool m_isFilling = false; // one side is being filled from the other
};

} // namespace rowcast::ui
