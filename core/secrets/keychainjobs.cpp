// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/secrets/keychainjobs.h"

#include "core/base/job.h"
#include "core/secrets/keychainerror.h"
#include "core/secrets/librarycare.h"
#include "core/secrets/secretservice.h"

#include <QEventLoop>

#include <cstring>
#include <deque>
#include <future>
#include <optional>
#include <thread>

#include <qt6keychain/keychain.h>

namespace latchkey::secrets {

namespace {

/// One job, shared by the thread that asks and the one that does it.
struct Exchange
{
    Key key;
    std::function<QKeychain::Job *()> make;
    std::function<void(QKeychain::Job &)> finish; ///< called with the job that is done, before it goes
    std::promise<Result<>> answer;
    QKeychain::Job *job = nullptr; ///< this and what follows: touched on the keychain's thread only
    bool isGivenUp = false;
};

Error::Code codeOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return Error::Code::NotFound;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return Error::Code::KeychainRefused;
    case QKeychain::NoBackendAvailable:
        return Error::Code::KeychainAbsent;
    default:
        return Error::Code::KeychainFailed;
    }
}

class KeychainThread
{
public:
    // Never destroyed: it may hang in a library when the process ends.
    static KeychainThread &instance()
    {
        static auto *const thread = new KeychainThread;
        return *thread;
    }

    void enqueue(std::shared_ptr<Exchange> exchange)
    {
        post([this, exchange = std::move(exchange)] {
            m_waiting.push_back(exchange);
            startNext();
        });
    }

    /// Answers at once. What is under way goes on in its library, for nobody.
    void giveUp(std::shared_ptr<Exchange> exchange)
    {
        post([this, exchange = std::move(exchange)] {
            exchange->isGivenUp = true;
            if (exchange == m_current)
                dropCurrent();
            else if (std::erase(m_waiting, exchange) > 0)
                exchange->answer.set_value(overdue(*exchange));
        });
    }

private:
    KeychainThread()
    {
        std::promise<QObject *> started;
        auto context = started.get_future();
        std::thread([started = std::move(started)]() mutable {
            QEventLoop loop;
            QObject anchor;
            started.set_value(&anchor);
            loop.exec();
        }).detach();
        m_context = context.get();
    }

    void post(std::function<void()> task)
    {
        QMetaObject::invokeMethod(m_context, std::move(task), Qt::QueuedConnection);
    }

    static Error overdue(const Exchange &exchange)
    {
        return keychainError(Error::Code::KeychainSilent, exchange.key);
    }

    void startNext()
    {
        if (m_current || m_waiting.empty())
            return;
        m_current = std::move(m_waiting.front());
        m_waiting.pop_front();
        prepareLibraries();
        QKeychain::Job *job = m_current->job = m_current->make();
        job->setInsecureFallback(false); // nothing in plain text, whatever is missing
        job->setAutoDelete(false);
        job->setKey(m_current->key.account);
        QObject::connect(job, &QKeychain::Job::finished, m_context,
                         [this, exchange = m_current] { end(exchange); });
        job->start();
    }

    void end(const std::shared_ptr<Exchange> &exchange)
    {
        QKeychain::Job *job = exchange->job;
        if (exchange == m_current && exchange->isGivenUp)
            return; // said by dropCurrent(), not by the keychain
        exchange->finish(*job);
        if (exchange == m_current) {
            m_current.reset();
            const QKeychain::Error error = job->error();
            exchange->answer.set_value(error == QKeychain::NoError
                                           ? Result<>(Ok{})
                                           : keychainError(codeOf(error), exchange->key, job->errorString()));
        }
        job->deleteLater();
        startNext();
    }

    // QtKeychain starts no other job before this one has finished, which may be never (libsecret 0.20 forgets its caller
    // when the service goes during a question). So it is told that it has; the job itself stays, for its library may still
    // come back to it.
    void dropCurrent()
    {
        m_current->answer.set_value(overdue(*m_current));
        m_current->job->emitFinishedWithError(QKeychain::OtherError, QString());
        m_current.reset();
        startNext();
    }

    QObject *m_context = nullptr; ///< lives on the thread
    std::deque<std::shared_ptr<Exchange>> m_waiting; ///< this and what follows: touched on the thread only
    std::shared_ptr<Exchange> m_current;
};

Result<> carryOut(const std::shared_ptr<Exchange> &exchange, const Patience &patience)
{
    auto answer = exchange->answer.get_future();
    auto &thread = KeychainThread::instance();
    thread.enqueue(exchange);
    const std::stop_callback stopping(patience.stop, [&thread, exchange] { thread.giveUp(exchange); });
    if (answer.wait_for(patience.limit) == std::future_status::ready)
        return answer.get();
    thread.giveUp(exchange);
    return keychainError(Error::Code::KeychainSilent, exchange->key);
}

/// Zeroes the bytes for everybody who shares them.
void wipe(QByteArray &bytes)
{
    explicit_bzero(const_cast<char *>(bytes.constData()), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

} // namespace

Result<SharedSecret> readEntry(const Key &key, const Patience &patience)
{
    auto exchange = std::make_shared<Exchange>();
    auto secret = std::make_shared<Secret>();
    exchange->key = key;
    exchange->make = [key] { return new QKeychain::ReadPasswordJob(serviceName(key.kind)); };
    exchange->finish = [secret](QKeychain::Job &job) {
        QByteArray bytes = static_cast<QKeychain::ReadPasswordJob &>(job).binaryData();
        *secret = Secret::take(bytes); // wipes the job's bytes: they are the same
    };
    if (auto read = carryOut(exchange, patience); !read)
        return std::move(read).error();
    return SharedSecret(secret);
}

Result<> writeEntry(const Key &key, const SharedSecret &secret, const Patience &patience)
{
    auto exchange = std::make_shared<Exchange>();
    auto bytes = std::make_shared<QByteArray>();
    exchange->key = key;
    exchange->make = [key, bytes, secret] {
        auto *job = new QKeychain::WritePasswordJob(serviceName(key.kind));
        const std::string_view view = secret->view();
        *bytes = QByteArray(view.data(), static_cast<qsizetype>(view.size()));
        job->setBinaryData(*bytes);
        return job;
    };
    exchange->finish = [bytes](QKeychain::Job &) { wipe(*bytes); };
    return carryOut(exchange, patience);
}

Result<> removeEntry(const Key &key, const Patience &patience)
{
    auto exchange = std::make_shared<Exchange>();
    exchange->key = key;
    exchange->make = [key] { return new QKeychain::DeletePasswordJob(serviceName(key.kind)); };
    exchange->finish = [](QKeychain::Job &) {};
    return carryOut(exchange, patience);
}

} // namespace latchkey::secrets
