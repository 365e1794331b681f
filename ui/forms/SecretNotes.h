// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace rowcast {
class Secrets;
struct StoredEndpoint;
} // namespace rowcast

namespace rowcast::ui {

class EndpointForm;

// Says at each password where it is kept, and which are stored already. stored: nullptr for a new endpoint.
void showSecretNotes(const EndpointForm &form, const Secrets &secrets, const StoredEndpoint *stored);

} // namespace rowcast::ui
