// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ucontext.h>

#include <cstddef>
#include <functional>

namespace rowcast::tests {

// A course of execution with a stack of its own that goes on only when another one switches to it: what a simulation
// runs in place of threads, which the kernel takes far longer to switch. All fibers of a simulation belong to one
// thread. See makecontext(3).
class Fiber {
public:
    Fiber(); // what runs on this thread already
    // Begins at the first switch to it. The work must end by leaveFor(), with nothing on its stack that wants an end.
    explicit Fiber(std::function<void()> work);
    ~Fiber();
    Fiber(const Fiber &) = delete;
    Fiber &operator=(const Fiber &) = delete;

    // Called by the fiber that runs: goes on in the other one, and returns when somebody switches back.
    void switchTo(Fiber &other);
    // The same where nobody will switch back.
    [[noreturn]] void leaveFor(Fiber &other);

private:
    static void begin(unsigned high, unsigned low);
    void depart(Fiber &other, bool comesBack);
    void arrive();

    std::function<void()> m_work;
    ucontext_t m_context{};
    // none: the thread's own stack
    void *m_stack = nullptr;
    // What the sanitizers must know of a switch: the bounds of the stack, AddressSanitizer's shadow of it while another
    // fiber runs, ThreadSanitizer's name for the fiber, and who switched to it.
    const void *m_bottom = nullptr;
    size_t m_size = 0;
    void *m_shadow = nullptr;
    void *m_name = nullptr;
    Fiber *m_before = nullptr;
};

} // namespace rowcast::tests
