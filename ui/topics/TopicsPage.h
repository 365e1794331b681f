// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Definitions.h"
#include "ui/frame/Page.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSortFilterProxyModel;
class QStackedWidget;

namespace rowcast::ui {

class FailureBanner;
class TableView;
class TopicCatalog;
class TopicListModel;
class TopicViewer;

// Topics of a target endpoint at the left, the viewer at the right. showItem() takes "endpoint" or "endpoint/topic".
class TopicsPage : public Page {
    Q_OBJECT

public:
    explicit TopicsPage(const AppContext &context, QWidget *parent = nullptr);
    ~TopicsPage() override;

    void showItem(const QString &item) override;
    void entered() override;
    void left() override;
    [[nodiscard]] std::vector<TourStop> tourStops() override;

    [[nodiscard]] TopicViewer &viewer() { return *m_viewer; }

private:
    [[nodiscard]] QWidget *makeList();
    [[nodiscard]] QWidget *makeBody();
    void makeHeader();
    void showDefinitions(const DefinitionsSnapshot &definitions);
    void openEndpoint(const QString &identifier);
    void useEndpoint(const EndpointSpec &spec);
    void topicsListed();
    void openTopic(const QString &topic);
    void showState();

    QComboBox *m_endpoints;
    QStackedWidget *m_stack;
    QLineEdit *m_search;
    QCheckBox *m_internal;
    TopicListModel *m_topics;
    QSortFilterProxyModel *m_shown;
    TableView *m_list;
    FailureBanner *m_banner;
    TopicViewer *m_viewer;
    TopicCatalog *m_catalog;
    QAction *m_refreshAction;
    QAction *m_newMigration;
    EndpointSpec m_target; // with its secrets
    QString m_wantedTopic; // to be opened once it is listed
    bool m_isEntered = false;
};

} // namespace rowcast::ui
