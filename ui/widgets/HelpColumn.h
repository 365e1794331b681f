// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QMetaType>

#include <optional>

class QTextBrowser;

namespace rowcast::ui {

// What the help column says about a field. All texts translated.
struct FieldHelp {
    QString title;
    QString what; // what it is
    QString inDms; // what the DMS console calls it; empty: DMS has no such field
    QString example; // shown in the fixed font; may be empty
    QString trouble; // what goes wrong; may be empty
};

// Gives a field its help: the column of the wizard shows it while the field has the focus, and What's This? everywhere.
void setFieldHelp(QWidget *field, const FieldHelp &help);
// Of the field or the nearest of its parents that has one.
[[nodiscard]] std::optional<FieldHelp> fieldHelp(const QWidget *field);

// Explains the field that has the focus among the descendants of a watched widget.
class HelpColumn : public QFrame {
    Q_OBJECT

public:
    explicit HelpColumn(QWidget *parent = nullptr);

    // Where nothing has help of its own.
    void setPageHelp(const FieldHelp &help);
    void watch(QWidget *root) { m_root = root; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow(QWidget *focused);
    void showHelp(const FieldHelp &help);

    QWidget *m_root = nullptr;
    QTextBrowser *m_text;
};

} // namespace rowcast::ui

Q_DECLARE_METATYPE(rowcast::ui::FieldHelp)
