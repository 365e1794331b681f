// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace rowcast::ui {

// The path of a file or folder, or PEM text pasted instead of one, with a button that looks for it.
class PathField : public QWidget {
    Q_OBJECT

public:
    enum class Kind { Folder, PemFile };
    explicit PathField(Kind kind, QWidget *parent = nullptr);

    [[nodiscard]] QString path() const;
    void setPath(const QString &path);
    void setPlaceholder(const QString &text);

Q_SIGNALS:
    void changed();

private:
    void browse();

    Kind m_kind;
    QLineEdit *m_line;
};

} // namespace rowcast::ui
