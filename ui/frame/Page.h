// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/AppContext.h"

#include <QWidget>

#include <functional>
#include <vector>

class QVBoxLayout;

namespace rowcast::ui {

class PageHeader;

// One view that the screenshot tour photographs, and that the tests of layout and labels walk through.
struct TourStop {
    QString name; // of the file, without ".png": "endpoints-test"
    // Brings the view about and returns what is to be photographed; nullptr: the whole window. The tour closes a dialog
    // that was returned before it goes on.
    std::function<QWidget *()> arrange;
    // Asked until it says true, or for 20 s; empty: at once.
    std::function<bool()> isReady = {};
};

// One entry of the navigation: a header and what the page puts below it. To add a page: one class derived from this,
// one line in ui/frame/Pages.cpp. Pages are made anew when the language changes.
class Page : public QWidget {
    Q_OBJECT

public:
    struct Description {
        QString id; // stable: "endpoints"
        QString iconName; // of freedesktop's names or breeze's
        QString title; // translated
    };
    Page(const AppContext &context, const Description &description, QWidget *parent = nullptr);

    [[nodiscard]] const Description &description() const { return m_description; }
    [[nodiscard]] PageHeader &header() { return *m_header; }

    // Frame::showPage() with an item arrives here.
    virtual void showItem(const QString &item);
    // Called when the page comes to the front and when it goes: a hidden page need not refresh.
    virtual void entered();
    virtual void left();
    // Gives the focus to the first control below the header.
    void focusFirst();
    // By default the page as it is.
    [[nodiscard]] virtual std::vector<TourStop> tourStops();

    // The verbs of the page are its QWidget::actions(): the window shows them in the menu "Actions".

protected:
    // Fills the space below the header.
    void setContent(QWidget *content);
    [[nodiscard]] const AppContext &context() const { return m_context; }

private:
    AppContext m_context;
    Description m_description;
    PageHeader *m_header;
    QVBoxLayout *m_layout;
};

} // namespace rowcast::ui
