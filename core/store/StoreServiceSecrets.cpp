// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The service's part about secrets, which lie elsewhere and are read and written in turns of the event loop.

#include "core/store/EndpointSecrets.h"
#include "core/store/StoreService.h"
#include "core/store/StoreThread.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>

namespace rowcast {

namespace {

// Answers to come for one question; the first failure is kept.
struct Gathering {
    size_t missing = 0;
    std::optional<Failure> failure;
    EndpointSecrets secrets;
};

Failure namedFailure(Failure failure, const QString &endpoint)
{
    failure.cause = QCoreApplication::translate("Secrets", "Endpoint %1: %2").arg(endpoint, failure.cause);
    return failure;
}

// Fields that are kept elsewhere and not given in the spec itself.
QStringList wantedFields(const StoredEndpoint &stored, const EndpointSpec &spec)
{
    EndpointSpec copy = spec;
    const EndpointSecrets given = takeSecrets(copy);
    QStringList wanted;
    for (const auto &[field, place] : stored.secretPlaces) {
        if (given.count(field) == 0) {
            wanted.append(field);
        }
    }
    return wanted;
}

} // namespace

void StoreService::keepSecrets(quint64 request, const std::map<QString, Secret> &secretsByKey)
{
    if (secretsByKey.empty()) {
        Q_EMIT done(request);
        return;
    }
    const auto gathering = std::make_shared<Gathering>();
    gathering->missing = secretsByKey.size();
    const QPointer<StoreService> self(this);
    for (const auto &[key, secret] : secretsByKey) {
        m_secrets.write(key, secret, [self, request, key = key, gathering](const Result<SecretPlace> &place) {
            if (!self) {
                return;
            }
            if (!place) {
                gathering->failure = place.error();
            } else {
                self->notePlace(key, *place);
            }
            if (--gathering->missing > 0) {
                return;
            }
            if (gathering->failure) {
                Q_EMIT self->failed(request, *gathering->failure);
                return;
            }
            self->run(request, Reread::All, [](Store &) { return Result<void>(); });
        });
    }
}

void StoreService::notePlace(const QString &key, SecretPlace place)
{
    // "endpoint/UID/FIELD"
    const QString uid = key.section(QLatin1Char('/'), 1, 1);
    const QString field = key.section(QLatin1Char('/'), 2);
    run(
        0, Reread::Nothing, [=](Store &store) { return store.saveSecretPlace(uid, field, place); }, [] {});
}

void StoreService::completeEndpoint(const EndpointSpec &spec, const QString &uid, QObject *context, EndpointDone done)
{
    const auto stored = std::find_if(m_definitions.endpoints.begin(), m_definitions.endpoints.end(),
        [&](const StoredEndpoint &endpoint) { return !uid.isEmpty() && endpoint.uid == uid; });
    if (stored != m_definitions.endpoints.end()) {
        readSecrets(*stored, spec, context, std::move(done));
        return;
    }
    QMetaObject::invokeMethod(
        context, [spec, done = std::move(done)] { done(spec); }, Qt::QueuedConnection);
}

void StoreService::readSecrets(
    const StoredEndpoint &stored, const EndpointSpec &spec, QObject *context, EndpointDone done)
{
    const QStringList wanted = wantedFields(stored, spec);
    if (wanted.isEmpty()) {
        QMetaObject::invokeMethod(
            context, [spec, done = std::move(done)] { done(spec); }, Qt::QueuedConnection);
        return;
    }
    const auto gathering = std::make_shared<Gathering>();
    gathering->missing = static_cast<size_t>(wanted.size());
    const QPointer<QObject> receiver(context);
    for (const QString &field : wanted) {
        m_secrets.read(
            secretKey(stored.uid, field), [gathering, receiver, field, spec, done](const Result<Secret> &secret) {
                if (secret) {
                    gathering->secrets[field] = *secret;
                } else {
                    gathering->failure = namedFailure(secret.error(), spec.identifier);
                }
                if (--gathering->missing > 0 || !receiver) {
                    return;
                }
                if (gathering->failure) {
                    done(*gathering->failure);
                    return;
                }
                EndpointSpec complete = spec;
                fillSecrets(complete, gathering->secrets);
                done(complete);
            });
    }
}

void StoreService::completeDocument(const QString &task, QObject *context, DocumentDone done)
{
    const StoredTask *stored = m_definitions.task(task);
    const StoredInstance *instance = stored ? m_definitions.instance(stored->instance) : nullptr;
    const StoredEndpoint *source = stored ? m_definitions.endpoint(stored->source) : nullptr;
    const StoredEndpoint *target = stored ? m_definitions.endpoint(stored->target) : nullptr;
    if (instance == nullptr || source == nullptr || target == nullptr) {
        const Failure failure{.code = QStringLiteral("store.not-found"),
            .cause = QCoreApplication::translate("Store", "The task %1, or what it uses, is not defined.").arg(task),
            .remedy = QCoreApplication::translate("Store", "Define it again by \"New migration\"."),
            .detail = {},
            .retryable = false};
        QMetaObject::invokeMethod(
            context, [done = std::move(done), failure] { done(failure); }, Qt::QueuedConnection);
        return;
    }
    MigrationDocument document{instance->spec, source->spec, target->spec, stored->spec};
    const QPointer<StoreService> self(this);
    const auto withSource = [self, context = QPointer<QObject>(context), document, targetUid = target->uid,
                                done = std::move(done)](const Result<EndpointSpec> &complete) {
        if (!self || !context) {
            return;
        }
        if (!complete) {
            done(complete.error());
            return;
        }
        MigrationDocument half = document;
        half.source = *complete;
        self->completeEndpoint(half.target, targetUid, context, [half, done](const Result<EndpointSpec> &last) {
            MigrationDocument whole = half;
            whole.target = last ? *last : whole.target;
            done(last ? Result<MigrationDocument>(whole) : Result<MigrationDocument>(last.error()));
        });
    };
    completeEndpoint(document.source, source->uid, context, withSource);
}

} // namespace rowcast
