// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/worker/ValidateCommand.h"

namespace rowcast::worker {

ValidateCommand::ValidateCommand(ReplicationInstance &instance, const Output &output, QObject *parent)
    : QObject(parent)
    , m_instance(instance)
    , m_output(output)
{
    connect(&instance, &ReplicationInstance::validationProgress, this,
        [this](quint64 request, const ValidationProgress &progress) {
            if (request == m_request) {
                m_output.validationProgress(progress);
            }
        });
    connect(&instance, &ReplicationInstance::validated, this, [this](quint64 request, const ValidationReport &report) {
        if (request == m_request) {
            show(report);
        }
    });
    connect(&instance, &ReplicationInstance::requestFailed, this, [this](quint64 request, const Failure &failure) {
        if (request == m_request) {
            m_output.failure(failure);
            Q_EMIT finished(1);
        }
    });
    connect(&instance, &ReplicationInstance::logLines, this, [this](const std::vector<LogLine> &lines) {
        for (const LogLine &line : lines) {
            m_output.log(line);
        }
    });
}

void ValidateCommand::start(const MigrationDocument &document)
{
    m_request = m_instance.validate(document);
}

void ValidateCommand::show(const ValidationReport &report)
{
    for (const RowDifference &difference : report.differences) {
        m_output.difference(difference);
    }
    for (const TableValidation &table : report.tables) {
        m_output.validation(table);
    }
    m_output.validated(report);
    Q_EMIT finished(report.isClean() ? 0 : 3);
}

} // namespace rowcast::worker
