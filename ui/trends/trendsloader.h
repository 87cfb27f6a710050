// SPDX-License-Identifier: GPL-3.0-or-later
// TrendsLoader: reads and judges the weeks of a view in a thread of its own with a read-only connection of
// its own; only values come back. Lives in the GUI thread. Of several requests only the newest is answered.
#pragma once

#include "app/report/weeklyview.h"

#include <QObject>
#include <QThreadPool>

namespace assay {

struct TrendsContent
{
    QStringList clients; ///< of the workspace, by name; empty: "no client"
    WeeklyView view;
};

class TrendsLoader : public QObject
{
    Q_OBJECT

public:
    TrendsLoader(QString workspacePath, Clock clock, QObject* parent = nullptr);
    ~TrendsLoader() override;

    /// Answered by loaded() or failed(), never within this call.
    void load(const std::optional<QString>& client);

signals:
    void loaded(const assay::TrendsContent& content);
    void failed(const assay::Error& error);

private:
    QString m_workspacePath;
    Clock m_clock;
    QThreadPool m_pool;
    int m_newest = 0;
};

} // namespace assay
