// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>

namespace rowcast::ui {

// What the console waits for in the background, for the status bar: "Testing shop". Main thread.
class Jobs : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    // The job lasts as long as the token.
    using Token = std::shared_ptr<void>;
    [[nodiscard]] Token begin(const QString &what);
    [[nodiscard]] QStringList running() const { return m_running; }

Q_SIGNALS:
    void changed();

private:
    QStringList m_running;
};

} // namespace rowcast::ui
