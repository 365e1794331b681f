// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/JsonTreeModel.h"

#include "ui/style/Metrics.h"

#include <QLocale>

namespace rowcast::ui {

namespace {

constexpr uint32_t kAtOnce = 1000; // rows of a branch that are made in one go
constexpr qsizetype kMostShown = 2000; // characters of a value in its row

} // namespace

JsonTreeModel::JsonTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_fixed(font(TextRole::Fixed))
{
}

void JsonTreeModel::setTree(const QSharedPointer<const JsonTree> &tree)
{
    beginResetModel();
    m_tree = tree;
    m_shown.assign(tree ? tree->size() : 0, 0);
    if (tree) {
        m_shown[0] = std::min(tree->node(0).children, kAtOnce);
    }
    endResetModel();
}

uint32_t JsonTreeModel::numberOf(const QModelIndex &index)
{
    return index.isValid() ? uint32_t(index.internalId()) : 0;
}

const JsonTree::Node &JsonTreeModel::nodeOf(const QModelIndex &index) const
{
    return m_tree->node(numberOf(index));
}

QModelIndex JsonTreeModel::topBranch(const char *name) const
{
    const auto found = m_tree ? m_tree->child(0, name) : std::nullopt;
    return found && m_tree->node(*found).row < m_shown[0] ? createIndex(int(m_tree->node(*found).row), 0, *found)
                                                          : QModelIndex();
}

QString JsonTreeModel::path(const QModelIndex &index) const
{
    QStringList names;
    for (uint32_t number = numberOf(index); m_tree && number != 0; number = m_tree->node(number).parent) {
        names.prepend(nameText(m_tree->node(number)));
    }
    return names.join(QLatin1Char('.'));
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, quintptr(nodeOf(parent).firstChild + uint32_t(row)));
}

QModelIndex JsonTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid()) {
        return {};
    }
    const uint32_t above = nodeOf(child).parent;
    return above == 0 ? QModelIndex() : createIndex(int(m_tree->node(above).row), 0, quintptr(above));
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    return m_tree && parent.column() <= 0 ? int(m_shown[numberOf(parent)]) : 0;
}

int JsonTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool JsonTreeModel::hasChildren(const QModelIndex &parent) const
{
    return m_tree && parent.column() <= 0 && nodeOf(parent).children > 0;
}

bool JsonTreeModel::canFetchMore(const QModelIndex &parent) const
{
    return m_tree && parent.column() <= 0 && m_shown[numberOf(parent)] < nodeOf(parent).children;
}

void JsonTreeModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent)) {
        return;
    }
    uint32_t &shown = m_shown[numberOf(parent)];
    const uint32_t more = std::min(kAtOnce, nodeOf(parent).children - shown);
    beginInsertRows(parent, int(shown), int(shown + more) - 1);
    shown += more;
    endInsertRows();
}

QString JsonTreeModel::nameText(const JsonTree::Node &node) const
{
    return node.hasName ? m_tree->name(node) : QString::number(node.row);
}

QString JsonTreeModel::valueText(const JsonTree::Node &node) const
{
    if (node.kind == JsonTree::Kind::Object || node.kind == JsonTree::Kind::Array) {
        return tr("%n member(s)", nullptr, int(node.children));
    }
    if (node.size > uint32_t(kMostShown) * 4) {
        JsonTree::Node head = node;
        head.size = uint32_t(kMostShown);
        return QString::fromUtf8(m_tree->raw(head)) + QChar(0x2026);
    }
    return m_tree->text(node);
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!m_tree || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const JsonTree::Node &node = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Name ? nameText(node) : valueText(node);
    case Qt::FontRole:
        return index.column() == Value ? QVariant(m_fixed) : QVariant();
    case Qt::ToolTipRole:
        return index.column() == Name ? path(index) : valueText(node);
    default:
        return {};
    }
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == Name ? tr("Name") : tr("Value");
}

} // namespace rowcast::ui
