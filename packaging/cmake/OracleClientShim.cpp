// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Oracle's libmysqlclient.a of 8.0 was built with a C library that had the resolver under older names, which glibc 2.34
// and newer keep for finished programs only. These two forward to today's names (see FindMySqlClient.cmake).
#include <resolv.h>

extern "C" {

int __res_nsearch(res_state state, const char *name, int kind, int type, unsigned char *answer, int size)
{
    return res_nsearch(state, name, kind, type, answer, size);
}

int __dn_expand(
    const unsigned char *message, const unsigned char *end, const unsigned char *source, char *target, int size)
{
    return dn_expand(message, end, source, target, size);
}
}
