// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/topics/JsonTree.h"

#include <QAbstractItemModel>
#include <QFont>

namespace rowcast::ui {

// A parsed message as a tree of name and value. The rows of a branch are made when it is opened. Main thread.
class JsonTreeModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Name, Value, ColumnCount };
    explicit JsonTreeModel(QObject *parent = nullptr);

    // Null: empty.
    void setTree(const QSharedPointer<const JsonTree> &tree);
    // The branch of that name at the top.
    [[nodiscard]] QModelIndex topBranch(const char *name) const;
    // "data.address.city", as a term of the filter has it.
    [[nodiscard]] QString path(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    [[nodiscard]] const JsonTree::Node &nodeOf(const QModelIndex &index) const;
    [[nodiscard]] static uint32_t numberOf(const QModelIndex &index);
    [[nodiscard]] QString nameText(const JsonTree::Node &node) const;
    [[nodiscard]] QString valueText(const JsonTree::Node &node) const;

    QSharedPointer<const JsonTree> m_tree;
    std::vector<uint32_t> m_shown; // by node: how many of its children are rows already
    QFont m_fixed;
};

} // namespace rowcast::ui
