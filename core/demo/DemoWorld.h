// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/MockBroker.h"
#include "core/demo/ShopWriter.h"
#include "core/document/MigrationDocument.h"
#include "core/sandbox/KafkaServer.h"
#include "core/sandbox/MySqlServer.h"

#include <memory>
#include <optional>

namespace rowcast {

struct DemoOptions {
    // About how many rows the shop has at the start; the load is to be seen, and to be read where it is printed.
    int rows = 25'000;
};

// The private world of the demo: a database with a shop in it, a broker, and the task between them. Everything is gone
// when the object or the program ends, however that ends. Any thread, one at a time.
class DemoWorld {
public:
    // Starts both servers side by side, which takes some seconds; needs no event loop. "sandbox.missing" where there is
    // no database server on this computer.
    static Result<std::unique_ptr<DemoWorld>> start(const DemoOptions &options, const std::stop_token &stop);
    ~DemoWorld();

    // full-load-and-cdc of the shop and of kwtoon.gift into one topic, complete with its password.
    [[nodiscard]] const MigrationDocument &document() const { return m_document; }
    // What this demo cannot show, and how to have it; translated, empty where all is real.
    [[nodiscard]] QString banner() const;
    // A folder for the program's own files, removed with the rest.
    [[nodiscard]] const QString &dataFolder() const { return m_folder.path(); }

    // The shop begins to change, until stop(); call it when the task runs, so that its load is seen before.
    void startWriter();
    // Ends writer and servers; may be called twice.
    void stop();

private:
    explicit DemoWorld(PrivateFolder folder);
    Result<void> startDatabase(const DemoOptions &options, const std::stop_token &stop);
    Result<void> startBroker(const std::stop_token &stop);
    [[nodiscard]] QString brokers() const;
    Result<void> makeDocument();

    PrivateFolder m_folder;
    const QString m_password; // of the user that the task logs in as
    std::unique_ptr<MySqlServer> m_database;
    std::unique_ptr<KafkaServer> m_kafka;
    std::unique_ptr<MockBroker> m_mock;
    Failure m_noKafka; // why there is the mock
    std::unique_ptr<ShopWriter> m_writer;
    MigrationDocument m_document;
};

} // namespace rowcast
