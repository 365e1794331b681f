// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/TopicReader.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QMenu;
class QPushButton;
class QSettings;
class QStackedWidget;

namespace rowcast::ui {

// Where the viewer reads from and what: start, partitions, committed records only or all. Emits changed() when the
// reading has to begin anew.
class ViewerOptions : public QWidget {
    Q_OBJECT

public:
    explicit ViewerOptions(QSettings *settings, QWidget *parent = nullptr);

    void setPartitions(int count);
    [[nodiscard]] TopicQuery query(const QString &topic) const;
    void setStart(const TopicStart &start);
    [[nodiscard]] bool isUtc() const;
    // Rows are shown from where the reading begins, not from the end.
    [[nodiscard]] bool isFromStart() const;

Q_SIGNALS:
    void changed();
    void utcChanged(bool isUtc);

private:
    void makeStart();
    void makePartitions();
    void showStart();
    void showTime(int64_t millis);
    void valueEntered();
    void showPartitions();
    [[nodiscard]] TopicStart start() const;

    QSettings *m_settings;
    QComboBox *m_from;
    QStackedWidget *m_values;
    QLineEdit *m_newest;
    QLineEdit *m_offset;
    QDateTimeEdit *m_time;
    QPushButton *m_partitions;
    QMenu *m_partitionMenu;
    QComboBox *m_records;
    QComboBox *m_zone;
    TopicStart m_last;
};

} // namespace rowcast::ui
