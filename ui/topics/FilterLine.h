// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/topics/MessageFilter.h"

#include <QLineEdit>
#include <QTimer>

class QCompleter;
class QStringListModel;

namespace rowcast::ui {

// The viewer's filter: terms coloured while they are typed, wrong ones underlined with the reason as tooltip, names and
// operations completed. Tells of a change a moment after the typing stopped, or at once on Enter.
class FilterLine : public QLineEdit {
    Q_OBJECT

public:
    explicit FilterLine(QWidget *parent = nullptr);

    [[nodiscard]] const MessageFilter &filter() const { return m_filter; }
    // "kwtoon.gift", for completion.
    void setTables(const QStringList &tables) { m_tables = tables; }

Q_SIGNALS:
    void filterChanged();
    // A word is wrong: why. Empty: all is right.
    void problemChanged(const QString &problem);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;

private:
    void edited();
    void apply();
    void colour();
    void offerCompletions();
    void complete(const QString &choice);
    [[nodiscard]] int wordBegin() const;

    MessageFilter m_filter;
    QStringList m_tables;
    QStringListModel *m_offers;
    QCompleter *m_completer;
    QTimer m_settle;
    QString m_applied;
    bool m_isColouring = false;
    bool m_isComposing = false; // a syllable is being put together by an input method
};

} // namespace rowcast::ui
