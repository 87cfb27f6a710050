// SPDX-License-Identifier: GPL-3.0-or-later
// AllDecided: the page when every image has a verdict, or when there is no image yet: one sentence, what
// happens next, what was decided, what can be done. GUI thread. It shows what it is given.
#pragma once

#include "app/store/queue.h"

#include <QWidget>

class QAction;
class QPushButton;

namespace assay {

class StatTile;
class TextLabel;
class UndoLine;

class AllDecided : public QWidget
{
    Q_OBJECT

public:
    explicit AllDecided(QAction* undo, QWidget* parent = nullptr);

    /// `overall` counts every verdict in force; the median is today's.
    void showDone(const Pace& overall, std::optional<Milliseconds> medianToday);
    void showNoImages();
    /// The lane, the client or the search leaves nothing to show; `all` images are in its lanes together.
    void showNothing(const QueueFilter& filter, qint64 all);
    void setWatchedFolders(int folders);
    void setUndoText(const QString& text);

signals:
    void addFolderRequested();
    void lookThroughRequested();
    void showAllRequested(); ///< without a search and a client

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeTiles();
    QWidget* makeButtons();
    void showWords();

    TextLabel* m_sentence;
    TextLabel* m_next;
    QWidget* m_tiles = nullptr;
    QList<StatTile*> m_stats;
    QPushButton* m_addFirst = nullptr;
    QPushButton* m_lookThrough = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_showAll = nullptr;
    UndoLine* m_undo;
    int m_decided = 0;
    int m_folders = 0;
    bool m_hasImages = false;
    QString m_nothing; ///< the sentence when only the filter leaves nothing; else empty
};

} // namespace assay
