// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/SecretNotes.h"

#include "core/store/Definitions.h"
#include "core/store/Secrets.h"
#include "ui/forms/EndpointForm.h"
#include "ui/forms/SecretField.h"

#include <QCoreApplication>

namespace rowcast::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rowcast::ui::SecretNotes)
};

QString placeNote(SecretPlace place, const QString &limitation)
{
    if (place == SecretPlace::Keychain) {
        return Words::tr("Kept in this desktop's keychain.");
    }
    const QString note = Words::tr("Kept in memory until Rowcast ends, then asked for again.");
    return limitation.isEmpty() ? note : Words::tr("%1 %2").arg(limitation, note);
}

} // namespace

void showSecretNotes(const EndpointForm &form, const Secrets &secrets, const StoredEndpoint *stored)
{
    const auto fields = form.secretFields();
    for (auto field = fields.cbegin(); field != fields.cend(); ++field) {
        field.value()->setStorageNote(placeNote(secrets.place(), secrets.limitation()));
        if (stored == nullptr) {
            continue;
        }
        const auto kept = stored->secretPlaces.find(field.key());
        field.value()->setStored(kept != stored->secretPlaces.end());
        if (kept != stored->secretPlaces.end()) {
            field.value()->setStorageNote(placeNote(kept->second, secrets.limitation()));
        }
    }
}

} // namespace rowcast::ui
