// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/HostProbe.h"

#include "core/base/ByteReader.h"
#include "core/mysql/Failures.h"

#include <QCoreApplication>

#include <array>
#include <condition_variable>
#include <mutex>
#include <thread>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace rowcast::mysql {

namespace {

using Deadline = std::chrono::steady_clock::time_point;

// A look-up that nobody waits for any more ends with the resolver's own time-out.
struct Lookup {
    std::string host;
    std::mutex mutex;
    std::condition_variable_any changed;
    bool isDone = false;
    int status = 0;
    QStringList addresses;

    void run()
    {
        addrinfo hints = {};
        hints.ai_socktype = SOCK_STREAM;
        addrinfo *found = nullptr;
        const int result = ::getaddrinfo(host.c_str(), nullptr, &hints, &found);
        QStringList texts;
        for (const addrinfo *at = found; at != nullptr; at = at->ai_next) {
            std::array<char, NI_MAXHOST> text = {};
            ::getnameinfo(at->ai_addr, at->ai_addrlen, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST);
            texts << QString::fromLatin1(text.data());
        }
        if (found != nullptr) {
            ::freeaddrinfo(found);
        }
        const std::lock_guard lock(mutex);
        status = result;
        addresses = texts;
        isDone = true;
        changed.notify_all();
    }
};

class Socket {
public:
    Socket() = default;
    explicit Socket(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    ~Socket()
    {
        if (m_descriptor >= 0) {
            ::close(m_descriptor);
        }
    }
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;
    [[nodiscard]] int get() const { return m_descriptor; }

private:
    int m_descriptor = -1;
};

// 0: ready; ETIMEDOUT or ECANCELED.
int waitFor(int descriptor, short events, Deadline deadline, const std::stop_token &stop)
{
    for (;;) {
        const auto left
            = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now())
                  .count();
        if (stop.stop_requested()) {
            return ECANCELED;
        }
        if (left <= 0) {
            return ETIMEDOUT;
        }
        pollfd waiting = {descriptor, events, 0};
        if (::poll(&waiting, 1, int(std::min<int64_t>(left, 50))) > 0) {
            return 0;
        }
    }
}

int connectTo(const Socket &socket, const addrinfo &address, Deadline deadline, const std::stop_token &stop)
{
    if (::connect(socket.get(), address.ai_addr, address.ai_addrlen) == 0) {
        return 0;
    }
    if (errno != EINPROGRESS) {
        return errno;
    }
    if (const int waited = waitFor(socket.get(), POLLOUT, deadline, stop); waited != 0) {
        return waited;
    }
    int error = 0;
    socklen_t size = sizeof error;
    ::getsockopt(socket.get(), SOL_SOCKET, SO_ERROR, &error, &size);
    return error;
}

Failure noGreeting(const ConnectionSettings &settings, const QString &detail)
{
    return {.code = QStringLiteral("mysql.connection.no-greeting"),
        .cause = QCoreApplication::translate(
            "MySqlProbe", "Something listens at %1, but it does not greet as a MySQL server does.")
                     .arg(settings.address()),
        .remedy = QCoreApplication::translate("MySqlProbe",
            "Check the port: 3306 is MySQL's, 33060 its X protocol, which is another. A proxy without a server behind "
            "it also stays silent."),
        .detail = detail,
        .retryable = false};
}

// The first packet: length (3), number (1), then 10 and the version, or 255 and an error.
Result<QString> readGreeting(
    const Socket &socket, const ConnectionSettings &settings, Deadline deadline, const std::stop_token &stop)
{
    std::array<uint8_t, 512> bytes = {};
    if (const int waited = waitFor(socket.get(), POLLIN, deadline, stop); waited != 0) {
        return waited == ECANCELED ? stoppedFailure() : noGreeting(settings, QStringLiteral("silence"));
    }
    const ssize_t count = ::recv(socket.get(), bytes.data(), bytes.size(), 0);
    if (count <= 4) {
        return noGreeting(settings, QStringLiteral("%1 bytes").arg(count));
    }
    ByteReader reader(std::span<const uint8_t>(bytes).subspan(4, size_t(count) - 4));
    const uint8_t protocol = reader.u8();
    if (protocol == 255) {
        const unsigned number = reader.u16();
        const auto rest = reader.rest();
        std::string text(reinterpret_cast<const char *>(rest.data()), rest.size());
        if (text.starts_with('#') && text.size() >= 6) {
            text.erase(0, 6);
        }
        return connectFailure({number, "", text}, settings);
    }
    const auto rest = reader.rest();
    const std::string_view text(reinterpret_cast<const char *>(rest.data()), rest.size());
    const size_t end = text.find('\0');
    if (protocol != 10 || end == std::string_view::npos) {
        return noGreeting(settings, QStringLiteral("protocol %1").arg(protocol));
    }
    return QString::fromUtf8(text.data(), qsizetype(end)).remove(QStringLiteral("5.5.5-"));
}

Result<QString> greetAt(
    const QString &address, const ConnectionSettings &settings, Deadline deadline, const std::stop_token &stop)
{
    addrinfo hints = {};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
    addrinfo *found = nullptr;
    if (::getaddrinfo(address.toLatin1().constData(), QByteArray::number(settings.port).constData(), &hints, &found)
        != 0) {
        return connectFailure({2005, "HY000", "Unknown address (-2)"}, settings);
    }
    const Socket socket(::socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    const int error = connectTo(socket, *found, deadline, stop);
    ::freeaddrinfo(found);
    if (error == ECANCELED) {
        return stoppedFailure();
    }
    if (error != 0) {
        return connectFailure(
            {2003, "HY000", "connect to " + address.toStdString() + " (" + std::to_string(error) + ')'}, settings);
    }
    return readGreeting(socket, settings, deadline, stop);
}

} // namespace

Result<QStringList> resolveHost(const ConnectionSettings &settings, const std::stop_token &stop)
{
    const auto lookup = std::make_shared<Lookup>();
    lookup->host = settings.host.toStdString();
    std::thread thread([lookup] { lookup->run(); });
    {
        std::unique_lock lock(lookup->mutex);
        lookup->changed.wait(lock, stop, [&] { return lookup->isDone; });
        if (!lookup->isDone) {
            thread.detach();
            return stoppedFailure();
        }
    }
    thread.join();
    if (lookup->status != 0) {
        const std::string text
            = std::string(::gai_strerror(lookup->status)) + " (" + std::to_string(lookup->status) + ')';
        return connectFailure({2005, "HY000", text}, settings);
    }
    lookup->addresses.removeDuplicates();
    return lookup->addresses;
}

Result<Greeting> greetServer(
    const ConnectionSettings &settings, const QStringList &addresses, const std::stop_token &stop)
{
    Failure last = noGreeting(settings, {});
    for (const QString &address : addresses) {
        const auto version
            = greetAt(address, settings, std::chrono::steady_clock::now() + settings.connectTimeout, stop);
        if (version) {
            return Greeting{address, *version};
        }
        last = version.error();
        if (isStopped(last)) {
            break;
        }
    }
    return last;
}

} // namespace rowcast::mysql
