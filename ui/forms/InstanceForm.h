// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/ReplicationInstanceSpec.h"
#include "ui/forms/FieldForm.h"

namespace rowcast::ui {

class PathField;

// A replication instance: name, class with its numbers, storage folder.
class InstanceForm : public FieldForm {
    Q_OBJECT

public:
    explicit InstanceForm(QWidget *parent = nullptr);

    void setSpec(const ReplicationInstanceSpec &spec);
    [[nodiscard]] ReplicationInstanceSpec spec() const;
    // A name that exists already cannot be given again.
    void setTakenNames(const QStringList &names) { m_takenNames = names; }

    [[nodiscard]] std::vector<Problem> problems() const override;

private:
    QLineEdit *m_identifier;
    QComboBox *m_class;
    QLineEdit *m_description;
    PathField *m_storage;
    QStringList m_takenNames;
};

// "rowcast.medium: 4 threads, 512 MiB".
[[nodiscard]] QString instanceClassText(const InstanceClass &instanceClass);

} // namespace rowcast::ui
