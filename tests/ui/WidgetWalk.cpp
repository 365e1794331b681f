// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WidgetWalk.h"

#include "ui/widgets/ElidedLabel.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QWidget>

namespace {

QString place(const QWidget *widget)
{
    QStringList names;
    for (; widget != nullptr && names.size() < 5; widget = widget->parentWidget()) {
        const QString name = widget->objectName();
        const QString kind = QString::fromLatin1(widget->metaObject()->className());
        names.prepend(name.isEmpty() ? kind : kind + QLatin1Char('#') + name);
    }
    return names.join(QLatin1Char('/'));
}

// Parts that Qt makes inside a control, which carries the name.
bool isInner(const QWidget *widget)
{
    return widget->objectName().startsWith(QLatin1String("qt_")) || widget->inherits("QTabBar")
        || widget->inherits("QToolBarExtension") || widget->inherits("QLineEditIconButton");
}

bool isClipped(const QWidget *widget)
{
    if (widget->sizePolicy().hasHeightForWidth()) { // its text takes as many lines as it needs
        return widget->height() < widget->heightForWidth(widget->width());
    }
    const QSize needed = widget->sizeHint();
    return widget->width() < needed.width() || widget->height() < needed.height();
}

} // namespace

QStringList namelessControls(const QWidget &root)
{
    QStringList found;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&root) || !(widget->focusPolicy() & Qt::TabFocus) || isInner(widget)
            || widget->focusProxy() != nullptr) {
            continue;
        }
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        if (interface == nullptr || interface->text(QAccessible::Name).trimmed().isEmpty()) {
            found.append(place(widget));
        }
    }
    return found;
}

QStringList clippedTexts(const QWidget &root)
{
    QStringList found;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        const bool hasText = (qobject_cast<const QLabel *>(widget) != nullptr
                                 && qobject_cast<const rowcast::ui::ElidedLabel *>(widget) == nullptr)
            || qobject_cast<const QAbstractButton *>(widget) != nullptr;
        if (hasText && !isInner(widget) && widget->isVisibleTo(&root) && isClipped(widget)) {
            const auto *label = qobject_cast<const QLabel *>(widget);
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            found.append(QStringLiteral("%1 \"%2\" %3x%4")
                             .arg(place(widget), label != nullptr ? label->text() : button->text())
                             .arg(widget->width())
                             .arg(widget->height()));
        }
    }
    return found;
}
