// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <QTranslator>

#include <vector>

namespace rowcast::ui {

// The languages that the console speaks. One per program, made in main(); main thread.
class Languages {
public:
    struct Language {
        QString code; // "ko"; empty: as the desktop
        QString name; // in itself: "한국어"; empty for the desktop's
    };
    Languages();

    [[nodiscard]] static const std::vector<Language> &all();
    // Loads the texts of that language (English for one that is not there) and makes it the default locale. Windows
    // that exist keep their texts: they have to be built again.
    void apply(const QString &code);
    [[nodiscard]] QString code() const { return m_code; }

private:
    QLocale m_desktop;
    QString m_code;
    QTranslator m_qt;
    QTranslator m_own;
};

} // namespace rowcast::ui
