// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/Page.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <vector>

namespace rowcast::ui {

class MainWindow;

// --screenshot-tour: walks through the stops of every page by itself and saves each as DIR/<number>-<name>.png.
class ScreenshotTour : public QObject {
    Q_OBJECT

public:
    ScreenshotTour(MainWindow &window, const QString &folder);

    void start();

Q_SIGNALS:
    // failure: empty, or a sentence that says which picture could not be written.
    void finished(const QString &failure);

private:
    struct Stop {
        QString page;
        TourStop stop;
    };
    void arrangeNext();
    void look();
    void photograph();

    MainWindow &m_window;
    QString m_folder;
    QString m_failure;
    std::vector<Stop> m_stops;
    size_t m_next = 0;
    QPointer<QWidget> m_subject;
    QElapsedTimer m_waited;
    QTimer m_timer;
};

} // namespace rowcast::ui
