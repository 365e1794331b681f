// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/Pages.h"

#include "ui/dashboard/DashboardPage.h"
#include "ui/pages/EndpointsPage.h"
#include "ui/pages/InstancesPage.h"
#include "ui/tasks/TasksPage.h"
#include "ui/topics/TopicsPage.h"

namespace rowcast::ui {

namespace {

template <typename PageKind> Page *make(const AppContext &context, QWidget *parent)
{
    return new PageKind(context, parent);
}

} // namespace

std::vector<PageFactory> consolePages()
{
    return {
        make<DashboardPage>,
        make<InstancesPage>,
        make<EndpointsPage>,
        make<TasksPage>,
        make<TopicsPage>,
    };
}

} // namespace rowcast::ui
