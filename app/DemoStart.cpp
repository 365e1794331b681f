// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/DemoStart.h"

namespace rowcast {

DemoStart::DemoStart(const DemoOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
{
}

DemoStart::~DemoStart() = default;

void DemoStart::start()
{
    m_thread = std::jthread([this](const std::stop_token &stop) {
        auto world = DemoWorld::start(m_options, stop);
        if (!world) {
            QMetaObject::invokeMethod(
                this, [this, failure = world.error()] { Q_EMIT failed(failure); }, Qt::QueuedConnection);
            return;
        }
        m_world = std::move(*world);
        QMetaObject::invokeMethod(this, &DemoStart::started, Qt::QueuedConnection);
    });
}

} // namespace rowcast
