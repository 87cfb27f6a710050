// SPDX-License-Identifier: GPL-3.0-or-later
// ReviewStatus: the review page's part of the status bar: saved or not, done and left with their progress,
// pace per hour and median per image of today; at the right the folders that are watched. GUI thread; the
// frame places both widgets. It shows what it is given.
#pragma once

#include "app/store/queue.h"

#include <QObject>
#include <QPointer>
#include <QTimeZone>
#include <QWidget>

class QProgressBar;

namespace assay {

class MarkLabel;
class TextLabel;

/// "96 per hour": the figure medium and light, its unit beside it.
class FigureLabel;

class ReviewStatus : public QWidget
{
    Q_OBJECT

public:
    enum class Density { Regular, Compact };

    explicit ReviewStatus(QWidget* parent = nullptr);

    /// For the right end of the status bar; belongs to whoever puts it into a layout.
    QWidget* foldersItem() const { return m_folders; }

    void setSaving(int failed, int saving);
    void setCounts(const QueueCounts& counts);
    void setPace(const Pace& today);
    /// Nothing: no image arrived since the start.
    void setWatched(int folders, const QString& lastImageTime);
    void setDensity(Density density);

private:
    void showWatched();

    MarkLabel* m_saved;
    FigureLabel* m_done;
    FigureLabel* m_left;
    QProgressBar* m_progress;
    FigureLabel* m_perHour;
    FigureLabel* m_median;
    QPointer<QWidget> m_folders;
    TextLabel* m_foldersText;
    int m_folderCount = 0;
    QString m_lastImage;
    Density m_density = Density::Regular;
};

} // namespace assay
