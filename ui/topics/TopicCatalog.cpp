// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/TopicCatalog.h"

#include "ui/topics/TopicListModel.h"

namespace rowcast::ui {

namespace {

constexpr int kRoundMilliseconds = 5000;
constexpr int kMostDescribed = 200; // a broker may have thousands of topics

} // namespace

TopicCatalog::TopicCatalog(ReplicationInstance &instance, TopicListModel &model, QObject *parent)
    : QObject(parent)
    , m_instance(instance)
    , m_model(model)
{
    m_clock.start();
    m_nextRound.setSingleShot(true);
    m_nextRound.setInterval(kRoundMilliseconds);
    connect(&m_nextRound, &QTimer::timeout, this, &TopicCatalog::refresh);
    connect(&instance, &ReplicationInstance::topicsListed, this,
        [this](quint64 request, const std::vector<TopicInfo> &topics) {
            if (m_list == request) {
                m_list.reset();
                m_toDescribe.clear();
                for (const TopicInfo &topic : topics) {
                    if (!topic.isInternal && m_toDescribe.size() < kMostDescribed) {
                        m_toDescribe.append(topic.name);
                    }
                }
                m_model.setTopics(topics);
                Q_EMIT listed();
                describeNext();
            }
        });
    connect(&instance, &ReplicationInstance::topicDescribed, this, [this](quint64 request, const TopicInfo &topic) {
        if (m_describe == request) {
            m_describe.reset();
            m_model.setDetails(topic, m_clock.elapsed());
            describeNext();
        }
    });
    connect(&instance, &ReplicationInstance::requestFailed, this, [this](quint64 request, const Failure &failure) {
        if (m_list == request) {
            m_list.reset();
            finishRound();
            Q_EMIT failed(failure);
        } else if (m_describe == request) {
            m_describe.reset(); // this one stays without numbers; the others may have some
            describeNext();
        }
    });
}

TopicCatalog::~TopicCatalog()
{
    close();
}

void TopicCatalog::close()
{
    m_isOpen = false;
    m_nextRound.stop();
    for (std::optional<RequestId> *request : {&m_list, &m_describe}) {
        if (*request) {
            m_instance.cancel(**request);
            request->reset();
        }
    }
}

void TopicCatalog::open(const EndpointSpec &target)
{
    close();
    m_target = target;
    m_isOpen = true;
    m_model.setTopics({});
    refresh();
}

void TopicCatalog::refresh()
{
    if (m_isOpen && !m_list) {
        m_nextRound.stop();
        m_list = m_instance.listTopics(m_target);
    }
}

void TopicCatalog::setActive(bool isActive)
{
    m_isActive = isActive;
    if (isActive && !m_nextRound.isActive() && !m_describe) {
        refresh();
    } else if (!isActive) {
        m_nextRound.stop();
    }
}

void TopicCatalog::describeNext()
{
    if (m_describe) {
        return; // of the round before; its answer goes on
    }
    if (m_toDescribe.isEmpty() || !m_isActive) {
        finishRound();
        return;
    }
    m_describe = m_instance.describeTopic(m_target, m_toDescribe.takeFirst());
}

void TopicCatalog::finishRound()
{
    if (m_isOpen && m_isActive) {
        m_nextRound.start();
    }
}

} // namespace rowcast::ui
