// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/DefinitionsPage.h"

#include "core/store/StoreService.h"
#include "ui/frame/Frame.h"
#include "ui/models/StoreReply.h"
#include "ui/widgets/FailureDialog.h"
#include "ui/widgets/TableView.h"

#include <QAction>
#include <QIcon>
#include <QMenu>
#include <QSortFilterProxyModel>

namespace rowcast::ui {

DefinitionsPage::DefinitionsPage(
    const AppContext &context, const Description &description, DefinitionKind kind, QWidget *parent)
    : Page(context, description, parent)
    , m_kind(kind)
{
}

void DefinitionsPage::setTable(TableView *table)
{
    m_table = table;
    m_table->setAccessibleName(description().title);
    m_table->sortByColumn(0, Qt::AscendingOrder);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addActions(actions());
    setContent(m_table);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &) { edit(selected()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &DefinitionsPage::updateVerbs);
    connect(m_table->model(), &QAbstractItemModel::modelReset, this, &DefinitionsPage::updateVerbs);
    StoreService *store = context().store;
    connect(store, &StoreService::definitionsChanged, this, [this](const DefinitionsSnapshot &definitions) {
        const QString before = selected();
        showDefinitions(definitions);
        showItem(before);
    });
    showDefinitions(store->definitions());
    updateVerbs();
}

QAction *DefinitionsPage::addVerb(const QString &icon, const QString &text, const QKeySequence &shortcut,
    bool needsSelection, const std::function<void()> &verb)
{
    auto *action = new QAction(QIcon::fromTheme(icon), text, this);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, verb);
    addAction(action);
    if (needsSelection) {
        m_selectionVerbs.append(action);
    }
    return action;
}

void DefinitionsPage::addEditAndDelete()
{
    addVerb(QStringLiteral("document-edit"), tr("&Edit"), QKeySequence(Qt::Key_F2), true, [this] { edit(selected()); });
    addVerb(QStringLiteral("edit-delete"), tr("&Delete"), QKeySequence::Delete, true, [this] { remove(); });
}

QString DefinitionsPage::selected() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty()) {
        return {};
    }
    const auto *proxy = qobject_cast<const QSortFilterProxyModel *>(m_table->model());
    return identifierAt(proxy->mapToSource(rows.front()).row());
}

void DefinitionsPage::showItem(const QString &item)
{
    const auto *proxy = qobject_cast<const QSortFilterProxyModel *>(m_table->model());
    for (int row = 0; row < proxy->rowCount(); ++row) {
        if (identifierAt(proxy->mapToSource(proxy->index(row, 0)).row()) == item) {
            m_table->selectRow(row);
            return;
        }
    }
}

void DefinitionsPage::updateVerbs()
{
    const bool isSelected = !selected().isEmpty();
    for (QAction *verb : m_selectionVerbs) {
        verb->setEnabled(isSelected);
    }
}

void DefinitionsPage::remove()
{
    const QString identifier = selected();
    StoreService &store = *context().store;
    onStoreReply(store, store.remove(m_kind, identifier), this, [this, identifier](const Result<void> &done) {
        if (done) {
            removed(identifier);
        } else {
            FailureDialog::tell(done.error(), this);
        }
    });
}

void DefinitionsPage::removed(const QString &identifier)
{
    StoreService *store = context().store;
    const auto undo = [store, kind = m_kind, identifier] { store->undoRemove(kind, identifier); };
    context().frame->showToast(tr("Deleted: %1").arg(identifier), undo, {});
}

} // namespace rowcast::ui
