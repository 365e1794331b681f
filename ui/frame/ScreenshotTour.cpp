// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/ScreenshotTour.h"

#include "ui/frame/MainWindow.h"

#include <QDir>
#include <QPixmap>

#include <chrono>

namespace rowcast::ui {

namespace {

constexpr std::chrono::seconds kLongestWait{20};
constexpr std::chrono::milliseconds kGlance{100};
// layouts and charts settle within this time after a stop says that it is ready
constexpr std::chrono::milliseconds kSettle{400};

} // namespace

ScreenshotTour::ScreenshotTour(MainWindow &window, const QString &folder)
    : QObject(&window)
    , m_window(window)
    , m_folder(folder)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ScreenshotTour::look);
}

void ScreenshotTour::start()
{
    if (!QDir().mkpath(m_folder)) {
        Q_EMIT finished(tr("The folder %1 cannot be made.").arg(m_folder));
        return;
    }
    for (Page *page : m_window.pages()) {
        for (const TourStop &stop : page->tourStops()) {
            m_stops.push_back({page->description().id, stop});
        }
    }
    arrangeNext();
}

void ScreenshotTour::arrangeNext()
{
    if (m_next >= m_stops.size()) {
        Q_EMIT finished(m_failure);
        return;
    }
    const Stop &stop = m_stops[m_next];
    m_window.showPage(stop.page);
    m_subject = stop.stop.arrange ? stop.stop.arrange() : nullptr;
    m_waited.start();
    m_timer.start(kSettle);
}

void ScreenshotTour::look()
{
    const Stop &stop = m_stops[m_next];
    const bool isReady = !stop.stop.isReady || stop.stop.isReady();
    if (isReady || m_waited.hasExpired(std::chrono::milliseconds(kLongestWait).count())) {
        // one more look after it is ready lets the last change be painted
        QTimer::singleShot(kSettle, this, &ScreenshotTour::photograph);
    } else {
        m_timer.start(kGlance);
    }
}

void ScreenshotTour::photograph()
{
    QWidget *subject = m_subject != nullptr ? m_subject.data() : &m_window;
    const QString file = QStringLiteral("%1/%2-%3.png")
                             .arg(m_folder)
                             .arg(m_next + 1, 2, 10, QLatin1Char('0'))
                             .arg(m_stops[m_next].stop.name);
    if (!subject->grab().save(file)) {
        m_failure = tr("The picture %1 cannot be written.").arg(file);
    }
    if (m_subject != nullptr) {
        m_subject->close();
    }
    ++m_next;
    arrangeNext();
}

} // namespace rowcast::ui
