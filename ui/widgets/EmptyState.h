// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;

namespace rowcast::ui {

// What a list shows while it is empty: an icon, one sentence, one next step.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    // step may be nullptr.
    EmptyState(const QString &iconName, const QString &sentence, QAction *step, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QLabel *m_text;
};

} // namespace rowcast::ui
