// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Person.h"

#include "ui/forms/SecretField.h"
#include "ui/forms/TestPanel.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <algorithm>

using namespace rowcast::ui;

namespace {

// What takes the typing of a field that is made of several widgets.
QWidget *typedInto(QWidget *field)
{
    return field->focusProxy() != nullptr ? field->focusProxy() : field;
}

} // namespace

bool Person::sees(const char *name) const
{
    const auto found = m_window.findChildren<QWidget *>(QString::fromLatin1(name));
    return std::any_of(found.begin(), found.end(), [](const QWidget *widget) { return widget->isVisible(); });
}

void Person::click(const char *button) const
{
    QTest::mouseClick(find<QAbstractButton>(button), Qt::LeftButton);
}

void Person::type(const char *field, const QString &text) const
{
    QTest::keyClicks(typedInto(find<QWidget>(field)), text);
}

void Person::replace(const char *field, const QString &text) const
{
    QWidget *widget = typedInto(find<QWidget>(field));
    QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(widget, text);
}

void Person::typePassword(const QString &text) const
{
    QTest::keyClicks(find<SecretField>("password")->focusProxy(), text);
}

void Person::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    // no window manager brings a window back to the front when another one closes
    if (QApplication::activeWindow() == nullptr) {
        m_window.activateWindow();
        if (!QTest::qWaitForWindowActive(&m_window)) {
            qFatal("the window does not become active");
        }
    }
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus != nullptr ? focus : &m_window, key, modifiers);
}

void Person::typeHere(const QString &text) const
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

void Person::tabTo(const char *field) const
{
    constexpr int kMostFields = 100;
    const QWidget *wanted = typedInto(find<QWidget>(field));
    for (int tabs = 0; QApplication::focusWidget() != wanted; ++tabs) {
        if (tabs == kMostFields) {
            qFatal("Tab does not lead to %s", field);
        }
        press(Qt::Key_Tab);
    }
}

TestPanel *Person::testPanel() const
{
    const auto panels = m_window.findChildren<TestPanel *>();
    return *std::find_if(panels.begin(), panels.end(), [](const TestPanel *panel) { return panel->isVisible(); });
}

QString Person::reason() const
{
    return find<QLabel>("reason")->text();
}
