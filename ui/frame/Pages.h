// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/AppContext.h"

#include <functional>
#include <vector>

class QWidget;

namespace rowcast::ui {

class Page;

// Makes a page; the parent owns it.
using PageFactory = std::function<Page *(const AppContext &context, QWidget *parent)>;

// The pages of the navigation from top to bottom.
[[nodiscard]] std::vector<PageFactory> consolePages();

} // namespace rowcast::ui
