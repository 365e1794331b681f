// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Secret.h"
#include "core/document/EndpointSpec.h"

#include <map>

namespace rowcast {

// The secrets of an endpoint that were given as text, by field: "Password", "SaslPassword", "SslClientKeyPassword", and
// "SslClientKey" where that is PEM text and not a path. Empty ones are left out.
using EndpointSecrets = std::map<QString, Secret>;

// Takes them out of the spec; references to variables and files stay.
[[nodiscard]] EndpointSecrets takeSecrets(EndpointSpec &spec);
// Puts them where the spec has none of its own.
void fillSecrets(EndpointSpec &spec, const EndpointSecrets &secrets);

} // namespace rowcast
