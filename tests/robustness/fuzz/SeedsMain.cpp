// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/robustness/fuzz/Seeds.h"
#include "tests/robustness/fuzz/Targets.h"

#include <QDir>
#include <QFile>

#include <cstdio>

using namespace rowcast;

namespace {

bool writeFile(const QString &path, const fuzz::Bytes &bytes)
{
    QFile file(path);
    const auto size = qint64(bytes.size());
    return file.open(QIODevice::WriteOnly) && file.write(reinterpret_cast<const char *>(bytes.data()), size) == size;
}

} // namespace

// usage: fuzz_seeds FOLDER: writes what libFuzzer starts from to FOLDER/<target>/.
int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("usage: fuzz_seeds FOLDER\n", stderr);
        return 2;
    }
    for (const fuzz::Target &target : fuzz::targets()) {
        const QString folder = QString::fromLocal8Bit(argv[1]) + QLatin1Char('/')
            + QString::fromUtf8(target.name.data(), qsizetype(target.name.size()));
        auto seeds = fuzz::seedsOf(target.name);
        const auto found = fuzz::foundCases(target.name);
        seeds.insert(seeds.end(), found.begin(), found.end());
        bool isWritten = QDir().mkpath(folder);
        for (size_t i = 0; i < seeds.size() && isWritten; ++i) {
            isWritten = writeFile(QStringLiteral("%1/seed-%2").arg(folder).arg(i), seeds[i]);
        }
        if (!isWritten) {
            std::fprintf(stderr, "%s cannot be written\n", qPrintable(folder));
            return 1;
        }
    }
    return 0;
}
