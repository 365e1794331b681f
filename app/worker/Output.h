// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Log.h"
#include "core/pipeline/Probe.h"
#include "core/task/TaskSnapshot.h"
#include "core/validation/ValidationReport.h"

#include <nlohmann/json_fwd.hpp>

namespace rowcast::worker {

// What `rowcast-worker` writes: to stdout one JSON object a line (--json) or text for people, to stderr the log. Main
// thread only.
class Output {
public:
    explicit Output(bool isJson)
        : m_isJson(isJson)
    {
    }
    [[nodiscard]] bool isJson() const { return m_isJson; }

    void object(const nlohmann::ordered_json &json) const; // nothing without --json
    void text(const QString &line) const; // nothing with --json
    void log(const LogLine &line) const;
    // The last words of a program that failed: on stderr, after everything else.
    void failure(const Failure &failure) const;
    void lastWords(const QString &line) const;

    void status(const TaskSnapshot &snapshot) const;
    void statistics(const TaskSnapshot &snapshot) const;
    void metrics(const TaskSnapshot &snapshot) const;
    void stopped(const TaskSnapshot &snapshot) const;
    void step(const QString &endpoint, const ProbeStep &step) const;
    void validationProgress(const ValidationProgress &progress) const;
    void difference(const RowDifference &difference) const;
    void validation(const TableValidation &table) const;
    void validated(const ValidationReport &report) const;

private:
    const bool m_isJson;
};

} // namespace rowcast::worker
