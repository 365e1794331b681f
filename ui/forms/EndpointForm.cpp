// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/EndpointForm.h"

#include "ui/forms/Identifier.h"
#include "ui/forms/SourceEndpointForm.h"
#include "ui/forms/TargetEndpointForm.h"

#include <QLineEdit>

namespace rowcast::ui {

void EndpointForm::addIdentifierProblem(std::vector<Problem> &found, QLineEdit *identifier) const
{
    const QString name = identifier->text().trimmed();
    if (const QString sentence = identifierProblem(name); !sentence.isEmpty()) {
        found.push_back({identifier, sentence});
    } else if (m_takenNames.contains(name)) {
        found.push_back({identifier, tr("There is an endpoint of this name already.")});
    }
}

EndpointForm *makeEndpointForm(EndpointRole role, QWidget *parent)
{
    if (role == EndpointRole::Source) {
        return new SourceEndpointForm(parent);
    }
    return new TargetEndpointForm(parent);
}

} // namespace rowcast::ui
