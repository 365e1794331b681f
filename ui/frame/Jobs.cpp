// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/Jobs.h"

#include <QPointer>

namespace rowcast::ui {

Jobs::Token Jobs::begin(const QString &what)
{
    m_running.append(what);
    Q_EMIT changed();
    const QPointer<Jobs> self(this);
    return Token(static_cast<void *>(this), [self, what](void *) {
        if (self != nullptr) {
            self->m_running.removeOne(what);
            Q_EMIT self->changed();
        }
    });
}

} // namespace rowcast::ui
