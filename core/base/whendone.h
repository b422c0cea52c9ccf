// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace latchkey {

/// Calls `handle` with the future's result on the context's thread, which is the caller's; not at all if the context
/// is gone by then or the future ended without a result. QFuture::then(context, …) of Qt 6.4 asserts that the context
/// outlives the future, and a window may be closed before a KDC answers.
template <typename T, typename Handle>
void whenDone(const QFuture<T> &future, QObject *context, Handle handle)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, handle = std::move(handle)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0)
                             handle(watcher->future().result());
                     });
    watcher->setFuture(future);
}

} // namespace latchkey
