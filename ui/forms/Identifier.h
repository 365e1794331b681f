// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace rowcast::ui {

// DMS's rule for identifiers: begins with a letter; letters, digits and hyphens; no two hyphens in a row, none at the
// end. A sentence that says what is wrong, or empty.
[[nodiscard]] QString identifierProblem(const QString &identifier, int longest = 255);

// A text made fit to be an identifier, for suggestions: "shop@db-1.example" becomes "shop-db-1-example".
[[nodiscard]] QString suggestedIdentifier(const QString &text);

} // namespace rowcast::ui
