// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/StatusTint.h"

#include <QWidget>

namespace rowcast::ui {

// Icon + word + colour on a faint ground. Table cells that show a state use StatusDelegate instead.
class StatusBadge : public QWidget {
    Q_OBJECT

public:
    explicit StatusBadge(QWidget *parent = nullptr);

    void setStatus(Status status, const QString &word);
    [[nodiscard]] Status status() const { return m_status; }
    [[nodiscard]] QString word() const { return m_word; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Status m_status = Status::Neutral;
    QString m_word;
};

} // namespace rowcast::ui
