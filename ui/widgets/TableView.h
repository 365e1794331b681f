// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

class QSettings;

namespace rowcast::ui {

class EmptyState;

// The console's table: whole rows, horizontal hairlines, a header that stays and sorts, columns that are remembered,
// and an empty state painted over it while the model has no rows. Enter and double click activate a row.
class TableView : public QTableView {
    Q_OBJECT

public:
    // Columns are kept under "columns/<name>" in settings; nullptr: they are not remembered.
    explicit TableView(const QString &name, QSettings *settings = nullptr, QWidget *parent = nullptr);
    ~TableView() override;

    void setModel(QAbstractItemModel *model) override;
    // Takes ownership.
    void setEmptyState(EmptyState *state);
    // Least widths in u of the columns from the first on, after setModel(); used until the person changes them. A
    // longer name of a column widens it; the last one stretches.
    void setColumnUnits(const QList<double> &widths);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] int nameWidth(int column) const;
    void updateEmptyState();
    void saveColumns();

    QString m_name;
    QSettings *m_settings;
    EmptyState *m_emptyState = nullptr;
};

} // namespace rowcast::ui
