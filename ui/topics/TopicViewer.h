// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/topics/TopicSession.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QSettings;
class QSplitter;
class QToolButton;

namespace rowcast::ui {

class DetailPane;
class EmptyState;
class FailureBanner;
class FilterLine;
class Frame;
class MessageTable;
class PauseBar;
class QuietLabel;
class ViewerOptions;

// One topic, live: where to read from, filter, table, details, counters. Space pauses, End follows.
class TopicViewer : public QWidget {
    Q_OBJECT

public:
    // frame may be nullptr: no toasts.
    TopicViewer(ReplicationInstance &instance, QSettings *settings, Frame *frame, QWidget *parent = nullptr);
    ~TopicViewer() override;

    // Reads the topic anew.
    void open(const EndpointSpec &target, const QString &topic, int partitions);
    void close();
    [[nodiscard]] const QString &topic() const { return m_query.topic; }
    // A viewer that nobody sees shows nothing: what arrives waits, and then the reading does.
    void setActive(bool isActive);

    [[nodiscard]] TopicSession &session() { return m_session; }
    [[nodiscard]] ViewerOptions &options() { return *m_options; }
    [[nodiscard]] FilterLine &filterLine() { return *m_filter; }
    [[nodiscard]] MessageTable &table() { return *m_table; }
    [[nodiscard]] DetailPane &details() { return *m_details; }
    [[nodiscard]] const PauseBar &pauseBar() const { return *m_pauseBar; }
    void follow();
    void pause();

private:
    [[nodiscard]] QWidget *makeBar();
    void makeActions();
    QAction *addCopyAction(const QString &text, const QKeySequence &keys, const std::function<QString()> &content);
    void copyText(const QString &text);
    void connectTable();
    void connectSession();
    void restart();
    void applyMode(TopicMessageModel::Mode mode);
    void togglePause();
    void choose(const MessageRowPtr &row);
    void describe(bool isWhole);
    // The chosen message becomes the one that others are compared with, or none does.
    void toggleMark();
    void showState();
    void showCounters();
    void showPause();
    void placeDetails(bool isRight);

    QSettings *m_settings;
    Frame *m_frame;
    TopicSession m_session;
    EndpointSpec m_target;
    TopicQuery m_query;
    MessageRowPtr m_chosen;
    MessageRowPtr m_marked; // others are compared with it
    QAction *m_compare = nullptr;
    bool m_isActive = true;
    TopicMessageModel::Mode m_modeBefore = TopicMessageModel::Mode::Following; // while not active
    ViewerOptions *m_options;
    FilterLine *m_filter;
    QLabel *m_filterProblem;
    PauseBar *m_pauseBar;
    FailureBanner *m_banner;
    MessageTable *m_table;
    DetailPane *m_details;
    QSplitter *m_splitter;
    QToolButton *m_pauseButton;
    QToolButton *m_placeButton;
    QuietLabel *m_counters;
    QuietLabel *m_gaps;
    QTimer m_refresh;
};

} // namespace rowcast::ui
