// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QPlainTextEdit>

namespace rowcast::ui {

// A few names with values, one "name=value" a line, as properties files have them.
class PropertiesField : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit PropertiesField(QWidget *parent = nullptr);

    [[nodiscard]] QMap<QString, QString> properties() const;
    void setProperties(const QMap<QString, QString> &properties);
    // The first line that has no "=", or empty.
    [[nodiscard]] QString brokenLine() const;
};

} // namespace rowcast::ui
