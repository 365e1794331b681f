// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Definitions.h"
#include "ui/frame/Page.h"

class QAction;

namespace rowcast::ui {

class TableView;

// What the pages of instances and endpoints share: a table of definitions, verbs on the selected one, deletion with ten
// seconds to undo it.
class DefinitionsPage : public Page {
    Q_OBJECT

public:
    DefinitionsPage(const AppContext &context, const Description &description, DefinitionKind kind, QWidget *parent);

    void showItem(const QString &item) override;

protected:
    // The identifier in that row of the source model.
    [[nodiscard]] virtual QString identifierAt(int row) const = 0;
    virtual void showDefinitions(const DefinitionsSnapshot &definitions) = 0;
    virtual void edit(const QString &identifier) = 0;

    // Derived constructors call it last: the first snapshot is shown from here.
    void setTable(TableView *table);
    // A verb in the menu and, where shown, in the header; needsSelection: off while no row is selected.
    QAction *addVerb(const QString &icon, const QString &text, const QKeySequence &shortcut, bool needsSelection,
        const std::function<void()> &verb);
    void addEditAndDelete();
    // Empty while no row is selected.
    [[nodiscard]] QString selected() const;
    [[nodiscard]] TableView *table() const { return m_table; }

private:
    void updateVerbs();
    void remove();
    void removed(const QString &identifier);

    DefinitionKind m_kind;
    TableView *m_table = nullptr;
    QList<QAction *> m_selectionVerbs;
};

} // namespace rowcast::ui
