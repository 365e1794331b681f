// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/DetailPane.h"

#include "ui/style/Metrics.h"
#include "ui/topics/FieldChangeModel.h"
#include "ui/topics/JsonTreeModel.h"
#include "ui/topics/MessageTexts.h"
#include "ui/topics/TextFind.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/QuietLabel.h"
#include "ui/widgets/TableView.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace rowcast::ui {

DetailPane::DetailPane(QSettings *settings, QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_title(new QLabel(this))
    , m_facts(new QuietLabel(this))
    , m_tabs(new QTabWidget(this))
{
    setTextRole(m_title, TextRole::Section);
    m_facts->setWordWrap(true);
    for (QLabel *label : {m_title, m_facts}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_tabs->addTab(makeRowTab(settings), tr("Row"));
    m_tabs->addTab(makeTreeTab(), tr("JSON"));
    m_tabs->addTab(makeTextTab(), tr("Text"));
    m_tabs->addTab(makeHeadersTab(settings), tr("Headers"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the message"));
    auto *details = new QWidget(m_stack);
    auto *inner = new QVBoxLayout(details);
    inner->setContentsMargins(0, units(1), 0, 0);
    inner->addWidget(m_title);
    inner->addWidget(m_facts);
    inner->addWidget(m_tabs, 1);
    m_stack->addWidget(
        new EmptyState(QStringLiteral("document-preview"), tr("Choose a message to see all of it."), nullptr, m_stack));
    m_stack->addWidget(details);
    setFocusProxy(m_tabs);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

QWidget *DetailPane::makeRowTab(QSettings *settings)
{
    auto *tab = new QWidget(this);
    auto *table = new TableView(QStringLiteral("message-fields"), settings, tab);
    m_fields = new FieldChangeModel(this);
    m_origin = new QuietLabel(tab);
    m_origin->setWordWrap(true);
    table->setSortingEnabled(false);
    table->setModel(m_fields);
    table->setEmptyState(new EmptyState(
        QStringLiteral("table"), tr("This message is about no row: see the other tabs."), nullptr, table));
    table->setAccessibleName(tr("Columns of the row"));
    table->setColumnUnits({20, 30, 30});
    auto *layout = new QVBoxLayout(tab);
    layout->setContentsMargins(0, unit(), 0, 0);
    layout->addWidget(m_origin);
    layout->addWidget(table, 1);
    return tab;
}

QWidget *DetailPane::makeTreeTab()
{
    m_tree = new QTreeView(this);
    m_treeModel = new JsonTreeModel(this);
    m_tree->setModel(m_treeModel);
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->setAccessibleName(tr("Message as a JSON tree"));
    m_tree->header()->resizeSection(0, units(28));
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &DetailPane::offerFilter);
    return m_tree;
}

QWidget *DetailPane::makeTextTab()
{
    auto *tab = new QWidget(this);
    m_text = new QPlainTextEdit(tab);
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setUndoRedoEnabled(false);
    m_text->setAccessibleName(tr("Message as text"));
    m_text->setTabChangesFocus(true);
    setTextRole(m_text, TextRole::Fixed);
    m_cutBar = new QWidget(tab);
    m_cut = new QuietLabel(m_cutBar);
    m_loadAll = new QPushButton(tr("Load all"), m_cutBar);
    connect(m_loadAll, &QPushButton::clicked, this, &DetailPane::wholeRequested);
    auto *bar = new QHBoxLayout(m_cutBar);
    bar->setContentsMargins(0, 0, 0, 0);
    bar->addWidget(m_cut, 1);
    bar->addWidget(m_loadAll);
    auto *layout = new QVBoxLayout(tab);
    layout->setContentsMargins(0, unit(), 0, 0);
    layout->addWidget(new TextFind(m_text, tab));
    layout->addWidget(m_cutBar);
    layout->addWidget(m_text, 1);
    return tab;
}

QWidget *DetailPane::makeHeadersTab(QSettings *settings)
{
    auto *table = new TableView(QStringLiteral("message-headers"), settings, this);
    m_headers = new QStandardItemModel(0, 2, this);
    m_headers->setHorizontalHeaderLabels({tr("Header"), tr("Value")});
    table->setSortingEnabled(false);
    table->setModel(m_headers);
    table->setEmptyState(new EmptyState(QStringLiteral("tag"), tr("This message has no headers."), nullptr, table));
    table->setAccessibleName(tr("Headers of the message"));
    table->setColumnUnits({25, 40});
    return table;
}

void DetailPane::clear()
{
    m_stack->setCurrentIndex(0);
    m_treeModel->setTree({});
    m_text->clear();
}

bool DetailPane::isShowing() const
{
    return m_stack->currentIndex() == 1;
}

void DetailPane::setLoading()
{
    m_loadAll->setEnabled(false);
    m_cut->setText(tr("Loading all of it"));
}

QString DetailPane::factsText(const MessageRow &row, const QString &time) const
{
    const QLocale locale;
    QStringList facts = {tr("Partition %1, offset %2")
                             .arg(locale.toString(row.record.partition), locale.toString(qlonglong(row.record.offset))),
        time, sizeText(row.record.sizeBytes)};
    if (row.transaction != 0) {
        facts.append(tr("transaction %1").arg(row.transaction));
    }
    if (row.record.key) {
        facts.append(tr("key %1").arg(keyText(row)));
    }
    if (row.record.isAborted) {
        facts.append(tr("aborted: a read_committed consumer never sees it"));
    }
    return facts.join(QStringLiteral("  \u00b7  "));
}

void DetailPane::showDetails(const MessageDetails &details, const QString &time)
{
    const MessageRow &row = *details.row;
    const QString kind = kindText(row);
    m_title->setText(kind.isEmpty() ? tr("Message") : QStringLiteral("%1  %2").arg(kind, tableText(row)));
    m_facts->setText(factsText(row, time));
    m_fields->setDetails(details);
    switch (details.before) {
    case MessageDetails::Before::Image:
        m_origin->setText(tr("Old values: the before image in this message. Changed columns are bold."));
        break;
    case MessageDetails::Before::PreviousMessage:
        m_origin->setText(tr("Old values: the previous message with this key, offset %1. Changed columns are bold.")
                              .arg(QLocale().toString(qlonglong(details.previousOffset))));
        break;
    case MessageDetails::Before::MarkedMessage:
        m_origin->setText(tr("Compared with partition %1, offset %2 (Ctrl+D ends it). What differs is bold.")
                              .arg(QLocale().toString(details.previousPartition),
                                  QLocale().toString(qlonglong(details.previousOffset))));
        break;
    case MessageDetails::Before::None:
        m_origin->setText(row.kind == MessageKind::Update
                ? tr("Old values are not known: no before image, and no earlier message of this row was read.")
                : QString());
        break;
    }
    m_origin->setVisible(!m_origin->text().isEmpty());
    m_treeModel->setTree(details.tree);
    m_tree->expand(m_treeModel->topBranch("data"));
    m_tree->expand(m_treeModel->topBranch("metadata"));
    m_text->setPlainText(details.text);
    m_cutBar->setVisible(details.isCut);
    m_loadAll->setEnabled(true);
    m_cut->setText(
        tr("The first %1 of %2").arg(sizeText(uint64_t(MessageDetails::kShownBytes)), sizeText(row.record.sizeBytes)));
    showHeaders(row.record);
    m_stack->setCurrentIndex(1);
}

void DetailPane::showHeaders(const TopicRecord &record)
{
    m_headers->removeRows(0, m_headers->rowCount());
    for (const auto &[name, value] : record.headers) {
        auto *text = new QStandardItem(QString::fromUtf8(value));
        text->setFont(ui::font(TextRole::Fixed));
        m_headers->appendRow({new QStandardItem(QString::fromUtf8(name)), text});
    }
    m_tabs->setTabText(3,
        record.headers.isEmpty() ? tr("Headers") : tr("Headers (%1)").arg(QLocale().toString(record.headers.size())));
}

void DetailPane::offerFilter(const QPoint &place)
{
    const QModelIndex index = m_tree->indexAt(place);
    const QString path = m_treeModel->path(index);
    const QString value = index.siblingAtColumn(JsonTreeModel::Value).data().toString();
    if (!path.startsWith(QLatin1String("data.")) || m_treeModel->hasChildren(index.siblingAtColumn(0))) {
        return;
    }
    const QString term = QStringLiteral("%1:=%2").arg(
        path, value.contains(QLatin1Char(' ')) ? QLatin1Char('"') + value + QLatin1Char('"') : value);
    QMenu menu(this);
    QAction *add = menu.addAction(tr("Add %1 to the filter").arg(term.left(60)));
    if (menu.exec(m_tree->viewport()->mapToGlobal(place)) == add) {
        Q_EMIT filterRequested(term);
    }
}

} // namespace rowcast::ui
