// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/server/ClientLibrary.h"

#include "core/mysql/server/Connection.h"

#include <QByteArray>
#include <QFile>
#include <QTemporaryFile>

#include <cstring>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#ifdef ROWCAST_CLIENT_MARIADB
#include <ma_pvio.h>
#endif

namespace rowcast::mysql {

namespace {

constexpr unsigned long kLargestPacket = 1024UL * 1024 * 1024; // the protocol's own limit, also for binlog events

template <typename Value> void setOption(MYSQL *mysql, mysql_option option, Value value)
{
    mysql_options(mysql, option, &value);
}

// Where Debian, Ubuntu, Fedora, openSUSE keep the system's certificate authorities.
QByteArray systemAuthorities()
{
    for (const char *path : {"/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
             "/var/lib/ca-certificates/ca-bundle.pem", "/etc/ssl/cert.pem"}) {
        if (QFile::exists(QString::fromLatin1(path))) {
            return path;
        }
    }
    return {};
}

// The library reads authorities from files only; a text becomes one for the time of the login.
class AuthorityFile {
public:
    explicit AuthorityFile(const QString &given)
    {
        if (given.contains(QLatin1String("-----BEGIN")) && m_file.open()) {
            m_file.write(given.toUtf8());
            m_file.flush();
            m_path = QFile::encodeName(m_file.fileName());
        } else {
            m_path = given.isEmpty() ? systemAuthorities() : QFile::encodeName(given);
        }
    }
    [[nodiscard]] const char *path() const { return m_path.constData(); }

private:
    QTemporaryFile m_file;
    QByteArray m_path;
};

} // namespace

ClientHandle::ClientHandle()
    : m_mysql(mysql_init(nullptr))
{
}

ClientHandle::~ClientHandle()
{
    mysql_close(m_mysql);
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

bool ClientHandle::connect(const ConnectionSettings &settings)
{
    setOption(m_mysql, MYSQL_OPT_CONNECT_TIMEOUT, unsigned(settings.connectTimeout.count()));
    setOption(m_mysql, MYSQL_OPT_READ_TIMEOUT, unsigned(settings.readTimeout.count()));
    setOption(m_mysql, MYSQL_OPT_WRITE_TIMEOUT, unsigned(settings.readTimeout.count()));
    setOption(m_mysql, MYSQL_OPT_PROTOCOL, unsigned(MYSQL_PROTOCOL_TCP));
    setOption(m_mysql, MYSQL_OPT_MAX_ALLOWED_PACKET, kLargestPacket);
    mysql_options(m_mysql, MYSQL_SET_CHARSET_NAME, "utf8mb4");
    const AuthorityFile authorities(settings.caCertificate);
    applyTls(settings.tls, authorities.path());
    applyAuthentication();
    const QByteArray host = settings.host.toUtf8();
    const QByteArray user = settings.user.toUtf8();
    const QByteArray password = settings.password.reveal().toUtf8();
    if (mysql_real_connect(m_mysql, host.constData(), user.constData(), password.constData(), nullptr, settings.port,
            nullptr, CLIENT_MULTI_STATEMENTS)
        == nullptr) {
        return false;
    }
    m_descriptor = ::fcntl(socket(), F_DUPFD_CLOEXEC, 0);
    keepAlive();
    return true;
}

void ClientHandle::shutDown() const
{
    ::shutdown(m_descriptor, SHUT_RDWR);
}

// A link that died without a word ends a wait within a minute, whatever the system's defaults are.
void ClientHandle::keepAlive() const
{
    const auto set
        = [&](int level, int name, int value) { ::setsockopt(m_descriptor, level, name, &value, sizeof value); };
    set(SOL_SOCKET, SO_KEEPALIVE, 1);
    set(IPPROTO_TCP, TCP_KEEPIDLE, 30);
    set(IPPROTO_TCP, TCP_KEEPINTVL, 10);
    set(IPPROTO_TCP, TCP_KEEPCNT, 3);
}

ServerError ClientHandle::lastError() const
{
    return {mysql_errno(m_mysql), mysql_sqlstate(m_mysql), mysql_error(m_mysql)};
}

RawDump::RawDump(ClientHandle &handle)
    : m_handle(handle)
{
}

#ifdef ROWCAST_CLIENT_MARIADB

int ClientHandle::socket() const
{
    return m_mysql->net.pvio == nullptr ? -1 : int(mysql_get_socket(m_mysql));
}

bool ClientHandle::hasBufferedInput() const
{
    const MARIADB_PVIO *link = m_mysql->net.pvio;
    return link != nullptr && link->cache != nullptr && link->cache_pos < link->cache + link->cache_size;
}

void ClientHandle::applyTls(TlsMode mode, const char *authorities)
{
    setOption(m_mysql, MYSQL_OPT_SSL_ENFORCE, my_bool(mode != TlsMode::None));
    // checks the name too; the chain alone is checked as soon as an authority is given
    setOption(m_mysql, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, my_bool(mode == TlsMode::VerifyFull));
    if (mode == TlsMode::VerifyCa || mode == TlsMode::VerifyFull) {
        mysql_optionsv(m_mysql, MYSQL_OPT_SSL_CA, authorities);
    }
}

void ClientHandle::applyAuthentication()
{
    // Without TLS the library's caching_sha2_password asks for the server's public key by itself.
}

RawDump::~RawDump() = default;

bool RawDump::start(const DumpRequest &request)
{
    std::string arguments;
    const auto append = [&](uint64_t value, size_t width) {
        for (size_t i = 0; i < width; ++i) {
            arguments.push_back(char(value >> (8 * i)));
        }
    };
    constexpr auto kDumpGtid = enum_server_command(30); // COM_BINLOG_DUMP_GTID, MySQL's
    if (request.encodedGtidSet) {
        append(request.flags, 2);
        append(request.serverId, 4);
        append(request.file.size(), 4);
        arguments += request.file;
        append(request.position, 8);
        append(request.encodedGtidSet->size(), 4);
        arguments += *request.encodedGtidSet;
    } else {
        append(request.position, 4);
        append(request.flags, 2);
        append(request.serverId, 4);
        arguments += request.file;
    }
    MYSQL *mysql = m_handle.get();
    return mysql->methods->db_command(mysql, request.encodedGtidSet ? kDumpGtid : COM_BINLOG_DUMP, arguments.data(),
               arguments.size(), 1, nullptr)
        == 0;
}

RawDump::Packet RawDump::next()
{
    MYSQL *mysql = m_handle.get();
    const unsigned long length = mysql_net_read_packet(mysql);
    // packet_error is minus one as an unsigned int in MariaDB's library and as an unsigned long in Oracle's.
    constexpr unsigned long kPacketError = ~0U;
    if (length >= kPacketError || length == 0) {
        return {Kind::Error, {}};
    }
    const uint8_t *bytes = mysql->net.read_pos;
    if (bytes[0] == 0xFE && length < 9) {
        return {Kind::End, {}};
    }
    return {Kind::Event, {bytes + 1, length - 1}};
}

std::string clientLibraryName()
{
    return std::string("MariaDB Connector/C ") + MARIADB_PACKAGE_VERSION;
}

#else

int ClientHandle::socket() const
{
    return m_mysql->net.vio == nullptr ? -1 : m_mysql->net.fd;
}

bool ClientHandle::hasBufferedInput() const
{
    return false;
}

void ClientHandle::applyTls(TlsMode mode, const char *authorities)
{
    const auto own = mode == TlsMode::None ? SSL_MODE_DISABLED
        : mode == TlsMode::Require         ? SSL_MODE_REQUIRED
        : mode == TlsMode::VerifyCa        ? SSL_MODE_VERIFY_CA
                                           : SSL_MODE_VERIFY_IDENTITY;
    setOption(m_mysql, MYSQL_OPT_SSL_MODE, unsigned(own));
    if (mode == TlsMode::VerifyCa || mode == TlsMode::VerifyFull) {
        mysql_options(m_mysql, MYSQL_OPT_SSL_CA, authorities);
    }
}

void ClientHandle::applyAuthentication()
{
    setOption(m_mysql, MYSQL_OPT_GET_SERVER_PUBLIC_KEY, true);
}

RawDump::~RawDump()
{
    if (m_replication.buffer != nullptr) {
        mysql_binlog_close(m_handle.get(), &m_replication);
    }
}

bool RawDump::start(const DumpRequest &request)
{
    m_request = request; // the library keeps pointers into it
    m_replication.file_name = m_request.file.c_str();
    m_replication.file_name_length = m_request.file.size();
    m_replication.start_position = m_request.position;
    m_replication.server_id = m_request.serverId;
    m_replication.flags = m_request.flags;
    if (m_request.encodedGtidSet) {
        m_replication.flags |= MYSQL_RPL_GTID;
        m_replication.gtid_set_encoded_size = m_request.encodedGtidSet->size();
        m_replication.gtid_set_arg = m_request.encodedGtidSet->data();
        m_replication.fix_gtid_set = [](MYSQL_RPL *replication, unsigned char *into) {
            std::memcpy(into, replication->gtid_set_arg, replication->gtid_set_encoded_size);
        };
    }
    return mysql_binlog_open(m_handle.get(), &m_replication) == 0;
}

RawDump::Packet RawDump::next()
{
    if (mysql_binlog_fetch(m_handle.get(), &m_replication) != 0) {
        return {Kind::Error, {}};
    }
    if (m_replication.size == 0) {
        return {Kind::End, {}};
    }
    return {Kind::Event, {m_replication.buffer + 1, m_replication.size - 1}};
}

std::string clientLibraryName()
{
    return std::string("Oracle libmysqlclient ") + mysql_get_client_info();
}

#endif

} // namespace rowcast::mysql
