// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/topics/MessageDetails.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QSettings;
class QStackedWidget;
class QStandardItemModel;
class QTabWidget;
class QTreeView;

namespace rowcast::ui {

class FieldChangeModel;
class JsonTreeModel;
class QuietLabel;
class TableView;

// One message in full: its row with what changed, the JSON tree, the text, the headers.
class DetailPane : public QWidget {
    Q_OBJECT

public:
    explicit DetailPane(QSettings *settings, QWidget *parent = nullptr);

    void clear();
    void showDetails(const MessageDetails &details, const QString &time);
    // False: nothing is chosen, or it is not read yet.
    [[nodiscard]] bool isShowing() const;
    // A whole value was asked for and is on its way.
    void setLoading();

Q_SIGNALS:
    void wholeRequested();
    // "data.price" of the tree, for the filter line.
    void filterRequested(const QString &term);

private:
    [[nodiscard]] QWidget *makeRowTab(QSettings *settings);
    [[nodiscard]] QWidget *makeTreeTab();
    [[nodiscard]] QWidget *makeTextTab();
    [[nodiscard]] QWidget *makeHeadersTab(QSettings *settings);
    void showHeaders(const TopicRecord &record);
    void offerFilter(const QPoint &place);
    [[nodiscard]] QString factsText(const MessageRow &row, const QString &time) const;

    QStackedWidget *m_stack;
    QLabel *m_title;
    QLabel *m_facts;
    QTabWidget *m_tabs;
    FieldChangeModel *m_fields;
    QuietLabel *m_origin;
    JsonTreeModel *m_treeModel;
    QTreeView *m_tree;
    QPlainTextEdit *m_text;
    QWidget *m_cutBar;
    QuietLabel *m_cut;
    QPushButton *m_loadAll;
    QStandardItemModel *m_headers;
};

} // namespace rowcast::ui
