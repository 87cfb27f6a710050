// SPDX-License-Identifier: GPL-3.0-or-later
// RollupKeeper: counts the weekly roll-ups again after the store has announced a change, in small bulk jobs
// so that a verdict never waits for it. Lives in the GUI thread; the writer outlives it. What it has not done
// when the program ends stays marked as stale and is done after the next start.
#pragma once

#include "app/base/result.h"

#include <QObject>
#include <QTimer>

namespace assay {

class StoreWriter;

class RollupKeeper : public QObject
{
    Q_OBJECT

public:
    explicit RollupKeeper(StoreWriter& writer, QObject* parent = nullptr);

    /// Something may be stale that this process did not write.
    void countLater();

signals:
    /// The roll-ups show everything that was stored when the counting began.
    void refreshed();
    /// Tried again some seconds later.
    void failed(const assay::Error& error);

private:
    void countSome();
    void goOn(const Result<bool>& hasMore);

    StoreWriter& m_writer;
    QTimer m_later;
    bool m_isCounting = false;
    bool m_isStale = false; ///< something changed since the counting began
};

} // namespace assay
