// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/robustness/fuzz/Targets.h"

// libFuzzer's entry; the build says which target this program is.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const rowcast::fuzz::Target *target = rowcast::fuzz::findTarget(ROWCAST_FUZZ_TARGET);
    target->run({data, size});
    return 0;
}
