// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QString>

#include <memory>

namespace rowcast::tests {

// A file system in memory, of a few megabytes and mounted over a folder, so that a full disk can be had at will. Linux,
// and root alone.
class SmallDisk {
public:
    // Gives this process mounts of its own, which end with it. Before anything else is started, as only later children
    // see them. The failure says why disks cannot be had here.
    static Result<void> prepare();
    // What the folder holds stays; it may not be in use.
    static Result<std::unique_ptr<SmallDisk>> over(const QString &folder, int megabytes);
    // Unmounts it; what lies on it is gone.
    ~SmallDisk();
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    // Takes all space.
    Result<void> fill();
    // Gives back what fill() took.
    void free();

private:
    explicit SmallDisk(QString folder)
        : m_folder(std::move(folder))
    {
    }
    [[nodiscard]] QString ballast() const { return m_folder + QStringLiteral("/ballast"); }

    const QString m_folder;
};

} // namespace rowcast::tests
