// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/topics/TopicMessageModel.h"
#include "ui/widgets/TableView.h"

namespace rowcast::ui {

// The viewer's table: rows of one height, keys for pause and follow, a menu to copy. It asks for a pause when the
// person scrolls up or picks a row.
class MessageTable : public TableView {
    Q_OBJECT

public:
    MessageTable(TopicMessageModel &model, QSettings *settings, QWidget *parent = nullptr);

    // Null: none.
    [[nodiscard]] MessageRowPtr currentRow() const;
    void selectRowOf(int row);
    void follow();

Q_SIGNALS:
    void pauseToggled();
    void pauseRequested();
    void followRequested();
    void rowChosen(const rowcast::ui::MessageRowPtr &row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    TopicMessageModel &m_model;
};

} // namespace rowcast::ui
