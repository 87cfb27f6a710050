// SPDX-License-Identifier: GPL-3.0-or-later
// LibraryDetails: all about the current generation: picture, verdict, why it counts, prompt with the words of
// its constraints marked, facts. GUI thread. It shows what it is given.
#pragma once

#include "app/store/librarysearch.h"
#include "ui/common/surface.h"

#include <QTimeZone>

class QGridLayout;
class QPushButton;
class QScrollArea;

namespace assay {

class MarkLabel;
class PromptView;
class TextLabel;
class Thumbnails;

class LibraryDetails : public Surface
{
    Q_OBJECT

public:
    LibraryDetails(Thumbnails& thumbnails, const QTimeZone& zone, QWidget* parent = nullptr);

    void setDetail(const LibraryDetail& detail);
    void clear();
    GenerationId shown() const { return m_detail.generation.id; }

signals:
    void showInFolderRequested(const QString& path);

private:
    class Picture;

    QWidget* makeContent();
    void showVerdict();
    void showMissed();
    void showFacts();

    Thumbnails& m_thumbnails;
    QTimeZone m_zone;
    LibraryDetail m_detail;
    QScrollArea* m_scroll;
    Picture* m_picture = nullptr;
    TextLabel* m_name = nullptr;
    MarkLabel* m_verdict = nullptr;
    TextLabel* m_note = nullptr;
    QWidget* m_because = nullptr;
    TextLabel* m_becauseText = nullptr;
    PromptView* m_prompt = nullptr;
    QGridLayout* m_facts = nullptr;
    QPushButton* m_folder = nullptr;
    QPushButton* m_copy = nullptr;
};

} // namespace assay
