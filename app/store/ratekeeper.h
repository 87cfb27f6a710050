// SPDX-License-Identifier: GPL-3.0-or-later
// RateKeeper: estimates costs anew after the rate card was changed, in small bulk jobs so that a verdict
// never waits for it. Lives in the GUI thread; the writer outlives it. What it has not done when the program
// ends is noted in the workspace and done after the next start.
#pragma once

#include "app/base/result.h"

#include <QObject>
#include <QTimer>

namespace assay {

class StoreWriter;

class RateKeeper : public QObject
{
    Q_OBJECT

public:
    /// Looks at once whether something is left from last time.
    explicit RateKeeper(StoreWriter& writer, QObject* parent = nullptr);

    /// The card is another one now.
    void recount();
    bool isCounting() const { return m_isCounting; }

signals:
    void started(); ///< only when there is something to do
    /// Every estimate is of the card as it is; weekly roll-ups whose costs moved are stale.
    void finished();
    /// Tried again some seconds later.
    void failed(const assay::Error& error);

private:
    void countSome();
    void goOn(const Result<bool>& hasMore);

    StoreWriter& m_writer;
    QTimer m_retry;
    bool m_isAsking = false;   ///< a job is under way
    bool m_asksAgain = false;  ///< the card changed while a question was under way
    bool m_isCounting = false; ///< a job found something to do
};

} // namespace assay
