// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/EndpointSpec.h"
#include "core/instance/ReplicationInstance.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace rowcast::ui {

class TopicListModel;

// Keeps the list of topics fresh: asks for the list, then for one topic's offsets after the other. Main thread.
class TopicCatalog : public QObject {
    Q_OBJECT

public:
    TopicCatalog(ReplicationInstance &instance, TopicListModel &model, QObject *parent = nullptr);
    ~TopicCatalog() override;

    void open(const EndpointSpec &target);
    // Asks for everything at once.
    void refresh();
    // Between refreshes, while the list is seen.
    void setActive(bool isActive);
    void close();

Q_SIGNALS:
    void listed();
    void failed(const rowcast::Failure &failure);

private:
    void describeNext();
    void finishRound();

    ReplicationInstance &m_instance;
    TopicListModel &m_model;
    EndpointSpec m_target;
    bool m_isOpen = false;
    bool m_isActive = false;
    std::optional<RequestId> m_list;
    std::optional<RequestId> m_describe;
    QStringList m_toDescribe;
    QElapsedTimer m_clock;
    QTimer m_nextRound;
};

} // namespace rowcast::ui
