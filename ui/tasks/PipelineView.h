// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/TaskSnapshot.h"

#include <QWidget>

#include <array>

namespace rowcast::ui {

// Source, reader, queue, writer and topic as five linked boxes with rate and fill. The stage that holds the others up
// is amber.
class PipelineView : public QWidget {
    Q_OBJECT

public:
    explicit PipelineView(QWidget *parent = nullptr);

    void setTask(const TaskSnapshot &snapshot, const QString &source, const QString &target);
    // Of the stage that holds the others up; -1: none.
    [[nodiscard]] static int bottleneck(const TaskSnapshot &snapshot);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Stage {
        QString title;
        QString name; // caption
        QString value; // the number that matters
        QString note;
        double fill = -1; // 0 to 1; below 0: no bar
    };
    static constexpr int kStages = 5;
    void drawStage(QPainter &painter, const QRect &box, const Stage &stage, bool isBottleneck) const;
    void drawLink(QPainter &painter, const QRect &from, const QRect &to) const;

    std::array<Stage, kStages> m_stages;
    int m_bottleneck = -1;
    bool m_isActive = false;
};

} // namespace rowcast::ui
