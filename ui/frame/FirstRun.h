// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace rowcast::ui {

class Frame;

// What the dashboard shows while nothing is defined: try the demo, connect a database, import from AWS.
class FirstRun : public QWidget {
    Q_OBJECT

public:
    explicit FirstRun(Frame &frame, QWidget *parent = nullptr);
};

} // namespace rowcast::ui
