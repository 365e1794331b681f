// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/Retention.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace rowcast::ui {

class CodeBox;
class StatusSign;

// A retention fuse: how long something is still held in words and as a bar that grows shorter once it burns, and, when
// little is left, what to do.
class RetentionView : public QWidget {
    Q_OBJECT

public:
    // name: what is held, for screen readers.
    explicit RetentionView(const QString &name, QWidget *parent = nullptr);

    // Null: nothing is known. note: one more part of the sentence, or empty.
    void setRetention(const Retention *retention, int64_t nowMicros, const QString &note = {});

private:
    void showBar(const Retention &retention, int64_t nowMicros);
    void showRemedy(const QString &remedy);

    StatusSign *m_sign;
    QLabel *m_text;
    QProgressBar *m_bar;
    QLabel *m_remedy;
    CodeBox *m_code;
    QString m_shownRemedy;
};

} // namespace rowcast::ui
