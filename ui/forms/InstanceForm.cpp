// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/InstanceForm.h"

#include "ui/forms/Identifier.h"
#include "ui/forms/PathField.h"

#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QStandardPaths>

namespace rowcast::ui {

QString instanceClassText(const InstanceClass &instanceClass)
{
    return InstanceForm::tr("%1: %2, %3 MiB of memory")
        .arg(QLatin1String(instanceClass.name), InstanceForm::tr("%n thread(s)", nullptr, instanceClass.threads),
            QLocale().toString(instanceClass.memoryMegabytes));
}

InstanceForm::InstanceForm(QWidget *parent)
    : FieldForm(parent)
{
    m_identifier = addText(QStringLiteral("identifier"), tr("Na&me"),
        {tr("Name"), tr("What the instance is called in lists and in the tasks that run on it."), tr("Name"),
            QStringLiteral("this-computer"), tr("Letters, digits and hyphens only; it begins with a letter.")});
    m_class = addChoice(QStringLiteral("class"), tr("Instance c&lass"),
        {tr("Instance class"),
            tr("How many threads load tables at the same time, and how much memory queues and open transactions may "
               "take. A reader and a writer thread come on top for each task."),
            tr("Instance class, where it names a machine: dms.t3.medium"), QString(),
            tr("A class that is too large for this computer makes everything slower. Changes beyond the memory wait in "
               "the storage folder; nothing is lost.")});
    for (const InstanceClass &known : instanceClasses()) {
        m_class->addItem(instanceClassText(known), QLatin1String(known.name));
    }
    m_description = addText(QStringLiteral("description"), tr("&Description"),
        {tr("Description"), tr("A note for people."), tr("Description"), QString(), QString()});
    m_storage = new PathField(PathField::Kind::Folder, this);
    m_storage->setPlaceholder(QStandardPaths::writableLocation(QStandardPaths::CacheLocation));
    addField(QStringLiteral("storageFolder"), tr("&Storage folder"), m_storage,
        {tr("Storage folder"),
            tr("Where transactions lie that are larger than the memory. Empty: this user's cache folder."),
            tr("Allocated storage"), QStringLiteral("/var/tmp/rowcast"),
            tr("A full disk fails the task; it resumes where it was once there is room.")});
}

void InstanceForm::setSpec(const ReplicationInstanceSpec &spec)
{
    m_identifier->setText(spec.identifier);
    m_class->setCurrentIndex(m_class->findData(QLatin1String(instanceClass(spec.className).name)));
    m_description->setText(spec.description);
    m_storage->setPath(spec.storageFolder);
}

ReplicationInstanceSpec InstanceForm::spec() const
{
    ReplicationInstanceSpec spec;
    spec.identifier = m_identifier->text().trimmed();
    spec.className = m_class->currentData().toString();
    spec.description = m_description->text().trimmed();
    spec.storageFolder = m_storage->path();
    return spec;
}

std::vector<Problem> InstanceForm::problems() const
{
    std::vector<Problem> found;
    const QString name = m_identifier->text().trimmed();
    if (const QString sentence = identifierProblem(name, 63); !sentence.isEmpty()) {
        found.push_back({m_identifier, sentence});
    } else if (m_takenNames.contains(name)) {
        found.push_back({m_identifier, tr("There is a replication instance of this name already.")});
    }
    return found;
}

} // namespace rowcast::ui
