// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/EndpointSpec.h"
#include "ui/forms/FieldForm.h"

#include <QStringList>

namespace rowcast::ui {

class SecretField;

// What the forms of all kinds of endpoints have in common.
class EndpointForm : public FieldForm {
    Q_OBJECT

public:
    using FieldForm::FieldForm;

    virtual void setSpec(const EndpointSpec &spec) = 0;
    // With the secrets that are typed here; a failure where a variable or file is not there.
    [[nodiscard]] virtual Result<EndpointSpec> spec() const = 0;
    // The fields of secrets by the name that the store gives them ("Password").
    [[nodiscard]] virtual QHash<QString, SecretField *> secretFields() const = 0;

    // A name that exists already cannot be given again.
    void setTakenNames(const QStringList &names) { m_takenNames = names; }

protected:
    void addIdentifierProblem(std::vector<Problem> &found, QLineEdit *identifier) const;

private:
    QStringList m_takenNames;
};

// The form for that side.
[[nodiscard]] EndpointForm *makeEndpointForm(EndpointRole role, QWidget *parent);

} // namespace rowcast::ui
