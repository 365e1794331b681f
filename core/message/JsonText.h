// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rowcast {

// Appends text as it stands between the quotes of a JSON string. Escaped as DMS's writer (cJSON) does: \" \\ \b \f \n
// \r \t, other control characters as \u00xx, everything else as it is.
void appendEscaped(std::string &out, std::string_view text);
// The same with its quotes.
void appendQuoted(std::string &out, std::string_view text);
// For text that needs no escapes.
void appendPlain(std::string &out, std::string_view text);
// Two lower-case digits a byte.
void appendHex(std::string &out, std::string_view bytes);

void appendInteger(std::string &out, int64_t value);
void appendUnsigned(std::string &out, uint64_t value);
// The shortest digits that read back to the same value: plain from 1e-5 up to 1e15 (float: 1e7), beyond it whichever of
// plain and exponent form ("1.5e+300") is shorter. What JSON has no number for (NaN, infinity) is null.
void appendReal(std::string &out, double value);
void appendReal(std::string &out, float value);
// Over 16 digits through a double, as DMS writes it without UseLargeIntegerValue: "9.2233720368547758e+18".
void appendIntegerAsDms(std::string &out, int64_t value);
void appendUnsignedAsDms(std::string &out, uint64_t value);

} // namespace rowcast
