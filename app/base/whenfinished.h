// SPDX-License-Identifier: GPL-3.0-or-later
// whenFinished(): the result of a future, given to a handler in the thread of `context`, and to nobody when
// `context` is gone by then. With Qt 6.4 QFuture::then(context, …) asserts in that case.
#pragma once

#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace assay {

template<typename T, typename Handler>
void whenFinished(const QFuture<T>& future, QObject* context, Handler handler)
{
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, handler = std::move(handler)] {
                         watcher->deleteLater();
                         handler(watcher->result());
                     });
    watcher->setFuture(future);
}

} // namespace assay
