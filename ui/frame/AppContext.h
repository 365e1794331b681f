// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QSettings;

namespace rowcast {

class Clock;
class ReplicationInstance;
class Secrets;
class StoreService;

namespace ui {

class Frame;
class Jobs;
class Theme;

// What a page gets. Nothing here is owned; everything outlives the window. Main thread.
struct AppContext {
    ReplicationInstance *instance = nullptr;
    StoreService *store = nullptr;
    Secrets *secrets = nullptr;
    const Clock *clock = nullptr;
    QSettings *settings = nullptr; // windows, columns, theme and language; no definitions
    Theme *theme = nullptr;
    Jobs *jobs = nullptr;
    Frame *frame = nullptr;
    bool isDemo = false;
};

} // namespace ui
} // namespace rowcast
