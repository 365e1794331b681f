// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/Fiber.h"

#include <QtGlobal>

#include <cstdint>
#include <sys/mman.h>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/common_interface_defs.h>
#endif
#ifdef __SANITIZE_THREAD__
#include <sanitizer/tsan_interface.h>
#endif

namespace rowcast::tests {

namespace {

constexpr size_t kGuard = 4096;
constexpr size_t kStack = 1024 * 1024; // only what is used of it takes memory

} // namespace

Fiber::Fiber()
{
#ifdef __SANITIZE_THREAD__
    m_name = __tsan_get_current_fiber();
#endif
}

Fiber::Fiber(std::function<void()> work)
    : m_work(std::move(work))
    , m_size(kStack)
{
    m_stack
        = mmap(nullptr, kGuard + kStack, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (m_stack == MAP_FAILED || mprotect(m_stack, kGuard, PROT_NONE) != 0) {
        qFatal("no memory for the stack of a fiber");
    }
    m_bottom = static_cast<char *>(m_stack) + kGuard;
    getcontext(&m_context);
    m_context.uc_stack.ss_sp = const_cast<void *>(m_bottom);
    m_context.uc_stack.ss_size = m_size;
    // makecontext() hands over numbers alone
    const auto self = reinterpret_cast<uintptr_t>(this);
    makecontext(
        &m_context, reinterpret_cast<void (*)()>(&Fiber::begin), 2, unsigned(self >> 32), unsigned(self & 0xFFFFFFFFU));
#ifdef __SANITIZE_THREAD__
    m_name = __tsan_create_fiber(0);
#endif
}

Fiber::~Fiber()
{
    if (m_stack == nullptr) {
        return;
    }
#ifdef __SANITIZE_THREAD__
    __tsan_destroy_fiber(m_name);
#endif
    munmap(m_stack, kGuard + kStack);
}

void Fiber::begin(unsigned high, unsigned low)
{
    auto *self = reinterpret_cast<Fiber *>(uintptr_t(high) << 32 | low);
    self->arrive();
    self->m_work();
    qFatal("the work of a fiber ended without leaving it");
}

void Fiber::switchTo(Fiber &other)
{
    depart(other, true);
    swapcontext(&m_context, &other.m_context);
    arrive();
}

void Fiber::leaveFor(Fiber &other)
{
    depart(other, false);
    setcontext(&other.m_context);
    qFatal("a fiber cannot be left");
}

void Fiber::depart(Fiber &other, [[maybe_unused]] bool comesBack)
{
    other.m_before = this;
#ifdef __SANITIZE_ADDRESS__
    __sanitizer_start_switch_fiber(comesBack ? &m_shadow : nullptr, other.m_bottom, other.m_size);
#endif
#ifdef __SANITIZE_THREAD__
    __tsan_switch_to_fiber(other.m_name, 0);
#endif
}

void Fiber::arrive()
{
#ifdef __SANITIZE_ADDRESS__
    // tells the bounds of the thread's own stack, too, when its fiber was left for the first time
    __sanitizer_finish_switch_fiber(m_shadow, &m_before->m_bottom, &m_before->m_size);
#endif
}

} // namespace rowcast::tests
