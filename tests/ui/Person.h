// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace rowcast::ui {
class TestPanel;
}

// Somebody who sits before a window: finds what is to be seen by its object name, and works with mouse and keyboard.
// What cannot be found ends the test program: a person would be stuck, too.
class Person {
public:
    explicit Person(QWidget &window)
        : m_window(window)
    {
    }

    template <typename Kind> Kind *find(const char *name) const
    {
        for (Kind *found : m_window.findChildren<Kind *>(QString::fromLatin1(name))) {
            if (found->isVisible()) {
                return found;
            }
        }
        qFatal("nothing visible is called %s", name);
    }
    [[nodiscard]] bool sees(const char *name) const;
    void click(const char *button) const;
    void type(const char *field, const QString &text) const;
    // Over what stands there.
    void replace(const char *field, const QString &text) const;
    void typePassword(const QString &text) const;
    // To whatever has the focus.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    void typeHere(const QString &text) const;
    // Tab, until the field of that name has the focus.
    void tabTo(const char *field) const;
    [[nodiscard]] rowcast::ui::TestPanel *testPanel() const;
    [[nodiscard]] QString reason() const; // why the wizard does not go on

private:
    QWidget &m_window;
};
